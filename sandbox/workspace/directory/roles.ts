import { accountFor, enter } from '../access';
import { has, list, text } from '../body';
import type { Context, Handler } from '../context';
import { conditionNotMet, duplicate, invalid, limitExceeded, notFound, required } from '../errors';
import { etag, roleId } from '../ids';
import { at, isObject, orAbsent } from '../json';
import { byText, page } from '../paging';
import { count, type Account, type RoleRecord } from '../state';
import { switchValue } from '../switch-values';
import { flatten } from './privilege-tree';

/** Roles (Directory API "Manage roles"; at most 750 custom ones, limits there). */

/** The account of the `customer` parameter. Throws 404 as GAM's tables have it. */
export function customerOf(context: Context): Account {
  const account = accountFor(context, context.params['customer'] ?? '');
  if (!account) throw notFound("Customer doesn't exist");
  return account;
}

type Resource = GoogleAppsScript.AdminDirectory.Schema.Role;

/** Flags are absent rather than false, as in the guide's list of roles. */
function resource(role: RoleRecord): Resource {
  return {
    kind: 'admin#directory#role',
    etag: etag('role', role.id, role.version),
    roleId: role.id,
    roleName: role.name,
    roleDescription: role.description,
    rolePrivileges: orAbsent(role.privileges.map((pair) => ({ ...pair }))),
    ...(role.system && { isSystemRole: true }),
    ...(role.superAdmin && { isSuperAdminRole: true }),
  };
}

function named(context: Context, account: Account): RoleRecord {
  const role = at(account.roles, context.params['roleId'] ?? '');
  if (!role) throw notFound('Resource Not Found: roleId');
  return role;
}

/** `directory.roles.list`. */
export const listRoles: Handler = (context) => {
  const account = customerOf(context);
  enter(context, account);
  const sorted = Object.values(account.roles).sort((a, b) => byText(a.id, b.id));
  const { items, nextPageToken } = page(context, sorted, { key: (role) => role.id, most: 100, usual: 100 });
  return {
    kind: 'admin#directory#roles',
    etag: etag('roles', account.id, items.length),
    items: orAbsent(items.map(resource)),
    nextPageToken,
  };
};

/** `directory.roles.get`. */
export const getRole: Handler = (context) => {
  const account = customerOf(context);
  enter(context, account);
  return resource(named(context, account));
};

const pairText = ({ privilegeName, serviceId }: RoleRecord['privileges'][number]): string =>
  `${privilegeName}@${serviceId}`;

function privilegesOf(context: Context, account: Account): RoleRecord['privileges'] {
  const { body, state } = context;
  const tree = flatten(account.privileges);
  const known = new Set(tree.map(pairText));
  const named = (list(body, 'rolePrivileges') ?? []).map((pair) => {
    const [privilegeName, serviceId] = isObject(pair) ? [text(pair, 'privilegeName'), text(pair, 'serviceId')] : [];
    if (privilegeName === undefined || serviceId === undefined || !known.has(`${privilegeName}@${serviceId}`))
      throw invalid('Invalid Input: rolePrivileges');
    return { privilegeName, serviceId };
  });
  if (switchValue(state, 'privilegeChildren', account) === 'left') return named;
  const sent = new Set(named.map(pairText));
  const below = tree.filter((one) => sent.has(pairText(one))).flatMap(({ childPrivileges = [] }) => childPrivileges);
  if (flatten(below).some((one) => !sent.has(pairText(one)))) throw invalid('Invalid Input: rolePrivileges');
  return named;
}

function mustBeNew(account: Account, name: string, self = ''): void {
  if (name.trim() === '') throw required('roleName');
  if (Object.values(account.roles).some((role) => role.name.toLowerCase() === name.toLowerCase() && role.id !== self))
    throw duplicate();
}

/** `directory.roles.insert`. */
export const insertRole: Handler = (context) => {
  const account = customerOf(context);
  enter(context, account);
  const name = text(context.body, 'roleName') ?? '';
  mustBeNew(account, name);
  const privileges = privilegesOf(context, account);
  if (privileges.length === 0) throw required('rolePrivileges');
  const mostCustom = Number(switchValue(context.state, 'customRoles', account));
  if (Object.values(account.roles).filter((role) => !role.system).length >= mostCustom)
    throw limitExceeded(`An account can have at most ${mostCustom} roles of its own.`);
  const id = roleId(`${account.id}/${count(context.state, 'roles')}/${name}`);
  const role = {
    id,
    name,
    description: text(context.body, 'roleDescription') ?? '',
    privileges,
    system: false,
    superAdmin: false,
    version: 1,
  };
  account.roles[id] = role;
  return resource(role);
};

/** `directory.roles.patch`. Prebuilt roles cannot be changed. */
export const patchRole: Handler = (context) => {
  const account = customerOf(context);
  enter(context, account);
  const role = named(context, account);
  if (role.system) throw conditionNotMet('System roles cannot be changed.');
  const { body } = context;
  const name = text(body, 'roleName') ?? role.name;
  mustBeNew(account, name, role.id);
  const privileges = has(body, 'rolePrivileges') ? privilegesOf(context, account) : role.privileges;
  if (privileges.length === 0) throw required('rolePrivileges');
  const next = {
    ...role,
    name,
    description: text(body, 'roleDescription') ?? role.description,
    privileges,
    version: role.version + 1,
  };
  account.roles[role.id] = next;
  return resource(next);
};

/** `directory.roles.delete`. Prebuilt roles, and roles that somebody has, stay. */
export const deleteRole: Handler = (context) => {
  const account = customerOf(context);
  enter(context, account);
  const role = named(context, account);
  if (role.system) throw conditionNotMet('System roles cannot be deleted.');
  if (Object.values(account.assignments).some((assignment) => assignment.role === role.id))
    throw conditionNotMet('The role is still assigned.');
  Reflect.deleteProperty(account.roles, role.id);
};
