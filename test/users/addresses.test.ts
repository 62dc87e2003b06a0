import { ask, ServerSaidNo } from '../../sandbox/cli/desk';
import type { ProposedAddresses } from '../../src/job/addresses/wire';
import { transliterated } from '../../src/google/transliterate';
import type { TestDesk } from '../sandbox-desk';
import { admin, behind, open, person } from './shop';

/** Addresses for people who have none. */

const usual = { pattern: '', domain: '' };
const proposed = (desk: TestDesk, by = usual): ProposedAddresses => ask(desk.host, 'proposeAddresses', by);
const emails = (desk: TestDesk, by = usual): readonly string[] => proposed(desk, by).lines.map(({ email }) => email);
const called = (first: string, last: string, more: Readonly<Record<string, string>> = {}) => ({
  Email: '',
  'First name': first,
  'Last name': last,
  ...more,
});

test('whoever has names and no address is proposed one that nobody has: people, aliases, groups, the deleted, the sheet', () => {
  const desk = open(
    [
      called('Ana', 'Ruiz'),
      { Email: 'bo.roe@shop.example' },
      called('Bo', 'Roe'),
      called('Cy', 'Cole'),
      called('Di', 'Dunn'),
      called('Ed', 'East'),
      called('Ana', 'Ruíz'),
      called('Flo', 'Fox'),
    ],
    {
      users: [
        person('ana.ruiz@shop.example', 'Ana Ruiz'),
        person('other@shop.example', 'O Ther', { aliases: ['cy.cole@shop.example'] }),
        person('ed.east@shop.example', 'Ed East'),
      ],
      groups: [{ email: 'di.dunn@shop.example', name: 'Di', aliases: ['di.dunn2@shop.example'] }],
    },
  );
  behind(desk, ['directory.users.delete', { userKey: 'ed.east@shop.example' }]);
  expect(emails(desk)).toEqual(
    ['ana.ruiz2', 'bo.roe2', 'cy.cole2', 'di.dunn3', 'ed.east2', 'ana.ruiz3', 'flo.fox'].map(
      (one) => `${one}@shop.example`,
    ),
  );
  expect(desk.google.writes()).toHaveLength(1);
});

test('many people cost whole lists and no look at each', () => {
  const many = Array.from({ length: 60 }, (_, at) => called('Ana', `Ruiz${String(at)}`));
  const desk = open(many);
  const before = desk.google.reads().length;
  expect(new Set(emails(desk)).size).toBe(60);
  expect(desk.google.reads().length - before).toBeLessThan(9);
});

test.each([
  ['{f}{last}', '', 'aruiz@shop.example'],
  ['{last}-{first}@{domain}', '', 'ruiz-ana@shop.example'],
  ['{first}_{l}@shop.example', 'ignored.example', 'ana_r@shop.example'],
])('the pattern %s gives the address %s %s', (pattern, domain, email) => {
  expect(emails(open([called('Ana', 'Ruiz')]), { pattern, domain })).toEqual([email]);
});

test.each([
  ['{nick}@{domain}', '', '{nick} is not understood'],
  ['info@{domain}', '', 'A pattern needs a part of the name'],
  ['{first} {last}', '', 'Write the pattern as {first}.{last}@{domain}'],
  ['{first}', 'nobody.example', 'Sign in as an administrator of nobody.example'],
])('the pattern %s on the domain “%s” is refused with a sentence', (pattern, domain, says) => {
  const desk = open([called('Ana', 'Ruiz')]);
  expect(() => proposed(desk, { pattern, domain })).toThrow(ServerSaidNo);
  expect(() => proposed(desk, { pattern, domain })).toThrow(says);
});

test('what was left chosen is written into its Email cells alone; a row that changed meanwhile is left', () => {
  const desk = open([called('Ana', 'Ruiz', { Title: '=1' }), called('Bo', 'Roe'), called('Cy', 'Cole')]);
  const { pattern, lines } = proposed(desk, { pattern: '{f}{last}', domain: '' });
  const sheet = desk.host.state.sheets.find(({ name }) => name === 'Users');
  const names = (sheet?.cells[0] ?? []).map((cell) => String(cell?.value ?? ''));
  const bo = sheet?.cells[2];
  if (bo) bo[names.indexOf('First name')] = { value: 'Bob', format: '@' };
  const done = ask(desk.host, 'writeAddresses', { pattern, lines });
  expect(done).toMatchObject({ written: 2, says: expect.stringContaining('1 rows were changed') as unknown });
  expect(
    desk
      .rows()
      .map(({ Email }) => Email)
      .slice(0, 3),
  ).toEqual(['aruiz@shop.example', '', 'ccole@shop.example']);
  expect(desk.row('aruiz@shop.example')['Title']).toBe('=1');
  expect(desk.google.writes()).toEqual([]);
  // The pattern is remembered.
  expect(emails(desk)).toEqual(['broe@shop.example']);
});

test('nothing is written that is no address, is taken by a row, or belongs to somebody else', () => {
  const desk = open([called('Ana', 'Ruiz'), { Email: admin }]);
  const lines = ['=1+1', 'two words@shop.example', admin].map((email) => ({ row: 2, name: 'Ana Ruiz', email }));
  expect(ask(desk.host, 'writeAddresses', { pattern: '{first}', lines })).toMatchObject({ written: 0 });
  expect(desk.rows()[0]?.['Email']).toBe('');
});

test.each([
  ['Jürgen Groß', 'de', 'juergen gross'],
  ['Jürgen Groß', 'en', 'jurgen gross'],
  ['Søren Ågård', 'da', 'soeren aagaard'],
  ['Søren Ågård', '', 'soren agard'],
  ['Łukasz Żółć', 'pl', 'lukasz zolc'],
  ['Владимир Щукин', 'ru', 'vladimir shchukin'],
  ['Олег Гриценко', 'uk', 'oleh hrytsenko'],
  ['Γιώργος Παπαδόπουλος', 'el', 'giorgos papadopoulos'],
  ['Zoë O’Brien-Smith', '', 'zoe obrien-smith'],
  ['Đặng Thị', 'vi', 'dang thi'],
])('%s in the language “%s” is written %s', (name, language, latin) => {
  expect(transliterated(name, language)).toBe(latin);
});

test('a name that no letters are known for is told, and the others go on; the row’s language counts', () => {
  const desk = open([
    called('太郎', '山田'),
    called('Jürgen', 'Groß', { Language: 'German' }),
    called('Jürgen', 'Groß', { Language: 'English' }),
    called('Ludwig', 'van Beethoven'),
    called('', 'Cher'),
  ]);
  const { lines } = proposed(desk);
  expect(lines[0]).toMatchObject({ email: '', says: expect.stringContaining('Write one by hand') as unknown });
  expect(lines.slice(1).map(({ email }) => email.split('@')[0])).toEqual([
    'juergen.gross',
    'jurgen.gross',
    'ludwig.vanbeethoven',
    'cher',
  ]);
});
