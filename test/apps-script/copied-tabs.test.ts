import { ask } from '../../sandbox/cli/desk';
import { oneDomain, openDesk, type TestDesk } from '../sandbox-desk';

/** “File › Make a copy”: tabs, and nothing of what the script had kept. */

const ann = { Email: 'ann@shop.example', 'First name': 'Ann', 'Last name': 'Test' };
const people = { 'First name': 'Bo', 'Last name': 'Berg', 'User name': 'bo', 'shop.example': 'TRUE' };

const namesIn = ({ host }: TestDesk): readonly string[] => host.state.sheets.map(({ name }) => name);

function copyOf(desk: TestDesk): TestDesk {
  const copy = openDesk({ tenant: oneDomain(), users: [ann], setUp: false });
  copy.host.state.sheets.splice(0, Infinity, ...structuredClone(desk.host.state.sheets));
  return copy;
}

function rename(desk: TestDesk, from: string, to: string): void {
  const sheet = desk.host.state.sheets.find(({ name }) => name === from);
  if (!sheet) throw new Error(`No tab ${from}`);
  sheet.name = to;
}

/** Writes a row below the headers, and further headers behind them. */
function fill({ host }: TestDesk, tab: string, row: Readonly<Record<string, string>>): void {
  const [headers = [], line = []] = host.state.sheets.find(({ name }) => name === tab)?.cells ?? [];
  for (const [header, value] of Object.entries(row)) {
    const found = headers.findIndex((cell) => cell?.value === header);
    const place = found < 0 ? headers.length : found;
    headers[place] = { value: header, format: '@' };
    line[place] = { value, format: '@' };
  }
}

test('tabs that had to take another name are ours in a copy, and none is made a second time', () => {
  const foreign = { Team: [{ Club: 'Reds', Goals: '2' }], Journal: [{ Date: '2026-01-02', Entry: 'Rent' }] };
  const desk = openDesk({ tenant: oneDomain(), users: [ann], tabs: foreign });
  desk.check();
  const copy = copyOf(desk);
  fill(copy, 'Seatsheet Team', people);
  expect(copy.check().added).toBe(1);
  ask(copy.host, 'setUpSpreadsheet');
  expect([...namesIn(copy)].sort()).toEqual([...namesIn(desk)].sort());
});

test('tabs that somebody renamed are ours in a copy, whichever of them is looked for first', () => {
  const desk = openDesk({ tenant: oneDomain(), users: [ann] });
  rename(desk, 'Users', 'People');
  rename(desk, 'Customers', 'Clients');
  desk.check();
  const copy = copyOf(desk);
  ask(copy.host, 'checkEnvironment', { roundTrip: 1 });
  copy.check();
  copy.run();
  expect(copy.rows('People')[0]).toMatchObject({ Status: 'Done' });
  ask(copy.host, 'setUpSpreadsheet');
  expect(namesIn(copy)).not.toEqual(expect.arrayContaining(['Users']));
  expect(namesIn(copy)).not.toEqual(expect.arrayContaining(['Customers']));
});

test('of two renamed tabs that may be meant none is taken: what is missing is said', () => {
  const desk = openDesk({ tenant: oneDomain(), users: [ann] });
  rename(desk, 'Users', 'People');
  const copy = copyOf(desk);
  const one = copy.host.state.sheets.find(({ name }) => name === 'People');
  if (one) copy.host.state.sheets.push({ ...structuredClone(one), id: 4711, name: 'People of May' });
  expect(() => copy.check()).toThrow(/There is no tab “Users”/);
});
