import type { Account, State, UserRecord } from '../workspace/state';
import type { PersonView } from './wire';

/** Who can sit down at the spreadsheet. */

const mostPeople = 40;
const somebody: PersonView = { email: 'somebody@gmail.com', says: 'consumer account' };

/** Whoever is signed in, administrators of every account, others, and somebody with a consumer account. */
export function peopleOf(state: Readonly<State>, signedIn: string): PersonView[] {
  const users = Object.values(state.users).sort((a, b) => Number(b.isAdmin) - Number(a.isAdmin));
  const known = users
    .slice(0, mostPeople)
    .map((user) => ({ email: user.primaryEmail, says: says(user, state.accounts[user.account]) }));
  const missing = [...known, somebody].some(({ email }) => email === signedIn) ? [] : [viewOf(state, signedIn)];
  return [...missing, ...known, somebody];
}

function viewOf(state: Readonly<State>, email: string): PersonView {
  const user = Object.values(state.users).find(({ primaryEmail }) => primaryEmail === email);
  return { email, says: user ? says(user, state.accounts[user.account]) : 'in no account' };
}

function says(user: UserRecord, account: Account | undefined): string {
  const kind = account?.reseller ? 'reseller' : account?.resoldBy ? 'customer' : 'other account';
  return user.isAdmin ? `super admin, ${kind}` : kind;
}
