import { Killed } from '../../sandbox/apps-script/port';
import { prices } from '../../sandbox/apps-script/prices';
import { refusal } from '../users/shop';
import { oneDomain, openDesk, type TestDesk } from '../sandbox-desk';

/** Hidden rows are found out at once, however many there are, and nothing of it stays in anybody's tab. */

const scratch = 'Scratch';
const addresses = (count: number) => Array.from({ length: count }, (_, at) => `p${String(at)}@shop.example`);

function filled(count: number, locale = 'en_US'): TestDesk {
  const users = addresses(count).map((Email) => ({ Email, 'First name': 'Pat', 'Last name': 'Test' }));
  return openDesk({ tenant: oneDomain(), users, options: { switches: { locale } } });
}

function filter(desk: TestDesk, rows: readonly number[]): void {
  const sheet = desk.host.state.sheets.find(({ name }) => name === 'Users');
  if (sheet) sheet.furniture['filter'] = { rect: { row: 1, column: 1, rows: 2000, columns: 3 } };
  desk.host.edit.hideRows('Users', rows, 'filter');
}

const cellsOf = (desk: TestDesk, name: string) =>
  desk.host.state.sheets.find((sheet) => sheet.name === name)?.cells.flat() ?? [];
const formulasIn = (desk: TestDesk) => cellsOf(desk, scratch).filter((cell) => cell?.formula !== undefined);
const rowsFrom = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, at) => first + at);

test('1,000 filtered rows are checked: they are asked about at once, where a question for each takes a minute and a half', () => {
  const desk = filled(1000);
  filter(desk, rowsFrom(5, 1001));
  const begun = desk.clock.now();
  const plan = desk.check({ scope: { kind: 'visible' } });
  expect(plan).toMatchObject({ rows: 3, hiddenRows: 0, leftOut: 997 });
  expect(desk.clock.now() - begun).toBeLessThan((1000 * prices.rowHidden.ms) / 2);
  expect(desk.host.state.sheets.find(({ name }) => name === scratch)).toMatchObject({ hidden: true });
  expect(formulasIn(desk)).toEqual([]);
  expect(cellsOf(desk, 'Users').some((cell) => cell?.formula !== undefined)).toBe(false);
});

test('a filter adds a dozen calls to a check, and some cells for each row', () => {
  const used = (filtered: boolean) => {
    const desk = filled(40);
    desk.check();
    if (filtered) filter(desk, [5, 6]);
    const before = { ...desk.host.state.counters };
    desk.check();
    const { documentCalls, cellsRead, cellsWritten } = desk.host.state.counters;
    return [documentCalls - before.documentCalls, cellsRead + cellsWritten - before.cellsRead - before.cellsWritten];
  };
  const [[calls = 0, cells = 0], [without = 0, fewer = 0]] = [used(true), used(false)];
  expect(calls).toBeGreaterThan(without);
  expect(calls - without).toBeLessThanOrEqual(14);
  // Half a line of the Users tab for each row: what Scratch holds beside them is a thousand rows long at most.
  expect(cells - fewer).toBeLessThan(1_000 + 3 * 40 + 100);
});

test('a check behind a filter waits for the spreadsheet once more than one without, not twice', () => {
  const [filtered = 0, without = 0] = [[5, 6], []].map((hidden) => {
    const desk = filled(40);
    if (hidden.length) filter(desk, hidden);
    desk.check();
    const begun = desk.clock.now();
    desk.check();
    expect(formulasIn(desk)).toEqual([]);
    return desk.clock.now() - begun;
  });
  expect(filtered - without).toBeGreaterThan(prices.flush.ms);
  expect(filtered - without).toBeLessThan(2 * prices.flush.ms);
});

test('a check that is refused leaves no questions either', () => {
  const desk = filled(40);
  filter(desk, rowsFrom(2, 41));
  expect(refusal(() => desk.check({ scope: { kind: 'visible' } })).code).toBe('emptyScope');
  expect(formulasIn(desk)).toEqual([]);
});

test.each(['en_US', 'de_DE'])(
  '%s: rows hidden by hand and by a filter are neither visible nor forgotten on the plan',
  (locale) => {
    const desk = filled(15, locale);
    filter(desk, [2, 3, 4]);
    expect(desk.check().hiddenRows).toBe(3);
    desk.host.edit.hideRows('Users', rowsFrom(2, 13));
    expect(desk.check({ scope: { kind: 'visible' } })).toMatchObject({ rows: 3, leftOut: 12 });
    expect(desk.host.state.sheets.find(({ id }) => id === desk.host.state.activeSheet)?.name).toBe('Users');
  },
);

test('what an execution left that died while it asked is cleared away by the next one', () => {
  const desk = filled(15);
  filter(desk, [2]);
  let left = 0;
  desk.host.onEffect = ({ kind, when }) => {
    if (kind !== 'sheet' || when !== 'after' || left > 0 || formulasIn(desk).length === 0) return;
    left = formulasIn(desk).length;
    throw new Killed();
  };
  expect(() => desk.host.call('startCheck', [{ scope: { kind: 'everything' }, action: 'provision' }])).toThrow(Killed);
  expect(left).toBe(15);
  expect(formulasIn(desk)).toHaveLength(15);
  desk.host.edit.deleteRows('Users', 2, 3);
  filter(desk, [2, 3]);
  expect(desk.check().hiddenRows).toBe(2);
  expect(formulasIn(desk)).toEqual([]);
});
