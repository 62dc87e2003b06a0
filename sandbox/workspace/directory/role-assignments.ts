import { addAssignment, dropAssignment, enter } from '../access';
import { text } from '../body';
import type { Context, Handler } from '../context';
import { conditionNotMet, duplicate, invalid, notFound, Refused, required } from '../errors';
import { assignmentId, etag } from '../ids';
import { at, orAbsent } from '../json';
import { byText, page, startToken } from '../paging';
import { asListed, asRead, mustBeComplete, remember } from '../propagation';
import { count, type Account, type AssignmentRecord, type RoleRecord } from '../state';
import { switchValue } from '../switch-values';
import { ownerOf } from './addresses';
import { groupsHolding } from './memberships';
import { flatten } from './privilege-tree';
import { customerOf } from './roles';
import { seedAdminRole } from './system-roles';

/** Role assignments (Directory API "Manage roles"; refusals as GAM's tables have them). */

const mostGroups = 250;

type Resource = GoogleAppsScript.AdminDirectory.Schema.RoleAssignment & { assigneeType?: string; condition?: string };

function resource(assignment: AssignmentRecord): Resource {
  return {
    kind: 'admin#directory#roleAssignment',
    etag: etag('assignment', assignment.id),
    roleAssignmentId: assignment.id,
    roleId: assignment.role,
    assignedTo: assignment.assignedTo,
    assigneeType: assignment.assigneeType,
    scopeType: assignment.orgUnit === null ? 'CUSTOMER' : 'ORG_UNIT',
    ...(assignment.orgUnit !== null && { orgUnitId: assignment.orgUnit }),
    ...(assignment.condition !== undefined && { condition: assignment.condition }),
  };
}

function named(context: Context, account: Account): AssignmentRecord {
  const assignment = at(account.assignments, context.params['roleAssignmentId'] ?? '');
  if (!assignment) throw notFound('Resource Not Found: roleAssignmentId');
  return assignment;
}

/**
 * `directory.roleAssignments.list`: by user (address or id) and role. The first page can be empty and still have a
 * token.
 */
export const listAssignments: Handler = (context) => {
  const account = customerOf(context);
  enter(context, account);
  const { userKey, roleId, pageToken } = context.params;
  const kind = 'admin#directory#roleAssignments';
  const emptyFirst = !pageToken && switchValue(context.state, 'emptyRolePage', account) === 'first';
  if (emptyFirst) return { kind, etag: etag('assignments', account.id), nextPageToken: startToken(context) };
  const holders = userKey ? holdersOf(context, account, userKey) : undefined;
  const fits = ({ role, assignedTo }: AssignmentRecord) =>
    (holders === undefined || holders.includes(assignedTo)) && (!roleId || role === roleId);
  const current = Object.values(account.assignments)
    .filter(fits)
    .map((assignment) => [assignment.id, assignment] as const);
  const sorted = asListed(context, 'assignment', {
    current,
    keep: (was) => fits(was) && was.role in account.roles,
  }).sort((a, b) => byText(a.id, b.id));
  const { items, nextPageToken } = page(context, sorted, { key: (assignment) => assignment.id, most: 200, usual: 100 });
  return {
    kind,
    etag: etag('assignments', account.id, items.length),
    items: orAbsent(items.map(resource)),
    nextPageToken,
  };
};

/** Whose assignments a list by user shows: the user's, and those of the groups that they are in where that is asked. */
function holdersOf(context: Context, account: Account, userKey: string): string[] {
  const user = ownerOf(context.state, userKey)?.id ?? userKey;
  if (context.params['includeIndirectRoleAssignments'] !== 'true') return [user];
  return [user, ...groupsHolding(context, account, user).map(({ id }) => id)];
}

/** `directory.roleAssignments.get`. */
export const getAssignment: Handler = (context) => {
  const account = customerOf(context);
  enter(context, account);
  const assignment = named(context, account);
  const seen = asRead(context, ['assignment', assignment.id], assignment);
  if (!seen) throw notFound('Resource Not Found: roleAssignmentId');
  return resource(seen);
};

/** `directory.roleAssignments.insert`: to an id, never to an address; the org unit without its `id:`. */
export const insertAssignment: Handler = (context) => {
  const account = customerOf(context);
  enter(context, account);
  const role = roleOf(context, account);
  const assignee = assigneeOf(context, account);
  const orgUnit = scopeOf(context, account, role);
  const condition = conditionOf(context, account, role);
  mustBeAllowed(context, account, { role, group: assignee.type === 'group' });
  const twin = Object.values(account.assignments).find(
    (known) =>
      known.role === role.id &&
      known.assignedTo === assignee.id &&
      known.orgUnit === orgUnit &&
      (known.condition === condition || switchValue(context.state, 'rolesUnderConditions', account) === 'oneOfEach'),
  );
  if (twin) throw exists(context, account, twin);
  mustFit(context, account, { orgUnit, group: assignee.type === 'group' });
  const id = assignmentId(`${account.id}/${count(context.state, 'assignments')}/${role.id}/${assignee.id}`);
  remember(context, ['assignment', id], null);
  const assignment: AssignmentRecord = {
    id,
    role: role.id,
    assignedTo: assignee.id,
    assigneeType: assignee.type,
    orgUnit,
    ...(condition !== undefined && { condition }),
  };
  addAssignment(account, assignment);
  const user = at(context.state.users, assignee.id);
  if (user && role.superAdmin) user.isAdmin = true;
  return resource(assignment);
};

function roleOf({ body }: Context, account: Account): RoleRecord {
  const id = text(body, 'roleId');
  if (id === undefined) throw required('roleId');
  const role = at(account.roles, id);
  if (!role) throw notFound('Resource Not Found: roleId');
  return role;
}

function assigneeOf(context: Context, account: Account): { id: string; type: 'user' | 'group' } {
  const id = text(context.body, 'assignedTo');
  if (id === undefined) throw required('assignedTo');
  if (!/^\d+$/.test(id)) throw invalid('Invalid Input: assignedTo');
  const group = account.groups.find((one) => one.id === id);
  if (group && !group.security && switchValue(context.state, 'roleGroups', account) === 'security')
    throw invalid('Invalid Input: assignedTo');
  if (group) return { id, type: 'group' };
  const user = at(context.state.users, id);
  if (user?.account !== account.id) throw notFound('Resource Not Found: userKey');
  mustBeComplete(context, user);
  return { id, type: 'user' };
}

function scopeOf({ body, state }: Context, account: Account, role: RoleRecord): string | null {
  const scope = text(body, 'scopeType') ?? 'CUSTOMER';
  if (scope === 'CUSTOMER') return null;
  if (scope !== 'ORG_UNIT') throw invalid('Invalid Input: scopeType');
  const id = text(body, 'orgUnitId') ?? '';
  if (!at(account.orgUnits, id)) throw invalid('Invalid Input: INVALID_OU_ID');
  const scopable = new Set(
    flatten(account.privileges)
      .filter((privilege) => privilege.isOuScopable)
      .map(({ privilegeName, serviceId }) => `${privilegeName}@${serviceId}`),
  );
  const fits = role.privileges.filter((pair) => scopable.has(`${pair.privilegeName}@${pair.serviceId}`)).length;
  // Prebuilt roles as User Management Admin can be limited to org units, whatever else they open (a/answer/2405986).
  const isEvery = !role.system && switchValue(state, 'orgUnitRoles', account) === 'every';
  const need = isEvery ? role.privileges.length : 1;
  if (fits === 0 || fits < need) throw invalid('Invalid Input: scopeType');
  return id;
}

const groupLabels = "api.getAttribute('cloudidentity.googleapis.com/groups.labels', [])";
const groupsOnly = "resource.type == 'cloudidentity.googleapis.com/Group'";
const verbatim = ['security', 'locked'].flatMap((label) => {
  const has = `${groupLabels}.hasAny(['groups.${label}']) && ${groupsOnly}`;
  return label === 'security' ? [has, `!${has}`] : [`!${has}`];
});
/** Enterprise Standard and Plus, Education Plus, Cloud Identity Premium. */
const withConditions = ['1010020026', '1010020020', '1010310008', '1010050001'];

/** Conditions are taken word by word, with two roles, in some editions (Directory API reference, roleAssignments). */
function conditionOf({ body, state }: Context, account: Account, role: RoleRecord): string | undefined {
  const condition = text(body, 'condition');
  if (condition === undefined || condition === '') return undefined;
  const isSold = Object.values(account.subscriptions).some(({ sku }) => withConditions.includes(sku));
  const isOpen = isSold || switchValue(state, 'roleConditions', account) === 'everywhere';
  const takes = role.name === '_GROUPS_EDITOR_ROLE' || role.name === '_GROUPS_READER_ROLE';
  if (!isOpen || !takes || !verbatim.includes(condition)) throw invalid('Invalid Input: condition');
  return condition;
}

/**
 * The seed role goes with makeAdmin; groups cannot be super administrators; teams know no other role (Reseller help,
 * email-verified customers).
 */
function mustBeAllowed(
  { state }: Context,
  account: Account,
  { role, group }: { readonly role: RoleRecord; readonly group: boolean },
): void {
  if (role.superAdmin && (group || switchValue(state, 'seedRoleAssignment', account) === 'refused'))
    throw invalid('Invalid Input: roleId');
  if (!role.superAdmin && account.type === 'team' && switchValue(state, 'teamRoles', account) === 'refused')
    throw conditionNotMet('Roles are not available for this customer.');
}

function exists({ state }: Context, account: Account, twin: AssignmentRecord): Refused {
  if (switchValue(state, 'roleExists', account) === '409') return duplicate();
  return new Refused(
    500,
    'backendError',
    `Role assignment exists: RoleAssignment{roleId=${twin.role}, assignedTo=${twin.assignedTo}}`,
  );
}

function mustFit(
  { state }: Context,
  account: Account,
  { orgUnit, group }: { readonly orgUnit: string | null; readonly group: boolean },
): void {
  const place = orgUnit ?? account.rootOrgUnit;
  const standing = Object.values(account.assignments);
  const there = standing.filter((assignment) => (assignment.orgUnit ?? account.rootOrgUnit) === place).length;
  const groups = standing.filter((assignment) => assignment.assigneeType === 'group').length;
  if (there >= Number(switchValue(state, 'roleAssignments', account)) || (group && groups >= mostGroups))
    throw new Refused(412, 'CUSTOMER_EXCEEDED_ROLE_ASSIGNMENTS_LIMIT', 'CUSTOMER_EXCEEDED_ROLE_ASSIGNMENTS_LIMIT');
}

/** `directory.roleAssignments.delete`. Super administrator rights are withdrawn with makeAdmin instead. */
export const deleteAssignment: Handler = (context) => {
  const account = customerOf(context);
  enter(context, account);
  const assignment = named(context, account);
  if (account.roles[assignment.role]?.name === seedAdminRole)
    throw new Refused(500, 'backendError', 'Operation not supported');
  remember(context, ['assignment', assignment.id], assignment);
  dropAssignment(account, assignment.id);
};
