import { expectSettled, open, person, statuses, userAt, writesDuring } from './shop';

/** What keyboards, exports and names from elsewhere make of cells. */

const named = (email: string, first: string, last: string) => ({
  Email: email,
  'First name': first,
  'Last name': last,
});

const dana = 'dana@shop.example';

test.each([
  ['כהן', 'לוי', 'last name “כהן” to “לוי”'],
  ['كامل', 'نور (2)', 'last name “كامل” to “نور (2)”'],
  ['Cohen', 'לוי', 'last name Cohen → לוי'],
])('a change from %s to %s is told in the order in which it is read', (from, to, says) => {
  const desk = open([{ Email: dana, 'First name': 'Dana', 'Last name': from }], {
    users: [person(dana, `Dana ${from}`)],
  });
  desk.checkAndRun();
  desk.type(dana, 'Last name', to);
  desk.check({ samePerson: 'all' });
  expect(desk.row(dana)['Details']).toBe(`Will change ${says}.`);
  desk.run();
  expect(desk.row(dana)['Details']).toBe(`Changed ${says}.`);
});

test('names that were damaged on their way make nobody; foreign ones do', () => {
  const desk = open([
    named('lukasz@shop.example', 'Lukasz', 'PaweÅ‚'),
    named('jan@shop.example', 'Jan-Ã‰rik', 'SÃ©bastien'),
    named('zoe@shop.example', 'Zo\uFFFD', 'Muller'),
    named('ivo@shop.example', '?ukasz', 'Pawel'),
    named('real@shop.example', 'Łukasz', 'Paweł'),
    named('ase@shop.example', 'Åse', 'Ångström'),
  ]);
  expect(writesDuring(desk, () => desk.checkAndRun())).toHaveLength(2);
  expect(Object.values(statuses(desk))).toEqual(['Needs you', 'Needs you', 'Needs you', 'Needs you', 'Done', 'Done']);
  expect(desk.row('lukasz@shop.example')['Details']).toContain('“Paweł”');
  expect(desk.note('jan@shop.example', 'Last name')).toContain('“Sébastien”');
});

test('full-width letters of addresses and numbers are plain ones, and 、 separates', () => {
  const desk = open([
    named('tanaka＠shop.example', '太郎', '田中'),
    { ...named('ｓａｔｏ@shop.example', '花子', '佐藤'), 'Recovery phone': '＋８１９０１２３４５６７８' },
    { ...named('ota@shop.example', '実', '太田'), Aliases: 'ota1@shop.example、ota2@shop.example' },
    named('Ｋ＠shop.example', 'Ｋ', '健　一'),
  ]);
  desk.checkAndRun();
  expect(statuses(desk)).toEqual({
    'tanaka＠shop.example': 'Done',
    'ｓａｔｏ@shop.example': 'Done',
    'ota@shop.example': 'Done',
    'Ｋ＠shop.example': 'Done',
  });
  expect(userAt(desk, 'tanaka@shop.example')['name']).toMatchObject({ givenName: '太郎' });
  expect(userAt(desk, 'sato@shop.example')['recoveryPhone']).toBe('+819012345678');
  expect(userAt(desk, 'ota@shop.example')['aliases']).toEqual(['ota1@shop.example', 'ota2@shop.example']);
  expect(userAt(desk, 'k@shop.example')['name']).toMatchObject({ givenName: 'Ｋ' });
  expectSettled(desk, ['tanaka@shop.example', 'sato@shop.example', 'ota@shop.example', 'k@shop.example']);
});

test('people who have one name are told what to write', () => {
  const desk = open([
    named('suharto@shop.example', 'Suharto', ''),
    named('nani@shop.example', '', 'Nani'),
    named('putri@shop.example', 'Putri', '-'),
    named('dewi@shop.example', 'Dewi', '–'),
    named('ani@shop.example', 'Ani', 'Ani'),
    named('budi@shop.example', 'Budi', '.'),
  ]);
  desk.checkAndRun();
  const needs = ['suharto', 'nani', 'putri', 'dewi'];
  expect(Object.values(statuses(desk))).toEqual([...needs.map(() => 'Needs you'), 'Done', 'Done']);
  for (const name of needs)
    expect(desk.row(`${name}@shop.example`)['Details']).toContain('one name write it into both cells');
});
