import { ensureRole, givenRoles, givenRoleShown, heldRoles, holdsRole, roleMade, takeRole } from '../../../ensure/role';
import { roleLabel } from '../../../google/roles';
import { granted, pointedOut, type Grant } from '../grants';
import { user } from './make';

/** Admin roles for the whole account, by their names as Google has them: `_RESELLER_ADMIN_ROLE`, `Customer Care`. */
export const roles = granted(
  user.list({
    id: 'roles',
    header: 'Roles',
    choices: 'roles',
    takenOver: true,
    width: 180,
    synonyms: ['Role', 'Admin role', 'Admin roles', 'Rolle', 'Rollen', 'Administratorrolle', 'Rol', 'Rôle', 'Rôles'],
    note: 'Names of admin roles, separated by commas. Empty leaves the roles as they are; - means none. For Super Admin tick the next column.',
    find: (text, { lookups, standing }) =>
      lookups.role(text, standing?.kind === 'account' ? standing.account : undefined),
    all: (names) => ({ kind: 'value', value: [...new Set(names)] }),
    shown: roleLabel,
    kept: (roleName) => roleName,
  }),
  {
    members: (wished) => wished.map(memberOf),
    *pointOut(person) {
      const held = (yield* heldRoles(person)).map(roleLabel);
      if (held.length === 0) return undefined;
      const says = `Holds ${held.join(', ')} although the row says no roles.`;
      return pointedOut(says, person, { remove: 'it', page: 'Admin roles and privileges' });
    },
    handOn: { held: heldRoles, value: (names) => names },
    *spare(wished, { person }) {
      const given = (yield* givenRoles(person)).filter(({ roleName }) => !wished.includes(roleName));
      return given.map((role) => ({
        kept: role.roleName,
        shown: givenRoleShown(role),
        rights: true,
        take: () => takeRole(person, role),
      }));
    },
    afterWrite: ({ op, named }, agreed) => {
      const role = (named?.roleId ?? '').replace(/^role:/, '');
      if (op === 'directory.roleAssignments.insert') return [...agreed, role];
      const isTaken = op === 'directory.roleAssignments.delete' && agreed.includes(role);
      return isTaken ? agreed.filter((one) => one !== role) : undefined;
    },
  },
);

function memberOf(roleName: string): Grant {
  return {
    kept: roleName,
    *grant({ person, roleRows }) {
      yield* roleMade(person, roleName, roleRows(person.account, roleName));
      yield* ensureRole(person, roleName);
    },
    *gone({ person, roleRows }) {
      yield* roleMade(person, roleName, roleRows(person.account, roleName));
      return (yield* holdsRole(person, roleName))
        ? undefined
        : `The role ${roleLabel(roleName)} was taken away at Google since.`;
    },
  };
}
