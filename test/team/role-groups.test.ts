import { openDesk, type TestDesk, type TestDeskOptions } from '../sandbox-desk';
import { googleOf, person, shop, writesDuring } from '../users/shop';
import { callFor } from '../workspace/google';

/** Roles that the Roles tab gives to groups. */

const admin = 'admin@shop.example';
const desk1 = 'desk@shop.example';
const night = 'night@shop.example';
const key = 'Roles!Groups Admin';

function opened(cell: string, options: TestDeskOptions['options'] = {}, groups = ''): TestDesk {
  const tenant = shop({
    users: [person('ana@shop.example', 'Ana Bo')],
    groups: [
      { email: desk1, security: true, members: [{ email: 'ana@shop.example' }] },
      { email: night, security: true },
      { email: 'plain@shop.example' },
    ],
  });
  const tabs = {
    Roles: [{ Account: '', 'Role name': 'Groups Admin', Description: '', Privileges: '', 'Given to groups': cell }],
    ...(groups ? { Groups: [{ 'Group email': groups, Name: 'New' }] } : {}),
  };
  return openDesk({ tenant, users: [{ Email: '' }], tabs, options });
}

const account = (desk: TestDesk) => desk.tenant().accounts[0];
const holders = (desk: TestDesk) =>
  (account(desk)?.roleAssignments ?? [])
    .filter(({ roleName }) => roleName === '_GROUPS_ADMIN_ROLE')
    .map(({ assignedTo }) => assignedTo)
    .sort();
const row = (desk: TestDesk) => desk.row(key);

function takenAtGoogle(desk: TestDesk, address: string): void {
  const one = account(desk)?.roleAssignments?.find(({ assignedTo }) => assignedTo === address);
  const params = { customer: 'C0shop01', roleAssignmentId: one?.roleAssignmentId ?? '' };
  const answer = googleOf(desk).handle(callFor('directory.roleAssignments.delete', params, { as: admin }));
  expect(answer.status).toBeLessThan(300);
}

test('groups get the role once; what was taken at Google since is left, and “Put back” restores it', () => {
  const desk = opened(`${desk1}, ${night}`);
  desk.check();
  expect(row(desk)['Details']).toContain(`give the role to the group ${desk1}`);
  desk.run();
  expect(holders(desk)).toEqual([desk1, night]);
  expect(row(desk)).toMatchObject({ Status: 'Done' });
  expect(writesDuring(desk, () => desk.checkAndRun())).toEqual([]);
  takenAtGoogle(desk, night);
  expect(writesDuring(desk, () => desk.checkAndRun())).toEqual([]);
  expect(row(desk)['Details']).toContain(`Was taken from the group ${night} at Google since.`);
  desk.checkAndRun({ action: 'put-back' });
  expect(holders(desk)).toEqual([desk1, night]);
});

test('another group that has the role is told, and loses it only where lists are exact', () => {
  const desk = opened(`${desk1}, ${night}`);
  desk.checkAndRun();
  desk.type(key, 'Given to groups', desk1);
  expect(writesDuring(desk, () => desk.checkAndRun())).toEqual([]);
  expect(row(desk)['Details']).toContain(`The group ${night} has the role besides, and keeps it.`);
  desk.host.answers.push('exact');
  desk.host.call('askLists', [], 'menu');
  desk.check();
  expect(row(desk)['Details']).toContain(`take the role from the group ${night}`);
  desk.run();
  expect(holders(desk)).toEqual([desk1]);
  expect(writesDuring(desk, () => desk.checkAndRun())).toEqual([]);
});

test.each([
  ['plain@shop.example', {}, ['Needs you', 'most likely it is no security group. Label it as one']],
  ['none@shop.example', {}, ['Needs you', 'There is no group none@shop.example in this account.']],
  ['other@else.example', {}, ['Needs you', 'There is no group other@else.example in this account.']],
  ['plain@shop.example', { roleGroups: 'any' }, ['Done', 'Gave the role to the group plain@shop.example']],
] as const)('the group %s with %j: %j', (cell, switches, [status, says]) => {
  const desk = opened(cell, { switches });
  desk.checkAndRun();
  expect(row(desk)).toMatchObject({ Status: status, Details: expect.stringContaining(says) as string });
});

test('a group that a row makes is waited for, until somebody has labelled it', () => {
  const desk = opened('new@shop.example', {}, 'new@shop.example');
  desk.checkAndRun();
  expect(row(desk)).toMatchObject({
    Status: 'Waiting',
    Details: expect.stringContaining('see its row on Groups') as string,
  });
  desk.checkAndRun();
  expect(row(desk)).toMatchObject({ Status: 'Needs you' });
  googleOf(desk).control.labelSecurity('C0shop01', 'new@shop.example');
  desk.checkAndRun();
  expect(row(desk)).toMatchObject({ Status: 'Done' });
  expect(holders(desk)).toEqual(['new@shop.example']);
});

test('a row that narrows the role gives it to no group', () => {
  const desk = opened(desk1);
  desk.type(key, 'Scope', '/Sales');
  expect(writesDuring(desk, () => desk.checkAndRun())).toEqual([]);
  expect(row(desk)).toMatchObject({
    Status: 'Needs you',
    Details: expect.stringContaining('the row says Scope or Condition') as string,
  });
});

test('Super Admin is never given to a group', () => {
  const desk = opened(desk1);
  desk.type(key, 'Role name', 'Super Admin');
  expect(writesDuring(desk, () => desk.checkAndRun())).toEqual([]);
  expect(desk.rows('Roles')[0]).toMatchObject({ Status: 'Needs you' });
});
