import { behind, expectSettled, googleOf, open, orgUnitsAt, person, statuses, userAt, writesDuring } from './shop';

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
