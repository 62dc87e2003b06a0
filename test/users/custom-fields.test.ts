import type { TestDesk } from '../sandbox-desk';
import { behind, expectSettled, open, person, userAt, writesDuring, type Change } from './shop';

/** The note at a header, or ''. */
function headerNote(desk: TestDesk, header: string): string {
  const cells = desk.host.state.sheets.find(({ name }) => name === 'Users')?.cells[0] ?? [];
  return cells.find((cell) => cell?.value === header)?.note ?? '';
}

/** Custom fields of an account: a column of its own, or lines in Custom fields. */

const ana = 'ana@shop.example';
const schemas = [
  {
    schemaName: 'Employment',
    fields: [
      { fieldName: 'number', fieldType: 'STRING' },
      { fieldName: 'level', fieldType: 'INT64' },
      { fieldName: 'remote', fieldType: 'BOOL' },
      { fieldName: 'since', fieldType: 'DATE' },
    ],
  },
  { schemaName: 'Car', fields: [{ fieldName: 'plate', fieldType: 'STRING' }] },
];
const values = { Employment: { number: '007', level: 3, remote: true }, Car: { plate: 'X-1' } };
const there = person(ana, 'Ana Ruiz', { customSchemas: values });

const desk = (cells: Readonly<Record<string, string>>, users = [there]) =>
  open([{ Email: ana, 'First name': 'Ana', 'Last name': 'Ruiz', ...cells }], { schemas, users });

test('a new person gets them, leading zeros and all, and the row is settled', () => {
  const one = desk({ 'Employment.number': '0042', 'Employment.level': '3', 'Employment.since': '2026-03-01' }, []);
  one.checkAndRun();
  expect(userAt(one, ana)['customSchemas']).toMatchObject({ Employment: { number: '0042', since: '2026-03-01' } });
  expectSettled(one);
});

test('only what is named is changed, in the type that Google has; a dash clears, a blank leaves', () => {
  const one = desk({
    'Employment.number': '008',
    'Employment.remote': 'FALSE',
    'Employment.level': '-',
    'Car.plate': '',
  });
  one.checkAndRun();
  expect(userAt(one, ana)['customSchemas']).toEqual({
    Employment: { number: '008', remote: false },
    Car: { plate: 'X-1' },
  });
  expectSettled(one);
});

test('what Google has already is no change', () => {
  const one = desk({ 'Employment.number': '007', 'Employment.remote': 'TRUE', 'Employment.level': '3' });
  expect(writesDuring(one, () => one.checkAndRun())).toEqual([]);
});

test('lines in one column do the same, and one that is none is said', () => {
  const one = desk({ 'Custom fields': 'Employment.number: 008\nCar.plate: -' });
  one.checkAndRun();
  expect(userAt(one, ana)['customSchemas']).toEqual({ Employment: { ...values.Employment, number: '008' } });
  one.type(ana, 'Custom fields', 'the number is 9');
  one.checkAndRun();
  expect(one.note(ana, 'Custom fields')).toContain('Write it as Schema.field: value');
});

test('what was changed at Google since is reported and left', () => {
  const one = desk({ 'Employment.number': '008' });
  one.checkAndRun();
  const change: Change = [
    'directory.users.update',
    { userKey: ana },
    { customSchemas: { Employment: { number: '009' } } },
  ];
  behind(one, change);
  expect(writesDuring(one, () => one.checkAndRun())).toEqual([]);
  expect(one.row(ana)['Details']).toContain('Employment.number: 009');
});

test('a field that the account does not have is said at its header and at the cell, and nothing else is written', () => {
  const one = desk({ 'Employment.shoe': '42', 'Employmnt.number': '7', 'Car.plate': 'X-2' });
  expect(writesDuring(one, () => one.checkAndRun())).toEqual([]);
  expect(one.row(ana)).toMatchObject({ Status: 'Needs you' });
  expect(one.note(ana, 'Employment.shoe')).toContain('Employment has no custom field shoe');
  expect(one.note(ana, 'Employmnt.number')).toContain('Did you mean Employment?');
  expect(headerNote(one, 'Employment.shoe')).toContain('Manage custom attributes');
  expect(headerNote(one, 'Car.plate')).toBe('');
  for (const header of ['Employment.shoe', 'Employmnt.number']) one.type(ana, header, '');
  one.checkAndRun();
  expect(one.row(ana)['Status']).toBe('Done');
  expect([headerNote(one, 'Employment.shoe'), one.note(ana, 'Employment.shoe')]).toEqual(['', '']);
});

const all = [
  ...['STRING', 'INT64', 'BOOL', 'DOUBLE', 'EMAIL', 'PHONE', 'DATE'].flatMap((fieldType) => [
    { fieldName: fieldType.toLowerCase(), fieldType },
    { fieldName: `${fieldType.toLowerCase()}s`, fieldType, multiValued: true },
  ]),
  { fieldName: 'rank', fieldType: 'INT64', numericIndexingSpec: { minValue: 1, maxValue: 10 } },
];
const kinds = (cells: Readonly<Record<string, string>>, customSchemas = {}) =>
  open([{ Email: ana, ...cells }], {
    schemas: [{ schemaName: 'All', fields: all }],
    users: [person(ana, 'Ana Ruiz', { customSchemas })],
  });

test.each<readonly [field: string, text: string, json: unknown]>([
  ['string', 'Ünïcode, with commas; and more', 'Ünïcode, with commas; and more'],
  ['string', '0042', '0042'],
  ['int64', '0042', '42'],
  ['int64', '9223372036854775807', '9223372036854775807'],
  ['bool', 'yes', true],
  ['bool', 'FALSE', false],
  ['double', '3,5', 3.5],
  ['double', '-2', -2],
  ['email', 'Ana+x@Home.example', 'ana+x@home.example'],
  ['phone', '+34 600 111', '+34 600 111'],
  ['date', '2024-02-29', '2024-02-29'],
  ['strings', 'one, two; three\nfour', ['one', 'two', 'three', 'four']],
  ['int64s', '1, 02', ['1', '2']],
  ['doubles', '1.5; 2', [1.5, 2]],
  ['dates', '2026-03-01,2026-03-02', ['2026-03-01', '2026-03-02']],
])('a field of the type %s takes “%s”, and the row is settled', (field, text, json) => {
  const one = kinds({ [`All.${field}`]: text });
  one.checkAndRun();
  const value = Array.isArray(json) ? json.map((each: unknown) => ({ value: each })) : json;
  expect(userAt(one, ana)['customSchemas']).toEqual({ All: { [field]: value } });
  expectSettled(one);
});

test.each([
  ['int64', '3.5', 'no whole number'],
  ['int64', '9223372036854775808', 'no whole number'],
  ['int64', '1.2E+11', 'has made a number of'],
  ['bool', 'perhaps', 'Write yes or no'],
  ['double', '1.000,5', 'no number'],
  ['email', 'ana', 'not an e-mail address'],
  ['date', '1.3.2026', 'Write it as 2026-03-01'],
  ['date', '2026-02-30', 'Write it as 2026-03-01'],
  ['string', `${'x'.repeat(500)}!`, 'longer than the 500 characters'],
  ['int64s', '1, two', '"two" is no whole number'],
])('a field of the type %s refuses “%.20s” at its cell, and nothing is written', (field, text, says) => {
  const one = kinds({ [`All.${field}`]: text });
  expect(writesDuring(one, () => one.checkAndRun())).toEqual([]);
  expect(one.row(ana)['Status']).toBe('Needs you');
  expect(one.note(ana, `All.${field}`)).toContain(says);
});

test('of several values only those that are missing are added: others, and what they say besides, stay', () => {
  const held = [{ value: 'one', type: 'work' }, { value: 'zero' }];
  const one = kinds({ 'All.strings': 'one, two' }, { All: { strings: held } });
  one.checkAndRun();
  expect(userAt(one, ana)['customSchemas']).toEqual({ All: { strings: [...held, { value: 'two' }] } });
  expectSettled(one);
  one.type(ana, 'All.strings', '-');
  one.checkAndRun();
  expect(userAt(one, ana)['customSchemas']).toBeUndefined();
});

test('a number outside of the range of its field is written, and said', () => {
  const one = kinds({ 'All.rank': '11' });
  one.check();
  expect(one.row(ana)['Details']).toContain('outside of 1 to 10');
  one.run();
  expect(userAt(one, ana)['customSchemas']).toEqual({ All: { rank: '11' } });
});

test('schemas are read only where a row has a custom field, and once', () => {
  const without = open([{ Email: ana }], { schemas, users: [there] });
  without.checkAndRun();
  expect(without.google.reads('directory.schemas.list')).toEqual([]);
  const one = desk({ 'Employment.number': '008' });
  one.check();
  expect(one.google.reads('directory.schemas.list')).toHaveLength(1);
});

test('whoever may not see the schemas is told so at the cell', () => {
  const helper = person('helper@shop.example', 'Hel Per', { isDelegatedAdmin: true });
  const roleAssignments = [{ roleName: '_USER_MANAGEMENT_ADMIN_ROLE', assignedTo: 'helper@shop.example' }];
  const one = open([{ Email: ana, 'Car.plate': 'X-2' }], { schemas, users: [there, helper], roleAssignments });
  one.host.become('helper@shop.example');
  one.check();
  expect(one.note(ana, 'Car.plate')).toContain('does not let you see which custom fields');
});

test('headers of other tools with a dot are no custom fields', () => {
  const one = desk({ 'name.fullName': 'Bo', 'phones.0.value': '1' });
  expect(writesDuring(one, () => one.checkAndRun())).toEqual([]);
});
