import { oneDomain, openDesk } from '../sandbox-desk';

/**
 * Whatever a person types and the spreadsheet makes of it: a row acts on what was typed, or it says that it cannot.
 * Only signs before whole digits (`007`, `+5`, in a cell of numbers `$5`) leave no trace in a cell.
 */

const typed = [
  'Ruiz',
  '4711',
  '1234567890',
  '12345678901234567890',
  '1,234',
  '1.234',
  '1.234.567',
  '1 234',
  '12,5',
  '12.50',
  '3.10',
  '-5',
  '(5)',
  '12%',
  '$5.50',
  '1e3',
  '12E4',
  'TRUE',
  'false',
  'True',
  'WAHR',
  'vero',
  'prawda',
  '1/2/2026',
  '01.02.1990',
  '2026-03-01',
  'Mar 1, 2026',
  '1 May 2026',
  '8:30',
  '12-3-2026',
  '#########',
  '1.23457E+11',
  "O'Neill",
  'Łukasz',
];
const formats = ['@', '', '#,##0', '0.00', '0.00E+00', 'dd.mm.yyyy', '0%'];
const entries = formats.flatMap((format) => typed.map((text) => ({ format, text })));
const addressOf = (at: number) => `p${String(at)}@shop.example`;

test.each(['en_US', 'de_DE', 'pl_PL', 'sv_SE'])('%s: typed into cells of any format', (locale) => {
  const users = entries.map((_, at) => ({ Email: addressOf(at), 'First name': 'Pat', 'Last name': 'x' }));
  const desk = openDesk({ tenant: oneDomain(), users, options: { switches: { locale } } });
  const sheet = desk.host.state.sheets.find(({ name }) => name === 'Users');
  const column = (sheet?.cells[0] ?? []).findIndex((cell) => cell?.value === 'Last name') + 1;
  entries.forEach(({ text, format }, at) => {
    Object.assign(sheet?.cells[at + 1]?.[column - 1] ?? {}, { value: '', format });
    desk.host.edit.setCell('Users', [at + 2, column], text);
  });
  desk.checkAndRun();
  const people = desk.tenant().accounts.flatMap(({ users: all = [] }) => all);
  const names = new Map(people.map(({ primaryEmail, name }) => [primaryEmail, name?.familyName]));
  const details = new Map(desk.rows('Users').map((row) => [row['Email'], row['Details'] ?? '']));
  const became = entries.map(({ text, format }, at) => {
    const says = /has made a|ends in|is a day|is a number, and not/.test(details.get(addressOf(at)) ?? '');
    return [format, text, names.get(addressOf(at)) ?? (says ? 'asked' : 'nothing')];
  });
  expect(became.filter(([, text, name]) => name !== text && name !== 'asked')).toEqual([]);
  // Plain text is asked about only where it shows what a spreadsheet shows, or what nobody is called.
  expect(became.filter(([format, , name]) => format === '@' && name === 'asked').map(([, text]) => text)).toEqual([
    '12%',
    '$5.50',
    'TRUE',
    '1/2/2026',
    '01.02.1990',
    '2026-03-01',
    '12-3-2026',
    '#########',
    '1.23457E+11',
  ]);
});
