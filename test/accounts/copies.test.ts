import { ask } from '../../sandbox/cli/desk';
import { openDesk, type TestDesk } from '../sandbox-desk';
import { ada, openTwo, rita, row, statuses, tenant, users } from './two-accounts';

/** Where the app may not be used here: a copy of the account's rows, and its statuses brought back. */

const waiting = [...users, row('e@rival.example', { Password: 'Blue.Kite-7193', 'Org unit': '/' })];

function copyOf(desk: TestDesk) {
  desk.host.become(rita);
  desk.check({ scope: { kind: 'rows', rows: ['Users!b@rival.example'] } });
  desk.host.become(ada);
  desk.check();
  return ask(desk.host, 'copyForAccount', { account: 'rival.example' });
}

const records = (rows: readonly (readonly string[])[]) =>
  rows.map((cells, at) => ({ line: at + 1, cells: [...cells] }));

function bringBack(desk: TestDesk, rows: readonly (readonly string[])[], id = 'one') {
  const how = { format: 'statuses' };
  const view = ask(desk.host, 'lookAtImport', { records: records(rows), how });
  const kept = view.kept.flatMap(({ record }) => records(rows)[record] ?? []);
  const part = [...records(rows).slice(0, 1), ...kept];
  return { view, done: ask(desk.host, 'writeImport', { id, part: 0, records: part, how }) };
}

/** The rows of Users as a file would hold them. */
function fileOf(desk: TestDesk): readonly (readonly string[])[] {
  const rows = desk.rows();
  const headers = Object.keys(rows[0] ?? {});
  return [headers, ...rows.map((one) => headers.map((header) => one[header] ?? ''))];
}

test('a copy holds the account’s rows alone: no results, no password, nobody else', () => {
  const desk = openTwo({ users: waiting });
  const { tabs } = copyOf(desk);
  expect(tabs.map(({ name }) => name)).toEqual(['Users']);
  const [headers = [], ...rows] = tabs[0]?.rows ?? [];
  expect(rows.map(([email]) => email)).toEqual(['b@rival.example', 'c@rival.test', 'e@rival.example']);
  expect(headers).toContain('First name');
  for (const none of ['Password', 'Status', 'Details', 'User ID', 'Updated']) expect(headers).not.toContain(none);
  expect(JSON.stringify(tabs)).not.toContain('Blue.Kite');
});

test('statuses come back to rows that wait, say where they come from, and stay through the next check', () => {
  const desk = openTwo();
  desk.check();
  const theirs = openDesk({ tenant: desk.tenant(), users: [row('b@rival.example')], options: { as: rita } });
  theirs.checkAndRun();
  const { view, done } = bringBack(desk, fileOf(theirs));
  expect(view).toMatchObject({ format: 'statuses', added: 0, updated: 1, problems: [] });
  expect(done).toMatchObject({ updated: 1 });
  const id = theirs.row('b@rival.example')['User ID'];
  const brought = desk.row('b@rival.example');
  expect(brought).toMatchObject({ Status: 'Done', 'User ID': id, 'First name': 'Pat' });
  expect(brought['Details']).toMatch(
    /^Done at .* in a spreadsheet of their own, brought back on 2026-03-02\. Created the user/,
  );
  desk.check();
  expect(desk.row('b@rival.example')).toEqual(brought);
  expect(ask(desk.host, 'getOtherAdministrators').accounts).toEqual([]);
  expect(bringBack(desk, fileOf(theirs), 'two').view).toMatchObject({ updated: 0, same: 1 });
});

test('no row of an account in reach looks done by a file, none is added, and no wish changes', () => {
  const desk = openTwo();
  desk.check();
  const before = desk.rows();
  const { view } = bringBack(desk, [
    ['Email', 'First name', 'Status', 'Details', 'User ID'],
    ['a@shop.example', 'Eve', 'Done', 'created', '123'],
    ['new@rival.example', 'Eve', 'Done', 'created', '124'],
    ['b@rival.example', 'Eve', 'Ready', 'create', ''],
  ]);
  expect(view).toMatchObject({ added: 0, updated: 0, skipped: 1 });
  expect(view.problems.map(({ line, says }) => [line, says.split('.')[0]])).toEqual([
    [2, 'This row does not wait for another account’s administrator: check it here, so that Google says how it stands'],
    [3, 'No row of the spreadsheet has this address'],
  ]);
  expect(desk.rows()).toEqual(before);
});

test('what a file says is believed for nothing: whoever reaches the row checks it at Google', () => {
  const desk = openTwo();
  desk.check();
  bringBack(desk, [
    ['Email', 'Status', 'Details'],
    ['b@rival.example', 'Done', 'created the user'],
  ]);
  expect(statuses(desk)[1]).toBe('Done');
  desk.host.become(rita);
  desk.check({ scope: { kind: 'rows', rows: ['Users!b@rival.example'] } });
  expect(statuses(desk)[1]).toBe('Ready');
  expect(desk.run()).toMatchObject({ counts: { done: 1 } });
  expect(desk.google.writes().map(({ op }) => op)).toEqual(['directory.users.insert']);
});

test('statuses of a copy whose account has a Status of its own are read from our column beside it', () => {
  const desk = openTwo();
  desk.check();
  const { done } = bringBack(desk, [
    ['Email', 'Status', 'Seatsheet Status', 'Seatsheet Details'],
    ['b@rival.example', 'full time', 'Done', 'Created the user.'],
  ]);
  expect(done).toMatchObject({ updated: 1 });
  expect(desk.row('b@rival.example')).toMatchObject({ Status: 'Done' });
  const file = records([
    ['Email', 'First name', 'Last name', 'Status', 'Seatsheet Status'],
    ['z@shop.example', 'Zoe', 'Lee', 'full time', 'Done'],
  ]);
  expect(ask(desk.host, 'lookAtImport', { records: file, how: {} })).toMatchObject({ unused: ['Status'] });
});

test('a list of people with Status and Details is still one, where nobody asks for its statuses', () => {
  const desk = openDesk({ tenant, users: [row('a@shop.example')] });
  const file = records([
    ['Email', 'First name', 'Last name', 'Status', 'Details'],
    ['z@shop.example', 'Zoe', 'Lee', 'Done', 'x'],
  ]);
  expect(ask(desk.host, 'lookAtImport', { records: file, how: {} })).toMatchObject({ format: 'people-list', added: 1 });
});
