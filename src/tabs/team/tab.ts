import { defined } from '../../engine/defined';
import { domainStates, type DomainState } from '../domains';
import { openRows } from '../open-rows';
import type { Values } from '../sheet';
import type { Belonging, OpenAt, OpenTab, Row, Tab } from '../tab';
import { isPeople } from '../people-rows';
import { teamColumns } from './columns';
import { TeamJob } from './job';
import { memoryIn } from './memory';
import { nameTeam, readTeam, type TeamRowRead } from './read';
import { rosterAddresses } from './roster';
import { isLeaving, partingOf, type RosterAccount } from './accounts';

/** The Team tab: a person of the reseller's own staff in each row, whose accounts are rows of Users. */
export const team: Tab = {
  name: 'Team',
  columns: teamColumns,
  keyColumns: ['userName'],
  idColumn: '',
  secretColumn: '',
  rowsReady: 100,
  nameRows: nameTeam,
  seeks: () => ({ domains: [], withRoles: [], withCustom: [], customers: [], people: [] }),
  domainOf: () => '',
  shows: () => ({}),
  open,
};

function open(values: Values, at: OpenAt): OpenTab {
  const read = readTeam(values);
  const accounts = accountsOf(read.rows, at);
  const ofRow = (name: string): readonly RosterAccount[] => accounts.get(name) ?? [];
  const rows = openRows<TeamRowRead>(team, values, {
    at,
    how: {
      read,
      accountOf: () => undefined,
      aboutOf: ({ person }) => ({ who: person.userName, domain: '' }),
      // One group behind everybody on Users: their rows are under way by the time that these look for them.
      groupOf: () => 'team',
      belongs: (row) => leavers(row, ofRow(row.name), at),
      wishTexts: ({ person }) => {
        const { row: _place, name: _name, ...wish } = person;
        return [JSON.stringify(wish)];
      },
    },
  });
  return { tab: team, values, rows, begin: (job) => new TeamJob({ rows, lines: at.lines, accountsOf: ofRow }, job) };
}

/** The accounts of everybody, by the names of the rows. */
function accountsOf(
  rows: readonly TeamRowRead[],
  { opened, reach, others }: OpenAt,
): ReadonlyMap<string, readonly RosterAccount[]> {
  const people = opened.find(({ tab }) => isPeople(tab));
  const byRow = new Map(people?.rows.map((row): [number, Row] => [row.row, row]));
  const stateOf = rosterDomains({ domains: reach.domains, elsewhere: [...others, ...reach.elsewhere] });
  const addresses = rosterAddresses(
    rows.map(({ person }) => person),
    people?.values ?? [],
  );
  return new Map(
    [...addresses].map(([name, all]) => [
      name,
      all.map((one) => {
        const asRow = one.users && byRow.get(one.users.row);
        return { ...one, state: stateOf(one.domain), ...defined({ asRow }) };
      }),
    ]),
  );
}

/** How the domains of the roster stand for whoever works. */
export function rosterDomains(known: Pick<OpenAt['reach'], 'domains' | 'elsewhere'>): (domain: string) => DomainState {
  // A domain is known by its account alone: that it heads a column, or stands at Google, confirms nothing.
  const elsewhere = known.elsewhere.filter(({ name, who, admins = [] }) => name !== who || admins.length > 0);
  return domainStates({ ...known, elsewhere, customerRows: [] });
}

/** What rows of Users are to be told: whose people leave, and who is made no account any more. */
function leavers(
  { wish, name }: TeamRowRead,
  accounts: readonly RosterAccount[],
  { lines }: OpenAt,
): readonly Belonging[] {
  const memory = memoryIn(lines.line(name)?.memory ?? {});
  if (!wish) return [];
  return accounts.flatMap((one): Belonging[] => {
    const parting = partingOf(one, wish, memory);
    return parting && (isLeaving(parting) || parting === 'rests')
      ? [{ as: 'leaver', to: one.email, what: parting }]
      : [];
  });
}
