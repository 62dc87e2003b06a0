import { checked, readText, type Cell } from '../../src/table/cell';
import { Fields } from '../../src/table/field';
import { readFields } from '../../src/table/read-row';
import { RowReading } from '../../src/table/reading';

const reading = (...cells: readonly string[]) =>
  new RowReading<'name' | 'tags' | 'gone'>(7, cells, {
    positions: { tags: 0, name: 2 },
    headers: ['Tags', 'Colour', 'Full name'],
  });
const short = (text: string): Cell<string> =>
  text.length < 4 ? { kind: 'value', value: text } : { kind: 'wrong', says: `${text} is too long.` };

test('a cell is found by its column; short rows and missing columns are blank', () => {
  expect(reading('a', 'b', 'c').text('name')).toBe('c');
  expect(reading('a').text('name')).toBe('');
  expect(reading('a', 'b', 'c').text('gone')).toBe('');
});

test('a - is answered where a value cannot be cleared, and clears where it can', () => {
  const row = reading('', '', '-');
  const name = { id: 'name', header: 'Name', note: 'A name.' } as const;
  expect(readFields([new Fields<unknown>().text({ ...name, clearable: true })], row, undefined)).toEqual({ name: '' });
  expect(row.complaints).toEqual([]);
  expect(readFields([new Fields<unknown>().text({ ...name, dash: 'Write a name.' })], row, undefined)).toEqual({});
  expect(row.complaints).toEqual([{ column: 'name', header: 'Full name', says: 'Write a name.' }]);
});

const tags = new Fields<unknown>().list({
  id: 'tags',
  header: 'Tags',
  note: 'Short words.',
  find: short,
  shown: (tag) => tag,
  kept: (tag) => tag,
});

test('every wrong item of a list is said, and then there is no list', () => {
  const row = reading('one, three, four, two');
  expect(readFields([tags], row, undefined)).toEqual({});
  expect(row.complaints.map(({ says }) => says)).toEqual(['three is too long.', 'four is too long.']);
});

test('a list of right items is their values, a - the empty list, a blank cell nothing', () => {
  const take = (text: string) => readFields([tags], reading(text), undefined).tags;
  expect([take('one; two'), take('-'), take(' ')]).toEqual([['one', 'two'], [], undefined]);
});

test('a check speaks about values only', () => {
  const never = () => 'Wrong.';
  expect(checked(readText('x'), never)).toEqual({ kind: 'wrong', says: 'Wrong.' });
  expect([checked(readText(''), never), checked(readText('-'), never)]).toEqual([{ kind: 'blank' }, { kind: 'none' }]);
});
