import { foldName } from '../../google/names';
import { openRows } from '../open-rows';
import type { Seeks, Values } from '../sheet';
import type { OpenAt, OpenTab, Tab } from '../tab';
import { roleColumns } from './columns';
import { RolesJob } from './job';
import { memoryIn } from './memory';
import { nameRoles, readRoles, wishDigestInput, type RoleRowRead } from './read';

/** The Roles tab: an admin role of an account in each row. */
export const roles: Tab = {
  name: 'Roles',
  columns: roleColumns,
  keyColumns: ['roleName', 'account'],
  idColumn: '',
  secretColumn: '',
  rowsReady: 50,
  nameRows: (values) => {
    const { found, rows } = nameRoles(values);
    return { ...found, rows };
  },
  seeks,
  domainOf: (title) => /^([^/\s]+\.[^/\s]+)\//.exec(title)?.[1] ?? '',
  shows: (memory) => ({ roleId: memoryIn(memory).roleId ?? '' }),
  open,
  writesOf: {
    'directory.roles.insert': 'roleName',
    'directory.roleAssignments.insert': 'groups',
    'directory.roleAssignments.delete': 'groups',
  },
  // People get the role in the same check, for which it has to be there as planned.
  othersGoBy: ({ writes }) => writes.some(({ op }) => op === 'directory.roles.insert'),
};

function seeks(values: Values): Seeks {
  const domains = nameRoles(values).rows.map(({ domain }) => domain);
  return { domains, withRoles: [], withCustom: [], customers: [], people: [] };
}

function open(values: Values, at: OpenAt): OpenTab {
  const { reach, brought } = at;
  const known = { domains: reach.domains, elsewhere: at.others, customerRows: [] };
  const rows = openRows<RoleRowRead>(roles, values, {
    at,
    how: {
      read: readRoles(values, { ...(brought?.domains(known) ?? known), own: reach.who.account }),
      accountOf: ({ makes }) => makes?.account,
      aboutOf: ({ makes }) => ({ who: makes?.roleName ?? '' }),
      belongs: ({ makes }) =>
        makes ? [{ as: 'role', to: `${makes.account} ${foldName(makes.roleName)}`, what: makes.roleName }] : [],
      wishTexts: ({ wish }) => (wish ? [wishDigestInput(wish)] : []),
    },
  });
  return {
    tab: roles,
    values,
    rows,
    roles: rows.flatMap(({ read }) => read.makes ?? []),
    begin: (job) => new RolesJob(rows, job),
  };
}
