import { isTexts } from '../../engine/request';
import { checkMailAddress } from '../../google/limits';
import { tabs } from '../../tabs';
import { domainOf } from '../../tabs/domains';
import { titleOf } from '../../tabs/line';
import { parsed } from '../keeping/stores';
import { now, ports } from '../ports';
import { openSheets } from '../rows/sheets';
import { spreadsheet } from '../rows/spreadsheet';
import { isMailProvider } from '../../google/mail-providers';
import { Trouble } from '../trouble';
import { forgetInvited, invitations, noteInvited } from './invited';
import { knownAccounts, ownersOfDomains } from './known';
import { invitationMail } from './mails';
import { waitingAccounts } from './waiting';
import type { Invitation, InvitationAsk } from './wire';

/** Invitations: written and shown first, sent once each. What is sent is what was shown. */

/** How long an invitation that was shown may be sent, in seconds. */
const showsFor = 600;

const nameOf = (id: string): string => `invitation:${id}`;

/** Writes an invitation by `me`. Throws Trouble for an address that cannot be an administrator's of that account. */
export function writeInvitation(ask: InvitationAsk, me: string): Invitation {
  const email = ask.email.trim().toLowerCase();
  refuseAddress(email, me);
  const about = rowsFor(ask.account.trim().toLowerCase(), email);
  const letter = { to: email, account: about.account, ...mailOf(about, { me, language: ask.language }) };
  const id = ports().codec.uuid();
  ports().cache().put(nameOf(id), JSON.stringify(letter), showsFor);
  const { to, subject, text } = letter;
  const invitedOn = invitations().find((one) => one.email === email)?.on ?? '';
  return { id, to, subject, text, left: ports().mail.left(), invitedOn };
}

function mailOf({ account, rows, domains }: Rows, { me, language }: { me: string; language: string }) {
  return invitationMail({ language, by: me, account, rows, domains, link: spreadsheet().getUrl() });
}

function wrong(says: string, remedy: string): Trouble {
  return new Trouble('wrongAddress', { says, remedy });
}

function refuseAddress(email: string, me: string): void {
  const complaint = checkMailAddress(email);
  if (complaint !== undefined) throw wrong('Nobody was invited.', complaint);
  const domain = domainOf(email);
  if (isMailProvider(domain))
    throw wrong(`${email} is a personal address.`, 'Write the address that the administrator signs in to Google with.');
  const mine = knownAccounts().find(({ admins }) => admins.some((one) => one.email === me.toLowerCase()));
  if (mine && ownersOfDomains().get(domain)?.id === mine.id)
    throw wrong(
      `${email} is of your own account, ${mine.primaryDomain}, which does not reach these rows.`,
      'Write the address of an administrator of the other account.',
    );
}

/** Whose rows a mail is about. */
interface Rows {
  readonly account: string;
  readonly rows: number;
  readonly domains: readonly string[];
}

/** The rows that this person is asked to look after. */
function rowsFor(asked: string, email: string): Rows {
  const domain = domainOf(email);
  const owner = ownersOfDomains().get(domain)?.primaryDomain;
  const all = waitingAccounts();
  const wanted = asked || (owner ?? domain);
  const found = all.find(({ name, domains }) => name === wanted || (asked === '' && domains.includes(domain)));
  if (found) {
    refuseStranger(found.name, email);
    return { account: found.name, rows: found.rows, domains: found.domains };
  }
  const rows = rowsOn(domain);
  if (asked !== '' || rows === 0)
    throw wrong(
      `No row waits for ${email}.`,
      'Check first. The rows of an account that nobody knows yet are found by the domain of its administrator’s address.',
    );
  return { account: domain, rows, domains: [domain] };
}

/** An administrator of an account whose domains are known signs in on one of them. */
function refuseStranger(account: string, email: string): void {
  const known = knownAccounts().find(({ primaryDomain }) => primaryDomain === account);
  if (!known || known.domains.includes(domainOf(email))) return;
  throw wrong(
    `${domainOf(email)} is no domain of ${account}: ${email} could not check its rows.`,
    `Its administrators have addresses on ${known.domains.slice(0, 3).join(', ')}.`,
  );
}

function rowsOn(domain: string): number {
  const on = (key: string): boolean =>
    tabs.find(({ name }) => key.startsWith(`${name}!`))?.domainOf(titleOf(key)) === domain;
  return openSheets().flatMap(({ named }) => named.rows.filter(({ name }) => on(name))).length;
}

interface Shown {
  readonly to: string;
  readonly account: string;
  readonly subject: string;
  readonly text: string;
}

function isShown(value: unknown): value is Shown {
  if (!isTexts(value)) return false;
  return [value.to, value.account, value.subject, value.text].every((text) => text !== undefined);
}

/**
 * Sends the invitation of this id, which is forgotten: a second click sends nothing. Says so in words. Throws Trouble
 * where it may not be sent; somebody who was invited before is invited once more only where `again` says so.
 */
export function sendInvitation({ id, again }: { readonly id: string; readonly again: boolean }, me: string): string {
  const shown = parsed(ports().cache().get(nameOf(id)) ?? 'null');
  if (!isShown(shown))
    throw new Trouble('notShown', {
      says: 'This invitation was sent already, or was shown too long ago.',
      remedy: 'Open it again and read it before you send it.',
    });
  const { to, account } = shown;
  const before = invitations().find(({ email }) => email === to);
  if (before && !again)
    throw new Trouble('invitedBefore', {
      says: `${to} was invited on ${before.on} by ${before.by}.`,
      remedy: 'Choose to invite once more if the mail was lost.',
    });
  if (ports().mail.left() < 1)
    throw new Trouble('mailQuota', {
      says: 'Today’s mails are used up.',
      remedy: 'Copy the text and send it yourself, or send it tomorrow.',
    });
  ports().cache().remove(nameOf(id));
  // Noted before it goes: an execution that dies in between must not send it twice.
  noteInvited({ email: to, account, by: me, on: new Date(now()).toISOString().slice(0, 10) });
  deliver(shown, () => (before ? noteInvited(before) : forgetInvited(to)));
  return `Invited ${to}. Share the spreadsheet with that address, so that it can be edited.`;
}

/** The platform says with nothing but text why it did not take a mail. */
function deliver({ to, subject, text }: Shown, undo: () => void): void {
  try {
    ports().mail.send(to, subject, text);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    undo();
    throw new Trouble('mailRefused', {
      says: `The mail to ${to} was not taken: ${error.message}`,
      remedy: 'Look at the address, or copy the text and send it yourself.',
    });
  }
}
