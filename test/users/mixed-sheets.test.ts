import { businessStandard, businessStarter, open, person, usersAt, wait, workspaceProduct, writesDuring } from './shop';
import fc from '../property';
import { sampleOr } from '../sweep';

/** Small sheets of every mixture: whatever a run made of them, nothing is left to write. */

const existing = [
  person('ann@shop.example', 'Ann Test', { aliases: ['a1@shop.example'], orgUnitPath: '/Office' }),
  person('bob@shop.example', 'Bob Test', { suspended: true }),
  person('cec@shop.example', 'Cécile Tést', { recoveryEmail: 'c@home.example' }),
  person('dan@shop.example', 'Somebody Else', { isAdmin: true }),
];
const around = {
  users: existing,
  orgUnits: [{ orgUnitPath: '/Office' }, { orgUnitPath: '/Sales' }],
  groups: [{ email: 'team@shop.example', name: 'Team' }],
  licences: [
    { userId: 'ann@shop.example', productId: workspaceProduct, skuId: businessStarter },
    { userId: 'bob@shop.example', productId: workspaceProduct, skuId: businessStandard },
  ],
  autoLicensing: [{ orgUnitPath: '/Office', productId: workspaceProduct, skuId: businessStarter }],
};

const blankOr = (...texts: readonly string[]): fc.Arbitrary<string> =>
  fc.oneof({ weight: 2, arbitrary: fc.constant('') }, { weight: 3, arbitrary: fc.constantFrom(...texts) });
const names: readonly string[] = ['ann', 'bob', 'cec', 'dan', 'new', 'neu', 'nou', 'team', 'a1'];

const row = fc.record({
  Email: fc.constantFrom(...names).map((name) => `${name}@shop.example`),
  'First name': fc.constantFrom('Ann', 'Bob', 'Cecile', 'New', ''),
  'Last name': fc.constantFrom('Test', 'Test', 'Berg', ''),
  'Org unit': blankOr('/Sales', '/SALES/North', '/Office', '/', 'Support/Deep', '/a//b'),
  Licences: blankOr(
    'Business Standard',
    'Business Starter',
    'Cloud Identity Free',
    'Cloud Identity Free; Business Standard',
    '-',
    'Nonsense',
  ),
  Roles: blankOr('Groups Admin', 'Groups Admin, Help Desk Admin', '-', 'Nonsense'),
  'Super admin': fc.constantFrom('', 'FALSE', 'yes'),
  Aliases: blankOr('x1@shop.example', 'x2@shop.example, x3@shop.example', 'a1@shop.example', 'team@shop.example', '-'),
  State: blankOr('Active'),
  Language: blankOr('Spanish', 'de'),
  'Recovery email': blankOr('me@home.example', '-'),
  'Recovery phone': blankOr('+34600111222', '-'),
  Password: blankOr('Vergissmeinnicht-1', 'kurz'),
});
const switches = fc.record({
  cloudIdentityFree: fc.constantFrom('assignable', 'siteWide'),
  autoLicensingRemoval: fc.constantFrom('allowed', 'refused'),
  roleExists: fc.constantFrom('500', '409'),
  userPropagation: fc.constantFrom('0', '5', '15'),
});

test('a second run writes nothing, whatever the first one made of the rows, and those that were done are up to date', () => {
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 7 }), switches, (rows, how) => {
      const desk = open(rows, around, { switches: how });
      desk.checkAndRun({ samePerson: 'all' });
      const before = desk.rows().map(({ Status }) => Status);
      for (const status of before) expect(['Done', 'Up to date', 'Needs you', 'Waiting']).toContain(status);
      wait(desk);
      const people = usersAt(desk).length;
      expect(
        writesDuring(desk, () => {
          desk.checkAndRun({ samePerson: 'all' });
        }),
      ).toEqual([]);
      expect(usersAt(desk)).toHaveLength(people);
      const second = desk
        .rows()
        .map(({ Email = '', Status, Details }, at) => ({ Email, was: before[at], Status, Details }));
      for (const one of second)
        if (one.was === 'Done' || one.was === 'Up to date') expect(one).toMatchObject({ Status: 'Up to date' });
    }),
    { seed: 20261122, numRuns: sampleOr(4, 24), endOnFailure: false },
  );
});
