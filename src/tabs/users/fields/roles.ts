import { ensureRole, givenRoles, givenRoleShown, heldRoles, holdsRole, roleMade, takeRole } from '../../../ensure/role';
import { roleShown, sameRole } from '../../../google/scoped-roles';
import { granted, pointedOut, type Grant } from '../grants';
import { user } from './make';

/**
 * Admin roles by their names: `_RESELLER_ADMIN_ROLE`, `Customer Care`; each for the whole account, or as one text with
 * the org unit that it holds for and its condition.
 */
export const roles = granted(
  {
    ...user.entry<'roles', readonly string[]>({
      id: 'roles',
      header: 'Roles',
      choices: 'roles',
      takenOver: true,
      width: 180,
      synonyms: [
        'Role',
        'Admin role',
        'Admin roles',
        'Rolle',
        'Rollen',
        'Administratorrolle',
        'Rol',
        'Rôle',
        'Rôles',
        'Admin-Rolle',
        'Administratorrollen',
        'Rol de administrador',
        'Roles de administrador',
        'Rôle d’administrateur',
        'Função de administrador',
      ],
      note: 'Names of admin roles, separated by commas; Help Desk @ /Sales holds for one org unit; "Support, EMEA" in quotes is one name. Empty leaves the roles as they are; - means none. For Super Admin tick the next column.',
      find: (text, { lookups, standing }) =>
        lookups.roles(text, standing?.kind === 'account' ? standing.account : undefined),
      shown: (texts) => texts.map(roleShown).join(', ') || 'none',
      kept: (texts) => texts.map(sameRole).sort().join('\n'),
    }),
    dash: { means: [] },
  },
  {
    members: (wished) => wished.map(memberOf),
    *pointOut(person) {
      const held = (yield* heldRoles(person)).map(roleShown);
      if (held.length === 0) return undefined;
      const says = `Holds ${held.join(', ')} although the row says no roles.`;
      return pointedOut(says, person, { remove: 'it', page: 'Admin roles and privileges' });
    },
    handOn: { held: heldRoles, value: (texts) => texts },
    *spare(wished, { person }) {
      const kept = wished.map(sameRole);
      const given = (yield* givenRoles(person)).filter(({ role }) => !kept.includes(sameRole(role)));
      return given.map((one) => ({
        kept: sameRole(one.role),
        shown: givenRoleShown(one),
        rights: true,
        take: () => takeRole(person, one),
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

function memberOf(role: string): Grant {
  return {
    kept: sameRole(role),
    *grant({ person, roles: around }) {
      yield* roleMade(person, role, around);
      yield* ensureRole(person, role, around);
    },
    *gone({ person, roles: around }) {
      yield* roleMade(person, role, around);
      return (yield* holdsRole(person, role))
        ? undefined
        : `The role ${roleShown(role)} was taken away at Google since.`;
    },
  };
}
