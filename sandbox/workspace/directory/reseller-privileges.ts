import { digits, letters, sha256 } from '../ids';
import type { TenantPrivilege } from '../tenant';

/**
 * Google's reseller privileges: their names and service id are not public, so every account has its own here, made of
 * its id. Nobody can know them; what they allow is known to the simulation by the account.
 */

/** One thing that reseller staff may do, as the console shows them ("Reseller administrator privileges"). */
export type ResellerRight =
  | 'tools'
  | 'customers'
  | 'add'
  | 'view'
  | 'edit'
  | 'transfer'
  | 'access'
  | 'cases'
  | 'support'
  | 'billing'
  | 'profile'
  | 'deployment';

const told: Readonly<Record<ResellerRight, readonly string[]>> = {
  tools: ['PARTNER_SUITE', 'CHANNEL_TOOLS', 'RESALE_ALL'],
  customers: ['CUSTOMER_ALL', 'CUSTOMERS', 'RESOLD_CUSTOMERS_ALL'],
  add: ['CUSTOMER_CREATE', 'ADD_CUSTOMERS', 'RESOLD_CUSTOMER_NEW'],
  view: ['CUSTOMER_VIEW', 'READ_CUSTOMERS', 'RESOLD_CUSTOMER_RETRIEVE'],
  edit: ['CUSTOMER_EDIT', 'WRITE_CUSTOMERS', 'RESOLD_CUSTOMER_UPDATE'],
  transfer: ['CUSTOMER_TRANSFER', 'MOVE_CUSTOMERS', 'RESOLD_CUSTOMER_RELEASE'],
  access: ['CUSTOMER_CONSOLE', 'ENTER_CUSTOMERS_SDK', 'RESOLD_CUSTOMER_ADMIN'],
  cases: ['CUSTOMER_SUPPORT_CASES', 'ACCESS_CUSTOMERS_CASES', 'RESOLD_CUSTOMER_SUPPORT_CASE'],
  support: ['SUPPORT_PAGE', 'HELP', 'ASSISTANCE'],
  billing: ['INVOICES', 'PAYMENTS', 'ACCOUNTING'],
  profile: ['COMPANY', 'PARTNER_PAGE', 'PROFILE'],
  deployment: ['ROLLOUT', 'PROJECTS', 'DEPLOY'],
};

/** How much the names say: `opaque` nothing, `telling` words of English. */
export type PrivilegeNames = 'opaque' | 'telling';

/** The service that an account's reseller privileges belong to. */
export function resellerService(account: string): string {
  return `0${letters(`resellerService/${account}`, 14)}`;
}

/** What a privilege is called in an account. */
export function resellerPrivilege(account: string, right: ResellerRight, names: PrivilegeNames = 'opaque'): string {
  if (names === 'opaque') return `P${digits(`resellerPrivilege/${account}/${right}`, 9)}`;
  const words = told[right];
  return words[parseInt(sha256(account).slice(0, 6), 16) % words.length] ?? right;
}

/** Every name that a privilege of the account may go by. */
export function namesOfRight(account: string, right: ResellerRight): readonly string[] {
  return [resellerPrivilege(account, right), resellerPrivilege(account, right, 'telling')];
}

/** The reseller's part of an account's tree. Google often leaves the name of the service out, and so does this. */
export function resellerTree(account: string, names: PrivilegeNames): TenantPrivilege {
  const node = (right: ResellerRight, childPrivileges: readonly TenantPrivilege[] = []): TenantPrivilege => ({
    privilegeName: resellerPrivilege(account, right, names),
    serviceId: resellerService(account),
    isOuScopable: false,
    ...(childPrivileges.length ? { childPrivileges } : {}),
  });
  // Nobody knows in which order Google lists them: not that of the console.
  const shuffled = (some: readonly ResellerRight[]): readonly ResellerRight[] =>
    [...some].sort((a, b) => (sha256(`${account}/${a}`) < sha256(`${account}/${b}`) ? -1 : 1));
  const customers = node(
    'customers',
    shuffled(['add', 'view', 'edit', 'transfer', 'access', 'cases']).map((right) => node(right)),
  );
  const pages = shuffled(['support', 'billing', 'profile', 'deployment']).map((right) => node(right));
  return node('tools', [customers, ...pages]);
}
