import { open } from './shop';

/** Merged cells hold one value, in the first of them: nobody is made without the others being told. */

const people = ['ana', 'ben', 'cid'];
const addressOf = (name: string) => `${name}@shop.example`;
const units = { orgUnits: [{ orgUnitPath: '/Sales' }] };
const merged = /merged with others \(.*\), and only the first of them holds the value/;

function desk(header: string, text: string) {
  const rows = people.map((name) => ({ Email: addressOf(name), 'First name': name, 'Last name': 'Ruiz' }));
  return open(
    rows.map((row) => ({ ...row, [header]: text || ('Last name' === header ? 'Ruiz' : '') })),
    units,
  );
}

/** Merges the cells of a header on rows 2 to 4. */
function mergeBelow(opened: ReturnType<typeof desk>, header: string, columns = 1): void {
  const sheet = opened.host.state.sheets.find(({ name }) => name === 'Users');
  const column = (sheet?.cells[0] ?? []).findIndex((cell) => cell?.value === header) + 1;
  opened.host.edit.merge('Users', { row: 2, column, rows: 3, columns });
}

test.each([
  ['Org unit', '/Sales'],
  ['Licences', 'Business Standard'],
  ['Password', 'correct horse'],
  ['Super admin', 'TRUE'],
  ['Last name', 'Ruiz'],
  ['Employee ID', '4711'],
  ['Change password at sign-in', 'No'],
])('%s, merged over three rows: the first goes on, the others are stopped there', (header, text) => {
  const opened = desk(header, text);
  mergeBelow(opened, header);
  opened.checkAndRun();
  expect(people.map((name) => opened.row(addressOf(name))['Status'])).toEqual(['Done', 'Needs you', 'Needs you']);
  for (const name of ['ben', 'cid']) {
    expect(opened.note(addressOf(name), header)).toMatch(merged);
    expect(opened.note(addressOf(name), header)).toContain(`(rows 2 to 4, column ${header})`);
  }
  expect(opened.google.writes('directory.users.insert')).toHaveLength(1);
});

test('addresses that are merged stop the rows that lost theirs', () => {
  const opened = desk('Org unit', '');
  mergeBelow(opened, 'Email');
  opened.checkAndRun();
  const rows = opened.rows('Users');
  expect(rows.map((row) => row['Status'])).toEqual(['Done', 'Needs you', 'Needs you']);
  expect(rows[1]?.['Details']).toMatch(merged);
});

test('what is merged and says nothing is blank, and so is what nobody reads', () => {
  const opened = desk('Mine', '');
  mergeBelow(opened, 'Org unit');
  opened.checkAndRun();
  expect(people.map((name) => opened.row(addressOf(name))['Status'])).toEqual(['Done', 'Done', 'Done']);
});

test('taken apart and filled, the rows go on', () => {
  const opened = desk('Org unit', '/Sales');
  mergeBelow(opened, 'Org unit');
  opened.checkAndRun();
  const sheet = opened.host.state.sheets.find(({ name }) => name === 'Users');
  Object.assign(sheet?.furniture ?? {}, { merges: [] });
  for (const name of ['ben', 'cid']) opened.type(addressOf(name), 'Org unit', '/Sales');
  opened.checkAndRun();
  expect(people.map((name) => opened.row(addressOf(name))['Status'])).toEqual(['Up to date', 'Done', 'Done']);
});
