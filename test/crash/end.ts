import { createHash } from 'node:crypto';
import { ask } from '../../sandbox/cli/desk';
import type { Desk } from '../../sandbox/cli/desk';
import { handOff } from '../../sandbox/cli/job';
import { namedRows } from '../../sandbox/cli/naming';
import { textTabs } from '../../sandbox/cli/sheets';
import { isWrite } from '../../sandbox/cli/summary';
import type { Tenant, TenantAccount, TenantUser } from '../../sandbox/workspace/tenant';

/**
 * What a job came to, as far as it has to be the same whatever happened on the way. Left out is only what may differ with
 * the time and the order of things: ids, instants, etags, salts of password hashes, and the texts of Details.
 */
export interface End {
  /** Every account with its users, org units, licences, roles and aliases, by name. */
  readonly google: Readonly<Record<string, unknown>>;
  /** Everything that was ever created, each as often as it was. */
  readonly created: readonly string[];
  /** Status by row key. */
  readonly statuses: Readonly<Record<string, string>>;
  /** Password cells that still hold something, by row key. */
  readonly passwordCells: Readonly<Record<string, string>>;
  /** Whose password waits for hand-off. */
  readonly handOff: readonly string[];
  /** Whose password at Google is not the one that waits for hand-off: nobody's may be. */
  readonly wrongPasswords: readonly string[];
  readonly phase: string;
  /** Rows that went in and outcomes that came out do not add up; '' where they do. */
  readonly adrift: string;
  readonly rows: number;
  readonly mails: number;
  readonly triggers: number;
}

/** The end of a job at a desk. */
export function endOf(desk: Desk): End {
  const tenant = desk.workspace.tenant();
  const waiting = handOff(desk);
  const rows = namedRows(textTabs(desk.host.state.sheets));
  const work = ask(desk.host, 'getProgress');
  const cells = (header: string): [string, string][] => rows.map((row) => [row.key, row.cells[header] ?? '']);
  return {
    google: Object.fromEntries(tenant.accounts.map((account) => [account.customer.customerDomain, accountOf(account, new Set(waiting.map((one) => one.email)))])),
    created: createdIn(desk, tenant),
    statuses: Object.fromEntries(cells('status')),
    passwordCells: Object.fromEntries(cells('password').filter(([, text]) => text !== '')),
    handOff: waiting.map((one) => one.email).sort(),
    wrongPasswords: waiting.filter(({ email, password }) => !isPassword(userIn(tenant, email), password)).map((one) => one.email),
    phase: work.phase, adrift: work.adrift, rows: Object.values(work.counts).reduce((sum, count) => sum + count, 0),
    mails: desk.host.state.mails.length, triggers: desk.host.state.triggers.length,
  };
}

function accountOf(account: TenantAccount, handed: ReadonlySet<string>): unknown {
  const { users = [], deletedUsers = [], orgUnits = [], licences = [], roleAssignments = [], groups = [] } = account;
  return {
    users: byName(users.map((user) => userOf(user, handed))),
    deleted: byName(deletedUsers.map((user) => user.primaryEmail)),
    orgUnits: byName(orgUnits.map((unit) => unit.orgUnitPath)),
    licences: byName(licences),
    roles: byName(roleAssignments.map(({ roleAssignmentId: _id, ...assignment }) => assignment)),
    groups: byName(groups.map((group) => group.email)),
  };
}

/** Of a password that waits for hand-off only the salt differs, and whether it is right is said elsewhere. */
function userOf(user: TenantUser, handed: ReadonlySet<string>): unknown {
  const { id: _id, creationTime: _made, lastLoginTime: _seen, passwordHash, ...rest } = user;
  return { ...rest, password: handed.has(user.primaryEmail) ? 'as handed off' : passwordHash };
}

function byName(things: readonly unknown[]): string[] {
  return things.map((thing) => JSON.stringify(thing)).sort();
}

/** Creations that Google accepted, with addresses in the place of user ids. */
function createdIn({ workspace }: Desk, tenant: Tenant): string[] {
  const emails = new Map(tenant.accounts.flatMap((account) => (account.users ?? []).map((user) => [user.id ?? '', user.primaryEmail])));
  const named = (_key: string, value: unknown): unknown => (typeof value === 'string' ? (emails.get(value) ?? value) : value);
  const creations = workspace.log.filter((line) => /\.insert$/.test(line.op) && isWrite(line));
  return creations.map(({ op, params, body }) => JSON.stringify([op, params, body], named)).sort();
}

function userIn(tenant: Tenant, email: string): TenantUser | undefined {
  return tenant.accounts.flatMap((account) => account.users ?? []).find((user) => user.primaryEmail === email);
}

/** Whether this is the password of a user: the simulated Google keeps the SHA-256 of salt and password. */
function isPassword(user: TenantUser | undefined, password: string): boolean {
  const hash = user?.passwordHash;
  return hash !== undefined && 'salt' in hash && createHash('sha256').update(hash.salt + password).digest('hex') === hash.sha256;
}
