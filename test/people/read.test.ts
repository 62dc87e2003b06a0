import { person, statuses, userAt, writesDuring } from '../users/shop';
import { acme, behind, call, customer, globex, licence, open, people } from './agency';

/** People whom Google has become rows, as they are, and no wish of a row that is there is touched. */

const [ana, bob, cy, di] = ['ana@acme.example', 'bob@acme.example', 'cy@acme.example', 'di@globex.example'];

const customers = [
  customer(acme, {
    orgUnits: [{ orgUnitPath: '/Sales' }],
    users: [
      person(ana, 'Ana Ruiz', { isAdmin: true, orgUnitPath: '/Sales', aliases: ['a@acme.example'] }),
      person(bob, 'Bob Berg', { suspended: true }),
      person(cy, "Cy O'Cole", { archived: true }),
    ],
    licences: [licence(ana), { userId: cy, productId: '101034', skuId: '1010340002' }],
    roleAssignments: [{ roleName: '_GROUPS_ADMIN_ROLE', assignedTo: ana, scopeType: 'CUSTOMER' }],
  } as object),
  customer(globex, { users: [person(di, 'Di Dee')] }),
];

test('each person gets a row with what Google has of them, and a check at once finds nothing to do', () => {
  const desk = open([], customers);
  const wrote = writesDuring(desk, () =>
    expect(call(desk, 'readPeople', { customer: acme })).toMatchObject({ more: false, added: 3, seen: 3 }),
  );
  expect(wrote).toEqual([]);
  expect(people(desk)).toMatchObject([
    {
      Email: ana,
      'First name': 'Ana',
      'Last name': 'Ruiz',
      'Org unit': '/Sales',
      Licences: 'Google Workspace Business Starter',
      Roles: 'Groups Admin',
      'Super admin': 'TRUE',
      Aliases: 'a@acme.example',
      State: 'Active',
      'User ID': userAt(desk, ana).id,
      From: 'Google',
    },
    { Email: bob, State: 'Suspended', Licences: '', 'Super admin': expect.not.stringMatching('TRUE') as string },
    { Email: cy, State: 'Archived', 'Last name': "O'Cole" },
  ]);
  expect(writesDuring(desk, () => desk.checkAndRun())).toEqual([]);
  expect(statuses(desk)).toEqual({ [ana]: 'Up to date', [bob]: 'Up to date', [cy]: 'Up to date' });
});

test('a row that is there keeps its wishes, and Details say how Google differs', () => {
  const desk = open([{ Email: ana, 'Last name': 'Married', Licences: 'Business Standard', Notes: 'mine' }], customers);
  call(desk, 'readPeople', { customer: acme });
  expect(people(desk)).toHaveLength(3);
  expect(desk.row(ana)).toMatchObject({
    'Last name': 'Married',
    Licences: 'Business Standard',
    Notes: 'mine',
    'Org unit': '',
    State: '',
    'User ID': userAt(desk, ana).id,
    Details: 'Google has Last name “Ruiz”, Licences “Google Workspace Business Starter”.',
    Updated: expect.stringMatching(/^2026-/) as string,
  });
});

test('read once more it adds nobody twice, and asks Google for no list twice', () => {
  const desk = open([], customers);
  call(desk, 'readPeople', { customer: acme });
  const before = people(desk).map(({ Updated: _now, ...row }) => row);
  const reads = desk.google.reads('directory.users.list').length;
  expect(call(desk, 'readPeople', { customer: acme })).toMatchObject({ added: 0, seen: 3 });
  expect(people(desk)).toHaveLength(3);
  expect(people(desk).map(({ Updated: _now, Details: _said, ...row }) => row)).toEqual(
    before.map(({ Details: _none, ...row }) => row),
  );
  expect(desk.google.reads('directory.users.list')).toHaveLength(reads);
});

test('a plan that was checked before stays what it was: its row is left alone', () => {
  const desk = open([{ Email: ana, 'Org unit': '/' }], customers);
  desk.check();
  const before = desk.row(ana);
  call(desk, 'readPeople', { customer: acme });
  expect(desk.row(ana)).toMatchObject({ ...before, Updated: expect.anything() as string });
  desk.run();
  expect(userAt(desk, ana)).toMatchObject({ orgUnitPath: '/' });
});

test('only the customer that was chosen is read', () => {
  const desk = open([], customers);
  call(desk, 'readPeople', { customer: globex });
  expect(people(desk).map(({ Email }) => Email)).toEqual([di]);
});

test('who was renamed at Google is found by the User ID, and gets no second row', () => {
  const desk = open([], customers);
  call(desk, 'readPeople', { customer: globex });
  behind(desk, ['directory.users.update', { userKey: di }, { primaryEmail: 'dina@globex.example' }]);
  desk.clock.sleep(700_000);
  call(desk, 'readPeople', { customer: globex });
  expect(people(desk)).toHaveLength(1);
  expect(desk.row(di)['Details']).toContain('Google has Email “dina@globex.example”');
});

test('thousands take several executions, each of which goes on where the last one stopped', () => {
  const many = Array.from({ length: 1_200 }, (_, at) => `p${String(at).padStart(4, '0')}@acme.example`);
  const desk = open(
    [],
    [
      customer(acme, {
        users: many.map((email) => person(email, 'Pat Ray')),
        licences: many.map((one) => licence(one)),
      }),
    ],
    { switches: { licencePageSize: '100' }, latency: 11_000 },
  );
  const said: string[] = [];
  for (let more = true; more && said.length < 5; ) {
    const answer = call(desk, 'readPeople', { customer: acme });
    said.push(answer.says);
    more = answer.more;
  }
  expect(said.length).toBeGreaterThan(1);
  expect(said[0]).toMatch(/1200 people, \d+ of \d+ lists/);
  expect(people(desk)).toHaveLength(many.length);
  const asked = desk.google.reads('directory.users.list').filter(({ params }) => params['customer'] === 'C0acme');
  expect(asked).toHaveLength(3);
  expect(people(desk).at(-1)).toMatchObject({ 'User ID': expect.stringMatching(/^\d{21}$/) as string });
});

test('an execution that dies while it writes leaves all of the rows or none, and the next one makes them whole', () => {
  const desk = open([], customers);
  desk.host.onEffect = (effect) => {
    if (effect.kind === 'sheet') throw new Error('The execution died.');
  };
  expect(() => call(desk, 'readPeople', { customer: acme })).toThrow();
  desk.host.onEffect = undefined;
  call(desk, 'readPeople', { customer: acme });
  expect(people(desk).map(({ Email }) => Email)).toEqual([ana, bob, cy]);
});
