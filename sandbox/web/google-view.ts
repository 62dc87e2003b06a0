import { catalogue } from '../workspace/catalogue';
import type { LoggedRequest } from '../workspace/port';
import { switches } from '../workspace/switches';
import type { SwitchName } from '../workspace/switches';
import type { TenantAccount, TenantGroup, TenantUser } from '../workspace/tenant';
import type { SimulatedWorkspace } from '../workspace/workspace';
import type { GoogleAccount, GoogleGroup, GoogleUser, GoogleView, RequestView, SwitchView } from './wire';

/** A look inside the simulated Google. Nothing secret is in it: no password hash, no transfer token. */

const mostRequests = 150;

/** Accounts with everything in them, the latest requests, the switches as they are set. */
export function googleView(workspace: SimulatedWorkspace): GoogleView {
  const tenant = workspace.tenant();
  return {
    accounts: tenant.accounts.map(accountView),
    requests: workspace.log.slice(-mostRequests).reverse().map(requestView),
    switches: switchViews(workspace.control.switches),
  };
}

function switchViews(set: SimulatedWorkspace['control']['switches']): SwitchView[] {
  return (Object.keys(switches) as SwitchName[]).map((name) => {
    const { values, seconds, number, says } = switches[name];
    const free = seconds || number;
    return { name, value: set[name], values: free ? [] : values, says: seconds ? `${says} In seconds.` : says };
  });
}

function requestView(request: LoggedRequest): RequestView {
  const { at, op, params, status, reason, lane } = request;
  return { at, op, about: aboutOf(request, params), status, reason, lane };
}

/** Whom or what a request is about, in one name. */
function aboutOf({ body }: LoggedRequest, params: LoggedRequest['params']): string {
  const fields = { ...(typeof body === 'object' && body !== null ? body : {}), ...params } as Readonly<
    Record<string, unknown>
  >;
  const key = [
    'userKey',
    'primaryEmail',
    'userId',
    'memberKey',
    'email',
    'alias',
    'groupKey',
    'schemaKey',
    'orgUnitPath',
    'roleKey',
    'customerDomain',
    'subscriptionId',
    'name',
    'customerId',
    'customer',
    'query',
  ].find((name) => typeof fields[name] === 'string');
  return key ? String(fields[key]) : '';
}

function accountView(account: TenantAccount): GoogleAccount {
  const { customer } = account;
  return {
    id: customer.id ?? '',
    name: customer.customerDomain,
    kind: [
      account.reseller ? 'reseller' : account.resoldBy ? `customer of ${account.resoldBy}` : 'not resold',
      customer.customerType === 'team' && 'team',
    ]
      .filter(Boolean)
      .join(', '),
    termsAccepted: account.acceptedTerms !== false,
    automaticLicensing: (account.autoLicensing ?? []).map(({ orgUnitPath }) => orgUnitPath),
    domains: (account.domains ?? []).map(({ domainName, verified, isPrimary }) => ({
      name: domainName,
      verified: verified !== false,
      primary: isPrimary === true,
    })),
    users: [
      ...(account.users ?? []).map((user) => userView(account, user)),
      ...(account.deletedUsers ?? []).map((user) => userView(account, user)),
    ],
    groups: (account.groups ?? []).map(groupView),
    orgUnits: (account.orgUnits ?? [])
      .map((unit) => unit.orgUnitPath ?? unit.name ?? '')
      .filter((path) => path !== '/'),
    roles: rolesOf(account),
    subscriptions: (account.subscriptions ?? []).map(({ skuId, plan, seats, status }) => ({
      sku: productName(skuId),
      plan: plan?.planName ?? '',
      seats: String(seats?.numberOfSeats ?? seats?.maximumNumberOfSeats ?? ''),
      status: status ?? 'ACTIVE',
    })),
  };
}

function productName(skuId: string): string {
  return catalogue.get(skuId)?.name ?? skuId;
}

/** Roles that somebody has, with how many, and roles that the account made itself. */
function rolesOf({ roles = [], roleAssignments = [] }: TenantAccount): string[] {
  const counted = roles.map(({ roleName, isSystemRole }) => ({
    roleName,
    isSystemRole,
    held: roleAssignments.filter((one) => one.roleName === roleName).length,
  }));
  return counted
    .filter(({ held, isSystemRole }) => held > 0 || isSystemRole !== true)
    .map(({ roleName, held }) => (held ? `${roleName} (${held})` : roleName));
}

function groupView({ email, name = '', dynamic = false, members = [] }: TenantGroup): GoogleGroup {
  return {
    email,
    name,
    dynamic,
    members: members.map((member) => ({ who: member.email ?? 'everybody', role: (member.role ?? '').toLowerCase() })),
  };
}

const day = (time: unknown): string => (typeof time === 'string' ? ` since ${time.slice(0, 10)}` : '');

/** What keeps somebody out, the strongest first. */
function stateOf(user: TenantUser): string {
  if (user.deletionTime !== undefined) return `deleted${day(user.deletionTime)}`;
  if (user['archived'] === true) return `archived${day(user['archivalTime'])}`;
  if (user['suspended'] === true) {
    const byGoogle = user['suspensionReason'] !== undefined && user['suspensionReason'] !== 'ADMIN';
    return `suspended${byGoogle ? ' by Google' : ''}${day(user['suspensionTime'])}`;
  }
  return user.hold ? 'active, held by Vault' : 'active';
}

/** The instant of Google's that means never is no date to show. */
function lastSignInOf({ lastLoginTime: time }: TenantUser): string {
  return typeof time !== 'string' || time.startsWith('1970') ? '' : time.slice(0, 16).replace('T', ' ');
}

function userView(account: TenantAccount, user: TenantUser): GoogleUser {
  const [email, state] = [user.primaryEmail, stateOf(user)];
  const roles = (account.roleAssignments ?? [])
    .filter(({ assignedTo }) => assignedTo === email)
    .map(({ roleName }) => roleName);
  return {
    id: user.id ?? '',
    email,
    name: [user.name?.givenName, user.name?.familyName].filter(Boolean).join(' '),
    orgUnit: typeof user['orgUnitPath'] === 'string' ? user['orgUnitPath'] : '/',
    state,
    lastSignIn: lastSignInOf(user),
    canSignIn: state.startsWith('active'),
    twoStep: user['isEnrolledIn2Sv'] === true,
    licences: (account.licences ?? [])
      .filter(({ userId }) => userId === email)
      .map(({ skuId }) => productName(skuId))
      .join(', '),
    roles: [user['isAdmin'] === true && 'super admin', ...roles].filter(Boolean).join(', '),
  };
}
