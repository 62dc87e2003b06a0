import type { Tenant, TenantAccount, TenantUser } from '../workspace/tenant';
import type { PersonView } from './wire';

/** Who can sit down at the spreadsheet. */

const mostPeople = 40;

/** Administrators of every account first, then the others, then somebody with a consumer account. */
export function peopleOf(tenant: Tenant): PersonView[] {
  const all = tenant.accounts.flatMap((account) => (account.users ?? []).map((user) => ({ account, user })));
  const known = all.map(({ account, user }) => ({ email: user.primaryEmail, says: says(account, user), rank: rank(user) }));
  const signedIn = tenant.signedInAs && !known.some(({ email }) => email === tenant.signedInAs) ? [{ email: tenant.signedInAs, says: 'not in any account' }] : [];
  const sorted = known.sort((a, b) => a.rank - b.rank).slice(0, mostPeople).map(({ email, says: words }) => ({ email, says: words }));
  return [...signedIn, ...sorted, { email: 'somebody@gmail.com', says: 'consumer account' }];
}

function rank(user: TenantUser): number {
  return user['isAdmin'] === true ? 0 : 1;
}

function says(account: TenantAccount, user: TenantUser): string {
  const kind = account.reseller ? 'reseller' : account.resoldBy ? 'customer' : 'other account';
  return user['isAdmin'] === true ? `super admin, ${kind}` : kind;
}
