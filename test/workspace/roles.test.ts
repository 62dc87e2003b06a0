import { admin, openGoogle, shop, type Google } from './google';

const customer = 'my_customer';
const ana = 'ana@shop.example';
const users = [{ primaryEmail: ana, id: '100000000000000000001' }];

interface Role {
  readonly roleId: string;
  readonly roleName: string;
  readonly isSystemRole?: boolean;
  readonly rolePrivileges?: readonly { readonly privilegeName: string; readonly serviceId: string }[];
}

const rolesOf = (google: Google): readonly Role[] =>
  google.call('directory.roles.list', { customer }).value['items'] as unknown as Role[];
const roleNamed = (google: Google, name: string): Role => rolesOf(google).find((role) => role.roleName === name)!;
const open = (more: object = {}, switches: Record<string, string> = {}) =>
  openGoogle({ accounts: [shop({ users, ...more })], switches });
const assign = (google: Google, body: object) =>
  google.call(
    'directory.roleAssignments.insert',
    { customer },
    { scopeType: 'CUSTOMER', assignedTo: users[0]!.id, ...body },
  );

test("system roles are there, with ids of the account; the reseller role only in a reseller's account", () => {
  const here = rolesOf(open());
  const there = rolesOf(
    openGoogle({
      accounts: [{ ...shop({ reseller: true }), customer: { id: 'C0other', customerDomain: 'shop.example' } }],
    }),
  );
  expect(here.map((role) => role.roleName)).toEqual(
    expect.arrayContaining(['_SEED_ADMIN_ROLE', '_HELP_DESK_ADMIN_ROLE', '_USER_MANAGEMENT_ADMIN_ROLE']),
  );
  expect(here.map((role) => role.roleName)).not.toContain('_RESELLER_ADMIN_ROLE');
  const reseller = there.find((role) => role.roleName === '_RESELLER_ADMIN_ROLE')!;
  expect(reseller.rolePrivileges!.length).toBeGreaterThan(5);
  expect(there.map((role) => role.roleId).filter((id) => here.some((role) => role.roleId === id))).toEqual([]);
  expect(here.every((role) => role.isSystemRole === true)).toBe(true);
});

test('the tree of privileges holds every pair that the roles use', () => {
  const google = openGoogle({ accounts: [shop({ reseller: true })] });
  interface Node {
    privilegeName: string;
    serviceId: string;
    childPrivileges?: Node[];
  }
  const flat = (nodes: readonly Node[]): string[] =>
    nodes.flatMap((node) => [`${node.privilegeName}@${node.serviceId}`, ...flat(node.childPrivileges ?? [])]);
  const known = flat(google.call('directory.privileges.list', { customer }).value['items'] as unknown as Node[]);
  const used = rolesOf(google)
    .filter((role) => role.roleName !== '_SEED_ADMIN_ROLE')
    .flatMap((role) => (role.rolePrivileges ?? []).map((pair) => `${pair.privilegeName}@${pair.serviceId}`));
  expect(used.length).toBeGreaterThan(10);
  expect(used.filter((pair) => !known.includes(pair))).toEqual([]);
});

test("a role of one's own is made of pairs that exist, changed, and deleted once nobody has it", () => {
  const google = open();
  const pair = { privilegeName: 'USERS_RETRIEVE', serviceId: '00haapch16h1ysv' };
  expect(google.call('directory.roles.insert', { customer }, { roleName: 'Support' })).toMatchObject({
    status: 400,
    reason: 'required',
  });
  expect(
    google.call(
      'directory.roles.insert',
      { customer },
      { roleName: 'Support', rolePrivileges: [{ ...pair, serviceId: 'elsewhere' }] },
    ),
  ).toMatchObject({ status: 400, reason: 'invalid' });
  const { roleId } = google.call(
    'directory.roles.insert',
    { customer },
    { roleName: 'Support', rolePrivileges: [pair] },
  ).value as unknown as Role;
  expect(
    google.call('directory.roles.insert', { customer }, { roleName: 'support', rolePrivileges: [pair] }),
  ).toMatchObject({ status: 409, reason: 'duplicate' });
  expect(google.call('directory.roles.patch', { customer, roleId }, { roleDescription: 'Reads' }).value).toMatchObject({
    roleName: 'Support',
    roleDescription: 'Reads',
    rolePrivileges: [pair],
  });
  expect(google.call('directory.roles.get', { customer, roleId }).value['isSystemRole']).toBeUndefined();
  const { roleAssignmentId } = assign(google, { roleId }).value as unknown as { roleAssignmentId: string };
  expect(google.call('directory.roles.delete', { customer, roleId }).status).toBe(412);
  expect(google.call('directory.roleAssignments.delete', { customer, roleAssignmentId }).status).toBe(204);
  expect(google.call('directory.roles.delete', { customer, roleId }).status).toBe(204);
  expect(
    google.call('directory.roles.delete', { customer, roleId: roleNamed(google, '_HELP_DESK_ADMIN_ROLE').roleId })
      .status,
  ).toBe(412);
});

test('a role goes to an id, never to an address; the org unit without its prefix', () => {
  const google = open({ orgUnits: [{ orgUnitPath: '/Sales', orgUnitId: 'id:03sales' }] });
  const { roleId } = roleNamed(google, '_USER_MANAGEMENT_ADMIN_ROLE');
  expect(assign(google, { roleId, assignedTo: ana })).toMatchObject({ status: 400, reason: 'invalid' });
  expect(assign(google, { roleId, assignedTo: '999' })).toMatchObject({ status: 404 });
  expect(assign(google, { roleId, scopeType: 'ORG_UNIT', orgUnitId: 'id:03sales' })).toMatchObject({
    status: 400,
    message: 'Invalid Input: INVALID_OU_ID',
  });
  expect(assign(google, { roleId, scopeType: 'ORG_UNIT', orgUnitId: '03sales' }).value).toMatchObject({
    scopeType: 'ORG_UNIT',
    orgUnitId: '03sales',
    assigneeType: 'user',
  });
  expect(google.call('directory.users.get', { userKey: ana }).value).toMatchObject({
    isAdmin: false,
    isDelegatedAdmin: true,
  });
});

test('a second assignment is a 500 with a text of its own, or 409', () => {
  const google = open();
  const { roleId } = roleNamed(google, '_HELP_DESK_ADMIN_ROLE');
  expect(assign(google, { roleId }).status).toBe(200);
  expect(assign(google, { roleId })).toMatchObject({
    status: 500,
    message: expect.stringMatching(/^Role assignment exists: RoleAssignment/),
  });
  google.google.control.setSwitch('roleExists', '409');
  expect(assign(google, { roleId })).toMatchObject({ status: 409, reason: 'duplicate' });
});

test('assignments are listed by user and role; the first page can be empty and have a token', () => {
  const google = open();
  const { roleId } = roleNamed(google, '_HELP_DESK_ADMIN_ROLE');
  assign(google, { roleId });
  expect(
    google.call('directory.roleAssignments.list', { customer, userKey: ana, roleId }).value['items'],
  ).toMatchObject([{ roleId, assignedTo: users[0]!.id }]);
  expect(
    google.call('directory.roleAssignments.list', { customer, roleId: roleNamed(google, '_STORAGE_ADMIN_ROLE').roleId })
      .value['items'],
  ).toBeUndefined();
  google.google.control.setSwitch('emptyRolePage', 'first');
  const first = google.call('directory.roleAssignments.list', { customer, userKey: ana }).value;
  expect(first['items']).toBeUndefined();
  expect(
    google.call('directory.roleAssignments.list', { customer, userKey: ana, pageToken: String(first['nextPageToken']) })
      .value['items'],
  ).toHaveLength(1);
});

test('super administrators have the seed role, which makeAdmin alone gives and takes', () => {
  const google = open();
  const { roleId } = roleNamed(google, '_SEED_ADMIN_ROLE');
  expect(google.call('directory.roleAssignments.list', { customer, roleId }).value['items']).toHaveLength(1);
  expect(assign(google, { roleId })).toMatchObject({ status: 400 });
  google.call('directory.users.makeAdmin', { userKey: ana }, { status: true });
  const given = google.call('directory.roleAssignments.list', { customer, userKey: ana }).value['items'] as unknown as {
    roleAssignmentId: string;
  }[];
  expect(
    google.call('directory.roleAssignments.delete', { customer, roleAssignmentId: given[0]!.roleAssignmentId }),
  ).toMatchObject({ status: 500, message: 'Operation not supported' });
  google.call('directory.users.makeAdmin', { userKey: ana }, { status: false });
  expect(google.call('directory.roleAssignments.list', { customer, userKey: ana }).value['items']).toBeUndefined();
  expect(google.call('directory.users.get', { userKey: ana }).value).toMatchObject({ isAdmin: false });
});

test('a group can have any role but super administrator', () => {
  const google = open(
    { groups: [{ email: 'desk@shop.example', id: '200', security: true }] },
    { seedRoleAssignment: 'allowed' },
  );
  expect(
    assign(google, { roleId: roleNamed(google, '_HELP_DESK_ADMIN_ROLE').roleId, assignedTo: '200' }).value,
  ).toMatchObject({ assigneeType: 'group' });
  expect(assign(google, { roleId: roleNamed(google, '_SEED_ADMIN_ROLE').roleId, assignedTo: '200' }).status).toBe(400);
  expect(assign(google, { roleId: roleNamed(google, '_SEED_ADMIN_ROLE').roleId }).status).toBe(200);
  expect(google.call('directory.users.get', { userKey: ana }).value).toMatchObject({ isAdmin: true });
});

test('a thousand assignments for one org unit are the limit', () => {
  const many = Array.from({ length: 999 }, (_, n) => ({ primaryEmail: `u${n}@shop.example` }));
  const roleAssignments = many.map(({ primaryEmail }) => ({
    roleName: '_STORAGE_ADMIN_ROLE',
    assignedTo: primaryEmail,
  }));
  const google = openGoogle({ accounts: [shop({ users: [...users, ...many], roleAssignments })] });
  expect(assign(google, { roleId: roleNamed(google, '_HELP_DESK_ADMIN_ROLE').roleId })).toMatchObject({
    status: 412,
    reason: 'CUSTOMER_EXCEEDED_ROLE_ASSIGNMENTS_LIMIT',
  });
});

test('the customer: language, contact, and a primary domain that is verified', () => {
  const google = open({
    domains: [
      { domainName: 'shop.example' },
      { domainName: 'two.example' },
      { domainName: 'raw.example', verified: false },
    ],
  });
  const patch = (body: object) => google.call('directory.customers.patch', { customerKey: customer }, body);
  expect(patch({ language: 'de' }).value).toMatchObject({
    id: 'C0shop001',
    language: 'de',
    customerDomain: 'shop.example',
  });
  expect(patch({ alternateEmail: admin })).toMatchObject({ status: 400 });
  expect(patch({ phoneNumber: '030' })).toMatchObject({ status: 400 });
  expect(patch({ customerDomain: 'raw.example' })).toMatchObject({
    status: 400,
    message: 'New domain name is not a verified secondary domain',
  });
  expect(patch({ customerDomain: 'two.example' }).value).toMatchObject({ customerDomain: 'two.example' });
  expect(google.call('directory.domains.list', { customer }).value['domains']).toMatchObject([
    { domainName: 'shop.example', isPrimary: false, verified: true },
    { domainName: 'two.example', isPrimary: true },
    { domainName: 'raw.example', verified: false },
  ]);
  expect(google.call('directory.customers.get', { customerKey: 'shop.example' }).status).toBe(404);
});

test('a group is found by address and alias', () => {
  const google = open({ groups: [{ email: 'team@shop.example', name: 'Team', aliases: ['crew@shop.example'] }] });
  for (const groupKey of ['team@shop.example', 'Crew@shop.example'])
    expect(google.call('directory.groups.get', { groupKey }).value).toMatchObject({
      email: 'team@shop.example',
      name: 'Team',
    });
  expect(google.call('directory.groups.get', { groupKey: 'none@shop.example' }).status).toBe(404);
});

test("a reseller's privileges are called differently in every account, and say nothing unless that is switched on", () => {
  const treeIn = (id: string, switches: Record<string, string> = {}): string => {
    const account = { ...shop({ reseller: true }), customer: { id, customerDomain: 'shop.example' } };
    const google = openGoogle({ accounts: [account], switches });
    return JSON.stringify(google.call('directory.privileges.list', { customer }).value['items']);
  };
  expect(treeIn('C0one0001')).toBe(treeIn('C0one0001'));
  const names = (tree: string): string[] => [...tree.matchAll(/"privilegeName":"(P\d+)"/g)].map(([, name]) => name!);
  const [one, other] = [names(treeIn('C0one0001')), names(treeIn('C0two0002'))];
  expect(one).toHaveLength(12);
  expect(one.filter((name) => other.includes(name))).toEqual([]);
  expect(treeIn('C0one0001', { resellerPrivileges: 'telling' })).toMatch(/CASE/);
});

test('a role that gets a privilege names all below it, too, unless that is switched off', () => {
  const make = (switches: Record<string, string>, names: readonly string[]): number =>
    open({}, switches).call(
      'directory.roles.insert',
      { customer },
      {
        roleName: 'Money',
        rolePrivileges: names.map((privilegeName) => ({ privilegeName, serviceId: '00haapch16h1ysv' })),
      },
    ).status;
  expect(make({}, ['BILLING'])).toBe(400);
  expect(make({}, ['BILLING', 'BILLING_READ'])).toBe(200);
  expect(make({ privilegeChildren: 'left' }, ['BILLING'])).toBe(200);
});

test('a role of one’s own goes to an org unit with privileges for org units alone; a condition word by word', () => {
  const pair = (privilegeName: string) => ({ privilegeName, serviceId: '00haapch16h1ysv' });
  const google = open({
    orgUnits: [{ orgUnitPath: '/Sales', orgUnitId: 'id:03sales' }],
    roles: [{ roleName: 'Wide', rolePrivileges: [pair('USERS_RETRIEVE'), pair('GROUPS_ALL')] }],
  });
  const inSales = { scopeType: 'ORG_UNIT', orgUnitId: '03sales' };
  const wide = { roleId: roleNamed(google, 'Wide').roleId, ...inSales };
  expect(assign(google, wide)).toMatchObject({ status: 400, message: 'Invalid Input: scopeType' });
  google.google.control.setSwitch('orgUnitRoles', 'any');
  expect(assign(google, wide).status).toBe(200);
  const condition =
    "api.getAttribute('cloudidentity.googleapis.com/groups.labels', []).hasAny(['groups.security']) && resource.type == 'cloudidentity.googleapis.com/Group'";
  const editor = { roleId: roleNamed(google, '_GROUPS_EDITOR_ROLE').roleId };
  expect(assign(google, { ...editor, condition })).toMatchObject({ status: 400, message: 'Invalid Input: condition' });
  google.google.control.setSwitch('roleConditions', 'everywhere');
  expect(assign(google, { ...editor, condition: `${condition} ` }).status).toBe(400);
  expect(assign(google, { roleId: roleNamed(google, '_GROUPS_ADMIN_ROLE').roleId, condition }).status).toBe(400);
  expect(assign(google, { ...editor, condition }).value).toMatchObject({ condition });
  expect(assign(google, editor).status).toBe(500);
  google.google.control.setSwitch('rolesUnderConditions', 'severalOfEach');
  google.google.control.setSwitch('roleAssignments', '1');
  expect(assign(google, editor)).toMatchObject({ status: 412 });
});
