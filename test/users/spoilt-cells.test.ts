import { open, userAt } from './shop';
import { cellAt } from '../spoilt';

/** What a spreadsheet made of a text that somebody typed is asked about on every column of texts, and never sent. */

const ana = 'ana@shop.example';
const texts = [
  'First name',
  'Last name',
  'Org unit',
  'Licences',
  'Roles',
  'Aliases',
  'Language',
  'Recovery email',
  'Recovery phone',
  'Send details to',
  'User ID',
  'Employee ID',
  'Work phone',
  'Job title',
  'Department',
  'Cost center',
  'Manager',
  'New email',
  'Groups',
];
const addressOf = (at: number) => `p${String(at)}@shop.example`;

test('a number, a day or a tick stands in the stead of a text, on whatever column', () => {
  const made: readonly (readonly [string, number | boolean, string])[] = [
    ['number', 123456789012, '0.00E+00'],
    ['number', 4711, '#,##0'],
    ['number', 12.5, ''],
    ['number', 1.03e20, ''],
    ['number', -5, ''],
    ['day', 46115, 'dd.mm.yyyy'],
    ['day', 0.5, 'h:mm'],
    ['tick', true, ''],
    ['tick', false, ''],
  ];
  const row = Object.fromEntries(texts.map((header) => [header, 'x']));
  const desk = open(made.map((_, at) => ({ Email: addressOf(at), ...row })));
  made.forEach(([, value, format], at) => {
    for (const header of texts) Object.assign(cellAt(desk, addressOf(at), header), { value, format });
  });
  desk.checkAndRun();
  for (const [at, [what]] of made.entries())
    for (const header of texts)
      expect([header, desk.note(addressOf(at), header)]).toEqual([
        header,
        expect.stringContaining(`has made a ${what} of what was typed here`),
      ]);
  expect(desk.google.writes()).toEqual([]);
});

test('a number that is shown digit by digit is what was typed', () => {
  const more = { 'Employee ID': 'x', 'Last name': 'x', 'Job title': 'x' };
  const desk = open([{ Email: ana, 'First name': 'Ana', ...more }]);
  Object.assign(cellAt(desk, ana, 'Employee ID'), { value: 4711, format: '' });
  Object.assign(cellAt(desk, ana, 'Last name'), { value: 47, format: '000' });
  Object.assign(cellAt(desk, ana, 'Job title'), { value: 123456789012345, format: '' });
  desk.checkAndRun();
  expect(desk.row(ana)).toMatchObject({ Status: 'Done' });
  expect(userAt(desk, ana)).toMatchObject({
    name: { familyName: '047' },
    externalIds: [{ value: '4711' }],
    organizations: [{ title: '123456789012345' }],
  });
});

test('in a file there is only text: what a spreadsheet shows is known by its look', () => {
  const shown = ['1.23457E+11', '1,23457E+11', '1E+05', '1.2E-05', '-4.7E+12', '#########', '##', 'TRUE', 'FALSE'];
  const columns = ['Last name', 'Org unit', 'Recovery phone', 'User ID', 'Employee ID', 'Groups'];
  const desk = open(
    shown.map((text, at) => ({ Email: addressOf(at), ...Object.fromEntries(columns.map((header) => [header, text])) })),
  );
  desk.checkAndRun();
  for (const at of shown.keys())
    for (const header of columns)
      expect(desk.note(addressOf(at), header)).toMatch(/has made a (?:number|tick) of what was typed/);
  expect(desk.google.writes()).toEqual([]);
});

test('passwords that show as numbers and days are asked about, and not repeated', () => {
  const spoilt = [
    '1.23457E+11',
    '1,23457E+11',
    '01/02/1990',
    '1.2.1990',
    '01/02/90',
    '1990-02-01',
    '12,345,678',
    '12.345.678',
    '12\u00A0345\u00A0678',
    '12,345,678.50',
    '#########',
    'Loading...',
  ];
  const desk = open(
    spoilt.map((Password, at) => ({ Email: addressOf(at), 'First name': 'Ana', 'Last name': 'Ruiz', Password })),
  );
  desk.checkAndRun();
  for (const at of spoilt.keys()) {
    expect(desk.row(addressOf(at))).toMatchObject({ Status: 'Needs you' });
    expect(desk.note(addressOf(at), 'Password')).toMatch(
      /^(?!.*(?:90|45|E\+|##|Load)).*Format the cell as plain text/s,
    );
  }
  expect(desk.google.writes()).toEqual([]);
});

test('nothing is asked about names and passwords that are as they were typed', () => {
  const names = [
    ['True', 'Ruiz'],
    ['Ana', 'Wahr'],
    ['JEAN', 'FAUX'],
    ['AMRIT', 'SANT'],
    ['May', 'März'],
    ['E.', "O'Neill"],
    ['Łukasz', 'Øß-İệ'],
    ['久美子', '山田'],
    ['X Æ', 'A-12'],
    ['R2', 'D2'],
    ['Eve', '1E'],
    ['Yves', '#1'],
  ] as const;
  const passwords = [
    '12345678',
    '1.2.3.4.5.6',
    'abc,def,1',
    'TRUE-story-1',
    '2-words-1990',
    '#1-password',
    '1E+5-many',
  ];
  const desk = open(
    names.map(([first, last], at) => ({
      Email: addressOf(at),
      'First name': first,
      'Last name': last,
      Password: passwords[at] ?? '',
    })),
  );
  desk.checkAndRun();
  for (const [at, [givenName, familyName]] of names.entries()) {
    expect(desk.row(addressOf(at))).toMatchObject({ Status: 'Done' });
    expect(userAt(desk, addressOf(at)).name).toMatchObject({ givenName, familyName });
  }
});
