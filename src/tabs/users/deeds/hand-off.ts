import { Blocked, Waiting } from '../../../engine/outcome';
import { say, send, type Procedure } from '../../../engine/procedure';
import { fullName } from '../../../ensure/user';
import type { User } from '../../../google/resources';
import type { WaitingPasswords } from '../../tab';
import { askForSecondMail } from '../ask-first';
import { mailKind } from '../memory';
import { detailsMail } from '../mails';
import type { DeedRow } from './deed';
import { lastSignIn } from './reset-password';

/** What requests call a password that waits for hand-off: only the sending of the mail resolves it. */
const named = 'waiting password of ';

/** The waiting password of a name; undefined for any other name. */
export function waitingSecret(name: string, waiting: WaitingPasswords): string | undefined {
  return name.startsWith(named) ? waiting.valueOf(name.slice(named.length)) : undefined;
}

/**
 * Mails address and password to where the row says, once. The plan holds the whole text with a mark in the place of the
 * password.
 */
export function* handOff(row: DeedRow, user: User): Procedure<void> {
  if (!row.waits) return yield* say(whyNobodyWaits(row));
  const to = addressOf(row, user);
  askForSecondMail(row, to);
  if (!row.takeMail())
    throw new Waiting('The mails that Google lets you send today do not reach to this row.', 'Check the row tomorrow.');
  const { account, email } = row.wish;
  const { subject, text } = detailsMail({
    purpose: row.memory.created && lastSignIn(user) === undefined ? 'new' : 'reset',
    language: row.wish.language ?? user.languages[0],
    name: fullName(user.name),
    email: user.primaryEmail,
    changes: user.changePasswordAtNextLogin,
  });
  yield* send<unknown>(
    {
      op: 'mail.send',
      account,
      params: { to, subject },
      body: { text, password: { secret: named + email } },
      retry: false,
    },
    {
      plan: `mail the sign-in details to ${to}`,
      values: [`subject “${subject}”`],
      text,
      many: 'mail sign-in details',
      of: email,
      done: `mailed the sign-in details to ${to} on ${row.now.slice(0, 10)}`,
    },
  );
}

/** A mail is erased here only once it went out: what was begun and waits no more was sent. */
function whyNobodyWaits({ memory: { begun, handedOff } }: DeedRow): string {
  const sent = handedOff ?? (begun?.[mailKind] === undefined ? undefined : { at: begun[mailKind], to: '' });
  return sent
    ? `The sign-in details went out${sent.to && ` to ${sent.to}`} on ${sent.at.slice(0, 10)}. If they are lost, reset the password.`
    : 'No password waits for hand-off by you.';
}

function addressOf({ wish: { sendTo } }: DeedRow, { primaryEmail, aliases }: User): string {
  if (sendTo === undefined || sendTo === '')
    throw new Blocked('Nobody said where the sign-in details go.', 'Write an address under Send details to.', {
      column: 'sendTo',
    });
  if (sendTo === primaryEmail || aliases.includes(sendTo))
    throw new Blocked(
      `${sendTo} is the mailbox that the password opens: nobody could read the mail there.`,
      'Write an address under Send details to that the person reads already.',
      { column: 'sendTo' },
    );
  return sendTo;
}
