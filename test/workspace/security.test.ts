import { admin, openGoogle, shop } from './google';

const ana = 'ana@shop.example';
const tokens = [
  { clientId: '1029.apps.example', displayText: 'Mail on the phone', scopes: ['https://mail.google.com/'] },
  { clientId: '77.apps.example', displayText: 'Planner', scopes: ['profile', 'email'], nativeApp: true },
];
const asps = [
  { codeId: 3, name: 'Old printer', creationTime: '1700000000000', lastTimeUsed: '1710000000000' },
  { codeId: 8, name: 'Calendar' },
];
const open = (more: object = {}) =>
  openGoogle({
    accounts: [
      shop({
        users: [
          { primaryEmail: ana, id: '100000000000000000001', tokens, asps },
          { primaryEmail: 'bo@shop.example' },
          { primaryEmail: 'desk@shop.example' },
        ],
        ...more,
      }),
    ],
  });

describe('applications that somebody has let in', () => {
  test('are listed, shown one by one, and taken away for good', () => {
    const { call } = open();
    const { value } = call('directory.tokens.list', { userKey: ana });
    expect(value).toMatchObject({
      kind: 'admin#directory#tokenList',
      items: [
        { clientId: '1029.apps.example', displayText: 'Mail on the phone', nativeApp: false, anonymous: false },
        {
          kind: 'admin#directory#token',
          clientId: '77.apps.example',
          userKey: '100000000000000000001',
          nativeApp: true,
          scopes: ['profile', 'email'],
        },
      ],
    });
    const planner = { userKey: ana, clientId: '77.apps.example' };
    expect(call('directory.tokens.get', planner).value).toMatchObject({ displayText: 'Planner' });
    expect(call('directory.tokens.delete', planner)).toMatchObject({ status: 204, value: {} });
    expect(call('directory.tokens.list', { userKey: ana }).value['items']).toHaveLength(1);
    const gone = { status: 404, reason: 'notFound', message: 'Resource Not Found: clientId' };
    expect(call('directory.tokens.get', planner)).toMatchObject(gone);
    expect(call('directory.tokens.delete', planner)).toMatchObject(gone);
  });

  test('are absent from the list of somebody who has let in nobody, and nobody else’s are shown', () => {
    const { call } = open();
    expect(call('directory.tokens.list', { userKey: 'bo@shop.example' }).value['items']).toBeUndefined();
    expect(call('directory.tokens.list', { userKey: 'nobody@shop.example' })).toMatchObject({
      status: 404,
      message: 'Resource Not Found: userKey',
    });
    expect(call('directory.tokens.delete', { userKey: 'bo@shop.example', clientId: '77.apps.example' })).toMatchObject({
      status: 404,
    });
  });
});

test('passwords of single applications are listed with their times, and taken away by number', () => {
  const { call } = open();
  expect(call('directory.asps.list', { userKey: ana }).value).toMatchObject({
    kind: 'admin#directory#aspList',
    items: [
      { kind: 'admin#directory#asp', codeId: 3, creationTime: '1700000000000', lastTimeUsed: '1710000000000' },
      { codeId: 8, name: 'Calendar', lastTimeUsed: '0' },
    ],
  });
  expect(call('directory.asps.get', { userKey: ana, codeId: '8' }).value).toMatchObject({ name: 'Calendar' });
  expect(call('directory.asps.delete', { userKey: ana, codeId: '3' }).status).toBe(204);
  expect(call('directory.asps.delete', { userKey: ana, codeId: '3' })).toMatchObject({ status: 404 });
  expect(call('directory.asps.delete', { userKey: ana, codeId: 'printer' })).toMatchObject({ status: 400 });
  expect(call('directory.asps.delete', { userKey: ana, codeId: '8' }).status).toBe(204);
  expect(call('directory.asps.list', { userKey: ana }).value['items']).toBeUndefined();
});

describe('who may look into what others have let in', () => {
  const list = (google: ReturnType<typeof open>, as: string, userKey = ana) =>
    google.call('directory.tokens.list', { userKey }, undefined, as).status;

  test('an administrator with the security privilege, but not at a super administrator', () => {
    const roles = [
      { roleName: 'Security', rolePrivileges: [{ privilegeName: 'USER_SECURITY_ALL', serviceId: '00haapch16h1ysv' }] },
    ];
    const google = open({ roles, roleAssignments: [{ roleName: 'Security', assignedTo: 'desk@shop.example' }] });
    expect([list(google, 'desk@shop.example'), list(google, 'bo@shop.example')]).toEqual([200, 403]);
    expect(list(google, 'desk@shop.example', admin)).toBe(403);
  });

  test('a script needs the scope for security: there is no read-only one, and that for users is another', () => {
    const { google } = open();
    const scope = (name: string) =>
      google.handle({
        method: 'GET',
        path: `/admin/directory/v1/users/${ana}/tokens`,
        query: {},
        as: admin,
        scopes: [`https://www.googleapis.com/auth/${name}`],
      }).status;
    expect(scope('admin.directory.user.security')).toBe(200);
    expect([scope('admin.directory.user'), scope('admin.directory.user.security.readonly')]).toEqual([403, 403]);
  });
});

test('what was let in is written into the tenant file, and nothing more than was there', () => {
  const { google, call } = open();
  call('directory.tokens.delete', { userKey: ana, clientId: '77.apps.example' });
  const [, first, second] = google.tenant().accounts[0]!.users!;
  expect(first).toMatchObject({
    tokens: [{ ...tokens[0], anonymous: false, nativeApp: false }],
    asps: [asps[0], { codeId: 8, name: 'Calendar', creationTime: '0', lastTimeUsed: '0' }],
  });
  expect(second).not.toHaveProperty('tokens');
});
