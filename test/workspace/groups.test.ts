import { admin, openGoogle, person, shop, type Google, type Said } from './google';

const ana = 'ana@shop.example';
const team = 'team@shop.example';
const open = (more: object = {}, switches: Record<string, string> = {}) =>
  openGoogle({
    accounts: [
      shop({
        users: [{ primaryEmail: ana, id: '100000000000000000001', aliases: ['hello@shop.example'] }],
        domains: [{ domainName: 'shop.example' }, { domainName: 'two.example' }],
        groups: [{ email: team, name: 'Team', aliases: ['crew@shop.example'], members: [{ email: ana }] }],
        ...more,
      }),
    ],
    switches,
  });
const make = ({ call }: Google, body: object): Said => call('directory.groups.insert', {}, body);
const get = ({ call }: Google, groupKey = team): Said => call('directory.groups.get', { groupKey });
const update = ({ call }: Google, body: object, groupKey = team): Said =>
  call('directory.groups.update', { groupKey }, body);
const found = ({ call }: Google, params: Record<string, string> = { customer: 'my_customer' }) => {
  const { value, status } = call('directory.groups.list', params);
  const groups = (value['groups'] ?? []) as unknown as { email: string }[];
  return status === 200 ? groups.map(({ email }) => email.split('@')[0]) : status;
};

describe('a group', () => {
  test('is found by address, alias, id and on a domain alias', () => {
    const google = open({ domainAliases: [{ domainAliasName: 'laden.example', parentDomainName: 'shop.example' }] });
    const { value } = get(google);
    expect(value).toMatchObject({
      kind: 'admin#directory#group',
      email: team,
      name: 'Team',
      description: '',
      adminCreated: true,
      directMembersCount: '1',
      aliases: ['crew@shop.example'],
      nonEditableAliases: ['team@laden.example', 'crew@laden.example', `${team}.test-google-a.com`],
    });
    for (const key of ['CREW@shop.example', 'team@laden.example', String(value['id'])])
      expect(get(google, key).value).toEqual(value);
    for (const key of ['nobody@shop.example', ana, '123'])
      expect(get(google, key)).toMatchObject({ status: 404, message: 'Resource Not Found: groupKey' });
    expect(get(google, 'team@globex.example')).toMatchObject({ status: 403, reason: 'forbidden' });
  });

  test('is made on any domain of the account, and is not found for five seconds', () => {
    const google = open();
    expect(make(google, { email: 'Sales@Two.example', name: 'Sales', description: 'who sells' }).value).toMatchObject({
      email: 'sales@two.example',
      name: 'Sales',
      description: 'who sells',
      directMembersCount: '0',
    });
    const add = () => google.call('directory.members.insert', { groupKey: 'sales@two.example' }, { email: ana });
    expect(get(google, 'sales@two.example').status).toBe(404);
    expect(add()).toMatchObject({ status: 404, message: 'Resource Not Found: groupKey' });
    expect(found(google)).toEqual(['team']);
    expect(make(google, { email: 'sales@two.example' })).toMatchObject({ status: 409, reason: 'duplicate' });
    google.wait(5);
    expect(found(google)).toEqual(['sales', 'team']);
    expect(add().status).toBe(200);
  });

  test.each<[string, object, object]>([
    ['without an address', { name: 'Sales' }, { status: 400, reason: 'required' }],
    [
      'with an address that is none',
      { email: 'sa les@shop.example' },
      { status: 400, message: 'Invalid Input: email' },
    ],
    ['on a foreign domain', { email: 'sales@globex.example' }, { status: 403, reason: 'forbidden' }],
    ['with a user’s address', { email: ana }, { status: 409, reason: 'duplicate' }],
    ['with a user’s alias', { email: 'hello@shop.example' }, { status: 409, reason: 'duplicate' }],
    ['with a group’s alias', { email: 'crew@shop.example' }, { status: 409, reason: 'duplicate' }],
    [
      'with 74 letters of name',
      { email: 'x@shop.example', name: 'x'.repeat(74) },
      { status: 400, message: 'Invalid Input: name' },
    ],
    [
      'with 4,097 letters of description',
      { email: 'x@shop.example', description: 'x'.repeat(4097) },
      { status: 400, message: 'Invalid Input: description' },
    ],
  ])('%s is refused', (_, body, refused) => {
    const google = open();
    expect(make(google, body)).toMatchObject(refused);
    google.wait(5);
    expect(found(google)).toEqual(['team']);
  });

  test('changes only what is sent; the old address stays as an alias, or is free', () => {
    const google = open();
    update(google, { description: 'everybody' });
    expect(update(google, { email: 'all@shop.example' }).value).toMatchObject({
      email: 'all@shop.example',
      name: 'Team',
      description: 'everybody',
      aliases: ['crew@shop.example', team],
    });
    expect(get(google, team).value).toMatchObject({ email: 'all@shop.example' });
    expect(update(google, { email: ana }, 'all@shop.example')).toMatchObject({ status: 409 });
    google.google.control.setSwitch('groupRename', 'free');
    update(google, { email: 'whole@shop.example' }, 'all@shop.example');
    expect(get(google, 'all@shop.example').status).toBe(404);
    expect(google.call('directory.groups.patch', { groupKey: team }, { name: null }).value).toMatchObject({ name: '' });
  });

  test('goes with its addresses, its roles and its memberships', () => {
    const google = open({
      groups: [
        { email: team, aliases: ['crew@shop.example'] },
        { email: 'all@shop.example', members: [{ email: team }] },
      ],
      roleAssignments: [{ roleName: '_HELP_DESK_ADMIN_ROLE', assignedTo: team }],
    });
    expect(google.call('directory.groups.delete', { groupKey: 'crew@shop.example' })).toMatchObject({ status: 204 });
    expect(get(google).status).toBe(404);
    expect(get(google, 'all@shop.example').value).toMatchObject({ directMembersCount: '0' });
    const roles = google.call('directory.roleAssignments.list', { customer: 'my_customer' }).value['items'];
    expect(roles).toHaveLength(1);
    for (const email of [team, 'crew@shop.example'])
      expect(google.call('directory.users.insert', {}, person(email)).status).toBe(200);
  });
});

describe('aliases of groups', () => {
  test('are absent when there are none, take addresses from everybody else, and are free when deleted', () => {
    const google = open();
    const { call } = google;
    const add = (alias: string) => call('directory.groups.aliases.insert', { groupKey: team }, { alias });
    expect(call('directory.groups.aliases.list', { groupKey: team }).value['aliases']).toMatchObject([
      { kind: 'admin#directory#alias', primaryEmail: team, alias: 'crew@shop.example' },
    ]);
    expect(add('people@two.example').value).toMatchObject({ alias: 'people@two.example' });
    for (const taken of [ana, 'hello@shop.example', 'crew@shop.example', team])
      expect(add(taken)).toMatchObject({ status: 409, reason: 'duplicate' });
    expect(call('directory.users.insert', {}, person('people@two.example'))).toMatchObject({ status: 409 });
    expect(call('directory.users.aliases.insert', { userKey: ana }, { alias: 'people@two.example' })).toMatchObject({
      status: 409,
    });
    const gone = { groupKey: team, alias: 'people@two.example' };
    expect(call('directory.groups.aliases.delete', gone).status).toBe(204);
    expect(call('directory.groups.aliases.delete', gone)).toMatchObject({ status: 404 });
    expect(get(google, 'people@two.example').status).toBe(404);
    expect(call('directory.users.insert', {}, person('people@two.example')).status).toBe(200);
  });

  test('are at most 30', () => {
    const aliases = Array.from({ length: 30 }, (_, n) => `a${n}@shop.example`);
    const google = open({ groups: [{ email: team, aliases }] });
    const { call } = google;
    expect(call('directory.groups.aliases.insert', { groupKey: team }, { alias: 'x@shop.example' })).toMatchObject({
      status: 412,
      reason: 'limitExceeded',
    });
  });
});

describe('listing groups', () => {
  const groups = [
    { email: 'cats@shop.example', name: 'Cats' },
    { email: 'all@two.example', name: 'Contact', members: [{ email: ana }, { email: 'x@globex.example' }] },
    { email: 'boats@shop.example', name: 'Contact group', members: [{ email: 'all@two.example' }] },
  ];
  const at = (params?: Record<string, string>) => found(open({ groups }), params);
  const customer = 'my_customer';

  test.each<[string, Record<string, string>, unknown]>([
    ['of an account', { customer }, ['all', 'boats', 'cats']],
    ['of a domain', { domain: 'two.example' }, ['all']],
    ['of a person: those that hold them directly', { userKey: 'hello@shop.example' }, ['all']],
    ['of a person on a domain', { userKey: ana, domain: 'shop.example' }, []],
    ['of a group', { userKey: 'all@two.example' }, ['boats']],
    ['of somebody outside', { userKey: 'x@globex.example' }, ['all']],
    ['of nobody', { userKey: 'nobody@shop.example' }, 404],
    ['in descending order', { customer, orderBy: 'email', sortOrder: 'DESCENDING' }, ['cats', 'boats', 'all']],
    ['in an order only where one is named', { customer, sortOrder: 'DESCENDING' }, ['all', 'boats', 'cats']],
    ['in an order that there is not', { customer, orderBy: 'name' }, 400],
    ['of a person in an account', { customer, userKey: ana }, 400],
    ['of nothing', {}, 400],
    ['of a domain given as an account', { customer: 'shop.example' }, 400],
    ['of an account given as a domain', { domain: 'C0shop001' }, 400],
    ['of a foreign domain', { domain: 'globex.example' }, 404],
    ['with too large a page', { customer, maxResults: '201' }, 400],
    ['query email:b*', { customer, query: 'email:b*' }, ['boats']],
    ['query name=contact', { customer, query: 'name=contact' }, ['all']],
    ['query name:contact*', { customer, query: 'name:contact* email:all*' }, ['all']],
    ['query memberKey', { customer, query: `memberKey=${ana}` }, ['all']],
    ['query memberKey with another', { customer, query: `memberKey=${ana} email:a*` }, 400],
    ['query by description', { customer, query: 'description=x' }, 400],
    ['query by part', { customer, query: 'name:tact' }, 400],
  ])('%s', (_, params, expected) => {
    expect(at(params)).toEqual(expected);
  });

  test('pages go on where they ended; nothing is absent', () => {
    const google = open({ groups });
    const first = google.call('directory.groups.list', { customer, maxResults: '2' }).value;
    expect(first['groups']).toHaveLength(2);
    google.call('directory.groups.delete', { groupKey: 'all@two.example' });
    const pageToken = String(first['nextPageToken']);
    expect(found(google, { customer, maxResults: '2', pageToken })).toEqual(['cats']);
    expect(open({ groups: [] }).call('directory.groups.list', { customer }).value).not.toHaveProperty('groups');
  });
});

describe('who may', () => {
  const groupsAdmin = { roleAssignments: [{ roleName: '_GROUPS_ADMIN_ROLE', assignedTo: ana }] };
  const as = (more: object) => open(more).call('directory.groups.list', { customer: 'my_customer' }, undefined, ana);

  test('an administrator of groups, in the own account', () => {
    expect(as(groupsAdmin).status).toBe(200);
    expect(as({})).toMatchObject({ status: 403, reason: 'forbidden' });
  });

  test('a script needs the scope of groups; that of members is enough for members', () => {
    const { google } = open();
    const status = (method: string, path: string, scope: string) =>
      google.handle({
        method,
        path: `/admin/directory/v1/groups/${team}${path}`,
        query: {},
        as: admin,
        scopes: [`https://www.googleapis.com/auth/admin.directory.${scope}`],
        ...(method === 'POST' && { body: { email: admin } }),
      }).status;
    expect([status('GET', '', 'group.readonly'), status('GET', '', 'group.member.readonly')]).toEqual([200, 403]);
    expect(status('GET', `/hasMember/${ana}`, 'group.member.readonly')).toBe(200);
    expect(status('POST', '/members', 'group.member.readonly')).toBe(403);
    expect(status('POST', '/members', 'group.member')).toBe(200);
  });
});

test('stale reads go on showing a group and its members as they were', () => {
  const google = open({}, { staleReads: '30' });
  update(google, { name: 'Crew' });
  google.call('directory.members.delete', { groupKey: team, memberKey: ana });
  expect(get(google).value).toMatchObject({ name: 'Team', directMembersCount: '1' });
  expect(google.call('directory.members.list', { groupKey: team }).value['members']).toHaveLength(1);
  google.wait(30);
  expect(get(google).value).toMatchObject({ name: 'Crew', directMembersCount: '0' });
  google.call('directory.groups.delete', { groupKey: team });
  expect(found(google)).toEqual(['team']);
  google.wait(30);
  expect(found(google)).toEqual([]);
});
