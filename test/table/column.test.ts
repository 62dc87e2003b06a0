import { columnLetters, findColumns, type Column } from '../../src/table/column';
import { fold } from '../../src/table/text';
import { tabs } from '../../src/tabs';

const rest = { note: '', ours: false, format: '@', width: 100 } as const;
const columns: readonly Column<'email' | 'name' | 'phone'>[] = [
  { ...rest, id: 'email', header: 'Email', synonyms: ['Primary email', 'Email Address [Required]'], required: true },
  { ...rest, id: 'name', header: 'Prénom', synonyms: ['Given name'], required: true },
  { ...rest, id: 'phone', header: 'Recovery phone', synonyms: [], required: false },
];

test('columns are found in any order, whatever their case, accents, blanks and punctuation', () => {
  const found = findColumns(['Notes', '\u00A0recovery-PHONE:', 'PRENOM *', '\uFEFFe-mail'], columns);
  expect(found).toEqual({ positions: { phone: 1, name: 2, email: 3 }, missing: [], duplicates: [] });
});

test('a synonym finds its column', () => {
  expect(findColumns(['given NAME', 'Email Address [Required]'], columns).positions).toEqual({ name: 0, email: 1 });
});

test('missing columns are named when they are required', () => {
  expect(findColumns(['Email'], columns).missing).toEqual(['Prénom']);
  expect(findColumns([], columns).missing).toEqual(['Email', 'Prénom']);
});

test('a header that stands there twice is said with both its columns', () => {
  const { duplicates, positions } = findColumns(['Email', 'Prénom', 'Colour', 'Primary e-mail '], columns);
  expect(duplicates).toEqual([
    {
      column: 'email',
      header: 'Email',
      says: 'Column A ("Email") and column D ("Primary e-mail") both mean Email. Rename or delete all but one of them.',
    },
  ]);
  expect(positions.email).toBe(0);
});

test("headers of people's own may stand there as often as they like, empty ones too", () => {
  expect(findColumns(['', 'Colour', 'Colour', '', '***', 'Email', 'Prénom'], columns).duplicates).toEqual([]);
});

test('columns are lettered as Sheets letters them', () => {
  expect([0, 25, 26, 27, 51, 52, 701, 702].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'AB', 'AZ', 'BA', 'ZZ', 'AAA']);
});

test.each(tabs.map((tab) => [tab.name, tab] as const))('no header of %s means two of its columns', (_name, tab) => {
  const headers = tab.columns.map(({ header }) => header);
  for (const header of [...headers, ...headers.map((one) => one.toUpperCase())]) {
    const { positions, duplicates } = findColumns([header], tab.columns);
    expect([header, Object.keys(positions), duplicates]).toEqual([header, [expect.any(String)], []]);
  }
  const folded = tab.columns.flatMap(({ header, synonyms }) => [...new Set([header, ...synonyms].map(fold))]);
  expect(folded).toHaveLength(new Set(folded).size);
});
