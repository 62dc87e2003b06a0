import type { Switch } from './switch';

/** Switches of admin roles, their privileges and assignments. */
export const roleSwitches = {
  privilegeChildren: {
    values: ['needed', 'left'],
    says: 'Whether a role that gets a privilege with others below it has to name those, too.',
  },
  customRoles: { values: ['750'], number: true, says: 'How many roles of its own an account can have.' },
  orgUnitRoles: {
    values: ['every', 'any'],
    says: 'Of which privileges of a role have to be for org units for it to be given for one.',
  },
  roleAssignments: {
    values: ['1000'],
    number: true,
    says: 'How many role assignments an org unit can have; those for the whole account count for the root.',
  },
  roleConditions: { values: ['byEdition', 'everywhere'], says: 'Whether roles take a condition in every edition.' },
  roleGroups: {
    values: ['security', 'any'],
    says: 'Whether roles can be given to groups that are not labelled as security groups.',
  },
  roleExists: { values: ['500', '409'], says: 'Status when a role is already assigned.' },
  rolesUnderConditions: {
    values: ['oneOfEach', 'severalOfEach'],
    says: 'Whether somebody can hold a role in one place under several conditions.',
  },
  seedRoleAssignment: {
    values: ['refused', 'allowed'],
    says: 'Whether _SEED_ADMIN_ROLE can be assigned instead of makeAdmin.',
  },
  teamRoles: {
    values: ['refused', 'allowed'],
    says: 'Whether roles other than super administrator exist in team accounts.',
  },
} as const satisfies Record<string, Switch>;
