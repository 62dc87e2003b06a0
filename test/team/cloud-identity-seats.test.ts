import { ask } from '../../sandbox/cli/desk';
import type { ReadinessLine } from '../../src/job/wire';
import { openDesk, type TestDesk } from '../sandbox-desk';
import {
  admin,
  businessStarter,
  googleOf,
  open,
  person,
  shop,
  statuses,
  workspaceProduct,
  writesDuring,
} from '../users/shop';

/** Seats of Cloud Identity: every user without a paid licence takes one, and no API shows how many there are. */

const names = ['ann', 'bob', 'cec', 'dan', 'eva', 'fay'];
const address = (name: string) => `${name}@shop.example`;
const row = (name: string) => ({
  Email: address(name),
  'First name': name,
  'Last name': 'Test',
  Licences: 'Cloud Identity Free',
});
const free = (seats: number) => ({
  skuId: '1010010001',
  plan: { planName: 'FREE' },
  seats: { maximumNumberOfSeats: seats },
});
const paid = { skuId: businessStarter, plan: { planName: 'ANNUAL' }, seats: { numberOfSeats: 2 } };
/** Beside the administrator: two without a licence, two with a paid one. */
const colleagues = ['kit', 'lee', 'max', 'ned'].map((name) =>
  person(address(name), `${name} Old`, { creationTime: '2026-01-05T08:00:00Z' }),
);
const licences = ['max', 'ned'].map((name) => ({
  userId: address(name),
  productId: workspaceProduct,
  skuId: businessStarter,
}));

const account = (seats: number) => ({ subscriptions: [free(seats), paid], users: colleagues, licences });
const openShop = (seats: number, switches = {}) => open(names.map(row), account(seats), { switches });
const say = (desk: TestDesk, seats: string, ordered = true) =>
  ask(desk.host, 'setCloudIdentity', { domain: 'shop.example', ordered, seats });
const line = (desk: TestDesk): ReadinessLine | undefined =>
  ask(desk.host, 'getReadiness').find(({ title }) => title === 'Cloud Identity Free, shop.example');
const made = (desk: TestDesk) =>
  desk.google
    .writes('directory.users.insert')
    .map(({ body }) => String((body as { primaryEmail?: unknown }).primaryEmail));
const statusOf = (desk: TestDesk) => names.map((name) => statuses(desk)[address(name)]);

test('with more people than seats the first rows of the sheet come, and the others wait until there are more', () => {
  const desk = openShop(7);
  expect(say(desk, '7')).toMatch(/shop\.example has 7 seats/);
  const plan = desk.check();
  expect([plan.rows, plan.counts]).toEqual([4, expect.objectContaining({ planned: 4, waiting: 2 })]);
  expect(plan.seats).toEqual([
    expect.objectContaining({
      says: 'Cloud Identity Free, shop.example: about 3 of 7 seats are taken, these rows need 6: 2 rows wait',
      bought: 7,
      used: 3,
      left: 4,
      needed: 4,
    }),
  ]);
  expect(desk.needs().map(({ key }) => key)).toEqual(['Users!eva@shop.example', 'Users!fay@shop.example']);
  expect(desk.row(address('fay'))['Details']).toMatch(
    /about 3 of 7 seats are taken.*super administrator of shop\.example.*answer\/7295541.*paste “Please raise the Cloud Identity Free user cap of shop\.example to 9 users\..*check again/,
  );
  desk.run();
  expect(made(desk)).toEqual(names.slice(0, 4).map(address));
  expect(statusOf(desk)).toEqual(['Done', 'Done', 'Done', 'Done', 'Waiting', 'Waiting']);
  expect(desk.google.refused('directory.users.insert')).toEqual([]);
  // Nothing changed: nobody else comes.
  expect(writesDuring(desk, () => desk.checkAndRun())).toEqual([]);
  googleOf(desk).control.setSwitch('cloudIdentityCap', 'off');
  say(desk, '9');
  desk.checkAndRun();
  expect(made(desk)).toEqual(names.map(address));
  expect(statusOf(desk).slice(4)).toEqual(['Done', 'Done']);
  expect(writesDuring(desk, () => desk.checkAndRun())).toEqual([]);
});

test('where Google has fewer seats than was said, the rows from the first refused one on wait; none is tried twice', () => {
  const desk = openShop(5, { cloudIdentityFree: 'siteWide' });
  say(desk, '60');
  expect(desk.check().rows).toBe(6);
  desk.run();
  expect(made(desk)).toEqual(names.slice(0, 2).map(address));
  expect(statusOf(desk)).toEqual(['Done', 'Done', 'Waiting', 'Waiting', 'Waiting', 'Waiting']);
  for (const name of names.slice(2))
    expect(desk.row(address(name))['Details']).toMatch(
      /Google creates nobody else at shop\.example: all seats of Cloud Identity are taken.*answer\/7295541/,
    );
  const tried = desk.google
    .refused('directory.users.insert')
    .map(({ body }) => String((body as { primaryEmail?: unknown }).primaryEmail));
  expect(tried[0]).toBe(address('cec'));
  expect(new Set(tried).size).toBe(tried.length);
  googleOf(desk).control.setSwitch('cloudIdentityCap', 'off');
  desk.checkAndRun();
  expect(statusOf(desk).slice(2)).toEqual(['Done', 'Done', 'Done', 'Done']);
  expect(writesDuring(desk, () => desk.checkAndRun())).toEqual([]);
});

test('where it is given as a licence, who gets none for want of seats waits with the form for more', () => {
  const desk = openShop(5, { cloudIdentityCap: 'off' });
  say(desk, '60');
  desk.checkAndRun();
  expect(statusOf(desk)).toEqual(['Done', 'Done', 'Done', 'Done', 'Done', 'Waiting']);
  expect(desk.row(address('fay'))['Details']).toMatch(/No seat of Cloud Identity Free is left.*answer\/7295541/);
});

test('what everybody has at first keeps nobody waiting: the plan says that it may be too little, and Google decides', () => {
  const strangers = Array.from({ length: 46 }, (_none, i) => person(`x${String(i)}@shop.example`, `X Y`));
  const desk = open(names.map(row), { ...account(60), users: [...colleagues, ...strangers] });
  desk.check({ scope: { kind: 'rows', rows: ['Users!ann@shop.example'] } });
  desk.run();
  const plan = desk.check();
  expect(plan.seats).toEqual([
    expect.objectContaining({
      says: expect.stringMatching(/about 50 of 50 .*need 5 \(.*Readiness/),
      needed: 5,
      left: 0,
    }),
  ]);
  desk.run();
  expect(statusOf(desk)).toEqual(['Up to date', 'Done', 'Done', 'Done', 'Done', 'Done']);
});

test('where no program can tell, a tick counts: who said it and when is shown, and nobody else may say it', () => {
  const desk = openShop(50, { cloudIdentityFree: 'siteWide' });
  expect(line(desk)).toMatchObject({
    state: 'note',
    says: expect.stringMatching(/no program can read.*Buy or upgrade/),
  });
  desk.check({ scope: { kind: 'rows', rows: ['Users!ann@shop.example'] } });
  desk.run();
  expect(line(desk)).toMatchObject({ state: 'todo', seats: { domain: 'shop.example', ordered: false, seats: '50' } });
  desk.check();
  expect(desk.row(address('bob'))['Details']).toMatch(
    /Whether shop\.example has ordered Cloud Identity Free.*Readiness/,
  );
  expect(desk.row(address('cec'))['Details']).not.toMatch(/has ordered/);
  say(desk, '');
  expect(line(desk)).toMatchObject({
    state: 'ok',
    says: expect.stringMatching(/covers the whole account.*50 seats, as admin@shop\.example said on 20\d\d-\d\d-\d\d/),
    seats: { ordered: true, seats: '50' },
  });
  desk.check();
  expect(desk.row(address('bob'))['Details']).not.toMatch(/has ordered/);
  say(desk, '50', false);
  expect(line(desk)).toMatchObject({
    state: 'todo',
    says: expect.stringMatching(/Not ordered, as admin@shop\.example/),
  });
  for (const [seats, domain, code] of [
    ['many', 'shop.example', 'notSeats'],
    ['9', 'other.example', 'nobodyServes'],
  ])
    expect(desk.host.call('setCloudIdentity', [{ domain, ordered: true, seats }])).toMatchObject({ ok: false, code });
});

test('a customer’s seats are those of its subscription: nobody has to say them', () => {
  const customer = {
    customer: { id: 'C0acme001', customerDomain: 'acme.example' },
    resoldBy: 'C0shop01',
    acceptedTerms: true,
    users: [person('root@acme.example', 'Ro Ot', { isAdmin: true, lastLoginTime: '2026-02-01T08:00:00.000Z' })],
    subscriptions: [free(3)],
  };
  const tenant = shop({ reseller: true, ...account(50) });
  const desk = openDesk({
    tenant: { ...tenant, signedInAs: admin, accounts: [...tenant.accounts, customer as never] },
    users: ['ann', 'bob', 'cec'].map((name) => ({ ...row(name), Email: `${name}@acme.example` })),
  });
  desk.checkAndRun();
  expect(Object.values(statuses(desk))).toEqual(['Done', 'Done', 'Waiting']);
  expect(desk.row('cec@acme.example')['Details']).toMatch(
    /Cloud Identity at acme\.example: about 1 of 3 seats are taken/,
  );
});
