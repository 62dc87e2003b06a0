import { account, at, boss, fail, flexible, newCustomer, open, order, someone } from '../new-customers/reseller';
import type { TestDesk } from '../sandbox-desk';
import { wait } from '../users/shop';
import { lineOf, pasteLine, versionOf } from './sheet';

/** What must happen once happens once, whatever somebody brings back into the sheet, and whoever runs it then. */

const team = {
  Domain: 'crew.example',
  Type: 'Team',
  Organisation: 'Crew',
  'Contact name': 'Mo',
  'Postal code': 'H91 X4P2',
  Country: 'Ireland',
  'Primary admin': 'mo@crew.example',
};
const teamKey = 'Customers!crew.example/mo@crew.example';
const acme = 'acme.example';

const teams = (desk: TestDesk): number =>
  desk.tenant().accounts.filter(({ customer }) => customer.customerDomain === 'crew.example').length;

function restored(desk: TestDesk, restores: readonly (() => void)[]): void {
  for (const restore of restores) restore();
  wait(desk);
}

describe.each([
  ['the same person', boss],
  ['another administrator', 'other@resell.example'],
])('for %s', (_who, email) => {
  test('a team whose order got no answer is not ordered again after its line was pasted back', () => {
    const desk = open({ customers: [team] });
    fail(desk, 'reseller.customers.insert', { status: 0, applied: true });
    desk.check();
    const kept = lineOf(desk, teamKey);
    desk.run();
    wait(desk);
    pasteLine(desk, teamKey, kept);
    desk.host.become(email);
    desk.checkAndRun();
    expect(teams(desk)).toBe(1);
    expect(desk.row(teamKey)).toMatchObject({
      Status: 'Needs you',
      Details: expect.stringMatching(/did not say whether it came to be/) as string,
    });
  });

  test('a team that was ordered is not ordered again after an older version of the sheet was restored', () => {
    const desk = open({ customers: [team] });
    desk.check();
    const restores = [versionOf(desk), versionOf(desk, 'Customers')];
    desk.run();
    expect(teams(desk)).toBe(1);
    restored(desk, restores);
    desk.host.become(email);
    desk.checkAndRun();
    expect(teams(desk)).toBe(1);
  });

  test('a customer is told once, whatever became of the Journal', () => {
    const desk = open({
      customers: [newCustomer(acme)],
      subscriptions: [order(acme)],
      users: [someone(`root@${acme}`, { 'Super admin': 'yes' })],
    });
    desk.check();
    const restores = [versionOf(desk), versionOf(desk, 'Customers')];
    desk.run();
    expect(desk.host.state.mails).toHaveLength(1);
    restored(desk, restores);
    desk.host.become(email);
    desk.checkAndRun();
    expect(desk.host.state.mails).toHaveLength(1);
  });
});

test('an order of a subscription is not repeated after an older version was restored: it is found', () => {
  const desk = open({ subscriptions: [order(acme, { Product: 'Business Plus' })] }, [
    account(acme, { subscriptions: [flexible('Google-Vault', 2)] }),
  ]);
  desk.check();
  const restores = [versionOf(desk), versionOf(desk, 'Subscriptions')];
  desk.run();
  restored(desk, restores);
  desk.checkAndRun();
  expect(at(desk, acme).subscriptions).toHaveLength(2);
});

test('a team that Google refused for certain is ordered when it is asked for again', () => {
  const desk = open({ customers: [team] });
  fail(desk, 'reseller.customers.insert', { status: 400 });
  desk.checkAndRun();
  expect(teams(desk)).toBe(0);
  wait(desk);
  desk.checkAndRun();
  expect(teams(desk)).toBe(1);
});
