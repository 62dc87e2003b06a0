import type { Fact } from '../engine/procedure';
import type { Request } from '../engine/request';
import { aspsFact, tokensFact } from './access';
import { groupEffects, plannedGroup, plannedMember } from './effects-groups';
import { plannedByReseller, resellerEffects } from './effects-reseller';
import type { FactTable } from './fact-table';
import {
  assignmentsFact,
  deletedUsersFact,
  groupsOfFact,
  licencesFact,
  orgUnitsFact,
  rolesFact,
  userFact,
} from './facts';
import { archivedFor, archivedProduct, editionOf, workspaceProduct } from './products';
import { asLicence, asOrgUnit, asRole, asRoleAssignment, asUser, type User } from './resources';
import { patchedUser } from './patched-user';

/** What each write changes in the facts. A check applies planned objects, a run what Google answered. */

type Effect = (table: FactTable, request: Request, value: unknown) => void;

/**
 * Applies a write that Google accepted. Throws for an operation without an entry: nobody may write what the facts do
 * not follow.
 */
export function applyWrite(table: FactTable, request: Request, value: unknown): void {
  const effect = effects[request.op];
  if (!effect) throw new Error(`The facts do not follow ${request.op}.`);
  effect(table, request, value);
}

/** Applies a write that is only planned, and gives the object that it would make. */
export function applyPlanned(table: FactTable, request: Request): unknown {
  const value = plannedValue(table, request) ?? plannedByReseller(table, request);
  table.plan(() => {
    applyWrite(table, request, value);
    if (request.op !== 'directory.users.makeAdmin') return;
    changeUser(table, request, (user) => ({ ...user, isAdmin: request.body?.status === true }));
  });
  return value;
}

const effects: Readonly<Record<string, Effect>> = {
  ...resellerEffects,
  ...groupEffects,
  'directory.users.insert': (table, request, value) => {
    const user = asUser(value);
    setUser(table, request.account, user);
    table.markNew(user.primaryEmail, user.id);
  },
  'directory.users.update': (table, request) => {
    changeUser(table, request, (user) => updated(table, request, user));
    moveEdition(table, request);
  },
  'directory.users.delete': (table, { account, params }) => {
    const user = table.valueOf(userFact(account, params.userKey ?? ''));
    for (const key of user ? [user.primaryEmail, user.id, ...user.aliases] : [])
      table.set(userFact(account, key), undefined);
  },
  'directory.users.undelete': (table, { account, params, body }) => {
    const user = table.valueOf(deletedUsersFact(account))?.find(({ id }) => id === params.userKey);
    const orgUnitPath = String(body?.orgUnitPath);
    if (!user) return;
    const fact = deletedUsersFact(account);
    table.set(
      fact,
      knownList(table, fact).filter((one) => one !== user),
    );
    // Whoever was shut out before comes back so, and without aliases and groups for the time being.
    setUser(table, account, { ...user, orgUnitPath, suspended: true, isAdmin: false, aliases: [] });
    table.set(groupsOfFact(account, user.id), []);
  },
  'directory.users.makeAdmin': () => {
    // Google asks to read isAdmin back, so nothing is taken as known here.
  },
  'directory.users.signOut': () => {
    // Sessions are none of the facts.
  },
  'directory.users.aliases.insert': (table, request) => {
    changeUser(table, request, (user) => ({ ...user, aliases: [...user.aliases, String(request.body?.alias)] }));
  },
  'directory.users.aliases.delete': (table, request) => {
    changeUser(table, request, (user) => ({
      ...user,
      aliases: user.aliases.filter((alias) => alias !== request.params.alias),
    }));
    table.set(userFact(request.account, request.params.alias ?? ''), undefined);
  },
  'directory.tokens.delete': (table, { account, params: { userKey = '', clientId } }) => {
    const fact = tokensFact(account, userKey);
    table.set(
      fact,
      knownList(table, fact).filter((one) => one.clientId !== clientId),
    );
  },
  'directory.asps.delete': (table, { account, params: { userKey = '', codeId } }) => {
    const fact = aspsFact(account, userKey);
    table.set(
      fact,
      knownList(table, fact).filter((one) => one.codeId !== codeId),
    );
  },
  'directory.orgunits.insert': (table, request, value) => {
    const fact = orgUnitsFact(request.account);
    table.set(fact, [...knownList(table, fact), { ...asOrgUnit(value), madeHere: true }]);
  },
  'directory.roles.insert': (table, { account }, value) => {
    const fact = rolesFact(account);
    table.set(fact, [...knownList(table, fact), asRole(value)]);
  },
  'directory.roleAssignments.insert': (table, request, value) => {
    const assignment = asRoleAssignment(value);
    const fact = assignmentsFact(request.account, assignment.assignedTo);
    table.set(fact, [...knownList(table, fact), assignment]);
  },
  'directory.roleAssignments.delete': (table, request) => {
    const fact = assignmentsFact(request.account, request.named?.userId ?? '');
    table.set(
      fact,
      knownList(table, fact).filter((one) => one.roleAssignmentId !== request.params.roleAssignmentId),
    );
  },
  'licensing.licenseAssignments.insert': (table, request) => {
    setLicences(table, { request, email: String(request.body?.userId) }, () => [request.params.skuId ?? '']);
  },
  'licensing.licenseAssignments.update': (table, request) => {
    setLicences(table, { request, email: request.params.userId ?? '' }, () => [String(request.body?.skuId)]);
  },
  'licensing.licenseAssignments.delete': (table, request) => {
    setLicences(table, { request, email: request.params.userId ?? '' }, (held) =>
      held.filter((sku) => sku !== request.params.skuId),
    );
  },
};

function plannedValue(table: FactTable, request: Request): unknown {
  const body = request.body ?? {};
  switch (request.op) {
    case 'directory.users.insert':
      return { ...body, id: `planned:${String(body.primaryEmail)}`, creationTime: '' };
    case 'directory.orgunits.insert': {
      const parent = String(body.parentOrgUnitPath);
      const orgUnitPath = `${parent === '/' ? '' : parent}/${String(body.name)}`;
      return { orgUnitId: `planned:${orgUnitPath}`, orgUnitPath };
    }
    case 'directory.roles.insert':
      return { ...body, roleId: `planned:${String(body.roleName)}` };
    case 'directory.roleAssignments.insert':
      return { ...body, roleAssignmentId: 'planned' };
    case 'licensing.licenseAssignments.insert':
      return asLicence({ ...body, ...request.params });
    case 'directory.groups.insert':
      return plannedGroup(request);
    case 'directory.members.insert':
      return plannedMember(table, request);
    default:
      return undefined;
  }
}

function updated(table: FactTable, request: Request, user: User): User {
  const changed = patchedUser(user, request.body ?? {});
  if (changed.primaryEmail === user.primaryEmail) return changed;
  table.rename(request.account, user.primaryEmail, changed.primaryEmail);
  return {
    ...changed,
    aliases: [...changed.aliases.filter((alias) => alias !== changed.primaryEmail), user.primaryEmail],
  };
}

/** Archiving changes the licence of the edition for one of the archive, and back (Google Workspace help). */
function moveEdition(table: FactTable, { account, params, body }: Request): void {
  const user = table.valueOf(userFact(account, params.userKey ?? ''));
  if (!user || typeof body?.archived !== 'boolean') return;
  const edition = licencesFact(account, workspaceProduct, user.primaryEmail);
  const archive = licencesFact(account, archivedProduct, user.primaryEmail);
  const [from, to] = body.archived ? [edition, archive] : [archive, edition];
  const moved = knownList(table, from).map((skuId) => (body.archived ? archivedFor({ skuId }) : editionOf({ skuId })));
  table.set(from, []);
  table.set(
    to,
    moved.flatMap((sku) => sku?.skuId ?? []),
  );
}

function changeUser(table: FactTable, request: Request, change: (user: User) => User): void {
  const known = table.known(userFact(request.account, request.params.userKey ?? ''));
  if (!known || !('value' in known) || known.value === undefined) return;
  setUser(table, request.account, change(known.value as User));
}

function setUser(table: FactTable, account: string, user: User): void {
  for (const key of [user.primaryEmail, user.id, ...user.aliases]) table.set(userFact(account, key), user);
}

function setLicences(
  table: FactTable,
  whose: { request: Request; email: string },
  change: (held: readonly string[]) => readonly string[],
): void {
  const fact = licencesFact(whose.request.account, whose.request.params.productId ?? '', whose.email);
  table.set(fact, change(knownList(table, fact)));
}

function knownList<T>(table: FactTable, fact: Fact<readonly T[]>): readonly T[] {
  const known = table.known(fact);
  return known && 'value' in known && Array.isArray(known.value) ? (known.value as readonly T[]) : [];
}
