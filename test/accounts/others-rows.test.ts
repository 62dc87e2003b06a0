import { ask, ServerSaidNo } from '../../sandbox/cli/desk';
import { writesDuring } from '../users/shop';
import { ada, openTwo, rita, row, statuses, tenant, users } from './two-accounts';
import { openDesk, type TestDesk } from '../sandbox-desk';

/** Rows of an account that another administrator reaches. */

const runPlan = (desk: TestDesk): ReturnType<TestDesk['run']> => {
  let progress = ask(desk.host, 'startRun', { planId: ask(desk.host, 'getPlan').planId });
  while (progress.more) progress = ask(desk.host, 'continueWork');
  return progress;
};

test('rows wait for the administrator who was here, are counted and not listed', () => {
  const desk = openTwo();
  const plan = desk.check();
  expect(statuses(desk)).toEqual(['Ready', 'Waiting', 'Needs you', 'Ready']);
  expect(desk.row('b@rival.example')['Details']).toBe(
    'Waits for rita@rival.example, administrator of rival.example, to check and run it in this spreadsheet. ' +
      'Invite them: Seatsheet › Team › Other administrators….',
  );
  expect(plan).toMatchObject({ rows: 2, others: 1, counts: { planned: 2, blocked: 1 } });
  expect(plan.needs.map(({ key }) => key)).toEqual(['Users!c@rival.test']);
  const done = desk.run();
  expect(done).toMatchObject({ phase: 'finished', adrift: '', rows: 3, others: 1, counts: { done: 2, blocked: 1 } });
  expect(statuses(desk)).toEqual(['Done', 'Waiting', 'Needs you', 'Done']);
});

test('a check brings along every domain of the account: all its rows wait from then on', () => {
  const desk = openTwo();
  desk.host.become(rita);
  desk.check({ scope: { kind: 'rows', rows: ['Users!b@rival.example'] } });
  desk.host.become(ada);
  expect(desk.check()).toMatchObject({ rows: 2, others: 2, needs: [] });
  expect(statuses(desk)).toEqual(['Ready', 'Ready', 'Waiting', 'Ready']);
});

test('a domain that heads a column of a roster is nobody’s mistake: its rows wait, and say whom to invite', () => {
  const groups = [{ 'Group email': 'all@shop.example', 'rival.test': 'TRUE' }];
  const desk = openTwo({ tabs: { Groups: groups } });
  desk.check();
  expect(desk.row('c@rival.test')).toMatchObject({
    Status: 'Waiting',
    Details: expect.stringContaining(
      'rival.test is out of reach: sign in as an administrator of rival.test, or',
    ) as string,
  });
});

test('each runs their own plan, and neither check nor run of the other touches what a row says', () => {
  const desk = openTwo();
  desk.check();
  desk.host.become(rita);
  desk.check();
  expect(statuses(desk)).toEqual(['Ready', 'Ready', 'Ready', 'Ready']);
  const before = desk.rows();
  desk.host.become(ada);
  desk.check();
  expect([desk.rows()[1], desk.rows()[2]]).toEqual([before[1], before[2]]);
  expect(runPlan(desk)).toMatchObject({ phase: 'finished', adrift: '', counts: { done: 2 } });
  desk.host.become(rita);
  expect(runPlan(desk)).toMatchObject({ phase: 'finished', adrift: '', counts: { done: 2 } });
  expect(statuses(desk)).toEqual(['Done', 'Done', 'Done', 'Done']);
  for (const me of [ada, rita]) {
    desk.host.become(me);
    expect(writesDuring(desk, () => desk.checkAndRun())).toEqual([]);
  }
  expect(statuses(desk).sort()).toEqual(['Up to date', 'Up to date', 'Up to date', 'Up to date']);
});

test('what needs the other administrator is no question to whoever checks after them', () => {
  const desk = openTwo({ users: [...users, row('e@shop.example', { 'Org unit': '/Sales//Team' })] });
  expect(desk.check().needs.map(({ key }) => key)).toContain('Users!e@shop.example');
  desk.host.become(rita);
  expect(desk.check().needs).toEqual([]);
  expect(desk.needs()).toEqual([]);
  desk.host.become(ada);
  expect(desk.needs().map(({ key }) => key)).toContain('Users!e@shop.example');
});

test('a plan that was checked before the other took their rows over still adds up', () => {
  const desk = openDesk({ tenant, users });
  expect(desk.check()).toMatchObject({ rows: 2, counts: { planned: 2, blocked: 2 } });
  desk.host.become(rita);
  desk.check();
  desk.host.become(ada);
  expect(runPlan(desk)).toMatchObject({ phase: 'finished', adrift: '', counts: { done: 2 } });
});

test('nobody checks while the other’s run goes on, and the run goes on unharmed', () => {
  const more = [...Array(10).keys()].map((n) => row(`e.${n}@shop.example`));
  const desk = openTwo({ users: [...users, ...more], options: { latency: 25_000 } });
  desk.host.state.properties.document['setting:transport'] = 'advanced';
  desk.check();
  let progress = ask(desk.host, 'startRun', { planId: ask(desk.host, 'getPlan').planId });
  expect(progress.more).toBe(true);
  desk.host.become(rita);
  const check = { scope: { kind: 'everything' }, action: 'provision' } as const;
  expect(() => ask(desk.host, 'startCheck', check)).toThrow(ServerSaidNo);
  expect(() => ask(desk.host, 'startCheck', check)).toThrow(/admin@shop.example started a run/);
  desk.host.become(ada);
  while (progress.more) progress = ask(desk.host, 'continueWork');
  expect(progress).toMatchObject({ phase: 'finished', adrift: '', counts: { done: 12 } });
});

test('somebody who sells to nobody leaves the rows of customers to the reseller', () => {
  const sold = { ...tenant, accounts: tenant.accounts.map((one, at) => (at ? one : { ...one, reseller: true })) };
  const customer = { Domain: 'acme.example', Organisation: 'Acme', 'Contact name': 'Al Fa' };
  const address = { 'Alternate email': 'it@mail.example', 'Address line 1': 'A 1', City: 'Bern', Country: 'CH' };
  const desk = openDesk({
    tenant: sold,
    users: [row('b@rival.example')],
    tabs: { Customers: [{ ...customer, ...address, 'Postal code': '3000', Phone: '+41 31 300 00 00' }] },
  });
  desk.check();
  const before = desk.rows('Customers');
  expect(before[0]?.['Status']).not.toBe('Waiting');
  desk.host.become(rita);
  expect(desk.check()).toMatchObject({ rows: 1, others: 1 });
  expect(desk.rows('Customers')).toEqual(before);
});
