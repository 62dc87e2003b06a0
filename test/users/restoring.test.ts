import type { TenantAccount } from '../../sandbox/workspace/tenant';
import { armCrash } from '../../sandbox/cli/crash';
import { ask } from '../../sandbox/cli/desk';
import { openDesk, type Rows, type TestDesk } from '../sandbox-desk';
import {
  account,
  behind,
  businessStarter,
  expectSettled,
  googleOf,
  open,
  person,
  shop,
  skusOf,
  userAt,
  usersAt,
  wait,
  workspaceProduct,
  writesDuring,
  carriedOut,
} from './shop';
import { someOf } from '../sweep';

/** Somebody whom another deleted comes back: by User ID, or by the address on a person's word. */

const [ana, bob] = ['ana@shop.example', 'bob@shop.example'];
const starter = { userId: ana, productId: workspaceProduct, skuId: businessStarter };

/** Rows of a person who was deleted at Google a while ago; `id` in a cell stands for that person's User ID. */
function deletedElsewhere(
  row: Readonly<Record<string, string>>,
  more: Partial<TenantAccount> = {},
): { readonly desk: TestDesk; readonly id: string } {
  const desk = open([{ Email: bob, 'User ID': '', State: '' }], {
    users: [person(ana, 'Ana Ruiz', { orgUnitPath: '/Sales' }), person(bob, 'Bob Berg')],
    orgUnits: [{ orgUnitPath: '/Sales' }],
    ...more,
  });
  const id = deleteAt(desk, ana);
  const cells = Object.entries({ Email: ana, ...row }).map(([header, text]) => [header, text === 'id' ? id : text]);
  for (const [header = '', text = ''] of cells.filter(([header]) => header !== 'Email')) desk.type(bob, header, text);
  desk.type(bob, 'Email', ana);
  return { desk, id };
}

function deleteAt(desk: TestDesk, email: string): string {
  const { id = '' } = userAt(desk, email);
  behind(desk, ['directory.users.delete', { userKey: email }]);
  wait(desk, 300);
  return id;
}

const addresses = (desk: TestDesk) => usersAt(desk).map(({ primaryEmail }) => primaryEmail);
const details = (desk: TestDesk) => desk.row(ana)['Details'];

test('Active beside the User ID of somebody who was deleted restores that person, without any memory of them', () => {
  const { desk, id } = deletedElsewhere({ 'User ID': 'id', State: 'Active' });
  desk.check();
  expect(details(desk)).toContain('restore the user (org unit /)');
  const wrote = writesDuring(desk, () => desk.run());
  expect(wrote.map(({ op }) => op)).toEqual(['directory.users.undelete']);
  expect(desk.row(ana)).toMatchObject({
    Status: 'Done',
    Details: expect.stringContaining('come back within a day') as string,
  });
  expect(userAt(desk, ana)).toMatchObject({ id, orgUnitPath: '/' });
  expectSettled(desk);
});

test('a User ID that is somebody else’s is asked about before that person is restored and renamed', () => {
  const { desk, id } = deletedElsewhere({ 'User ID': 'id', State: 'Active' });
  desk.type(ana, 'Email', 'zoe@shop.example');
  expect(writesDuring(desk, () => desk.checkAndRun())).toEqual([]);
  expect(desk.row('zoe@shop.example')['Details']).toContain(
    'The User ID of this row is that of ana@shop.example. Is the row about that account, which it would rename',
  );
  desk.checkAndRun({ samePerson: 'all' });
  expect(userAt(desk, 'zoe@shop.example').id).toBe(id);
});

test('who comes back suspended is let in, and goes to the org unit of the row', () => {
  const desk = openDesk({
    tenant: shop(
      { users: [person(ana, 'Ana Ruiz')], orgUnits: [{ orgUnitPath: '/Sales' }] },
      { switches: { restoredStatus: 'suspended', deletedLists: 'bare' } },
    ),
    users: [{ Email: ana, 'Org unit': '/sales', State: 'Active', 'User ID': '' }],
  });
  desk.type(ana, 'User ID', deleteAt(desk, ana));
  desk.checkAndRun();
  expect(userAt(desk, ana)).toMatchObject({ orgUnitPath: '/Sales' });
  expect(userAt(desk, ana)['suspended'] ?? false).toBe(false);
  expectSettled(desk);
});

describe('an address that somebody had who was deleted', () => {
  const row = { State: 'Active' };

  test('is asked about, and a yes restores the person', () => {
    const { desk, id } = deletedElsewhere(row);
    expect(writesDuring(desk, () => desk.checkAndRun())).toEqual([]);
    expect(desk.row(ana)).toMatchObject({
      Status: 'Needs you',
      Details: expect.stringMatching(/deleted on 2026-03-02\. Is that the person of this row/) as string,
    });
    expect(desk.needs()).toMatchObject([{ question: { kind: 'restore', about: { userId: id, email: ana } } }]);
    desk.checkAndRun({ samePerson: 'all' });
    expect(userAt(desk, ana).id).toBe(id);
    expect(desk.row(ana)).toMatchObject({ Status: 'Done', 'User ID': id });
    expectSettled(desk);
  });

  test('belongs to somebody new after a no', () => {
    const { desk, id } = deletedElsewhere(row);
    desk.type(ana, 'First name', 'Ann');
    desk.type(ana, 'Last name', 'Neu');
    desk.check();
    ask(desk.host, 'answerQuestion', { keys: [`Users!${ana}`], yes: false });
    desk.checkAndRun();
    expect(userAt(desk, ana).id).not.toBe(id);
    expect(userAt(desk, ana)).toMatchObject({ name: { familyName: 'Neu' } });
  });

  const plain = { 'First name': 'Ann', 'Last name': 'Neu' };

  test('is asked about for a plain new row, too: a yes restores, and a no makes a new account', () => {
    const { desk, id } = deletedElsewhere(plain);
    expect(writesDuring(desk, () => desk.checkAndRun())).toEqual([]);
    expect(details(desk)).toContain('Google still has ana@shop.example, deleted on 2026-03-02.');
    ask(desk.host, 'answerQuestion', { keys: [`Users!${ana}`], yes: true });
    const wrote = writesDuring(desk, () => desk.checkAndRun());
    expect(wrote.map(({ op }) => op)).toEqual(['directory.users.undelete', 'directory.users.update']);
    expect(userAt(desk, ana)).toMatchObject({ id, name: { familyName: 'Neu' } });
    const other = deletedElsewhere(plain);
    other.desk.check();
    ask(other.desk.host, 'answerQuestion', { keys: [`Users!${ana}`], yes: false });
    const made = writesDuring(other.desk, () => other.desk.checkAndRun());
    expect(made.map(({ op }) => op)).toEqual(['directory.users.insert']);
    expect(userAt(other.desk, ana).id).not.toBe(other.id);
  });

  test('is asked about where the row has nothing but the address', () => {
    const { desk, id } = deletedElsewhere({});
    desk.checkAndRun({ samePerson: 'all' });
    desk.checkAndRun({ samePerson: 'all' });
    expect(userAt(desk, ana).id).toBe(id);
  });

  test('costs an account one list, in the check alone, and nothing where rows make nobody', () => {
    const lists = (desk: TestDesk) => desk.google.reads().filter(({ params }) => params['showDeleted'] === 'true');
    const fresh = Array.from({ length: 60 }, (_none, i) => ({ ...plain, Email: `p${i}@shop.example` }));
    const desk = open(fresh);
    desk.checkAndRun();
    expect(usersAt(desk)).toHaveLength(61);
    expect(lists(desk)).toHaveLength(1);
    desk.checkAndRun();
    expect(lists(desk)).toHaveLength(1);
  });

  test('makes a new account where Google shows the administrator no deleted people', () => {
    const { desk, id } = deletedElsewhere(plain);
    googleOf(desk).control.failNext('directory.users.list', { status: 403, reason: 'forbidden' });
    desk.checkAndRun();
    expect(userAt(desk, ana).id).not.toBe(id);
  });

  test('as an alias is told, and the row makes a new account', () => {
    const desk = open([{ ...plain, Email: 'a@shop.example' }], {
      users: [person(ana, 'Ana Ruiz', { aliases: ['a@shop.example'] })],
      switches: { deletedLists: 'whole' },
    } as Partial<TenantAccount>);
    deleteAt(desk, ana);
    wait(desk, 300);
    desk.check();
    expect(desk.row('a@shop.example')['Details']).toContain(
      'a@shop.example was an alias of ana@shop.example, deleted on 2026-03-02, who is not restored',
    );
    desk.run();
    expect(addresses(desk)).toContain('a@shop.example');
  });

  test.each(['', 'Active'])(
    'and was two people’s: the newest is asked about, the User ID cell chooses (%s)',
    (State) => {
      const { desk, id } = deletedElsewhere({ State });
      const again = { primaryEmail: ana, name: { givenName: 'Ana', familyName: 'Two' }, password: 'of somebody else' };
      behind(desk, ['directory.users.insert', {}, again]);
      wait(desk);
      const second = deleteAt(desk, ana);
      expect(writesDuring(desk, () => desk.checkAndRun())).toEqual([]);
      expect(desk.needs()).toMatchObject([{ question: { kind: 'restore', about: { userId: second } } }]);
      expect(details(desk)).toContain(`write the User ID into its cell: ${id} (deleted on 2026-03-02)`);
      desk.type(ana, 'User ID', id);
      desk.type(ana, 'State', 'Active');
      desk.checkAndRun();
      expect(userAt(desk, ana)).toMatchObject({ id, name: { familyName: 'Ruiz' } });
      expectSettled(desk);
    },
  );
});

test('deleted 21 days ago, or never anybody: the row says so, and nothing is sent', () => {
  const { desk } = deletedElsewhere({ 'User ID': 'id', State: 'Active' });
  wait(desk, 21 * 86_400);
  expect(writesDuring(desk, () => desk.checkAndRun())).toEqual([]);
  expect(desk.row(ana)).toMatchObject({
    Status: 'Needs you',
    Details:
      'No account has the User ID of this row, and Google restores nobody who was deleted more than 20 days ago. Clear the User ID cell and check the row again. For a new account write the names.',
  });
});

test('a deletion made at Google is left, and “Put back” restores the person', () => {
  const desk = open([{ Email: ana, 'Org unit': '/Sales', State: 'Active' }], { users: [person(ana, 'Ana Ruiz')] });
  desk.checkAndRun();
  const id = deleteAt(desk, ana);
  expect(writesDuring(desk, () => desk.checkAndRun())).toEqual([]);
  expect(details(desk)).toContain('“Put back” restores it within 20 days');
  desk.checkAndRun({ action: 'put-back' });
  expect(userAt(desk, ana)).toMatchObject({ id, orgUnitPath: '/Sales' });
  expectSettled(desk);
});

const points = [1, 2].flatMap((n) => (['before', 'after'] as const).map((when) => [n, when] as const));

test.each(someOf(points, 2))('a run that dies restores all the same, and once (%s %s)', (n, when) => {
  const { desk, id } = deletedElsewhere({ 'User ID': 'id', State: 'Active' });
  desk.type(ana, 'Licences', 'Business Starter');
  desk.check();
  const crash = armCrash(desk.host, { kind: 'google', n, when });
  const wrote = writesDuring(desk, () => desk.run());
  expect(crash.happened()).toBe(true);
  expect(carriedOut(wrote)).toEqual(['directory.users.undelete', 'licensing.licenseAssignments.insert']);
  expect([userAt(desk, ana).id, skusOf(desk, ana)]).toEqual([id, [businessStarter]]);
  expectSettled(desk);
});

test('without a seat the row waits, and names the subscription that has none', () => {
  const sold = account({
    users: [person(ana, 'Ana Ruiz'), person(bob, 'Bob Berg')],
    licences: [starter],
    resoldBy: 'C0resell1',
    acceptedTerms: true,
    subscriptions: [{ skuId: businessStarter, plan: { planName: 'FLEXIBLE' }, seats: { maximumNumberOfSeats: 1 } }],
  } as Partial<TenantAccount>);
  const boss = 'boss@resell.example';
  const reseller = { customer: { id: 'C0resell1', customerDomain: 'resell.example' }, reseller: true };
  const users: Rows = [{ Email: ana, State: 'Active', 'User ID': '' }];
  const tenant = {
    signedInAs: boss,
    accounts: [sold, { ...reseller, users: [person(boss, 'Bo Ss', { isAdmin: true })] }],
  };
  const desk = openDesk({ tenant, users });
  desk.type(ana, 'User ID', deleteAt(desk, ana));
  const { productId, skuId } = starter;
  behind(desk, ['licensing.licenseAssignments.insert', { productId, skuId }, { userId: bob }]);
  wait(desk);
  desk.checkAndRun();
  expect(desk.row(ana)).toMatchObject({
    Status: 'Waiting',
    Details: expect.stringMatching(
      /No seat of Google Workspace Business Starter is left, so ana@shop\.example was not restored\. Raise the seats/,
    ) as string,
  });
  expect(addresses(desk)).not.toContain(ana);
  behind(desk, ['licensing.licenseAssignments.delete', { productId, skuId, userId: bob }]);
  wait(desk);
  desk.checkAndRun();
  expect(addresses(desk)).toContain(ana);
});
