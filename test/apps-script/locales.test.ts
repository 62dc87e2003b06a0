import { emptyBoxes, localeNames } from '../../sandbox/apps-script/system/locales';
import { namedRows } from '../../sandbox/cli/naming';
import { switches } from '../../sandbox/workspace/switches';
import { oneDomain, openDesk, type TestDesk, type TestDeskOptions } from '../sandbox-desk';

/** Ticks, numbers and days are read as what cells hold, whatever the spreadsheet's language shows for them. */

const person = (name: string) => ({ Email: `${name}@shop.example`, 'First name': name, 'Last name': 'Ruiz' });
const [ana, ben] = ['ana@shop.example', 'ben@shop.example'];

const opened = (locale: string, more: Partial<TestDeskOptions> = {}): TestDesk =>
  openDesk({ tenant: oneDomain(), users: [person('ana'), person('ben')], options: { switches: { locale } }, ...more });

/** Puts into a cell what it holds: what the spreadsheet made of what a person typed, or a box that was ticked. */
function hold(
  desk: TestDesk,
  at: readonly [key: string, header: string],
  held: number | boolean | readonly [number, string],
): void {
  const [value, format] = typeof held === 'object' ? held : [held, ''];
  desk.type(at[0], at[1], 'to be held');
  for (const cell of desk.host.state.sheets.flatMap(({ cells }) => cells.flat()))
    if (cell?.value === 'to be held') Object.assign(cell, { value, format });
}

test('every locale of the sandbox is a value of its switch, and its empty boxes are no rows', () => {
  expect([...localeNames].sort()).toEqual([...switches.locale.values].sort());
  const rows = [['Email', 'Super admin'], [ana, ''], ...emptyBoxes.map((word) => ['', word])];
  expect(namedRows([{ name: 'Users', rows }]).map(({ key }) => key)).toEqual([`Users!${ana}`]);
});

test.each(['ru_RU', 'sv_SE', 'tr_TR', 'ja_JP'])(
  '%s: a ticked box makes a super administrator, an empty one wishes nothing and makes no row',
  (locale) => {
    const desk = opened(locale);
    hold(desk, [ana, 'Super admin'], true);
    hold(desk, [ben, 'Super admin'], false);
    // Set-up laid a thousand boxes, which are no rows.
    expect(desk.checkAndRun().rows).toBe(2);
    const admins = desk.tenant().accounts[0]?.users?.filter(({ isAdmin }) => isAdmin) ?? [];
    expect(admins.map(({ primaryEmail }) => primaryEmail)).toEqual(['admin@shop.example', ana]);
    expect([desk.row(ana)['Status'], desk.row(ben)['Status']]).toEqual(['Done', 'Done']);
  },
);

test('a box that a deed empties stays a box in any language', () => {
  const desk = opened('pl_PL');
  hold(desk, [ana, 'Super admin'], true);
  desk.checkAndRun();
  desk.checkAndRun({ action: 'leave', scope: { kind: 'rows', rows: [`Users!${ana}`] }, yes: 'all' });
  expect(desk.row(ana)).toMatchObject({ State: 'Suspended', 'Super admin': 'FALSE' });
  const held = desk.host.state.sheets.flatMap(({ cells }) => cells.flat()).map((cell) => cell?.value);
  expect(held).not.toContain('FALSE');
  expect(held).not.toContain(true);
});

test('what the spreadsheet made of a text is asked about with what to do, and never sent', () => {
  const names = ['shown', 'day', 'long', 'zeros', 'named', 'priced', 'right'];
  const desk = opened('de_DE', { users: names.map((name) => ({ ...person(name), Password: '' })) });
  const at = (name: string, header: string) => [`${name}@shop.example`, header] as const;
  hold(desk, at('shown', 'Password'), [12345678, '#,##0']);
  hold(desk, at('day', 'Password'), [32874, 'dd.mm.yyyy']);
  hold(desk, at('long', 'Password'), [123456789012, '0.00E+00']);
  hold(desk, at('zeros', 'Password'), 12345678);
  hold(desk, at('named', 'Last name'), [46083, 'dd.mm.yyyy']);
  hold(desk, at('priced', 'Last name'), [1234.5, '#,##0.00']);
  hold(desk, at('right', 'Last name'), 4711);
  desk.checkAndRun();
  const told = (name: string) => desk.row(`${name}@shop.example`);
  for (const name of names.slice(0, 4)) {
    expect(told(name)).toMatchObject({ Status: 'Needs you' });
    expect(told(name)['Details']).toMatch(/has made a number or a day of the password/);
    expect(desk.note(`${name}@shop.example`, 'Password')).toMatch(/Format the cell as plain text/);
  }
  expect(told('named')['Details']).toContain('has made a day of what was typed here: 02.03.2026. Format the cell');
  expect(told('priced')['Details']).toContain('has made a number of what was typed here: 1234.5. Format the cell');
  expect(desk.google.writes('directory.users.insert')).toHaveLength(1);
  expect(told('right')).toMatchObject({ Status: 'Done' });
});

test('a number of seats is read as it is held', () => {
  const desk = opened('pl_PL', {
    tabs: { Subscriptions: [{ Customer: 'acme.example', Product: 'Business Standard', Seats: '12' }] },
  });
  const [row = {}] = desk.rows('Subscriptions');
  expect(row['Seats']).toBe('12');
  const cell = desk.host.state.sheets.find(({ name }) => name === 'Subscriptions')?.cells[1]?.[2];
  Object.assign(cell ?? {}, { value: 12345.5, format: '#,##0.00' });
  desk.check();
  expect(desk.rows('Subscriptions')[0]?.['Details']).toContain('"12345.5" is no number of seats');
  Object.assign(cell ?? {}, { value: 1200, format: '#,##0.00' });
  desk.check();
  expect(desk.rows('Subscriptions')[0]?.['Details']).not.toContain('number of seats');
});
