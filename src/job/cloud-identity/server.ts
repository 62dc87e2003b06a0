import { seatsByDefault } from '../../ensure/cloud-identity-seats';
import { visible } from '../../table/text';
import { reachOf } from '../../tabs/reach';
import { textIn, yesIn } from '../arguments';
import { signedIn } from '../reach/identity';
import { Slice } from '../slice';
import { envelope, Trouble } from '../trouble';
import type { Server } from '../wire';
import { keepSaid } from './seats';

/**
 * What the sidebar may call about Cloud Identity. Everybody who can open the spreadsheet can call this, with any
 * argument: only an administrator who reaches the account says something of it.
 */

/** Takes what a person says of an account: whether it has Cloud Identity Free, and how many seats of it. */
export const setCloudIdentity: Server['setCloudIdentity'] = (said: unknown) =>
  envelope(() => {
    const domain = visible(textIn(said, 'domain')).toLowerCase();
    const ordered = yesIn(said, 'ordered');
    const seats = seatsIn(textIn(said, 'seats'));
    const slice = new Slice(signedIn());
    const account = accountOf(domain, slice);
    keepSaid(account, { ordered, seats, by: slice.me, at: slice.now() });
    return ordered
      ? `${domain} has ${seats} seats of Cloud Identity Free, as you say. Check again what you have checked before.`
      : `${domain} has not ordered Cloud Identity Free, as you say.`;
  });

function seatsIn(text: string): number {
  const typed = visible(text);
  if (typed === '') return seatsByDefault;
  if (/^[1-9]\d{0,5}$/.test(typed)) return Number(typed);
  throw new Trouble('notSeats', {
    says: `“${typed}” is no number of seats. Nothing was changed.`,
    remedy: `Write a whole number, such as ${seatsByDefault}.`,
  });
}

function accountOf(domain: string, slice: Slice): string {
  const { domains } = slice.answer(reachOf(slice.me, { domains: [domain], withRoles: [], customers: [domain] }));
  const found = domains.find(({ name }) => name === domain);
  if (found) return found.account;
  throw new Trouble('notReached', {
    says: `${domain} is no domain of an account that ${slice.me} reaches. Nothing was changed.`,
    remedy: 'Write the primary domain of your own account or of one of your customers.',
  });
}
