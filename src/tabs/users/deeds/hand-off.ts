import { Blocked, Waiting } from '../../../engine/outcome';
import { say, send, type Procedure } from '../../../engine/procedure';
import { fullName } from '../../../ensure/user';
import type { User } from '../../../google/resources';
import type { WaitingPasswords } from '../../secrets';
import { askForAddresses, askForSecondMail } from '../ask-first';
import { stateOf } from '../fields/state';
import { handedOffInWords, isBack, mailKind } from '../memory';
import { detailsMail } from '../mails';
import type { Purpose } from '../mails/words';
import type { Memory } from '../row';
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
 * password. Whoever was restored is told so, also where no password waits: that of before serves then (Directory API
 * guide, "Undelete a user": the former account properties return). To somebody who cannot sign in nothing is mailed yet.
 */
export function* handOff(row: DeedRow, user: User): Procedure<void> {
  const { waits, memory } = row;
  if (!waits && !isBack(memory)) return yield* say(whyNobodyWaits(row));
  if (stateOf(user) !== 'Active') return yield* say(whyNotYet(row, user));
  const to = addressOf(row, user);
  askForAddresses(row, ['sendTo']);
  askForSecondMail(row, to);
  if (!row.takeMail())
    throw new Waiting('The mails that Google lets you send today do not reach to this row.', 'Check the row tomorrow.');
  yield* sendMail(row, user, to);
}

function* sendMail({ wish, memory, waits, letterhead, now }: DeedRow, user: User, to: string): Procedure<void> {
  const { account, email } = wish;
  const { subject, text } = detailsMail({
    purpose: purposeOf(memory, lastSignIn(user)),
    language: wish.language ?? user.languages[0],
    name: fullName(user.name),
    email: user.primaryEmail,
    withPassword: waits,
    changes: user.changePasswordAtNextLogin,
    letterhead,
  });
  yield* send<unknown>(
    {
      op: 'mail.send',
      account,
      params: { to, subject },
      body: { text, ...(waits ? { password: { secret: named + email } } : {}) },
      retry: false,
    },
    {
      plan: `mail the sign-in details to ${to}`,
      values: [`subject “${subject}”`],
      text,
      many: 'mail sign-in details',
      of: email,
      done: `mailed the sign-in details to ${to} on ${now.slice(0, 10)}`,
    },
  );
}

/** Why somebody is told how to sign in. `seen`: when they last signed in, where that is known. */
export function purposeOf(memory: Memory, seen?: string): Purpose {
  if (isBack(memory)) return 'restored';
  return memory.created && memory.handedOff === undefined && seen === undefined ? 'new' : 'reset';
}

/** Whoever is shut out could do nothing with the mail, which goes out once. */
function whyNotYet({ waits }: DeedRow, user: User): string {
  const password = waits ? ' The password goes on waiting under Hand-off.' : '';
  return `The account is ${stateOf(user).toLowerCase()}, and the person cannot sign in yet: nothing is mailed.${password}`;
}

/** A mail is erased here only once it went out: what was begun and waits no more was sent. */
function whyNobodyWaits({ memory: { begun, handedOff } }: DeedRow): string {
  const sent = handedOff ?? (begun?.[mailKind] === undefined ? undefined : { at: begun[mailKind], to: '' });
  return sent
    ? `The sign-in details went out ${handedOffInWords(sent)} on ${sent.at.slice(0, 10)}. If they are lost, reset the password.`
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
