import { ask, ServerSaidNo } from '../../sandbox/cli/desk';
import { openDesk, type TestDesk } from '../sandbox-desk';
import { account, person, wait, writesDuring } from '../users/shop';

/** Two administrators of two accounts at one spreadsheet: neither undoes what the other was shown. */

const ada = 'admin@shop.example';
const rita = 'rita@rival.example';
const tenant = {
  signedInAs: ada,
  accounts: [
    account(),
    {
      customer: { id: 'C0rival1', customerDomain: 'rival.example' },
      users: [person(rita, 'Rita Val', { isAdmin: true })],
    },
  ],
};
const aliases = [...Array(14).keys()].map((n) => `b.${n}@rival.example`).join(', ');
const row = (email: string) => ({ Email: email, 'First name': 'Pat', 'Last name': 'Lee' });
const users = [
  row('a@shop.example'),
  { ...row('b@rival.example'), Aliases: aliases },
  { ...row('c@shop.example'), 'Recovery phone': 'none' },
];

const open = (): TestDesk => openDesk({ tenant, users });
const statuses = (desk: TestDesk) => desk.rows().map(({ Status }) => Status);

function runPlan(desk: TestDesk): void {
  let progress = ask(desk.host, 'startRun', { planId: ask(desk.host, 'getPlan').planId });
  while (progress.more) progress = ask(desk.host, 'continueWork');
}

test('a check by one leaves the other’s plan, status and Details as they are, and both can still be run', () => {
  const desk = open();
  desk.check();
  const before = desk.rows();
  expect(statuses(desk)).toEqual(['Ready', 'Needs you', 'Needs you']);
  desk.host.become(rita);
  desk.check();
  expect(statuses(desk)).toEqual(['Ready', 'Ready', 'Needs you']);
  expect([desk.rows()[0], desk.rows()[2]]).toEqual([before[0], before[2]]);
  expect(ask(desk.host, 'getPlan').rows).toBe(1);

  desk.host.become(ada);
  expect(ask(desk.host, 'getStartPage').hasPlan).toBe(true);
  expect(writesDuring(desk, () => runPlan(desk)).map(({ op }) => op)).toEqual(['directory.users.insert']);
  expect(statuses(desk)).toEqual(['Done', 'Ready', 'Needs you']);
  expect(desk.handOff().map(({ email }) => email)).toEqual(['a@shop.example']);

  desk.host.become(rita);
  expect(ask(desk.host, 'getStartPage').hasPlan).toBe(true);
  runPlan(desk);
  expect(statuses(desk)).toEqual(['Done', 'Done', 'Needs you']);
  expect(desk.handOff().map(({ email }) => email)).toEqual(['b@rival.example']);
});

test('nobody approves the plan of the other', () => {
  const desk = open();
  desk.check();
  const { planId } = ask(desk.host, 'getPlan');
  desk.host.become(rita);
  expect(() => ask(desk.host, 'startRun', { planId })).toThrow(ServerSaidNo);
  desk.check();
  expect(() => ask(desk.host, 'startRun', { planId })).toThrow(ServerSaidNo);
  desk.host.become(ada);
  expect(ask(desk.host, 'getPlan').planId).toBe(planId);
});

test('a plan is not run beside the other’s run', () => {
  const desk = openDesk({ tenant, users, options: { latency: 25_000 } });
  desk.host.state.properties.document['setting:transport'] = 'advanced';
  desk.check();
  const { planId } = ask(desk.host, 'getPlan');
  desk.host.become(rita);
  desk.check();
  const progress = ask(desk.host, 'startRun', { planId: ask(desk.host, 'getPlan').planId });
  expect(progress.more).toBe(true);
  desk.host.become(ada);
  expect(() => ask(desk.host, 'startRun', { planId })).toThrow(/still going on/);
  expect(ask(desk.host, 'getPlan').planId).toBe(planId);
});

test('settings are of the account whose administrator made them', () => {
  const desk = open();
  const rules = { publicId: 'ours', countries: 'Germany', letPeopleThrough: true };
  ask(desk.host, 'setCustomerRules', rules);
  desk.host.become(rita);
  expect(ask(desk.host, 'getCustomerRules')).toMatchObject({ publicId: '', letPeopleThrough: false });
  ask(desk.host, 'setCustomerRules', { publicId: 'theirs', countries: '', letPeopleThrough: false });
  desk.host.become(ada);
  expect(ask(desk.host, 'getCustomerRules')).toMatchObject({
    publicId: 'ours',
    changedBy: ada,
    letPeopleThrough: true,
  });
});

test('a row that came into reach is checked by whoever reaches it', () => {
  const desk = open();
  desk.host.become(rita);
  desk.check();
  expect(statuses(desk)).toEqual(['Needs you', 'Ready', 'Needs you']);
  wait(desk);
  desk.host.become(ada);
  desk.check();
  expect(statuses(desk)).toEqual(['Ready', 'Ready', 'Needs you']);
});
