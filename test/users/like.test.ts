import {
  behind,
  businessStandard,
  businessStarter,
  expectSettled,
  open,
  orgUnitsAt,
  person,
  rolesOf,
  skusOf,
  statuses,
  userAt,
  usersAt,
  wait,
  workspaceProduct,
  writesDuring,
} from './shop';

/** Setting people up like others: a template row, another row, somebody at Google. */

const [ana, bo, cy] = ['ana@shop.example', 'bo@shop.example', 'cy@shop.example'];
const eve = 'eve@shop.example';
const named = (email: string, first: string, more: Readonly<Record<string, string>> = {}) => ({
  Email: email,
  'First name': first,
  'Last name': 'Ruiz',
  ...more,
});
const template = {
  Email: 'Template: Sales',
  'Org unit': '/Sales',
  Licences: 'Business Starter',
  Roles: 'Help Desk Admin',
  Title: 'Sales, {Department}',
};
const teamLead = {
  users: [
    person(eve, 'Eve Lead', {
      orgUnitPath: '/Sales/West',
      organizations: [{ primary: true, title: 'Consultant', department: 'Sales' }],
    }),
  ],
  orgUnits: [{ orgUnitPath: '/Sales' }, { orgUnitPath: '/Sales/West' }, { orgUnitPath: '/Sales/East' }],
  licences: [{ userId: eve, productId: workspaceProduct, skuId: businessStandard }],
};
const admin = { ...teamLead, roleAssignments: [{ roleName: '_HELP_DESK_ADMIN_ROLE', assignedTo: eve }] };

test('rows take over what a template row says where they are blank; the template becomes nobody', () => {
  const desk = open([
    template,
    named(ana, 'Ana', { Like: 'Sales', Department: 'West' }),
    named(bo, 'Bo', { Like: 'template sales', 'Org unit': '/Bosses', Roles: '-', Title: 'Boss' }),
  ]);
  desk.check();
  expect(desk.row('Users!template: sales')).toMatchObject({
    Status: 'Up to date',
    Details: expect.stringContaining('becomes no account') as unknown,
  });
  expect(desk.row(ana)['Details']).toContain('org unit /Sales (like “Template: Sales”)');
  expect(desk.row(ana)['Details']).toContain('Business Starter (like “Template: Sales”)');
  desk.run();
  expect(desk.row('Users!template: sales')).toMatchObject({ Status: 'Up to date' });
  expect(userAt(desk, ana)).toMatchObject({
    orgUnitPath: '/Sales',
    organizations: [{ title: 'Sales, West', department: 'West' }],
  });
  expect([skusOf(desk, ana), rolesOf(desk, ana)]).toEqual([[businessStarter], ['_HELP_DESK_ADMIN_ROLE']]);
  expect(userAt(desk, bo)).toMatchObject({ orgUnitPath: '/Bosses', organizations: [{ title: 'Boss' }] });
  expect([skusOf(desk, bo), rolesOf(desk, bo)]).toEqual([[businessStarter], []]);
  expect(usersAt(desk)).toHaveLength(3);
  expectSettled(desk, [ana, bo]);
});

test('a template that is changed changes the rows that are like it, after a check and never between', () => {
  const desk = open([template, named(ana, 'Ana', { Like: 'Sales', Department: 'West' })]);
  desk.checkAndRun();
  desk.type('Users!template: sales', 'Org unit', '/North');
  desk.check();
  expect(desk.row(ana)['Details']).toContain('org unit /Sales → /North (like “Template: Sales”)');
  desk.type('Users!template: sales', 'Org unit', '/South');
  expect(writesDuring(desk, () => desk.run())).toEqual([]);
  expect(desk.row(ana)['Status']).toBe('Changed since check');
  expect(orgUnitsAt(desk)).toEqual(['/Sales']);
});

test('what somebody has at Google is taken over once, shown as theirs, and stays when they move on', () => {
  const desk = open([named(ana, 'Ana', { Like: 'Eve@shop.example' })], teamLead);
  desk.check();
  const says = desk.row(ana)['Details'];
  for (const text of ['org unit /Sales/West', 'title Consultant', 'Business Standard'])
    expect(says).toContain(`${text} (like ${eve})`);
  desk.run();
  expect(userAt(desk, ana)).toMatchObject({ orgUnitPath: '/Sales/West', organizations: [{ title: 'Consultant' }] });
  expect(skusOf(desk, ana)).toEqual([businessStandard]);
  behind(desk, ['directory.users.update', { userKey: eve }, { orgUnitPath: '/Sales/East' }]);
  wait(desk, 600);
  expectSettled(desk, [ana]);
  behind(desk, ['directory.users.update', { userKey: ana }, { orgUnitPath: '/Sales/East' }]);
  expect(writesDuring(desk, () => desk.checkAndRun())).toEqual([]);
  expect(desk.row(ana)['Details']).toContain('Org unit is “/Sales/East” at Google (changed there since)');
});

test('whoever changed between check and run is not taken over: the row is checked again', () => {
  const desk = open([named(ana, 'Ana', { Like: eve }), named(bo, 'Bo')], teamLead);
  desk.check();
  behind(desk, ['directory.users.update', { userKey: eve }, { orgUnitPath: '/Sales/East' }]);
  wait(desk, 600);
  desk.run();
  expect(statuses(desk)).toEqual({ [ana]: 'Changed since check', [bo]: 'Done' });
  expect(desk.row(ana)['Details']).toContain(`org unit of ${eve} is /Sales/East by now`);
  desk.checkAndRun();
  expect(userAt(desk, ana)['orgUnitPath']).toBe('/Sales/East');
});

test('roles of an administrator are handed on only after a yes by name, and super administrator rights never', () => {
  const boss = { ...admin, users: [person(eve, 'Eve Lead', { isAdmin: true })] };
  const desk = open([named(ana, 'Ana', { Like: eve }), named(bo, 'Bo', { Like: eve, Roles: '-' })], boss);
  desk.check();
  expect(statuses(desk)).toEqual({ [ana]: 'Needs you', [bo]: 'Ready' });
  expect(desk.needs()).toMatchObject([{ question: { says: `Give the roles of ${eve} (Help Desk Admin) to ${ana}?` } }]);
  desk.checkAndRun({ yes: 'all' });
  expect([rolesOf(desk, ana), rolesOf(desk, bo)]).toEqual([['_HELP_DESK_ADMIN_ROLE'], []]);
  expect([userAt(desk, ana)['isAdmin'], userAt(desk, bo)['isAdmin']]).toEqual([false, false]);
  expectSettled(desk);
});

test('rows can be like each other, in whatever order they stand; what a row says goes before Google', () => {
  const desk = open(
    [
      named(cy, 'Cy', { Like: bo }),
      named(bo, 'Bo', { Like: ana }),
      named(ana, 'Ana', { Like: eve, 'Org unit': '/Sales' }),
    ],
    teamLead,
  );
  desk.checkAndRun();
  for (const email of [ana, bo, cy]) {
    expect(userAt(desk, email)).toMatchObject({ orgUnitPath: '/Sales', organizations: [{ title: 'Consultant' }] });
    expect(skusOf(desk, email)).toEqual([businessStandard]);
  }
  expectSettled(desk, [ana, bo, cy]);
});

test.each([
  ['a template that is not there', 'Slaes', 'There is no template row "Slaes". Did you mean Sales?'],
  ['nobody', 'nobody@shop.example', 'nobody@shop.example does not exist.'],
  ['oneself', ana, 'A row cannot be like itself.'],
  ['two at once', `${bo}, ${cy}`, 'is no address. Write one address, or a template.'],
  ['a circle', bo, 'Like goes round in a circle'],
  ['somebody who is deleted', cy, 'is deleted by that row'],
  ['another account', 'x@other.example', 'is not of the account of this row'],
  ['a row with mistakes', 'Broken', 'Template: Broken (row 4) has mistakes of its own'],
  ['a template that needs more', 'Sales', 'needs "Department", which this row does not say'],
])('Like that names %s is said, and nothing is written', (_, like, says) => {
  const desk = open([
    named(ana, 'Ana', { Like: like, State: '' }),
    template,
    { Email: 'Template: Broken', Licences: 'No such product' },
    named(bo, 'Bo', { Like: ana }),
    named(cy, 'Cy', { State: 'Deleted' }),
  ]);
  desk.check();
  expect(desk.row(ana)).toMatchObject({ Status: 'Needs you', Details: expect.stringContaining(says) as unknown });
});

test('two templates of one name, and what a template cannot hand on, are said', () => {
  const desk = open([
    named(ana, 'Ana', { Like: 'Sales', Department: 'x' }),
    template,
    { Email: 'Vorlage Sales', Password: 'Correct horse 9' },
  ]);
  desk.check();
  expect(desk.note(ana, 'Like')).toContain('Rows 3 and 4 are both templates of that name');
  const [, , other] = desk.rows();
  expect(other).toMatchObject({ Status: 'Needs you', Details: expect.stringContaining('Empty this cell') as unknown });
});
