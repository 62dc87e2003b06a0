import { behind, expectSettled, open, person, userAt, writesDuring, type Change } from './shop';

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

test('a field that the account does not have is refused, and nothing else of the row goes wrong', () => {
  const one = desk({ 'Employment.shoe': '42' });
  one.checkAndRun();
  expect(one.row(ana)).toMatchObject({
    Status: 'Needs you',
    Details: expect.stringContaining('Manage custom attributes') as unknown,
  });
  expect(userAt(one, ana)['customSchemas']).toEqual(values);
});

test('headers of other tools with a dot are no custom fields', () => {
  const one = desk({ 'name.givenName': 'Bo', 'phones.0.value': '1' });
  expect(writesDuring(one, () => one.checkAndRun())).toEqual([]);
});
