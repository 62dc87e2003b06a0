import { ask } from '../../sandbox/cli/desk';
import type { TenantUser } from '../../sandbox/workspace/tenant';
import {
  admin,
  behind,
  businessStarter,
  expectSettled,
  open,
  person,
  skusOf,
  statuses,
  userAt,
  wait,
  workspaceProduct,
  writesDuring,
} from './shop';

/** State on Users: who can sign in, as a wish. */

const [ana, bob, sam] = ['ana@shop.example', 'bob@shop.example', 'sam@shop.example'];

test('State is understood in the languages of exports, and who may only be away is not shut out on a guess', () => {
  const shutOut = ['gesperrt', 'Suspendida', 'SUSPENDU', 'bloqué', 'Bloqueado', 'Deaktiviert', 'Disabled', 'suspenso'];
  const letIn = ['Aktiv', 'activo', 'Ativo', 'Enabled'];
  const desk = open(
    [...shutOut, ...letIn, 'inaktiv', 'Inactif', 'inactivo', 'gone'].map((State, at) => ({
      Email: `p${String(at)}@shop.example`,
      'First name': 'Pat',
      'Last name': 'Test',
      'Org unit': '/',
      State,
    })),
  );
  desk.checkAndRun();
  const how = [...shutOut, ...letIn].map((_, at) => userAt(desk, `p${String(at)}@shop.example`)['suspended'] ?? false);
  expect(how).toEqual([...shutOut.map(() => true), ...letIn.map(() => false)]);
  for (const at of [12, 13, 14])
    expect(desk.row(`p${String(at)}@shop.example`)['Details']).toContain(
      'can mean more than one of these. Write Active, Suspended',
    );
  expect(desk.row('p15@shop.example')['Details']).toContain('is not understood here. Write Active, Suspended');
});

test('Suspended shuts out who is there and who is new, in words on the plan, and Active lets both in again', () => {
  const desk = open(
    [
      { Email: ana, State: 'Suspended' },
      { Email: bob, 'First name': 'Bob', 'Last name': 'New', State: 'suspended' },
    ],
    { users: [person(ana, 'Ana Ruiz')] },
  );
  desk.check();
  expect(desk.row(ana)['Details']).toContain('change state Active → Suspended');
  expect(desk.row(bob)['Details']).toContain('state Suspended');
  const wrote = writesDuring(desk, () => desk.checkAndRun());
  expect(wrote.map(({ op }) => op).sort()).toEqual(['directory.users.insert', 'directory.users.update']);
  expect([ana, bob].map((one) => userAt(desk, one)['suspended'])).toEqual([true, true]);
  expectSettled(desk);

  for (const one of [ana, bob]) desk.type(one, 'State', 'Active');
  desk.checkAndRun();
  expect([ana, bob].map((one) => userAt(desk, one)['suspended'] ?? false)).toEqual([false, false]);
  expectSettled(desk);
});

test('somebody let in at Google since stays in, and is reported', () => {
  const desk = open([{ Email: ana, State: 'Suspended' }], { users: [person(ana, 'Ana Ruiz')] });
  desk.checkAndRun();
  behind(desk, ['directory.users.update', { userKey: ana }, { suspended: false }]);
  wait(desk);
  expectSettled(desk);
  expect(desk.row(ana)['Details']).toContain(
    'State is “Active” at Google (changed there since). Left as it is; “Put back” restores “Suspended”.',
  );
});

test('what Google itself suspended is explained, and nothing is sent that Google refuses', () => {
  const byGoogle = { suspended: true, suspensionReason: 'ABUSE' };
  const desk = open(
    [
      { Email: ana, State: 'Active' },
      { Email: bob, State: 'Suspended' },
    ],
    { users: [person(ana, 'Ana Ruiz', byGoogle), person(bob, 'Bob Berg', byGoogle)] },
  );
  expect(writesDuring(desk, () => desk.checkAndRun())).toEqual([]);
  expect(desk.row(ana)).toMatchObject({
    Status: 'Needs you',
    Details: expect.stringMatching(/ana@shop\.example was suspended by Google itself \(ABUSE\).*Reactivate/) as string,
  });
  expect(desk.row(bob)).toMatchObject({
    Status: 'Up to date',
    Details: expect.stringMatching(/bob@shop\.example was suspended by Google itself \(ABUSE\)/) as string,
  });
});

test('nobody shuts themselves out, nor the last super administrators, whatever is answered', () => {
  const desk = open(
    [
      { Email: admin, State: 'Suspended' },
      { Email: ana, State: 'Suspended' },
      { Email: sam, State: 'Suspended' },
    ],
    {
      users: [
        person(ana, 'Ana Ruiz', { isAdmin: true }),
        person(sam, 'Sam Ruiz', { isAdmin: true }),
        person(bob, 'Bob Berg', { isAdmin: true, suspended: true }),
      ],
    },
  );
  expect(writesDuring(desk, () => desk.checkAndRun({ yes: 'all' }))).toEqual([]);
  expect(desk.row(admin)['Details']).toContain('is your own account, which Seatsheet never shuts out');
  for (const one of [ana, sam])
    expect(desk.row(one)).toMatchObject({
      Status: 'Needs you',
      Details: expect.stringContaining(`${one} is the last super administrator who could still sign in`) as string,
    });

  desk.type(admin, 'State', '');
  desk.checkAndRun();
  expect(desk.row(ana)['Details']).toContain('ana@shop.example is a super administrator. Really suspend the account?');
  desk.checkAndRun({ yes: [`Users!${ana}`] });
  expect([ana, sam].map((one) => userAt(desk, one)['suspended'] ?? false)).toEqual([true, false]);
});

test('whom somebody protects is shut out only on a second yes by name', () => {
  const desk = open(
    [
      { Email: ana, State: 'Suspended' },
      { Email: bob, State: 'Suspended' },
    ],
    { users: [person(ana, 'Ana Ruiz', { aliases: ['boss@shop.example'] }), person(bob, 'Bob Berg')] },
  );
  desk.host.answers.push('Boss@shop.example; sam@shop.example');
  desk.host.call('askProtected', [], 'menu');
  desk.checkAndRun();
  expect(desk.row(ana)['Details']).toContain(
    'ana@shop.example is on your list of protected people. Really suspend the account?',
  );
  expect([ana, bob].map((one) => userAt(desk, one)['suspended'] ?? false)).toEqual([false, true]);
  desk.checkAndRun({ yes: [`Users!${ana}`] });
  expect(userAt(desk, ana)['suspended']).toBe(true);
  expectSettled(desk);
});

test('a run that suspends more people than the limit says does not begin before a yes', () => {
  const desk = open(
    [ana, bob].map((Email) => ({ Email, State: 'Suspended' })),
    { users: [person(ana, 'Ana Ruiz'), person(bob, 'Bob Berg')] },
  );
  const limit = (text: string) => {
    desk.host.answers.push(text);
    desk.host.call('askLimits', [], 'menu');
    return desk.host.shown.toasts.join();
  };
  expect(limit('suspended=many')).toContain('This is no limit');
  expect(limit('suspended=1, created=7')).toContain('created=7, suspended=1, archived=100, deleted=20');
  const plan = desk.check();
  expect(plan.asks).toEqual([
    { kind: 'limit', says: 'This run suspends 2 people; your limit is 1.', about: { suspended: '2', limit: '1' } },
  ]);
  expect(() => ask(desk.host, 'startRun', { planId: plan.planId })).toThrow('This run suspends 2 people');
  expect(limit('Suspended 2, archived: 9')).toContain('created=7, suspended=2, archived=9');
  expect(desk.check().asks).toEqual([]);
  desk.run();
  expect([ana, bob].map((one) => userAt(desk, one)['suspended'])).toEqual([true, true]);
});

const archivedStarter = '1010340005';
const flexible = (skuId: string, maximumNumberOfSeats: number) => ({
  skuId,
  plan: { planName: 'FLEXIBLE' },
  seats: { maximumNumberOfSeats },
});
const withArchive = (
  seats: number,
  users: readonly TenantUser[] = [person(ana, 'Ana Ruiz'), person(bob, 'Bob Berg')],
) => ({
  users: [...users],
  subscriptions: [flexible(businessStarter, 2), ...(seats ? [flexible(archivedStarter, seats)] : [])],
  licences: [ana, bob].map((userId) => ({ userId, productId: workspaceProduct, skuId: businessStarter })),
});

test('Archived moves the edition into the archive, and Active brings both back, seats told on the plan', () => {
  const desk = open([{ Email: ana, State: 'Archived', Licences: 'Business Starter' }], withArchive(1));
  desk.check();
  expect(desk.row(ana)['Details']).toContain(
    'change state Active → Archived (takes a seat of Google Workspace Business Starter - Archived User)',
  );
  const wrote = writesDuring(desk, () => desk.checkAndRun());
  expect(wrote.map(({ op }) => op)).toEqual(['directory.users.update']);
  expect([userAt(desk, ana)['archived'], skusOf(desk, ana)]).toEqual([true, [archivedStarter]]);
  expectSettled(desk);

  desk.type(ana, 'State', 'Active');
  expect(writesDuring(desk, () => desk.checkAndRun()).map(({ op }) => op)).toEqual(['directory.users.update']);
  expect([userAt(desk, ana)['archived'] ?? false, skusOf(desk, ana)]).toEqual([false, [businessStarter]]);
  expectSettled(desk);
});

test('without a seat in the archive a row waits, without an archive for the edition it is refused, others go on', () => {
  const desk = open(
    [
      { Email: ana, State: 'Archived' },
      { Email: bob, State: 'Archived' },
      { Email: sam, State: 'Archived' },
      { Email: 'new@shop.example', 'First name': 'Nia', 'Last name': 'New', State: 'Archived' },
    ],
    withArchive(1, [person(ana, 'Ana Ruiz'), person(bob, 'Bob Berg'), person(sam, 'Sam Ruiz')]),
  );
  desk.checkAndRun();
  expect(statuses(desk)).toEqual({
    [ana]: 'Done',
    [bob]: 'Waiting',
    [sam]: 'Needs you',
    'new@shop.example': 'Needs you',
  });
  expect(desk.row(bob)['Details']).toContain('No seat of Google Workspace Business Starter - Archived User is left.');
  expect(desk.row(bob)['Details']).toContain(`Until then ${bob} can sign in.`);
  expect(desk.row(sam)['Details']).toContain('the archive has no licence for people with no Google Workspace edition');
  expect(desk.row('new@shop.example')['Details']).toContain('nobody new can be archived');
});

test.each(['conditionNotMet', 'limitExceeded'])('coming back without a seat of the edition waits (%s)', (reason) => {
  const desk = open([{ Email: ana, State: 'Archived' }], withArchive(1), { switches: { unarchiveRefusal: reason } });
  desk.checkAndRun();
  wait(desk, 2 * 86_400);
  const starter = { productId: workspaceProduct, skuId: businessStarter };
  behind(desk, ['licensing.licenseAssignments.insert', starter, { userId: admin }]);
  desk.type(ana, 'State', 'Active');
  desk.checkAndRun();
  expect(desk.row(ana)).toMatchObject({
    Status: 'Waiting',
    Details: expect.stringContaining('No seat of Google Workspace Business Starter is left.') as string,
  });
  expect(userAt(desk, ana)['archived']).toBe(true);
});

test.each(['Business Starter - Archived User', '1010340005'])('%s is never given as a licence', (Licences) => {
  const desk = open([{ Email: ana, Licences }], { users: [person(ana, 'Ana Ruiz')] });
  expect(writesDuring(desk, () => desk.checkAndRun())).toEqual([]);
  expect(desk.row(ana)['Status']).toBe('Needs you');
  expect(desk.note(ana, 'Licences')).toMatch(/Archived User is never given like other licences.*State Archived/);
});

test.each([
  [{ archived: true }, 'The account is archived at Google'],
  [{ suspended: true }, 'The account is suspended at Google'],
])('a row that says nothing of it tells that the account is %j', (more, says) => {
  const desk = open([{ Email: ana, 'Org unit': '/' }], { users: [person(ana, 'Ana Ruiz', more)] });
  expect(writesDuring(desk, () => desk.checkAndRun())).toEqual([]);
  expect(desk.row(ana)).toMatchObject({ Status: 'Up to date', Details: expect.stringContaining(says) as string });
});
