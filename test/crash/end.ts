import { createHash } from 'node:crypto';
import { ask } from '../../sandbox/cli/desk';
import type { Desk } from '../../sandbox/cli/desk';
import { handOff } from '../../sandbox/cli/job';
import { namedRows } from '../../sandbox/cli/naming';
import { textTabs } from '../../sandbox/cli/sheets';
import { isWrite } from '../../sandbox/cli/summary';
import type { Tenant, TenantAccount, TenantSubscription, TenantUser } from '../../sandbox/workspace/tenant';

/**
 * What a job came to, as far as it has to be the same whatever happened on the way. Left out is only what may differ
 * with the time and the order of things: ids, instants, etags, salts of password hashes, and remarks in Details.
 */
export interface End {
  /** Every account with its customer, subscriptions, users, org units, licences, roles and aliases, by name. */
  readonly google: Readonly<Record<string, unknown>>;
  /** Everything that was ever created, each as often as it was. */
  readonly created: readonly string[];
  /** Status by row key. */
  readonly statuses: Readonly<Record<string, string>>;
  /** What Details tell as done, by row key. */
  readonly deeds: Readonly<Record<string, readonly string[]>>;
  /** What was done once for all, as often as some row tells it. */
  readonly sharedDeeds: readonly string[];
  /** What stands in the other columns of ours on Customers and Subscriptions, by row key. */
  readonly columns: Readonly<Record<string, string>>;
  /** Password and token cells that still hold something, by row key. */
  readonly secretCells: Readonly<Record<string, string>>;
  /** Whose password waits for hand-off. */
  readonly handOff: readonly string[];
  /** Whose password at Google is not the one that waits for hand-off: nobody's may be. */
  readonly wrongPasswords: readonly string[];
  readonly phase: string;
  /** Rows that went in and outcomes that came out do not add up; '' where they do. */
  readonly adrift: string;
  readonly rows: number;
  /** Every mail by recipient and subject without its numbers, as often as it was sent. */
  readonly mails: readonly string[];
  /** Rows that ask a person to look whether something is done that is never done twice. */
  readonly unsure: readonly string[];
  readonly triggers: number;
}

/** The end of a job at a desk. */
export function endOf(desk: Desk): End {
  const tenant = desk.workspace.tenant();
  const waiting = Object.keys(desk.host.state.properties.users).flatMap((person) => {
    desk.host.become(person);
    return handOff(desk);
  });
  const handed = new Set(waiting.map((one) => one.email));
  const rows = namedRows(textTabs(desk.host.state.sheets));
  const work = ask(desk.host, 'getProgress');
  const cells = (header: string): [string, string][] => rows.map((row) => [row.key, row.cells[header] ?? '']);
  const told = rows.map(({ key, cells: { status, details = '' } }): [string, readonly string[]] => [
    key,
    status === 'Done' ? deedsIn(details) : [],
  ]);
  return {
    google: byDomain(tenant.accounts.map((account) => [nameOf(account), accountOf(account, { handed, tenant })])),
    created: createdIn(desk, tenant),
    statuses: Object.fromEntries(cells('status')),
    deeds: Object.fromEntries(told.map(([key, deeds]) => [key, deeds.filter((deed) => !forAll.test(deed))])),
    sharedDeeds: told.flatMap(([, deeds]) => deeds.filter((deed) => forAll.test(deed))).sort(),
    columns: columnsIn(rows, tenant),
    secretCells: Object.fromEntries(
      [...cells('password'), ...cells('transfertoken')].filter(([, text]) => text !== ''),
    ),
    handOff: waiting.map((one) => one.email).sort(),
    wrongPasswords: waiting
      .filter(({ email, password }) => !isPassword(userIn(tenant, email), password))
      .map((one) => one.email),
    phase: work.phase,
    adrift: work.adrift,
    rows: Object.values(work.counts).reduce((sum, count) => sum + count, 0),
    mails: mailsOf(desk),
    unsure: cells('details')
      .filter(([, says]) => asksToLook.test(says))
      .map(([key]) => key),
    triggers: desk.host.state.triggers.length,
  };
}

/** Which of the rows that share it did it depends on who came first. */
const forAll = /^created the org unit/;

/**
 * The deeds that Details begin with. Which of the fields of one update went last depends on the instant, and whether
 * something had to be taken away depends on what Google gave meanwhile.
 */
function deedsIn(details: string): readonly string[] {
  const [first = ''] = details.split(/\. /);
  const deeds = first.toLowerCase().replace(/\.$/, '').split(', ');
  return deeds
    .filter((deed) => /^(created|changed|gave|made|ordered|transferred|set|told) /.test(deed))
    .map((deed) => deed.replace(/^changed .*/, 'changed'));
}

const asksToLook = /It is not ordered again by itself|may have been sent: look in Sent/;

/** Every mail that was sent, by recipient and subject; a summary says how many rows need somebody. */
export function mailsOf({ host }: Desk): string[] {
  return host.state.mails.map(({ to, subject }) => `${to}: ${subject.replace(/\d+/g, 'n')}`).sort();
}

/** Teams share domains. */
function nameOf({ customer }: TenantAccount): string {
  return [customer.customerDomain, ...(customer.primaryAdmin ? [customer.primaryAdmin.primaryEmail] : [])].join('/');
}

/** Two of one name are two: a customer that was made twice must not hide behind itself. */
function byDomain(accounts: readonly (readonly [string, unknown])[]): Readonly<Record<string, unknown>> {
  const times = new Map<string, number>();
  return Object.fromEntries(
    accounts.map(([name, account]) => {
      const count = (times.get(name) ?? 0) + 1;
      times.set(name, count);
      return [count > 1 ? `${name}#${String(count)}` : name, account];
    }),
  );
}

interface About {
  readonly handed: ReadonlySet<string>;
  readonly tenant: Tenant;
}

function accountOf(account: TenantAccount, { handed, tenant }: About): unknown {
  const {
    users = [],
    deletedUsers = [],
    orgUnits = [],
    licences = [],
    roleAssignments = [],
    groups = [],
    subscriptions = [],
  } = account;
  const { id: _id, customerCreationTime: _made, ...customer } = account.customer;
  const reseller = tenant.accounts.find((one) => one.customer.id === account.resoldBy);
  return {
    customer,
    resoldBy: reseller && nameOf(reseller),
    subscriptions: byName(subscriptions.map(subscriptionOf)),
    users: byName(users.map((user) => userOf(user, handed))),
    deleted: byName(deletedUsers.map((user) => user.primaryEmail)),
    orgUnits: byName(orgUnits.map((unit) => unit.orgUnitPath)),
    licences: byName(licences),
    roles: byName(roleAssignments.map(({ roleAssignmentId: _own, ...assignment }) => assignment)),
    groups: byName(
      groups.map(({ email, members = [] }) => [email, byName(members.map((one) => [one.email, one.role]))]),
    ),
  };
}

function subscriptionOf({
  skuId,
  plan,
  seats,
  status,
  suspensionReasons,
  renewalSettings,
  purchaseOrderId,
  trialSettings,
  direct,
}: TenantSubscription): unknown {
  return {
    skuId,
    plan: plan?.planName,
    seats,
    status,
    suspensionReasons,
    renewalSettings,
    purchaseOrderId,
    inTrial: trialSettings?.isInTrial,
    direct,
  };
}

/** What differs with the time and with ids. */
const instants = ['id', 'customerId', 'creationTime', 'lastLoginTime', 'suspensionTime', 'archivalTime', 'returning'];

/** Of a password that waits for hand-off only the salt differs, and whether it is right is said elsewhere. */
function userOf(user: TenantUser, handed: ReadonlySet<string>): unknown {
  const { passwordHash, ...rest } = user;
  const lasting = Object.entries(rest).filter(([name]) => !instants.includes(name));
  return { ...Object.fromEntries(lasting), password: handed.has(user.primaryEmail) ? 'as handed off' : passwordHash };
}

function byName(things: readonly unknown[]): string[] {
  return things.map((thing) => JSON.stringify(thing)).sort();
}

/** Creations that Google accepted, with names in the place of ids. */
function createdIn({ workspace }: Desk, tenant: Tenant): string[] {
  const names = namesIn(tenant);
  const named = (_key: string, value: unknown): unknown =>
    typeof value === 'string' ? (names.get(value) ?? value) : value;
  const creations = workspace.log.filter((line) => /\.insert$/.test(line.op) && isWrite(line));
  return creations.map(({ op, params, body }) => JSON.stringify([op, params, body], named)).sort();
}

/** Addresses, domains and names of roles by the ids that Google gave. */
function namesIn(tenant: Tenant): ReadonlyMap<string, string> {
  const users = tenant.accounts.flatMap((account) =>
    (account.users ?? []).map((user) => [user.id ?? '', user.primaryEmail] as const),
  );
  return new Map([
    ...users,
    ...tenant.accounts.map((account) => [account.customer.id ?? '', nameOf(account)] as const),
    ...tenant.accounts.flatMap(({ roles = [] }) =>
      roles.map(({ roleId, roleName }) => [String(roleId ?? ''), String(roleName ?? '')] as const),
    ),
  ]);
}

/** How many seats are in use depends on when one looks. */
function columnsIn(rows: ReturnType<typeof namedRows>, tenant: Tenant): Readonly<Record<string, string>> {
  const names = namesIn(tenant);
  return Object.fromEntries(
    rows
      .filter(({ tab }) => tab !== 'Users')
      .map(({ key, cells }) => {
        const says = (cells['googlesays'] ?? '').replace(/\d+ of (\d+)/, '$1');
        const id = cells['customerid'] ?? '';
        return [key, [names.get(id) ?? id, cells['terms'], cells['domainverified'], says].join(' | ')];
      }),
  );
}

function userIn(tenant: Tenant, email: string): TenantUser | undefined {
  return tenant.accounts.flatMap((account) => account.users ?? []).find((user) => user.primaryEmail === email);
}

/** Whether this is the password of a user: the simulated Google keeps the SHA-256 of salt and password. */
function isPassword(user: TenantUser | undefined, password: string): boolean {
  const hash = user?.passwordHash;
  return (
    hash !== undefined &&
    'salt' in hash &&
    createHash('sha256')
      .update(hash.salt + password)
      .digest('hex') === hash.sha256
  );
}
