import { openRows } from '../open-rows';
import { domainOf } from '../domains';
import type { Seeks, Values } from '../sheet';
import type { OpenAt, OpenTab, Tab } from '../tab';
import { broughtBy } from './brings';
import { groupColumns } from './columns';
import { GroupsJob } from './job';
import { nameGroups, readGroups, wishDigestInput, type GroupRowRead } from './read';

/** The Groups tab: a group in each row. */
export const groups: Tab = {
  name: 'Groups',
  columns: groupColumns,
  keyColumns: ['email'],
  idColumn: '',
  secretColumn: '',
  rowsReady: 200,
  nameRows: (values) => {
    const { found, rows } = nameGroups(values);
    return { ...found, rows };
  },
  seeks,
  domainOf: (title) => title.split('@')[1] ?? '',
  shows: () => ({}),
  open,
  owns: (shared) => shared.startsWith('group:'),
  writesOf: {
    'directory.members.insert': 'owners',
    'directory.members.patch': 'owners',
    'directory.groups.delete': 'state',
  },
};

function seeks(values: Values): Seeks {
  const { rows } = nameGroups(values);
  const domains = rows.flatMap(({ email }) => (email === undefined ? [] : [domainOf(email)]));
  return { domains, withRoles: [], withCustom: [], customers: [], people: [] };
}

function open(values: Values, at: OpenAt): OpenTab {
  const { reach, brought } = at;
  const known = { domains: reach.domains, elsewhere: at.others, customerRows: [] };
  const domainIn = ({ email = '' }: GroupRowRead): string => domainOf(email);
  const rows = openRows<GroupRowRead>(groups, values, {
    at,
    how: {
      read: readGroups(values, brought?.domains(known) ?? known),
      accountOf: (row) => row.wish?.account ?? reach.domains.find(({ name }) => name === domainIn(row))?.account,
      aboutOf: (row) => ({ who: row.email ?? '', domain: domainIn(row) }),
      // Behind the people of the domain: they are under way by the time that a group looks for its owners.
      groupOf: domainIn,
      wishTexts: ({ wish }) => (wish ? [wishDigestInput(wish)] : []),
    },
  });
  return { tab: groups, values, rows, groups: (job) => broughtBy(rows, job), begin: (job) => new GroupsJob(rows, job) };
}
