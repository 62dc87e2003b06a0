import { openDesk, type TestDesk } from '../sandbox-desk';
import { person, shop, usersAt, writesDuring } from '../users/shop';

/** People who have left before the roster came: their accounts are at Google, and no row of Users is about them. */

const sam = 'sam@shop.example';
const leaver = (userName: string, names: string): Readonly<Record<string, string>> => {
  const [first = '', last = ''] = names.split(' ');
  const work = { 'Work address': `${userName}@work.example`, 'User name': userName, Role: 'Reseller Admin' };
  return { 'First name': first, 'Last name': last, ...work, 'shop.example': 'TRUE', Left: 'TRUE' };
};
const role = { roleName: '_HELP_DESK_ADMIN_ROLE', assignedTo: sam, scopeType: 'CUSTOMER' } as const;

function opened(): TestDesk {
  const users = [person(sam, 'Sam Okafor'), person('kim@shop.example', 'Kim Orr'), person('bo@shop.example', 'Bo Ek')];
  return openDesk({
    tenant: shop({ users, roleAssignments: [role] }),
    users: [{ Email: 'kim@shop.example', 'First name': 'Kim', 'Last name': 'Orr' }],
    tabs: {
      Team: [leaver('sam', 'Sam Okafor'), leaver('nia', 'Nia Roe'), leaver('kim', 'Kim Orr'), leaver('bo', 'Al Ek')],
    },
  });
}

const rosterRow = (desk: TestDesk, userName: string) => desk.row(`Team!${userName}`);
const isSuspended = (desk: TestDesk, email: string): unknown =>
  usersAt(desk).find(({ primaryEmail }) => primaryEmail === email)?.['suspended'];

test('a check of everything finds the account, tells what parting with it takes, and a run does it with proof', () => {
  const desk = opened();
  const plan = desk.check();
  expect(plan.added).toBe(1);
  expect(desk.row(sam)).toMatchObject({ From: 'Team', Status: 'Needs you' });
  expect(desk.needs().find(({ title }) => title === sam)?.question?.says).toMatch(/administrator/);
  expect(desk.google.writes()).toEqual([]);
  desk.checkAndRun({ yes: 'all' });
  expect([sam, 'kim@shop.example'].map((email) => isSuspended(desk, email))).toEqual([true, true]);
  expect(desk.tenant().accounts[0]?.roleAssignments?.map(({ assignedTo }) => assignedTo)).not.toContain(sam);
  expect(rosterRow(desk, 'sam')).toMatchObject({ Status: 'Up to date' });
  expect(rosterRow(desk, 'sam')['Details']).toMatch(/Left\. shop\.example: .*Active → Suspended/);
  expect(writesDuring(desk, () => desk.checkAndRun())).toEqual([]);
  desk.type('Team!sam', 'Left', '');
  desk.checkAndRun({ yes: 'all' });
  expect(isSuspended(desk, sam)).toBe(false);
  expect(desk.tenant().accounts[0]?.roleAssignments?.map(({ assignedTo }) => assignedTo)).toContain(sam);
});

test('who has no account there is done with, and nobody else’s account under that user name is touched', () => {
  const desk = opened();
  desk.checkAndRun();
  for (const userName of ['nia', 'bo'])
    expect(rosterRow(desk, userName)).toMatchObject({
      Status: 'Up to date',
      Details: 'Left. shop.example: No account.',
    });
  expect(isSuspended(desk, 'bo@shop.example')).toBe(false);
  expect(desk.rows().map(({ Email }) => Email)).toEqual(['kim@shop.example', sam]);
});

test('a check of some rows adds none, and says that there is an account', () => {
  const desk = opened();
  desk.check({ scope: { kind: 'rows', rows: ['Team!sam'] } });
  expect(desk.rows()).toHaveLength(1);
  expect(rosterRow(desk, 'sam')).toMatchObject({ Status: 'Waiting' });
  expect(rosterRow(desk, 'sam')['Details']).toContain('sam@shop.example is there: a check of everything makes its row');
});
