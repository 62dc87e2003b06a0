import type { Values } from '../sheet';
import { readRoster, rosterAddresses } from './roster';

/** Mail to the staff accounts of the roster, on its way to the address that people work with. */

/** The line that one account needs. */
export interface Redirect {
  readonly domain: string;
  readonly from: string;
  readonly to: string;
  /** The Users row wishes a licence, so it is no Cloud Identity account, which has no mailbox. */
  readonly mailbox: boolean;
}

/**
 * So many addresses one map takes (support.google.com/a/answer/4524505); each of ours has one target of the 12 it may.
 */
export const mostInMap = 5_000;

/** A line as the recipient address map takes it. */
export const lineOf = ({ from, to }: Pick<Redirect, 'from' | 'to'>): string => `${from},${to}`;

/**
 * Every account that the roster ticks, of people who have a work address that is another one and have not left. Those
 * without a work address are counted.
 */
export function redirectsOf(tabs: { readonly team: Values; readonly users: Values }): {
  readonly redirects: readonly Redirect[];
  readonly without: number;
} {
  const people = readRoster(tabs.team).people.filter(({ left }) => !left);
  const addresses = rosterAddresses(people, tabs.users);
  const homes = people.flatMap((one) => (isAddress(one.workAddress) ? [one] : []));
  const redirects = homes.flatMap(({ name, workAddress: to }) =>
    (addresses.get(name) ?? [])
      .filter(({ ticked, email }) => ticked && isAddress(email) && email !== to)
      .map(({ domain, email: from, users }) => ({
        domain,
        from,
        to,
        mailbox: !['', '-'].includes(users?.text('licences') ?? ''),
      })),
  );
  return { redirects, without: people.length - homes.length };
}

/** One that can stand between commas. */
function isAddress(text: string): boolean {
  return /^[^\s@,"]+@[^\s@,"]+$/.test(text);
}
