import Papa from 'papaparse';
import type { ImportAsk, ImportDone } from '../../src/job/imports/wire';
import { Killed } from '../../sandbox/apps-script/port';
import { ask } from '../../sandbox/cli/desk';
import { readFile } from '../../src/sidebar/file/read-file';
import { cellText, visible } from '../../src/table/text';
import fc, { anyCharacter } from '../property';
import { sampleOr } from '../sweep';
import { oneDomain, openDesk, type TestDesk } from '../sandbox-desk';

/** Imports as the sidebar makes them: parts that are whole or not there, many rows, any text. */

const people = (count: number): ImportAsk['records'] => [
  { line: 1, cells: ['Email', 'First name', 'Last name', 'Org unit', 'Title'] },
  ...Array.from({ length: count }, (_, at) => ({
    line: at + 2,
    cells: [`p${at}@shop.example`, `P${at}`, 'Xu', '/Sales', 'Lead'],
  })),
];

/** A sheet in use, with columns of one's own between ours, and a formula in one of them. */
function desk(options = {}): TestDesk {
  const opened = openDesk({
    tenant: oneDomain(),
    users: [{ Email: 'p1@shop.example', Mine: '1', 'First name': 'Old', Sum: '', 'Last name': 'Xu' }],
    options,
  });
  const row = opened.host.state.sheets.find(({ name }) => name === 'Users')?.cells[1];
  if (row) row[3] = { value: 2, formula: '=B2+1' };
  return opened;
}

const write = (on: TestDesk, part: number, ask_: ImportAsk): ImportDone =>
  ask(on.host, 'writeImport', { id: 'test', part, ...ask_ });

const emails = (on: TestDesk): string[] => on.rows().map(({ Email = '' }) => Email);

test.each(['skip', 'update'] as const)(
  'a part whose execution died is whole or not there, and the same part again makes it whole (%s)',
  (existing) => {
    const records = people(20);
    const expected = desk();
    const done = write(expected, 0, { records, how: { existing } });
    expect(done).toMatchObject({ added: 19, problems: [] });
    let deaths = 0;
    for (const when of ['before', 'after'] as const)
      for (let n = 1; n < 40; n += sampleOr(8, 1)) {
        const one = desk();
        let count = 0;
        one.host.onEffect = (effect) => {
          if (effect.kind === 'google' || effect.when !== when) return;
          count += 1;
          if (count === n) throw new Killed('The execution died.');
        };
        const died = dies(() => write(one, 0, { records, how: { existing } }));
        one.host.onEffect = undefined;
        if (!died) break;
        deaths += 1;
        expect([when, n, [1, 20]]).toEqual([when, n, expect.arrayContaining([emails(one).length])]);
        one.clock.sleep(400_000);
        expect([when, n, write(one, 0, { records, how: { existing } })]).toEqual([when, n, done]);
        expect(one.rows()).toEqual(expected.rows());
      }
    expect(deaths).toBeGreaterThan(sampleOr(2, 15));
  },
);

function dies(work: () => unknown): boolean {
  try {
    work();
    return false;
  } catch (error) {
    if (error instanceof Killed) return true;
    throw error;
  }
}

test('a part that is sent twice is written once', () => {
  const one = desk();
  const done = write(one, 3, { records: people(5), how: {} });
  expect(write(one, 3, { records: people(5), how: {} })).toEqual(done);
  expect(emails(one)).toHaveLength(5);
});

test('formulas and numbers of one’s own between our columns stay what they are', () => {
  const one = desk();
  write(one, 0, { records: people(3), how: { existing: 'update' } });
  const row = one.host.state.sheets.find(({ name }) => name === 'Users')?.cells[1];
  expect(row?.[3]).toMatchObject({ formula: '=B2+1' });
  expect(one.row('p1@shop.example')).toMatchObject({ 'First name': 'P1', Title: 'Lead' });
});

test('numbers in rows between those that change keep their format', () => {
  const one = openDesk({ tenant: oneDomain(), users: 'Email,First name,Last name,Employee ID\n', setUp: false });
  const rows = [0, 1, 2].map((at) => [`p${at}@shop.example`, 'A', 'B', '']);
  one.host.edit.paste('Users', [2, 1], rows);
  const cells = one.host.state.sheets.find(({ name }) => name === 'Users')?.cells;
  if (cells?.[2]) cells[2][3] = { value: 46_000, format: 'yyyy-mm-dd' };
  const records = [
    { line: 1, cells: ['Email', 'First name', 'Last name', 'Employee ID'] },
    { line: 2, cells: ['p0@shop.example', 'A', 'B', '007'] },
    { line: 3, cells: ['p2@shop.example', 'A', 'B', '2026-03-01'] },
  ];
  expect(write(one, 0, { records, how: { existing: 'update' } })).toMatchObject({ updated: 2 });
  expect(cells?.map((row) => row[3]?.value)).toEqual(['Employee ID', '007', 46_000, '2026-03-01']);
  expect(cells?.[2]?.[3]?.format).toBe('yyyy-mm-dd');
});

/** Six parts show how long one takes; the whole sweep has twenty. */
const many = sampleOr(3_000, 10_000);

test(`${many} people: looked at and written in parts, each well within an execution`, () => {
  const one = openDesk({ tenant: oneDomain(), users: 'Email,First name,Last name\n' });
  const records = people(many);
  const took = (work: () => unknown): number => {
    const before = one.clock.now();
    work();
    return (one.clock.now() - before) / 1000;
  };
  const seconds = [took(() => expect(ask(one.host, 'lookAtImport', { records, how: {} }).added).toBe(many))];
  const [header, ...rest] = records;
  for (let part = 0; part * 500 < rest.length; part++)
    seconds.push(
      took(() =>
        write(one, part, { records: [header ?? records[0]!, ...rest.slice(part * 500, part * 500 + 500)], how: {} }),
      ),
    );
  expect(Math.max(...seconds)).toBeLessThan(60);
  expect(seconds.reduce((sum, one_) => sum + one_, 0)).toBeLessThan((360 * many) / 10_000);
  expect(emails(one)).toHaveLength(many);
  expect(emails(one)[many - 1]).toBe(`p${many - 1}@shop.example`);
});

test('a column that is mapped twice is refused; names and addresses may come from several', () => {
  const one = openDesk({ tenant: oneDomain(), users: 'Email,First name,Last name\n' });
  const records = [
    { line: 1, cells: ['A', 'B', 'C', 'D'] },
    { line: 2, cells: ['ana@shop.example', 'Ana', 'María', 'Ruiz'] },
  ];
  const map = (...columns: readonly string[]) => ({
    mapping: ['A', 'B', 'C', 'D'].map((header, at) => ({ header, column: columns[at] ?? '' })),
  });
  expect(() => ask(one.host, 'lookAtImport', { records, how: map('email', 'title', 'title') })).toThrow(
    /Two columns of the file are mapped to Title/,
  );
  write(one, 0, { records, how: map('email', 'firstName', 'firstName', 'lastName') });
  expect(one.row('ana@shop.example')).toMatchObject({ 'First name': 'Ana María', 'Last name': 'Ruiz' });
  // The mapping is remembered by the headers.
  expect(ask(one.host, 'lookAtImport', { records, how: {} })).toMatchObject({ format: 'mapped', skipped: 1 });
});

test('rubbish is refused, whoever sends it', () => {
  const one = openDesk({ tenant: oneDomain(), users: 'Email,First name,Last name\n' });
  const rubbish = [null, 1, 'x', [], [{}], { records: [] }, [{ line: 'x', cells: [1, null, {}] }]] as const;
  for (const records of rubbish)
    expect(() => ask(one.host, 'lookAtImport', { records, how: records } as unknown as ImportAsk)).toThrow(
      /The file is empty|does not understand/,
    );
  expect(emails(one)).toEqual([]);
});

/** What a spreadsheet cell can hold: no control characters but tab and new line. */
const texts = fc
  .oneof(
    fc.string({ unit: anyCharacter, maxLength: 30 }),
    fc.constantFrom(
      '007',
      '+34600',
      '=1+1',
      "'quoted",
      '2026-03-01',
      '1E5',
      'TRUE',
      '@x',
      '-',
      '"',
      'a\nb',
      ',;\t',
      ' x ',
    ),
  )
  .map((text) => text.replace(/\r\n?/g, '\n').replace(/(?![\t\n])\p{Cc}|[\uD800-\uDFFF\uFFFD\0]/gu, ''));

test('any text goes from the file into the cell and is read out of it as it was', () => {
  fc.assert(
    fc.property(
      fc.array(texts, { minLength: 1, maxLength: 20 }),
      fc.constantFrom(',', ';', '\t'),
      (titles, delimiter) => {
        const rows = titles.map((title, at) => [`p${at}@shop.example`, 'Ana', 'Ruiz', title]);
        const file = Papa.unparse([['Email', 'First name', 'Last name', 'Title'], ...rows], {
          delimiter,
          newline: '\r\n',
        });
        const { records } = readFile(Buffer.from(file));
        const one = openDesk({ tenant: oneDomain(), users: 'Email,First name,Last name,Title\n', setUp: false });
        const { problems } = write(one, 0, { records, how: {} });
        const wrong = new Set(problems.map(({ line }) => line));
        const shown = new Map(one.rows().map((row) => [row['Email'], row['Title'] ?? '']));
        rows.forEach(([email = '', , , title = ''], at) => {
          const line = records[at + 1]?.line ?? 0;
          if (!wrong.has(line)) expect(cellText(shown.get(email) ?? '')).toBe(visible(title));
        });
      },
    ),
    { numRuns: sampleOr(10, 300) },
  );
});
