import { ask } from '../../sandbox/cli/desk';
import { callFor, said } from '../workspace/google';
import {
  admin,
  behind,
  expectSettled,
  googleOf,
  open,
  orgUnitsAt,
  person,
  statuses,
  userAt,
  writesDuring,
} from './shop';

/** Org units that rows name: made with their parents, once each. */

const row = (name: string, path: string) => ({
  Email: `${name}@shop.example`,
  'First name': name,
  'Last name': 'Test',
  'Org unit': path,
});

test.each([{}, { orgUnitExists: 'backendError' }, { staleReads: '8' }])(
  'parents that are missing are made, each once, whatever the case of its letters (%j)',
  (switches: Readonly<Record<string, string>>) => {
    const desk = open(
      [
        row('ann', '/Sales/North/Oslo'),
        row('bob', '/SALES/north'),
        row('cec', 'sales / South'),
        row('dan', '/office/Reception'),
      ],
      { orgUnits: [{ orgUnitPath: '/Office' }] },
      { switches },
    );
    const wrote = writesDuring(desk, () => desk.checkAndRun());
    expect(statuses(desk)).toEqual({
      'ann@shop.example': 'Done',
      'bob@shop.example': 'Done',
      'cec@shop.example': 'Done',
      'dan@shop.example': 'Done',
    });
    expect(wrote.filter(({ op }) => op === 'directory.orgunits.insert')).toHaveLength(5);
    expect(orgUnitsAt(desk)).toEqual([
      '/Office',
      '/Office/Reception',
      '/Sales',
      '/Sales/North',
      '/Sales/North/Oslo',
      '/Sales/South',
    ]);
    expect(userAt(desk, 'bob@shop.example')['orgUnitPath']).toBe('/Sales/North');
    expect(desk.google.refused('directory.orgunits.insert')).toEqual([]);
    desk.clock.sleep(60_000);
    expectSettled(desk);
  },
);

test.each(['invalid', 'backendError'])(
  'a unit that somebody makes in the meantime is taken up (orgUnitExists=%s)',
  (orgUnitExists) => {
    const desk = open([row('ann', '/Sales')], {}, { switches: { orgUnitExists } });
    desk.check();
    behind(desk, ['directory.orgunits.insert', { customerId: 'C0shop01' }, { name: 'sales', parentOrgUnitPath: '/' }]);
    desk.clock.sleep(5_000);
    desk.run();
    expect(desk.row('ann@shop.example')['Status']).toBe('Done');
    expect(userAt(desk, 'ann@shop.example')['orgUnitPath']).toBe('/sales');
    expectSettled(desk);
  },
);

test("a unit that cannot be made stops every row that needs it, with Google's reason, and no other", () => {
  const desk = open([row('ann', '/Sales'), row('bob', '/Sales/North'), row('cec', '/')]);
  desk.check();
  googleOf(desk).control.failNext(
    'directory.orgunits.insert',
    { status: 403, reason: 'forbidden', message: 'Not Authorized to access this resource/api' },
    9,
  );
  desk.run();
  expect(statuses(desk)).toEqual({
    'ann@shop.example': 'Needs you',
    'bob@shop.example': 'Needs you',
    'cec@shop.example': 'Done',
  });
  expect(desk.google.refused('directory.orgunits.insert')).toHaveLength(1);
});

test('a person is moved, and a unit renamed at Google is not brought back', () => {
  const desk = open([row('ann', '/sales/north')], { users: [person('ann@shop.example', 'ann Test')] });
  desk.checkAndRun();
  expect(userAt(desk, 'ann@shop.example')['orgUnitPath']).toBe('/sales/north');
  behind(desk, ['directory.orgunits.patch', { customerId: 'C0shop01', orgUnitPath: 'sales/north' }, { name: 'Nord' }]);
  expect(writesDuring(desk, () => desk.checkAndRun())).toEqual([]);
  expect(desk.row('ann@shop.example')).toMatchObject({
    Status: 'Up to date',
    Details: expect.stringContaining('Org unit is “/sales/Nord” at Google') as string,
  });
  expect(orgUnitsAt(desk)).toEqual(['/sales', '/sales/Nord']);
});

test('a move at Google is drift also where the row spells its unit with other capitals', () => {
  const desk = open([row('ann', '/SALES')], { orgUnits: [{ orgUnitPath: '/Sales' }, { orgUnitPath: '/Office' }] });
  desk.checkAndRun();
  desk.clock.sleep(60_000);
  behind(desk, ['directory.users.update', { userKey: 'ann@shop.example' }, { orgUnitPath: '/Office' }]);
  expect(writesDuring(desk, () => desk.checkAndRun())).toEqual([]);
  expect(desk.row('ann@shop.example')).toMatchObject({
    Status: 'Up to date',
    Details: expect.stringContaining('changed there since') as string,
  });
});

const there = ['/Sales', '/Sales/North', '/Test', '/Test/C++', '/Test/50% Posten', '/Test/R&D, Labs', '/Team 1'];
const units = { orgUnits: there.map((orgUnitPath) => ({ orgUnitPath })) };

test('an org unit that is there is taken, whatever it is called; beside numbers and letters no slip is seen', () => {
  const rows = ['/Test/C++', '/test/50% posten', '/Test/R&D, Labs', '/Team 2', '/Team 1B', '/Sales/East', '/Test/C++'];
  const desk = open(
    rows.map((path, at) => row(`p${String(at)}`, path)),
    { ...units, users: [person('p6@shop.example', 'p6 Test', { orgUnitPath: '/Test/C++' })] },
  );
  desk.checkAndRun();
  expect(Object.values(statuses(desk))).toEqual([...rows.slice(1).map(() => 'Done'), 'Up to date']);
  expect(userAt(desk, 'p1@shop.example')['orgUnitPath']).toBe('/Test/50% Posten');
  expectSettled(desk);
});

test.each([
  ['/Slaes', /no org unit "?\/Slaes"?\. There is \/Sales\. Create/, '/Slaes'],
  ['/Sales/Nort', /There is \/Sales\/North/, '/Sales/Nort'],
  ['shop.example', /the top of the org units is \/\. Create/, '/shop.example'],
  ['/shop.example/Sales', /shop\.example is the domain/, '/shop.example/Sales'],
  ['Sales\\North', /have a \/ between them/, '/Sales\\North'],
  ['Sales > North', /have a \/ between them/, '/Sales > North'],
])('%s, which looks like a slip, is asked about, and made after a yes alone', (path, says, made) => {
  const desk = open([row('ann', path), row('bob', '/Sales')], units);
  expect(writesDuring(desk, () => desk.checkAndRun()).map(({ op }) => op)).toEqual(['directory.users.insert']);
  expect(desk.row('ann@shop.example')).toMatchObject({
    Status: 'Needs you',
    Details: expect.stringMatching(says) as string,
  });
  expect(desk.needs()[0]).toMatchObject({ cell: 'D2', question: { kind: 'newOrgUnit' } });
  ask(desk.host, 'answerQuestion', { keys: ['Users!ann@shop.example'], yes: true });
  desk.checkAndRun();
  expect(desk.row('ann@shop.example')['Status']).toBe('Done');
  expect(userAt(desk, 'ann@shop.example')['orgUnitPath']).toBe(made);
  expectSettled(desk);
});

test('after a no the row says which one may be meant', () => {
  const desk = open([row('ann', '/Slaes')], units);
  desk.check();
  ask(desk.host, 'answerQuestion', { keys: ['Users!ann@shop.example'], yes: false });
  expect(writesDuring(desk, () => desk.checkAndRun())).toEqual([]);
  expect(desk.row('ann@shop.example')['Details']).toMatch(
    /is not created\. Write the one that is meant, such as \/Sales/,
  );
});

test('two new units with like names are both made: the one is no slip of the other', () => {
  const desk = open([row('ann', '/Verkauf'), row('bob', '/Verkäufe'), row('cec', '/Verkauff')], units);
  desk.checkAndRun();
  expect(Object.values(statuses(desk))).toEqual(['Done', 'Done', 'Done']);
});

test.each([
  ['/Sales/C++', /no org unit "?\/Sales\/C\+\+"?, and its name has a \+ or %/, 'without it'],
  ['id:03ph8a2z1fdhw7r', /is the id of an org unit, and not its path/, 'Write the path'],
])('%s cannot be made, and the row says why', (path, says, remedy) => {
  const desk = open([row('ann', path)], units);
  expect(writesDuring(desk, () => desk.checkAndRun())).toEqual([]);
  expect(desk.row('ann@shop.example')['Details']).toMatch(says);
  expect(desk.row('ann@shop.example')['Details']).toContain(remedy);
});

test('the id of a unit that is there is answered with its path', () => {
  const desk = open([row('ann', '/')], units);
  const params = { customerId: 'C0shop01', orgUnitPath: 'Sales' };
  const { value } = said(desk.workspace.handle(callFor('directory.orgunits.get', params, { as: admin })));
  desk.type('ann@shop.example', 'Org unit', String(value['orgUnitId']));
  desk.checkAndRun();
  expect(desk.row('ann@shop.example')['Details']).toContain('Write /Sales.');
});
