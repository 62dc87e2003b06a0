import {
  resellerPrivilege,
  resellerService,
  type ResellerRight,
} from '../../sandbox/workspace/directory/reseller-privileges';
import { admin, openGoogle, person, shop } from './google';

const boss = 'boss@resell.example';
const reseller = (more: object = {}) => ({
  customer: { id: 'C0resell1', customerDomain: 'resell.example' },
  reseller: true,
  domains: [{ domainName: 'resell.example' }, { domainName: 'second.example' }],
  users: [
    { primaryEmail: boss, isAdmin: true },
    { primaryEmail: 'staff@resell.example' },
    { primaryEmail: 'far@second.example' },
  ],
  ...more,
});
const refused = { status: 403, reason: 'forbidden', message: 'Not Authorized to access this resource/api' };

describe("in one's own account", () => {
  const users = [
    { primaryEmail: 'ana@shop.example', orgUnitPath: '/Sales' },
    { primaryEmail: 'help@shop.example' },
    { primaryEmail: 'plain@shop.example' },
    { primaryEmail: 'gone@shop.example', suspended: true, isAdmin: true },
  ];
  const account = shop({
    users,
    orgUnits: [{ orgUnitPath: '/Sales' }, { orgUnitPath: '/Support' }],
    roleAssignments: [
      {
        roleName: '_HELP_DESK_ADMIN_ROLE',
        assignedTo: 'help@shop.example',
        scopeType: 'ORG_UNIT',
        orgUnitPath: '/Sales',
      },
    ],
  });

  test('a plain user may read public profiles and nothing else', () => {
    const { call } = openGoogle({ accounts: [account] });
    const as = 'plain@shop.example';
    expect(call('directory.users.get', { userKey: admin }, undefined, as)).toMatchObject(refused);
    expect(
      call('directory.users.get', { userKey: 'ana@shop.example', viewType: 'domain_public' }, undefined, as).value[
        'orgUnitPath'
      ],
    ).toBeUndefined();
    expect(
      call('directory.users.list', { customer: 'my_customer', viewType: 'domain_public' }, undefined, as).value[
        'users'
      ],
    ).toHaveLength(5);
    for (const op of [
      'directory.users.list',
      'directory.roles.list',
      'directory.domains.list',
      'directory.privileges.list',
    ] as const)
      expect(call(op, { customer: 'my_customer' }, undefined, as)).toMatchObject(refused);
    expect(call('directory.users.insert', {}, person('new@shop.example'), as)).toMatchObject(refused);
  });

  test('a delegated administrator does what the role grants, in its org unit, and never to a super administrator', () => {
    const { call } = openGoogle({ accounts: [account] });
    const as = 'help@shop.example';
    const update = (userKey: string, body: object) => call('directory.users.update', { userKey }, body, as);
    expect(update('ana@shop.example', { password: 'correct horse 9' }).status).toBe(200);
    expect(update('ana@shop.example', { name: { givenName: 'Zoe' } })).toMatchObject(refused);
    expect(update('plain@shop.example', { password: 'correct horse 9' })).toMatchObject(refused);
    expect(update(admin, { password: 'correct horse 9' })).toMatchObject(refused);
    expect(call('directory.users.makeAdmin', { userKey: as }, { status: true }, as)).toMatchObject(refused);
    expect(call('directory.roles.list', { customer: 'my_customer' }, undefined, as)).toMatchObject(refused);
  });

  test('somebody suspended, and a stranger, may nothing', () => {
    const { call } = openGoogle({ accounts: [account] });
    for (const as of ['gone@shop.example', 'me@mail.example']) {
      expect(call('directory.users.get', { userKey: admin }, undefined, as)).toMatchObject(refused);
      expect(call('directory.customers.get', { customerKey: 'my_customer' }, undefined, as)).toMatchObject(refused);
    }
  });
});

describe('in a resold account', () => {
  const accounts = (own: object = {}, theirs: object = {}) => [
    reseller(own),
    { ...shop(theirs), resoldBy: 'C0resell1' },
  ];

  test("the reseller's administrator works as in an own one; other companies do not", () => {
    const { call, wait } = openGoogle({
      accounts: [
        ...accounts(),
        {
          customer: { id: 'C0rival', customerDomain: 'rival.example' },
          reseller: true,
          users: [{ primaryEmail: 'x@rival.example', isAdmin: true }],
        },
      ],
      signedInAs: boss,
    });
    expect(call('directory.users.insert', {}, person('ana@shop.example')).status).toBe(200);
    wait(5);
    expect(call('directory.users.makeAdmin', { userKey: 'ana@shop.example' }, { status: true }).status).toBe(204);
    expect(call('directory.users.list', { customer: 'C0shop001' }).value['users']).toHaveLength(2);
    expect(call('directory.users.list', { customer: 'C0shop001' }, undefined, 'x@rival.example')).toMatchObject(
      refused,
    );
    expect(call('directory.users.get', { userKey: boss }, undefined, admin)).toMatchObject(refused);
  });

  test('Reseller Admin is enough; a custom role with the right privileges is, unless switched off; no role is not', () => {
    const pair = (right: ResellerRight) => ({
      privilegeName: resellerPrivilege('C0resell1', right),
      serviceId: resellerService('C0resell1'),
    });
    const roles = [{ roleName: 'Desk', rolePrivileges: [pair('view'), pair('access')] }];
    const as = 'staff@resell.example';
    const status = (roleName: string | null, switches = {}) => {
      const { call } = openGoogle({
        accounts: accounts({ roles, roleAssignments: roleName ? [{ roleName, assignedTo: as }] : [] }),
        signedInAs: boss,
        switches,
      });
      return call('directory.users.list', { customer: 'C0shop001' }, undefined, as).status;
    };
    expect(status('_RESELLER_ADMIN_ROLE')).toBe(200);
    expect(status('Desk')).toBe(200);
    expect(status('Desk', { customResellerRole: 'refused' })).toBe(403);
    expect(status(null)).toBe(403);
  });

  test('staff on a secondary domain reach customers, unless this Google says no', () => {
    const open = (switches = {}) =>
      openGoogle({
        accounts: accounts({
          roleAssignments: [{ roleName: '_RESELLER_ADMIN_ROLE', assignedTo: 'far@second.example' }],
        }),
        signedInAs: 'far@second.example',
        switches,
      });
    expect(open().call('directory.users.list', { customer: 'C0shop001' }).status).toBe(200);
    expect(
      open({ resellerSecondaryDomain: 'refused' }).call('directory.users.list', { customer: 'C0shop001' }),
    ).toMatchObject(refused);
  });

  test('a customer can close its APIs; orders go on', () => {
    const { call, google } = openGoogle({ accounts: accounts({}, { apiAccess: false }), signedInAs: boss });
    const closed = { status: 403, reason: 'domainCannotUseApis', message: 'Domain cannot use apis.' };
    expect(call('directory.domains.list', { customer: 'C0shop001' })).toMatchObject(closed);
    expect(
      call('licensing.licenseAssignments.listForProduct', { productId: 'Google-Apps', customerId: 'C0shop001' }),
    ).toMatchObject(closed);
    expect(call('reseller.customers.get', { customerId: 'C0shop001' }).status).toBe(200);
    google.control.setSwitch('blockedAccess', 'forbidden');
    expect(call('directory.domains.list', { customer: 'C0shop001' })).toMatchObject(refused);
  });
});

describe('tokens and projects', () => {
  const path = '/admin/directory/v1/users/admin%40shop.example';
  test('a scope that is missing is said, a read-only one reads', () => {
    const { google } = openGoogle();
    const status = (method: string, ...scopes: string[]) =>
      google.handle({
        method,
        path,
        query: {},
        as: admin,
        scopes: scopes.map((scope) => `https://www.googleapis.com/auth/${scope}`),
        body: {},
      }).status;
    expect(status('GET', 'admin.directory.user.readonly')).toBe(200);
    expect(status('PUT', 'admin.directory.user.readonly')).toBe(403);
    expect(status('PUT', 'admin.directory.user')).toBe(200);
    expect(status('GET', 'admin.directory.orgunit')).toBe(403);
    expect(google.log.map((line) => line.reason)).toEqual([
      '',
      'insufficientPermissions',
      '',
      'insufficientPermissions',
    ]);
  });

  test('an API that is not enabled answers accessNotConfigured, the others go on', () => {
    const { call } = openGoogle({ switches: { apiNotEnabled: 'licensing' } });
    expect(
      call('licensing.licenseAssignments.listForProduct', { productId: 'Google-Apps', customerId: 'my_customer' }),
    ).toMatchObject({ status: 403, reason: 'accessNotConfigured' });
    expect(call('directory.users.get', { userKey: admin }).status).toBe(200);
  });
});

describe('how errors are written', () => {
  test('with errors[] and a status, with one of them, or as plain text where Google does that', () => {
    const { google } = openGoogle({ accounts: [shop({ apiAccess: false })] });
    const reply = () =>
      google.handle({ method: 'GET', path: '/admin/directory/v1/customer/my_customer/domains', query: {}, as: admin });
    const message = 'Domain cannot use apis.';
    const errors = [{ domain: 'global', reason: 'domainCannotUseApis', message }];
    expect(reply().body).toEqual({ error: { code: 403, message, errors, status: 'PERMISSION_DENIED' } });
    google.control.setSwitch('errorShape', 'errors');
    expect(reply().body).toEqual({ error: { code: 403, message, errors } });
    google.control.setSwitch('errorShape', 'status');
    expect(reply().body).toEqual({ error: { code: 403, message, status: 'PERMISSION_DENIED' } });
    google.control.setSwitch('errorShape', 'plain');
    expect(reply()).toMatchObject({
      status: 403,
      body: message,
      headers: { 'content-type': expect.stringContaining('text/html') },
    });
    expect(google.log.every((line) => line.reason === 'domainCannotUseApis')).toBe(true);
  });
});
