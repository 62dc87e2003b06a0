import { isObject } from '../../engine/request';
import { ports } from '../ports';
import { findLanguage } from '../../google/languages';
import { checkMailAddress } from '../../google/limits';
import { readTick } from '../../table/cell';
import { typeIn } from '../../tabs/customers/fields/type';
import { reminderMail, tokenMail } from '../../tabs/customers/mails';
import { userColumns } from '../../tabs/users/columns';
import { ownSettings } from './own-settings';
import { customerRow } from './page';
import { openCustomers } from './sheets';
import { digest } from '../secrets/codes';
import { parsed } from '../keeping/stores';
import { cellOf, openTab } from '../rows/cells';
import { Trouble } from '../trouble';
import type { CustomerMail, MailKind } from './wire';

/**
 * Mails to customers: written and shown first, sent once each. The recipient comes from the row's own cells, and what
 * is sent is what was shown: if the row says something else by then, nothing is sent.
 */

/** How long a mail that was shown may be sent, in seconds. */
const showsFor = 600;

/** Every kind of mail. */
export const mailKinds: readonly MailKind[] = ['token', 'reminder'];

interface Shown {
  readonly key: string;
  readonly kind: MailKind;
  readonly digest: string;
}

function isShown(value: unknown): value is Shown {
  return (
    isObject(value) &&
    typeof value.key === 'string' &&
    typeof value.digest === 'string' &&
    mailKinds.some((kind) => kind === value.kind)
  );
}

const nameOf = (id: string): string => `mail:${id}`;

/** Writes a mail to the customer of a row. Throws Trouble where the row is gone or has no address to send to. */
export function writeMail(ask: { readonly key: string; readonly kind: MailKind }): CustomerMail {
  const { key, kind } = ask;
  const letter = letterTo(key, kind);
  const id = ports().codec.uuid();
  const shown: Shown = { key, kind, digest: digestOf(letter) };
  ports().cache().put(nameOf(id), JSON.stringify(shown), showsFor);
  return { id, ...letter, left: ports().mail.left() };
}

/**
 * Sends the mail of this id, which is forgotten: a second click sends nothing. Says so in words. Throws Trouble where
 * it may not be sent.
 */
export function sendMail(id: string): string {
  const cache = ports().cache();
  const shown = parsed(cache.get(nameOf(id)) ?? 'null');
  if (!isShown(shown))
    throw new Trouble('notShown', {
      says: 'This mail was sent already, or was shown too long ago.',
      remedy: 'Open it again and read it before you send it.',
    });
  const letter = letterTo(shown.key, shown.kind);
  if (digestOf(letter) !== shown.digest)
    throw new Trouble('mailChanged', {
      says: 'The row was changed since you read the mail: nothing was sent.',
      remedy: 'Open the mail again.',
    });
  if (ports().mail.left() < 1)
    throw new Trouble('mailQuota', {
      says: 'Today’s mails are used up.',
      remedy: 'Copy the text and send it yourself, or send it tomorrow.',
    });
  cache.remove(nameOf(id));
  ports().mail.send(letter.to, letter.subject, letter.text);
  return `Sent to ${letter.to}.`;
}

interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

const digestOf = ({ to, subject, text }: Letter): string => digest(JSON.stringify([to, subject, text]));

function letterTo(key: string, kind: MailKind): Letter {
  const tab = openCustomers();
  const { row } = customerRow(tab, key);
  const isTeam = typeIn(cellOf(tab, row, 'type')) === 'team';
  const to = cellOf(tab, row, isTeam ? 'primaryAdmin' : 'alternateEmail').toLowerCase();
  if (checkMailAddress(to) !== undefined)
    throw new Trouble('noRecipient', {
      says: `The row has no address that the mail could go to: ${isTeam ? 'Primary admin' : 'Alternate email'}.`,
      remedy: `Write it on row ${row} of Customers.`,
    });
  const found = findLanguage(cellOf(tab, row, 'language'));
  const about = {
    domain: cellOf(tab, row, 'domain').toLowerCase(),
    language: 'found' in found ? found.found.code : undefined,
  };
  if (kind === 'token') return { to, ...tokenMail({ ...about, publicId: publicId() }) };
  const administrator = isTeam ? to : administratorOf(about.domain);
  return {
    to,
    ...reminderMail({
      ...about,
      type: isTeam ? 'team' : 'domain',
      administrator,
      verified: cellOf(tab, row, 'verified') === 'yes',
    }),
  };
}

/** Who can accept the terms: the first super administrator of the domain on the Users tab. */
function administratorOf(domain: string): string {
  const users = openTab('Users', userColumns);
  const emails = users.text.values.map((_, at) =>
    isTicked(cellOf(users, at + 1, 'superAdmin')) ? cellOf(users, at + 1, 'email').toLowerCase() : '',
  );
  const email = emails.find((one) => one.endsWith(`@${domain}`));
  if (email === undefined)
    throw new Trouble('noAdministrator', {
      says: `No row of Users is a super administrator of ${domain}: the mail could not say who accepts the terms.`,
      remedy: 'Write the customer’s first administrator on the Users tab and tick Super admin.',
    });
  return email;
}

function isTicked(text: string): boolean {
  const tick = readTick(text);
  return tick.kind === 'value' && tick.value;
}

function publicId(): string {
  const { publicId: id } = ownSettings();
  if (!id)
    throw new Trouble('noPublicId', {
      says: 'Nobody has said yet what your reseller public id is; the customer needs it to make a token.',
      remedy: 'Write it under Seatsheet › Set up › Customers.',
    });
  return id;
}
