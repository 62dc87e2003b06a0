import {
  account,
  admin,
  behind,
  expectSettled,
  googleOf,
  open,
  person,
  rolesOf,
  statuses,
  userAt,
  wait,
  writesDuring,
} from './shop';

/** Roles, super administrator rights and aliases. */

const row = (name: string, more: Readonly<Record<string, string>>) => ({
  Email: `${name}@shop.example`,
  'First name': name,
  'Last name': 'Test',
  ...more,
});
const people = ['ann', 'bob', 'cec'].map((name) => person(`${name}@shop.example`, `${name} Test`));
const care = {
  roleName: 'Customer Care',
  rolePrivileges: [{ privilegeName: 'SUPPORT_PRIVILEGE_GROUP', serviceId: '00haapch16h1ysv' }],
};

describe('roles', () => {
  test("are given by the name of the console, of the API, or of the account's own, to new people and old", () => {
    const desk = open(
      [
        row('ann', { Roles: 'Help Desk Admin, customer care' }),
        row('bob', { Roles: '_GROUPS_ADMIN_ROLE; User Management Administrator' }),
        row('new', { Roles: 'Reseller Admin' }),
      ],
      { roles: [care], users: people, reseller: true },
    );
    desk.checkAndRun();
    expect(statuses(desk)).toEqual({
      'ann@shop.example': 'Done',
      'bob@shop.example': 'Done',
      'new@shop.example': 'Done',
    });
    expect(rolesOf(desk, 'ann@shop.example')).toEqual(['Customer Care', '_HELP_DESK_ADMIN_ROLE']);
    expect(rolesOf(desk, 'bob@shop.example')).toEqual(['_GROUPS_ADMIN_ROLE', '_USER_MANAGEMENT_ADMIN_ROLE']);
    expect(rolesOf(desk, 'new@shop.example')).toEqual(['_RESELLER_ADMIN_ROLE']);
    expectSettled(desk);
  });

  test('that are unknown or Super Admin are said at their cell, with the nearest name', () => {
    const desk = open(
      [
        row('ann', { Roles: 'Costumer Care' }),
        row('bob', { Roles: 'Super Admin' }),
        row('cec', { Roles: 'Reseller Admin' }),
      ],
      { roles: [care], users: people },
    );
    desk.checkAndRun();
    expect(desk.row('ann@shop.example')['Details']).toMatch(/Costumer Care.*Customer Care/);
    expect(desk.note('bob@shop.example', 'Roles')).toMatch(/tick Super admin instead/);
    expect(Object.values(statuses(desk))).toEqual(['Needs you', 'Needs you', 'Needs you']);
  });

  test.each(['500', '409'])('that somebody gives in the meantime are as good (roleExists=%s)', (roleExists) => {
    const desk = open(
      [row('ann', { Roles: 'Groups Admin', Aliases: 'a@shop.example' })],
      { users: people },
      { switches: { roleExists, staleReads: '90' } },
    );
    desk.check();
    const role = Object.values(googleOf(desk).control.state.accounts['C0shop01']?.roles ?? {}).find(
      ({ name }) => name === '_GROUPS_ADMIN_ROLE',
    );
    behind(desk, [
      'directory.roleAssignments.insert',
      { customer: 'C0shop01' },
      { roleId: role?.id, assignedTo: userAt(desk, 'ann@shop.example').id, scopeType: 'CUSTOMER' },
    ]);
    desk.run();
    expect(desk.google.refused('directory.roleAssignments.insert').map(({ status }) => String(status))).toEqual([
      roleExists,
    ]);
    expect(desk.row('ann@shop.example')).toMatchObject({ Status: 'Done' });
    wait(desk, 120);
    expectSettled(desk);
  });

  test("are seen also where Google's first page of them comes empty", () => {
    const desk = open(
      [row('ann', { Roles: 'Groups Admin' })],
      { users: people, roleAssignments: [{ roleName: '_GROUPS_ADMIN_ROLE', assignedTo: 'ann@shop.example' }] },
      { switches: { emptyRolePage: 'first' } },
    );
    expectSettled(desk);
  });

  test('of an org unit only are not the wished one', () => {
    const desk = open([row('ann', { Roles: 'User Management Admin' })], {
      users: people,
      orgUnits: [{ orgUnitPath: '/Sales' }],
      roleAssignments: [
        {
          roleName: '_USER_MANAGEMENT_ADMIN_ROLE',
          assignedTo: 'ann@shop.example',
          scopeType: 'ORG_UNIT',
          orgUnitPath: '/Sales',
        },
      ],
    });
    expect(writesDuring(desk, () => desk.checkAndRun()).map(({ op }) => op)).toEqual([
      'directory.roleAssignments.insert',
    ]);
    expectSettled(desk);
  });
});

describe('super administrator', () => {
  test.each([{}, { staleReads: '5', userPropagation: '20' }])(
    'rights are given and read back before the row is done (%j)',
    (switches: Readonly<Record<string, string>>) => {
      const desk = open(
        [
          row('ann', { 'Super admin': 'TRUE' }),
          row('new', { 'Super admin': 'x' }),
          row('bob', { 'Super admin': 'FALSE' }),
        ],
        { users: people },
        { switches },
      );
      desk.checkAndRun();
      expect(statuses(desk)).toEqual({
        'ann@shop.example': 'Done',
        'new@shop.example': 'Done',
        'bob@shop.example': 'Up to date',
      });
      expect(['ann', 'new', 'bob'].map((name) => userAt(desk, `${name}@shop.example`)['isAdmin'])).toEqual([
        true,
        true,
        false,
      ]);
      const { log } = desk.workspace;
      const made = log.map(({ op, status }) => op === 'directory.users.makeAdmin' && status === 204).lastIndexOf(true);
      expect(
        log.slice(made).filter(({ op, status }) => op === 'directory.users.get' && status === 200).length,
      ).toBeGreaterThan(0);
      wait(desk);
      expectSettled(desk);
    },
  );

  test('rights that Google does not show yet keep the row waiting, and the next check finds them', () => {
    const desk = open([row('ann', { 'Super admin': 'yes' })], { users: people }, { switches: { staleReads: '45' } });
    desk.checkAndRun();
    expect(desk.row('ann@shop.example')).toMatchObject({
      Status: 'Waiting',
      Details: expect.stringMatching(/does not show them yet.*Check this row again/) as string,
    });
    wait(desk);
    expect(writesDuring(desk, () => desk.checkAndRun())).toEqual([]);
    expectSettled(desk);
  });

  test('rights of somebody signed in without them are refused with a remedy, and the rest of the row is done', () => {
    const helper = person('helper@shop.example', 'Hel Per');
    const desk = open(
      [
        row('ann', { 'Super admin': 'yes', 'Org unit': '/Sales' }),
        row('bob', { Roles: 'Groups Admin' }),
        row('cec', { 'Last name': 'Berg' }),
      ],
      {
        users: [...people.slice(0, 2), person('cec@shop.example', 'cec Berg'), helper],
        orgUnits: [{ orgUnitPath: '/Sales' }],
        roleAssignments: [{ roleName: '_USER_MANAGEMENT_ADMIN_ROLE', assignedTo: 'helper@shop.example' }],
      },
      { as: 'helper@shop.example' },
    );
    desk.checkAndRun();
    expect(statuses(desk)).toEqual({
      'ann@shop.example': 'Needs you',
      'bob@shop.example': 'Needs you',
      'cec@shop.example': 'Up to date',
    });
    expect(desk.row('ann@shop.example')['Details']).toMatch(/may not|super administrator/i);
    expect(userAt(desk, 'ann@shop.example')).toMatchObject({ isAdmin: false, orgUnitPath: '/Sales' });
    expect(rolesOf(desk, 'bob@shop.example')).toEqual([]);
  });
});

describe('aliases', () => {
  const around = {
    users: [...people, person('olga@shop.example', 'Olga Dahl', { aliases: ['od@shop.example'] })],
    groups: [{ email: 'team@shop.example', name: 'Team' }],
    takenElsewhere: ['private@shop.example'],
    domains: [
      { domainName: 'shop.example', isPrimary: true, verified: true },
      { domainName: 'shop.test', verified: true },
      { domainName: 'new.example', verified: false },
    ],
  };

  test('are added, on other verified domains of the account too, and kept where they are', () => {
    const desk = open(
      [
        row('ann', { Aliases: 'a.test@shop.example, ann@shop.test' }),
        row('new', { Aliases: 'n@shop.example' }),
        { Email: 'olga@shop.example', Aliases: 'od@shop.example' },
      ],
      around,
    );
    desk.checkAndRun();
    expect(statuses(desk)).toEqual({
      'ann@shop.example': 'Done',
      'new@shop.example': 'Done',
      'olga@shop.example': 'Up to date',
    });
    expect(userAt(desk, 'ann@shop.example')['aliases']).toEqual(['a.test@shop.example', 'ann@shop.test']);
    expectSettled(desk);
  });

  test.each([
    ['olga@shop.example', /olga@shop\.example is the address of another user/],
    ['od@shop.example', /od@shop\.example is an alias of olga@shop\.example/],
    ['team@shop.example', /team@shop\.example is the address of the group “Team”/],
    ['private@shop.example', /private@shop\.example is in use outside this account/],
    ['x@new.example', /new\.example is not verified/],
    ['x@other.example', /other\.example/],
  ])('that are taken or on a wrong domain are said by name: %s', (alias, says) => {
    const desk = open([row('ann', { Aliases: `fine@shop.example; ${alias}` })], around);
    desk.checkAndRun();
    expect(desk.row('ann@shop.example')).toMatchObject({
      Status: 'Needs you',
      Details: expect.stringMatching(says) as string,
    });
    expect(userAt(desk, 'ann@shop.example')['aliases'] ?? []).not.toContain(alias);
  });

  test("that are lost on the way are found to be the person's own", () => {
    const desk = open([row('ann', { Aliases: 'a@shop.example' })], around);
    desk.check();
    googleOf(desk).control.failNext('directory.users.aliases.insert', { status: 0, applied: true });
    desk.run();
    expect(desk.row('ann@shop.example')['Status']).toMatch(/^(Done|Up to date)$/);
    expect(userAt(desk, 'ann@shop.example')['aliases']).toEqual(['a@shop.example']);
    expectSettled(desk);
  });
});

test("the administrator's own row needs nothing", () => {
  const desk = open([{ Email: admin, 'Super admin': 'yes', 'First name': 'Ada', 'Last name': 'Min' }], {
    users: account().users?.slice(1) ?? [],
  });
  expectSettled(desk);
});
