import { ask } from '../../sandbox/cli/desk';
import { oneDomain, openDesk, type TestDesk, type TestDeskOptions } from '../sandbox-desk';

/**
 * What stands in cells comes back as it was written, whatever the spreadsheet does with an apostrophe before a text.
 */

const aisha = 'aisha@shop.example';
const opened = (apostropheInText: string, more: Partial<TestDeskOptions> = {}): TestDesk =>
  openDesk({
    tenant: oneDomain(),
    users: [{ Email: aisha, 'First name': "'Aisha", 'Last name': "'t Hooft", Phone: "'+34600111222" }],
    options: { switches: { apostropheInText } },
    ...more,
  });
const nameOf = (desk: TestDesk) =>
  desk.tenant().accounts[0]?.users?.find(({ primaryEmail }) => primaryEmail === aisha)?.name;

describe.each(['hidden', 'kept'])('an apostrophe in a cell of plain text that is %s', (apostropheInText) => {
  test('is none of a name that was typed with it, and is left where it is part of one', () => {
    const desk = opened(apostropheInText);
    desk.checkAndRun();
    expect(nameOf(desk)).toMatchObject({ givenName: 'Aisha', familyName: "'t Hooft" });
    desk.check();
    expect(desk.row(aisha)).toMatchObject({ Status: 'Up to date' });
  });

  test('is the password’s own, except before a sign that would begin a formula', () => {
    const desk = openDesk({
      tenant: oneDomain(),
      users: ["'secret-word-1", "'=secret-word-2"].map((Password, at) => ({
        Email: `p${String(at)}@shop.example`,
        'First name': 'Pat',
        'Last name': 'Test',
        Password,
      })),
      options: { switches: { apostropheInText } },
    });
    desk.checkAndRun();
    expect(desk.handOff().map(({ password }) => password)).toEqual(["'secret-word-1", '=secret-word-2']);
  });

  test('does not keep Seatsheet from knowing its own journal, whatever its texts begin with', () => {
    // Digests begin with any sign of Base64: of so many rows some begin as formulas do.
    const users = Array.from({ length: 90 }, (_, at) => ({
      Email: `n${String(at)}@shop.example`,
      'First name': `N${String(at)}`,
      'Last name': 'Test',
    }));
    const desk = opened(apostropheInText, { users });
    desk.check();
    const cells = desk.host.state.sheets.find(({ name }) => name === 'Journal')?.cells ?? [];
    const begins = (sign: RegExp) => cells.some((line) => line.some((cell) => sign.test(String(cell?.value ?? ''))));
    expect(begins(apostropheInText === 'kept' ? /^'[+=@-]/ : /^[+=@-]/)).toBe(true);
    desk.run();
    expect(new Set(desk.rows().map((row) => row['Status']))).toEqual(new Set(['Done']));
    expect(desk.rows().filter((row) => row['Details']?.includes('not written by'))).toEqual([]);
    desk.check();
    expect(new Set(desk.rows().map((row) => row['Status']))).toEqual(new Set(['Up to date']));
  });
});

test('typed columns of a table refuse formats, which stops neither a check nor set-up, and is said once', () => {
  const desk = openDesk({
    tenant: oneDomain(),
    users: [{ Email: 'ana@shop.example', 'First name': 'Ana', 'Last name': 'Ruiz', 'User ID': '' }],
  });
  const sheet = desk.host.state.sheets.find(({ name }) => name === 'Users');
  const columns = sheet?.cells[0]?.length ?? 0;
  desk.host.edit.format('Users', { row: 1, column: 1, rows: 1000, columns }, '0.###############');
  Object.assign(sheet?.furniture ?? {}, { typedColumns: [{ row: 1, column: 1, rows: 1000, columns }] });
  desk.checkAndRun();
  expect(desk.row('ana@shop.example')).toMatchObject({ Status: 'Done' });
  expect(ask(desk.host, 'setUpSpreadsheet').says).toMatch(/On Users some columns are typed columns of a table/);
});

test('set-up makes its columns in a Table that a person had before, where its columns refuse formats', () => {
  const desk = openDesk({
    tenant: oneDomain(),
    users: [{ Email: 'ana@shop.example', 'First name': 'Ana', 'Last name': 'Ruiz' }],
    setUp: false,
  });
  const sheet = desk.host.state.sheets.find(({ name }) => name === 'Users');
  Object.assign(sheet?.furniture ?? {}, { typedColumns: [{ row: 1, column: 1, rows: 1000, columns: 40 }] });
  expect(ask(desk.host, 'setUpSpreadsheet').says).toMatch(/On Users some columns are typed columns of a table/);
  expect(Object.keys(desk.rows()[0] ?? {})).toEqual(
    expect.arrayContaining(['Status', 'Details', 'User ID', 'Updated']),
  );
  desk.checkAndRun();
  expect(desk.row('ana@shop.example')).toMatchObject({ Status: 'Done' });
});

test('a people chip shows a name where an address belongs: what to do is said, on every tab', () => {
  const chip = 'Ana Ruiz';
  const desk = openDesk({
    tenant: oneDomain(),
    users: [
      { Email: chip, 'First name': 'Ana', 'Last name': 'Ruiz', 'Send details to': '' },
      { Email: 'bo@shop.example', 'First name': 'Bo', 'Last name': 'Lee', 'Send details to': chip },
    ],
    tabs: {
      Team: [{ 'First name': 'Bo', 'Last name': 'Lee', 'Work address': chip, 'User name': 'bo', 'shop.example': 'x' }],
      Groups: [{ 'Group email': 'all@shop.example', Name: 'All', Owners: chip }],
    },
  });
  desk.check();
  const rows = [...desk.rows().slice(0, 2), desk.rows('Team')[0], desk.rows('Groups')[0]];
  for (const row of rows)
    expect(row?.['Details']).toMatch(/people chip, Seatsheet sees the name alone: write the address over it/);
});
