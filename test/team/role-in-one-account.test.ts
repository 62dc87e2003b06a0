import { openDesk } from '../sandbox-desk';
import { usersAt } from '../users/shop';
import { boss, partner, pia } from './partner';

/** One role for somebody's accounts, which one of the Google accounts does not have. */

const roleName = 'Desk Care';
const roster = `First name,Last name,Work address,User name,Org unit,Role,cloudpartner.example,northpartner.example,Left
Ben,Rey,ben@work.example,ben,,${roleName},TRUE,TRUE,`;

test('the row of the account that lacks the role says that, and a row on Roles makes it there', () => {
  const rolePrivileges = [{ privilegeName: 'USERS_RETRIEVE', serviceId: '00haapch16h1ysv' }];
  const tenant = partner();
  const accounts = tenant.accounts.map((one, at) => (at ? one : { ...one, roles: [{ roleName, rolePrivileges }] }));
  const desk = openDesk({
    tenant: { ...tenant, accounts },
    users: 'Email',
    tabs: { Team: roster, Roles: 'Account,Role name,Description,Privileges\n,,,' },
  });
  desk.checkAndRun();
  expect(desk.row('ben@cloudpartner.example')).toMatchObject({ Status: 'Done' });
  desk.host.become(pia);
  desk.checkAndRun();
  const lacks = `The account of this row has no role "${roleName}"`;
  expect(desk.row('ben@northpartner.example')).toMatchObject({ Status: 'Needs you' });
  expect(desk.row('ben@northpartner.example')['Details']).toContain(lacks);
  expect(desk.rows('Team')[0]?.['Details']).toContain(`Users!ben@northpartner.example: ${lacks}`);
  desk.host.become(boss);
  desk.checkAndRun();
  expect(desk.row('ben@cloudpartner.example')).toMatchObject({ Status: 'Up to date' });
  expect(desk.row('ben@northpartner.example')['Details']).toContain(lacks);

  desk.host.become(pia);
  const [headers = [], line = []] = desk.host.state.sheets.find(({ name }) => name === 'Roles')?.cells ?? [];
  const row = { Account: 'northpartner.example', 'Role name': roleName, Privileges: 'USERS_RETRIEVE@00haapch16h1ysv' };
  for (const [header, value] of Object.entries(row))
    line[headers.findIndex((cell) => cell?.value === header)] = { value, format: '@' };
  desk.checkAndRun();
  expect(desk.row('ben@northpartner.example')).toMatchObject({ Status: 'Done' });
  expect(desk.rows('Team')[0]).toMatchObject({ Status: 'Up to date' });
  expect(usersAt(desk).filter(({ primaryEmail }) => primaryEmail?.startsWith('ben@'))).toHaveLength(2);
});
