import { findRole } from '../../google/roles';
import { textOf } from '../../table/places';
import { withoutSign } from '../../table/made';
import { titleOf } from '../line';
import { openRows } from '../open-rows';
import type { Seeks, Values } from '../sheet';
import type { Belonging, OpenAt, OpenTab, Tab } from '../tab';
import { userColumns } from './columns';
import { UsersJob, type UsersAt } from './job';
import { pendingIn, wishedBefore, written, type WishedBefore } from './leaving';
import { memoryIn } from './memory';
import { nameUsers, readUsers, wishDigestInput, type UserRowRead } from './read';
import type { KnownNames } from './read-lookups';
import { domainOf } from '../domains';
import type { Memory as UserMemory } from './row';
import type { UserWish } from './wish';

/** The Users tab: a person in each row. */
export const users: Tab = {
  name: 'Users',
  required: true,
  tellsUnused: true,
  columns: userColumns,
  keyColumns: ['email'],
  idColumn: 'userId',
  secretColumn: 'password',
  keepsGiven: true,
  rowsReady: 1000,
  nameRows: nameUsers,
  seeks,
  domainOf: (title) => title.split('@')[1] ?? '',
  rewrites: (memory) => pendingIn(memoryIn(memory)),
  rewritten: (memory) => ({ ...written(memoryIn(memory)) }),
  shows: (memory) => ({ userId: memoryIn(memory).userId ?? '' }),
  open,
  writesOf: {
    'directory.orgunits.insert': 'orgUnit',
    'licensing.licenseAssignments.insert': 'licences',
    'licensing.licenseAssignments.update': 'licences',
    'licensing.licenseAssignments.delete': 'licences',
    'directory.roleAssignments.insert': 'roles',
    'directory.roleAssignments.delete': 'roles',
    'directory.users.aliases.insert': 'aliases',
    'directory.members.insert': 'groups',
    'directory.members.delete': 'groups',
    'directory.users.aliases.delete': 'aliases',
    'directory.users.makeAdmin': 'superAdmin',
    'directory.users.delete': 'state',
  },
  othersGoBy: ({ writes }) => writes.some(({ op }) => op === 'directory.users.makeAdmin'),
  creates: ({ op, body }) => (op === 'directory.users.insert' ? textOf(body?.primaryEmail) : undefined),
  left: (memory) => (memoryIn(memory).created ? 'The user had been created.' : ''),
};

function seeks(values: Values): Seeks {
  const { rows } = nameUsers(values);
  const domains = (of: typeof rows): readonly string[] => of.map(({ email = '' }) => email.split('@')[1] ?? '');
  return {
    domains: domains(rows),
    withRoles: domains(rows.filter(({ wishesRoles }) => wishesRoles)),
    withCustom: domains(rows.filter(({ wishesCustom }) => wishesCustom)),
    customers: [],
    people: rows.flatMap(({ email }) => email ?? []),
  };
}

function open(seen: Values, at: OpenAt): OpenTab {
  const values = withGiven(seen, at.given);
  const { reach, brought, lines } = at;
  const known = { domains: reach.domains, elsewhere: at.others, customerRows: [] };
  const addressOf = (id: string): string | undefined => addressIn(lines.byId('userId', id)?.key);
  const read = readUsers(values, {
    ...(brought?.domains(known) ?? known),
    roles: withRolesOfRows(reach.roles, at.opened),
    schemas: reach.schemas,
    skus: [],
    addressOf,
  });
  const positions: Readonly<Partial<Record<string, number>>> = read.positions;
  const cellOf = ({ row }: UserRowRead, id: string): string | undefined => {
    const place = positions[id];
    return place === undefined ? undefined : (values[row - 1]?.[place] ?? '');
  };
  const rows = openRows<UserRowRead>(users, values, { at, how: { read, ...howIn(at, cellOf) } });
  return { tab: users, values, rows, begin: (job) => new UsersJob({ open: { values, rows }, cellOf }, job) };
}

/**
 * The roles that accounts have, and those that rows make there, with where and under what people get them by their
 * rows; of accounts whose roles were not read any name passes.
 */
function withRolesOfRows(has: OpenAt['reach']['roles'], opened: OpenAt['opened']): KnownNames['roles'] {
  const made = opened.flatMap(({ roles = [] }) => roles);
  return Object.fromEntries(
    Object.entries(has).map(([account, known]) => {
      const ofRows = made.filter((one) => one.account === account);
      // Of two rows the first is worked on.
      const rowOf = new Map(ofRows.reverse().map((one) => [nameOf(one.roleName, known), one]));
      const there = known.map(({ roleName }) => ({ ...rowOf.get(roleName), roleName }));
      const names = new Set(known.map(({ roleName }) => roleName));
      return [account, [...there, ...[...rowOf].flatMap(([name, one]) => (names.has(name) ? [] : [one]))]];
    }),
  );
}

/** The name of the role that a row on Roles means, among those that are there; else as it stands. */
function nameOf(text: string, known: readonly { readonly roleName: string }[]): string {
  const found = findRole(text, known);
  return 'found' in found ? found.found.roleName : text;
}

/** The tab with imported passwords in Password cells that are blank, as far as reading it goes. */
function withGiven(values: Values, given: OpenAt['given']): Values {
  if (!given.size) return values;
  const { rows, positions } = nameUsers(values);
  const place = positions.password ?? values.reduce((most, { length }) => Math.max(most, length), 0);
  const filled = values.map((cells) => [...cells, ...Array.from({ length: place - cells.length + 1 }, () => '')]);
  if (positions.password === undefined) filled[0] = [...(filled[0] ?? []).slice(0, place), headerOf('password')];
  for (const { row, name } of rows) {
    const cells = filled[row - 1];
    const text = given.get(name);
    if (cells && text !== undefined && !cells[place]?.trim()) cells[place] = text;
  }
  return filled;
}

function headerOf(id: string): string {
  return userColumns.find((column) => column.id === id)?.header ?? id;
}

function howIn({ reach, lines, job }: OpenAt, cellOf: UsersAt['cellOf']) {
  const domainIn = ({ email = '' }: UserRowRead): string => email.split('@')[1] ?? '';
  return {
    accountOf: (row: UserRowRead) =>
      row.wish?.account ?? reach.domains.find((domain) => domain.name === domainIn(row))?.account,
    aboutOf: (row: UserRowRead) => ({ who: row.email ?? '', domain: domainIn(row) }),
    lineOf: (row: UserRowRead) => lineOf(row, lines),
    groupOf: domainIn,
    belongs,
    wishTexts: (row: UserRowRead, memory: object) => {
      const known = memoryIn(memory);
      const before = wishedBefore(known, job, (id) => withoutSign(cellOf(row, id) ?? ''));
      return row.wish ? wishTexts(row.wish, known, before) : [];
    },
  };
}

function belongs({ email = '', wish }: UserRowRead): readonly Belonging[] {
  const person = { as: 'person' as const, to: email, what: email };
  return wish?.superAdmin ? [person, { ...person, as: 'administrator', to: domainOf(email) }] : [person];
}

/** An id that Seatsheet itself wrote while it worked does not count; one that a person put there does. */
function wishTexts(wish: UserWish, { userId: own }: UserMemory, before: WishedBefore): readonly string[] {
  const { userId, ...rest } = wish;
  const whole = wishDigestInput(wish, before);
  return userId === own ? [wishDigestInput(rest, before), whole] : [whole];
}

/**
 * A line is a row's own by User ID, else by key: a copy carries nothing along, a renamed row everything, also where
 * another has its key by now.
 */
function lineOf(row: UserRowRead, lines: OpenAt['lines']): ReturnType<OpenAt['lines']['line']> {
  const own = row.userId === undefined ? undefined : lines.byId('userId', row.userId);
  if (own) return own;
  const named = lines.line(row.name);
  const userId = named && memoryIn(named.memory).userId;
  const another = userId !== undefined && row.userId !== undefined && row.userId !== userId;
  return another ? undefined : named;
}

/** The address in a key: `Users!ana@shop.example#2` is `ana@shop.example`. */
function addressIn(key: string | undefined): string | undefined {
  return key === undefined ? undefined : titleOf(key).replace(/#\d+$/, '');
}
