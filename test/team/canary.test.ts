import { armCrash } from '../../sandbox/cli/crash';
import type { TestDesk } from '../sandbox-desk';
import {
  businessStarter,
  googleOf,
  open,
  person,
  skusOf,
  statuses,
  withCloudIdentityAlone as row,
  workspaceProduct,
  writesDuring,
} from '../users/shop';

/** People with nothing but Cloud Identity: one of each org unit first, so that no paid licence is given to many. */

const team = ['ann', 'bob', 'cec', 'dan', 'eva', 'fay', 'gus', 'hal', 'ida'];
const automatic = { orgUnitPath: '/Support', productId: workspaceProduct, skuId: businessStarter };
const made = (desk: TestDesk) => desk.google.writes('directory.users.insert').length;
const paid = (desk: TestDesk) =>
  team.filter((name) => googleHas(desk, name) && skusOf(desk, `${name}@shop.example`).includes(businessStarter));
const googleHas = (desk: TestDesk, name: string) =>
  desk.tenant().accounts[0]?.users?.some(({ primaryEmail }) => primaryEmail === `${name}@shop.example`) === true;

const held = (delay: string) =>
  open(
    team.map((name) => row(name)),
    { autoLicensing: [automatic], orgUnits: [{ orgUnitPath: '/Support' }] },
    { switches: { autoLicensingRemoval: 'refused', autoLicensingDelay: delay } },
  );

/** Somebody turns automatic licensing off in the Admin console. */
function turnOff(desk: TestDesk): void {
  googleOf(desk).control.licenseNobody('C0shop01');
}

test.each(['0', '90', '110'])(
  'where Google keeps the licence (after %s s) one person is made, nobody else, and all once it is off',
  (delay) => {
    const desk = held(delay);
    const plan = desk.check();
    expect(plan.rows).toBe(team.length);
    expect(plan.estimate.seconds).toBeGreaterThan(120);
    expect(plan.estimate.says).toContain('2 min of it to see what Google does with those who come first');
    expect(desk.row('ann@shop.example')['Details']).toMatch(/Comes first and alone in \/Support.*License settings/);
    expect(desk.row('bob@shop.example')['Details']).toMatch(/Waits for whom is first in \/Support/);
    desk.run();
    expect([made(desk), paid(desk)]).toEqual([1, ['ann']]);
    expect(statuses(desk)).toEqual({
      'ann@shop.example': 'Needs you',
      ...Object.fromEntries(team.slice(1).map((name) => [`${name}@shop.example`, 'Waiting'])),
    });
    expect(desk.row('bob@shop.example')['Details']).toMatch(
      /gave ann@shop\.example a paid licence in \/Support.*Nobody else is created there.*turn automatic licensing off there, then check again/,
    );
    // Nobody turned it off: still nobody else.
    desk.checkAndRun();
    expect([made(desk), paid(desk)]).toEqual([1, ['ann']]);
    turnOff(desk);
    desk.checkAndRun();
    expect([made(desk), paid(desk)]).toEqual([9, []]);
    for (const status of Object.values(statuses(desk))) expect(status).toBe('Done');
    expect(writesDuring(desk, () => desk.checkAndRun())).toEqual([]);
  },
);

test('where it can be taken away again everybody comes, and ends without it, however late it came', () => {
  const desk = open(
    team.map((name) => row(name)),
    { autoLicensing: [automatic], orgUnits: [{ orgUnitPath: '/Support' }] },
    { switches: { autoLicensingDelay: '20' } },
  );
  desk.checkAndRun();
  expect([made(desk), paid(desk)]).toEqual([9, []]);
  expect(desk.row('ann@shop.example')['Details']).toMatch(/Automatic licensing is on for \/Support/);
});

test.each([
  [1, 'after'],
  [2, 'before'],
  [3, 'before'],
] as const)('a run that dies at google:%i (%s) says of automatic licensing what it says without', (n, when) => {
  const desk = open(
    [row('ann')],
    { autoLicensing: [automatic], orgUnits: [{ orgUnitPath: '/Support' }] },
    { switches: { autoLicensingDelay: '20' } },
  );
  desk.check();
  const crash = armCrash(desk.host, { kind: 'google', n, when });
  desk.run();
  expect(crash.happened()).toBe(true);
  expect(desk.row('ann@shop.example')['Details']).toMatch(
    /^Created the user, gave .*, took \S+ Workspace Business Starter away\. Automatic licensing is on for \/Support/,
  );
});

test('somebody who has been there without a paid licence speaks for the unit: nobody waits', () => {
  const there = person('old@shop.example', 'Old Hand', {
    orgUnitPath: '/Support',
    creationTime: '2026-01-05T08:00:00Z',
  });
  const desk = open(
    team.map((name) => row(name)),
    { users: [there], orgUnits: [{ orgUnitPath: '/Support' }] },
  );
  const plan = desk.check();
  expect(plan.estimate.seconds).toBeLessThan(60);
  expect(desk.row('bob@shop.example')['Details']).not.toMatch(/first in/);
  const before = desk.clock.now();
  desk.run();
  expect(made(desk)).toBe(9);
  expect(desk.clock.now() - before).toBeLessThan(30_000);
});

test('what speaks for a unit is kept once, however many people wait for it', () => {
  const there = person('old@shop.example', 'Old Hand', {
    orgUnitPath: '/Support',
    creationTime: '2026-01-05T08:00:00Z',
  });
  const kept = (people: number): number => {
    const names = Array.from({ length: people }, (_, n) => `p${n}`);
    const desk = open(
      names.map((name) => row(name)),
      { users: [there], orgUnits: [{ orgUnitPath: '/Support' }] },
    );
    desk.check();
    const { counters } = desk.host.state;
    const before = counters.propertyCalls;
    let first = 0;
    desk.host.onEffect = ({ kind }) => {
      if (kind === 'google') first ||= counters.propertyCalls - before;
    };
    desk.run();
    return first;
  };
  expect(kept(40)).toBe(kept(10));
});

test('a colleague with a paid licence leaves it open: one person still comes first', () => {
  const old = { orgUnitPath: '/Support', creationTime: '2026-01-05T08:00:00Z' };
  const desk = open(
    team.map((name) => row(name)),
    {
      users: [person('old@shop.example', 'Old Hand', old), person('paid@shop.example', 'Paid Hand', old)],
      licences: [{ userId: 'paid@shop.example', productId: workspaceProduct, skuId: businessStarter }],
      orgUnits: [{ orgUnitPath: '/Support' }],
      autoLicensing: [automatic],
    },
    { switches: { autoLicensingRemoval: 'refused' } },
  );
  desk.checkAndRun();
  expect(made(desk)).toBe(1);
});

test('one unit that gives licences stops by itself, and what was found out is remembered', () => {
  const desk = open(
    [row('ann'), row('bob'), row('cec', '/Office'), row('dan', '/Office')],
    { autoLicensing: [automatic], orgUnits: [{ orgUnitPath: '/Support' }, { orgUnitPath: '/Office' }] },
    { switches: { autoLicensingRemoval: 'refused' } },
  );
  desk.checkAndRun();
  expect(statuses(desk)).toMatchObject({ 'cec@shop.example': 'Done', 'dan@shop.example': 'Done' });
  expect(made(desk)).toBe(3);
  desk.host.edit.paste('Users', [6, 1], [['hal@shop.example', 'Hal', 'Test']]);
  for (const [header, text] of [
    ['Org unit', '/Office'],
    ['Licences', 'Cloud Identity Free'],
  ] as const)
    desk.type('hal@shop.example', header, text);
  desk.check();
  expect(desk.row('hal@shop.example')['Details']).not.toMatch(/first (in|and)/);
});
