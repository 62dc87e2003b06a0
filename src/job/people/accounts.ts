import { reachOf, type Reach } from '../../tabs/reach';
import { refused } from '../arguments';
import { signedIn } from '../reach/identity';
import { Slice } from '../slice';
import { Trouble } from '../trouble';

/** Accounts whose people whoever is signed in can look after: their own, and those of customers of theirs. */

/** An account by its customer id and primary domain. */
export interface PeopleAccount {
  readonly id: string;
  readonly name: string;
}

/** Whoever is signed in, at one of these accounts. */
export interface At {
  readonly slice: Slice;
  readonly reach: Reach;
  readonly account: PeopleAccount;
}

/** All of them, one's own first. Throws Trouble and NobodyServes for who administers none. */
export function accountsInReach(): readonly PeopleAccount[] {
  const slice = new Slice(signedIn());
  return accountsIn(slice.answer(reachOf(slice.me, { domains: [], withRoles: [] })));
}

function accountsIn({ who, customers }: Reach): readonly PeopleAccount[] {
  return [{ id: who.account, name: who.primaryDomain }, ...customers];
}

/**
 * The account that is asked for by customer id or primary domain. Throws Trouble for one that is not in reach, and
 * NobodyServes for who administers none.
 */
export function atAccount(asked: string): At {
  if (asked === '') throw refused('customer');
  const slice = new Slice(signedIn());
  const first = slice.answer(reachOf(slice.me, { domains: [], withRoles: [] }));
  const account = accountsIn(first).find(({ id, name }) => id === asked || name === asked.toLowerCase());
  if (!account)
    throw new Trouble('unknownCustomer', {
      says: 'This is no account whose people you can look after.',
      remedy: 'Choose your own or a customer’s.',
    });
  const reach = slice.answer(reachOf(slice.me, { domains: [account.name], withRoles: [account.name] }));
  return { slice, reach, account };
}
