import { ask } from '../../sandbox/cli/desk';
import type { TestDesk } from '../sandbox-desk';
import { open, refusal, statuses, writesDuring } from '../users/shop';

/** Ten million cells are what a spreadsheet takes. A check says before it begins how many rows there is room for. */

const everything = { scope: { kind: 'everything' }, action: 'provision' } as const;

const people = (count: number, from = 0): Record<string, string>[] =>
  Array.from({ length: count }, (_one, at) => ({
    Email: `person.${from + at}@shop.example`,
    'First name': 'Ana',
    'Last name': 'Ruiz',
  }));

/** A tab of somebody's, so large that only so many cells are left. */
function leave(desk: TestDesk, cells: number): void {
  const { state, edit } = desk.host;
  const used = state.sheets.reduce((sum, sheet) => sum + sizeOf(sheet), 0);
  state.sheets.push({
    name: 'Archive',
    id: 900,
    hidden: false,
    cells: [],
    frozenRows: 0,
    hiddenRows: [],
    furniture: { maxRows: 1, maxColumns: 1 },
  });
  edit.insertRows('Archive', 2, 10_000_000 - used - cells - 1);
}

function sizeOf({ furniture, cells }: TestDesk['host']['state']['sheets'][number]): number {
  return Number(furniture['maxRows'] ?? Math.max(1000, cells.length)) * Number(furniture['maxColumns'] ?? 26);
}

/** Somebody made room. */
function makeRoom({ host }: TestDesk): void {
  host.state.sheets.splice(
    host.state.sheets.findIndex(({ name }) => name === 'Archive'),
    1,
  );
}

/** A desk whose Journal knows two people and has room for eight lines more; below them stand new people. */
function withNewPeople(count: number): TestDesk {
  const desk = open([...people(2), ...people(count, 2)]);
  desk.check({ scope: { kind: 'rows', rows: people(2).map(({ Email }) => `Users!${Email}`) } });
  desk.host.edit.deleteRows('Journal', 12, 989);
  return desk;
}

test('a check that the Journal has no room for does not begin: it says what is full, how many rows fit, and what to do', () => {
  const desk = withNewPeople(200);
  leave(desk, 26_000 + 26 * 100);
  const work = ask(desk.host, 'getStartPage').work;
  const wrote = writesDuring(desk, () => {
    expect(refusal(() => ask(desk.host, 'startCheck', everything))).toMatchObject({
      code: 'spreadsheetFull',
      message: expect.stringMatching(
        /^The spreadsheet is full: it has 9,971,400 of the 10,000,000 cells.* room for 108 new ones, and this check has 200\. Nothing was checked\. Select at most 108 new rows .*most cells: Archive [\d,]+, .*another copy of the spreadsheet\.$/,
      ) as string,
    });
  });
  expect(wrote).toEqual([]);
  expect(ask(desk.host, 'getStartPage').work).toEqual(work);
  const some = people(108, 2).map(({ Email }) => `Users!${Email}`);
  expect(desk.check({ scope: { kind: 'rows', rows: some } }).rows).toBe(108);
  makeRoom(desk);
  expect(desk.check().rows).toBe(202);
});

test('lines of the Journal whose rows are gone are counted, and make room when they are deleted', () => {
  const desk = withNewPeople(20);
  desk.host.edit.deleteRows('Users', 2, 2);
  leave(desk, 26_000 + 26 * 11);
  expect(refusal(() => desk.check()).message).toContain(
    'room for 19 new ones, and this check has 20. Nothing was checked.',
  );
  expect(refusal(() => desk.check()).message).toContain('on the hidden tab Journal the 2 lines whose rows are gone');
  desk.host.edit.deleteRows('Journal', 2, 2);
  expect(desk.check().rows).toBe(20);
});

test('where the spreadsheet takes no cell more, what the platform refuses is told as that, and passes when there is room', () => {
  const desk = open(people(3));
  leave(desk, 0);
  expect(refusal(() => ask(desk.host, 'startCheck', everything))).toMatchObject({
    code: 'spreadsheetFull',
    message: expect.stringMatching(/10,000,000 of the 10,000,000 cells/) as string,
  });
  makeRoom(desk);
  desk.checkAndRun();
  expect(Object.values(statuses(desk))).toEqual(['Done', 'Done', 'Done']);
});
