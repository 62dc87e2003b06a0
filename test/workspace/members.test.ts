import { parseTenant } from '../../sandbox/workspace/tenant';
import { openWorkspace } from '../../sandbox/workspace/workspace';
import { openGoogle, person, shop, type Google, type Said } from './google';

const ana = 'ana@shop.example';
const anaId = '100000000000000000001';
const bo = 'bo@shop.example';
const cy = 'cy@two.example';
const team = 'team@shop.example';
const all = 'all@shop.example';
const outside = 'x@globex.example';

const open = (more: object = {}, switches: Record<string, string> = {}) =>
  openGoogle({
    accounts: [
      shop({
        users: [
          { primaryEmail: ana, id: anaId, aliases: ['hello@shop.example'] },
          { primaryEmail: bo },
          { primaryEmail: cy },
        ],
        domains: [{ domainName: 'shop.example' }, { domainName: 'two.example' }],
        groups: [{ email: team, aliases: ['crew@shop.example'] }, { email: all }],
        ...more,
      }),
    ],
    switches,
  });
const add = ({ call }: Google, body: object, groupKey = team): Said =>
  call('directory.members.insert', { groupKey }, body);
const list = ({ call }: Google, params: Record<string, string> = {}, groupKey = team): [string, string][] => {
  const { value } = call('directory.members.list', { groupKey, ...params });
  const members = (value['members'] ?? []) as unknown as { email: string; role: string }[];
  return members.map(({ email, role }) => [email, role]);
};
const has = ({ call }: Google, memberKey: string, groupKey = team): unknown => {
  const { value, status } = call('directory.members.hasMember', { groupKey, memberKey });
  return status === 200 ? value['isMember'] : status;
};

describe('joining', () => {
  test('by address, alias or id; as a member unless another role is named', () => {
    const google = open();
    expect(add(google, { email: 'HELLO@shop.example' }, 'crew@shop.example').value).toMatchObject({
      kind: 'admin#directory#member',
      id: anaId,
      email: ana,
      role: 'MEMBER',
      type: 'USER',
      status: 'ACTIVE',
      delivery_settings: 'ALL_MAIL',
    });
    expect(add(google, { email: bo, role: 'OWNER', delivery_settings: 'DIGEST' }).value).toMatchObject({
      role: 'OWNER',
      delivery_settings: 'DIGEST',
    });
    expect(add(google, { id: anaId, role: 'MANAGER' }, all).value).toMatchObject({ email: ana, role: 'MANAGER' });
    expect(list(google)).toEqual([
      [ana, 'MEMBER'],
      [bo, 'OWNER'],
    ]);
    expect(google.call('directory.groups.get', { groupKey: team }).value).toMatchObject({ directMembersCount: '2' });
  });

  test('from outside: any address, where the switch lets them', () => {
    const google = open({}, { externalMembers: 'allowed' });
    expect(add(google, { email: outside }).value).toMatchObject({ email: outside, type: 'USER' });
    expect(add(google, { email: outside.toUpperCase() })).toMatchObject({ status: 409 });
    expect(has(google, outside)).toBe(true);
    google.google.control.setSwitch('externalMembers', 'refused');
    expect(add(google, { email: 'y@globex.example' })).toMatchObject({ status: 403, reason: 'forbidden' });
  });

  test('for everybody of the customer, who have no address', () => {
    const google = open();
    expect(add(google, { id: 'C0shop001' }).value).toMatchObject({ id: 'C0shop001', type: 'CUSTOMER' });
    const [everybody] = google.call('directory.members.list', { groupKey: team }).value['members'] as never as object[];
    expect(everybody).not.toHaveProperty('email');
    expect([has(google, ana), has(google, bo)]).toEqual([true, true]);
  });

  test.each<[string, object, object]>([
    ['nobody', {}, { status: 400, reason: 'required', message: 'Missing required field: memberKey' }],
    ['what is no address', { email: 'ana at shop' }, { status: 400, message: 'Invalid Input: memberKey' }],
    [
      'somebody who is not there',
      { email: 'nobody@two.example' },
      { status: 404, message: 'Resource Not Found: memberKey' },
    ],
    ['an id that nobody has', { id: '999' }, { status: 404, message: 'Resource Not Found: memberKey' }],
    ['a role that there is not', { email: ana, role: 'BOSS' }, { status: 400, message: 'Invalid Input: role' }],
    ['mail as there is none', { email: ana, delivery_settings: 'SOME' }, { status: 400, reason: 'invalid' }],
    ['the group itself', { email: team }, { status: 412, message: 'Cyclic memberships not allowed' }],
  ])('%s is refused', (_, body, refused) => {
    const google = open();
    expect(add(google, body)).toMatchObject(refused);
    expect(list(google)).toEqual([]);
  });

  test('twice is 409, and another role is given by update', () => {
    const google = open();
    add(google, { email: ana });
    expect(add(google, { email: 'hello@shop.example', role: 'OWNER' })).toMatchObject({
      status: 409,
      reason: 'duplicate',
      message: 'Member already exists.',
    });
    expect(list(google)).toEqual([[ana, 'MEMBER']]);
  });

  test('is too early for a new user', () => {
    const google = open();
    google.call('directory.users.insert', {}, person('di@shop.example'));
    expect(add(google, { email: 'di@shop.example' })).toMatchObject({ status: 404, reason: 'notFound' });
    google.wait(5);
    expect(add(google, { email: 'di@shop.example' }).status).toBe(200);
  });

  test('may be answered with conflict and begin a minute later', () => {
    const google = open({}, { memberConflict: 'always' });
    expect(add(google, { email: ana })).toMatchObject({ status: 409, reason: 'conflict' });
    expect([list(google), has(google, ana)]).toEqual([[], false]);
    google.wait(60);
    expect([list(google), has(google, ana)]).toEqual([[[ana, 'MEMBER']], true]);
  });

  test('as a manager takes Groups for Business', () => {
    const google = open({}, { managerRole: 'refused' });
    expect(add(google, { email: ana, role: 'MANAGER' })).toMatchObject({ status: 400, message: 'Invalid Input: role' });
  });

  test.each([
    ['403', 'forbidden'],
    ['400', 'invalid'],
    ['412', 'conditionNotMet'],
  ])('a dynamic group is refused with %s, like leaving it', (status, reason) => {
    const google = open(
      { groups: [{ email: team, dynamic: true, members: [{ email: ana }] }] },
      { dynamicGroups: status },
    );
    const refused = { status: Number(status), reason };
    expect(add(google, { email: bo })).toMatchObject(refused);
    const key = { groupKey: team, memberKey: ana };
    expect(google.call('directory.members.update', key, { role: 'OWNER' })).toMatchObject(refused);
    expect(google.call('directory.members.delete', key)).toMatchObject(refused);
    expect(list(google)).toEqual([[ana, 'MEMBER']]);
  });
});

describe('a member', () => {
  const withAna = () => {
    const google = open();
    add(google, { email: ana, role: 'MANAGER', delivery_settings: 'DAILY' });
    return google;
  };
  const key = { groupKey: team, memberKey: 'hello@shop.example' };

  test('is shown with delivery settings by get, not in lists', () => {
    const google = withAna();
    expect(google.call('directory.members.get', key).value).toMatchObject({ email: ana, delivery_settings: 'DAILY' });
    const [listed] = google.call('directory.members.list', { groupKey: team }).value['members'] as never as object[];
    expect(listed).not.toHaveProperty('delivery_settings');
  });

  test('gets another role by update and patch; delivery settings by update alone', () => {
    const google = withAna();
    const { call } = google;
    expect(call('directory.members.update', key, { role: 'OWNER', delivery_settings: 'NONE' }).value).toMatchObject({
      role: 'OWNER',
      delivery_settings: 'NONE',
    });
    call('directory.members.patch', key, { role: 'MEMBER', delivery_settings: 'DAILY' });
    expect(call('directory.members.get', key).value).toMatchObject({ role: 'MEMBER', delivery_settings: 'NONE' });
    expect(call('directory.members.update', key, { role: 'CHIEF' })).toMatchObject({ status: 400 });
    expect(call('directory.members.update', { ...key, memberKey: bo }, { role: 'OWNER' })).toMatchObject({
      status: 404,
      message: 'Resource Not Found: memberKey',
    });
  });

  test('leaves once', () => {
    const google = withAna();
    expect(google.call('directory.members.delete', key)).toMatchObject({ status: 204 });
    expect(google.call('directory.members.delete', key)).toMatchObject({
      status: 404,
      message: 'Resource Not Found: memberKey',
    });
    expect(google.call('directory.members.list', { groupKey: team }).value).not.toHaveProperty('members');
  });

  test('shows how it stands with the person, and follows a new address', () => {
    const google = withAna();
    const shown = () => google.call('directory.members.get', { groupKey: team, memberKey: anaId }).value;
    google.call('directory.users.update', { userKey: ana }, { suspended: true, primaryEmail: 'ana.bo@shop.example' });
    expect(shown()).toMatchObject({ email: 'ana.bo@shop.example', status: 'SUSPENDED' });
  });

  test('goes with the person, and comes back with everything else where that is so', () => {
    const google = withAna();
    const restored = (parts: string) => {
      google.google.control.setSwitch('restoredParts', parts);
      google.call('directory.users.delete', { userKey: ana });
      expect(list(google)).toEqual([]);
      google.call('directory.users.undelete', { userKey: anaId }, { orgUnitPath: '/' });
      google.wait(24 * 3600 - 1);
      expect(list(google)).toEqual([]);
      google.wait(1);
      return list(google);
    };
    expect(restored('everything')).toEqual([[ana, 'MANAGER']]);
    expect(google.call('directory.members.get', key).value).toMatchObject({ delivery_settings: 'DAILY' });
    expect(restored('account')).toEqual([]);
  });
});

describe('listing members', () => {
  const members = [
    { email: bo, role: 'OWNER' },
    { email: ana, role: 'MANAGER' },
    { email: cy },
    { email: all },
    { email: outside },
  ];
  const google = () => open({ groups: [{ email: team, members }, { email: all }] });

  test('by role, one or several; in pages of 200 at most', () => {
    expect(list(google(), { roles: 'OWNER,MANAGER' })).toEqual([
      [ana, 'MANAGER'],
      [bo, 'OWNER'],
    ]);
    expect(list(google()).map(([email]) => email)).toEqual([all, ana, bo, cy, outside]);
    const { call } = google();
    expect(call('directory.members.list', { groupKey: team, roles: 'CHIEF' })).toMatchObject({ status: 400 });
    expect(call('directory.members.list', { groupKey: team, maxResults: '201' })).toMatchObject({ status: 400 });
    const first = call('directory.members.list', { groupKey: team, maxResults: '4' }).value;
    const rest = { groupKey: team, maxResults: '4', pageToken: String(first['nextPageToken']) };
    expect(call('directory.members.list', rest).value['members']).toMatchObject([{ email: outside }]);
    expect(call('directory.members.list', { groupKey: 'nobody@shop.example' })).toMatchObject({
      status: 404,
      message: 'Resource Not Found: groupKey',
    });
  });
});

describe('groups in groups', () => {
  const nested = (more: object[] = []) => {
    const google = open({
      groups: [{ email: team, members: [{ email: ana, role: 'OWNER' }] }, { email: all }, ...more],
    });
    expect(add(google, { email: team }, all).value).toMatchObject({ type: 'GROUP', email: team });
    return google;
  };
  const derived = { includeDerivedMembership: 'true' };

  test('people count in the outer group ten minutes later', () => {
    const google = nested();
    expect(list(google, derived, all)).toEqual([[team, 'MEMBER']]);
    expect(has(google, ana, all)).toBe(false);
    google.wait(600);
    expect(list(google, derived, all)).toEqual([
      [ana, 'MEMBER'],
      [team, 'MEMBER'],
    ]);
    expect([has(google, ana, all), has(google, team, all), has(google, bo, all)]).toEqual([true, true, false]);
    expect(list(google, {}, all)).toEqual([[team, 'MEMBER']]);
    expect(google.call('directory.members.get', { groupKey: all, memberKey: ana })).toMatchObject({ status: 404 });
  });

  test('whoever is in both counts once, with the nearer role', () => {
    const google = nested();
    add(google, { email: ana, role: 'MANAGER' }, all);
    google.wait(600);
    expect(list(google, derived, all)).toEqual([
      [ana, 'MANAGER'],
      [team, 'MEMBER'],
    ]);
  });

  test('hasMember does not say across domains, nor of strangers', () => {
    const google = nested();
    google.wait(600);
    expect(has(google, cy, all)).toBe(400);
    expect(has(google, outside, all)).toBe(404);
    add(google, { email: cy }, all);
    expect(has(google, cy, all)).toBe(true);
  });

  test('a circle is refused, however long', () => {
    const google = nested([{ email: 'top@shop.example' }]);
    add(google, { email: all }, 'top@shop.example');
    for (const email of ['top@shop.example', all])
      expect(add(google, { email })).toMatchObject({
        status: 412,
        reason: 'conditionNotMet',
        message: 'Cyclic memberships not allowed',
      });
  });

  test('a role of a group is its people’s, and shows among theirs where indirect ones are asked for', () => {
    const google = open({
      groups: [
        { email: team, members: [{ email: ana }] },
        { email: all, members: [{ email: team }] },
      ],
      roleAssignments: [{ roleName: '_GROUPS_ADMIN_ROLE', assignedTo: all }],
    });
    const asAna = () => google.call('directory.groups.list', { customer: 'my_customer' }, undefined, ana).status;
    expect(asAna()).toBe(200);
    const roles = (more: object) =>
      google.call('directory.roleAssignments.list', { customer: 'my_customer', userKey: ana, ...more }).value['items'];
    expect(roles({})).toBeUndefined();
    expect(roles({ includeIndirectRoleAssignments: 'true' })).toMatchObject([{ assigneeType: 'group' }]);
    google.call('directory.members.delete', { groupKey: team, memberKey: ana });
    expect(asAna()).toBe(403);
  });
});

describe('the tenant file', () => {
  test('keeps members of every kind, dynamic groups, and who is still to come back', () => {
    const google = open(
      {
        groups: [
          { email: team, members: [{ email: ana, role: 'OWNER', delivery_settings: 'NONE' }, { email: outside }] },
          { email: all, dynamic: true, members: [{ email: team }, { type: 'CUSTOMER' }] },
        ],
      },
      { restoredParts: 'everything' },
    );
    google.call('directory.users.delete', { userKey: ana });
    const deleted = google.google.tenant();
    google.call('directory.users.undelete', { userKey: anaId }, { orgUnitPath: '/' });
    const restored = google.google.tenant();
    for (const file of [deleted, restored]) {
      const again = openWorkspace(parseTenant(JSON.parse(JSON.stringify(file))), { clock: google.clock });
      expect(again.tenant()).toEqual(file);
    }
    const [account] = restored.accounts;
    expect(account!.groups).toMatchObject([
      { email: team, members: [{ email: outside, role: 'MEMBER', type: 'USER' }] },
      {
        email: all,
        dynamic: true,
        members: [
          { email: team, type: 'GROUP' },
          { id: 'C0shop001', type: 'CUSTOMER' },
        ],
      },
    ]);
    expect(account!.users!.find(({ primaryEmail }) => primaryEmail === ana)).toMatchObject({
      returning: { groups: [{ email: team, role: 'OWNER', delivery_settings: 'NONE' }] },
    });
  });

  test('may have members from other accounts, and names what does not fit', () => {
    const globex = { customer: { customerDomain: 'globex.example' }, users: [{ primaryEmail: outside, id: '77' }] };
    const groups = [{ email: team, members: [{ email: outside }] }];
    const google = openGoogle({ accounts: [shop({ groups }), globex] });
    expect(google.call('directory.members.get', { groupKey: team, memberKey: outside }).value).toMatchObject({
      id: '77',
    });
    const members =
      (...listed: object[]) =>
      () =>
        open({ groups: [{ email: team, members: listed }] });
    expect(members({ email: 'nobody@shop.example' })).toThrow(
      /groups\[0\]\.members\[0\]\.email names nobody in the account: nobody@shop\.example/,
    );
    expect(members({ email: ana }, { email: 'hello@shop.example' })).toThrow(/groups\[0\]\.members\[1\] stands twice/);
    expect(members({ email: ana, role: 'CHIEF' })).toThrow(/members\[0\]\.role must be OWNER or MANAGER or MEMBER/);
    expect(members({ email: team })).toThrow(/groups\[0\]\.members\[0\] makes a circle of groups: team@shop\.example/);
    expect(() => open({ groups: [{ email: ana }] })).toThrow(/has an address that is taken: ana@shop\.example/);
  });
});

test('with a seed, a new member is sometimes answered with conflict although it is in', () => {
  const people = Array.from({ length: 400 }, (_, n) => ({ primaryEmail: `u${n}@shop.example` }));
  const google = openGoogle({ accounts: [shop({ users: people, groups: [{ email: team }] })], faults: 7 });
  const conflicts = people.filter(({ primaryEmail }) => add(google, { email: primaryEmail }).reason === 'conflict');
  expect(conflicts.length).toBeGreaterThan(0);
  const [first] = google.google.control.state.accounts['C0shop001']!.groups;
  const ids = new Set(first!.members.map(({ id }) => id));
  for (const { primaryEmail } of conflicts)
    expect(ids).toContain(
      Object.values(google.google.control.state.users).find((user) => user.primaryEmail === primaryEmail)!.id,
    );
});
