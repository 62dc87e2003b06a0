import { parseTenant } from '../../sandbox/workspace/tenant';
import { openWorkspace } from '../../sandbox/workspace/workspace';
import { admin, openGoogle, shop, type Google } from './google';

const ana = 'ana@shop.example';
const bo = 'bo@shop.example';
const starter = { productId: 'Google-Apps', skuId: '1010020027' };
const standard = { productId: 'Google-Apps', skuId: '1010020028' };
const archivedStarter = { productId: '101034', skuId: '1010340005' };
const seats = (skuId: string, number: number, plan = 'FLEXIBLE') => ({
  skuId,
  plan: { planName: plan },
  seats: plan === 'FLEXIBLE' ? { maximumNumberOfSeats: number } : { numberOfSeats: number },
});
const vault = { productId: 'Google-Vault', skuId: 'Google-Vault' };

const open = (more: object = {}, switches: Record<string, string> = {}) =>
  openGoogle({
    accounts: [
      shop({
        users: [{ primaryEmail: ana }, { primaryEmail: bo }],
        subscriptions: [seats(starter.skuId, 1), seats(archivedStarter.skuId, 1), seats(vault.skuId, 5)],
        licences: [
          { userId: ana, ...starter },
          { userId: ana, ...vault },
        ],
        ...more,
      }),
    ],
    switches,
  });

const update = ({ call }: Google, body: object, userKey = ana) => call('directory.users.update', { userKey }, body);
const give = ({ call }: Google, sku: typeof starter, userId = ana) =>
  call('licensing.licenseAssignments.insert', sku, { userId });
const holders = ({ call }: Google, { productId }: typeof starter) =>
  (
    (call('licensing.licenseAssignments.listForProduct', { productId, customerId: 'my_customer' }).value['items'] ??
      []) as unknown as { userId: string; skuId: string }[]
  ).map(({ userId, skuId }) => [userId, skuId]);

describe('archiving', () => {
  test('changes the edition’s licence for its Archived User licence, leaves others, and tells when', () => {
    const google = open();
    google.wait(60);
    expect(update(google, { archived: true }).value).toMatchObject({
      archived: true,
      archivalTime: '2026-03-02T09:01:00.000Z',
    });
    expect(holders(google, starter)).toEqual([]);
    expect(holders(google, archivedStarter)).toEqual([[ana, archivedStarter.skuId]]);
    expect(holders(google, vault)).toEqual([[ana, vault.skuId]]);
    const archived = google.call('directory.users.list', { customer: 'my_customer', query: 'isArchived=true' });
    expect(archived.value['users']).toMatchObject([{ primaryEmail: ana }]);
    expect(update(google, { archived: false }).value).not.toHaveProperty('archivalTime');
    expect(holders(google, starter)).toEqual([[ana, starter.skuId]]);
    expect(holders(google, archivedStarter)).toEqual([]);
  });

  test.each<[string, object]>([
    ['the edition has no such licence', { licences: [{ userId: ana, productId: 'Google-Apps', skuId: '1010020030' }] }],
    ['the person has no edition', { licences: [{ userId: ana, ...vault }] }],
    ['none is ordered', { subscriptions: [seats(starter.skuId, 1)] }],
    ['another edition’s is ordered', { subscriptions: [seats(starter.skuId, 1), seats('1010340006', 9)] }],
    ['all are taken', { users: [{ primaryEmail: ana }, { primaryEmail: bo, archived: true }] }],
  ])('is refused where %s, and nothing changes', (_, more) => {
    const google = open(more);
    const before = holders(google, starter);
    expect(update(google, { archived: true, recoveryEmail: 'a@home.example' })).toMatchObject({
      status: 412,
      reason: '',
      message: 'Insufficient archived user licenses',
    });
    expect(google.call('directory.users.get', { userKey: ana }).value).toMatchObject({ archived: false });
    expect(google.call('directory.users.get', { userKey: ana }).value).not.toHaveProperty('recoveryEmail');
    expect(holders(google, starter)).toEqual(before);
  });

  test('frees the edition’s seat for others only after a day', () => {
    const google = open();
    update(google, { archived: true });
    const full = { status: 412, message: "There aren't enough available licenses for the specified product-SKU pair" };
    expect(give(google, starter, bo)).toMatchObject(full);
    google.wait(24 * 3600 - 1);
    expect(give(google, starter, bo)).toMatchObject(full);
    google.wait(1);
    expect(give(google, starter, bo).status).toBe(200);
  });

  test('cannot use licences of an annual plan before they are two days old', () => {
    const google = open({
      subscriptions: [
        seats(starter.skuId, 1),
        { ...seats(archivedStarter.skuId, 5, 'ANNUAL'), creationTime: '1772442000000' },
      ],
    });
    expect(update(google, { archived: true })).toMatchObject({ status: 412 });
    google.wait(48 * 3600);
    expect(update(google, { archived: true })).toMatchObject({ status: 200 });
  });

  test('needs no order where Education Fundamentals brings the licences', () => {
    const fundamentals = { productId: 'Google-Apps', skuId: '1010070001' };
    const google = open({ subscriptions: [], licences: [{ userId: ana, ...fundamentals }] });
    expect(update(google, { archived: true })).toMatchObject({ status: 200 });
    expect(holders(google, archivedStarter)).toEqual([[ana, '1010340007']]);
  });

  test('spares the last super administrator', () => {
    expect(update(open(), { archived: true }, admin)).toMatchObject({ status: 412, reason: 'conditionNotMet' });
  });
});

describe('coming back from the archive', () => {
  test('needs a free licence of the edition, whatever the reason is called', () => {
    const google = open();
    update(google, { archived: true });
    google.wait(24 * 3600);
    give(google, starter, bo);
    expect(update(google, { archived: false })).toMatchObject({ status: 412, reason: 'conditionNotMet' });
    google.google.control.setSwitch('unarchiveRefusal', 'limitExceeded');
    expect(update(google, { archived: false })).toMatchObject({ status: 412, reason: 'limitExceeded' });
    expect(holders(google, archivedStarter)).toEqual([[ana, archivedStarter.skuId]]);
    google.call('licensing.licenseAssignments.delete', { ...starter, userId: bo });
    expect(update(google, { archived: false })).toMatchObject({ status: 200 });
    expect(holders(google, starter)).toEqual([[ana, starter.skuId]]);
  });

  test('gives the seat that is still held for the person', () => {
    const google = open();
    update(google, { archived: true });
    expect(update(google, { archived: false })).toMatchObject({ status: 200 });
    expect(holders(google, starter)).toEqual([[ana, starter.skuId]]);
    expect(google.google.tenant().accounts[0]).not.toHaveProperty('seatsHeld');
  });
});

describe('somebody who is archived', () => {
  test('reads as suspended too, or not, and cannot be suspended, or can', () => {
    const google = open();
    update(google, { archived: true });
    const shown = () => google.call('directory.users.get', { userKey: ana }).value;
    const suspended = () =>
      google.call('directory.users.list', { customer: 'my_customer', query: 'isSuspended=true' }).value['users'];
    expect(shown()).toMatchObject({ archived: true, suspended: true });
    expect(shown()).not.toHaveProperty('suspensionReason');
    expect(suspended()).toHaveLength(1);
    google.google.control.setSwitch('archivedReads', 'archived');
    expect(shown()).toMatchObject({ archived: true, suspended: false });
    expect(suspended()).toBeUndefined();
    expect(update(google, { suspended: true })).toMatchObject({ status: 412, reason: 'conditionNotMet' });
    google.google.control.setSwitch('suspendArchived', 'allowed');
    expect(update(google, { suspended: true }).value).toMatchObject({
      suspended: true,
      suspensionReason: 'ADMIN',
      suspensionTime: '2026-03-02T09:00:00.000Z',
    });
    expect(update(google, { archived: false }).value).toMatchObject({ archived: false, suspended: true });
  });

  test('is suspended on the way out of the archive, in one request', () => {
    const google = open();
    update(google, { archived: true });
    expect(update(google, { archived: false, suspended: true }).value).toMatchObject({
      archived: false,
      suspended: true,
    });
  });

  test('gets no edition besides, but add-ons; Archived User licences fail by themselves', () => {
    const google = open();
    update(google, { archived: true });
    google.call('licensing.licenseAssignments.delete', { ...vault, userId: ana });
    expect(give(google, vault).status).toBe(200);
    google.wait(24 * 3600);
    expect(give(google, starter)).toMatchObject({ status: 412 });
    const fails = { status: 500, reason: 'backendError' };
    expect(give(google, archivedStarter, bo)).toMatchObject(fails);
    expect(google.call('licensing.licenseAssignments.delete', { ...archivedStarter, userId: ana })).toMatchObject(
      fails,
    );
    expect(
      google.call(
        'licensing.licenseAssignments.update',
        { ...archivedStarter, userId: ana },
        { skuId: '1010340006', userId: ana },
      ),
    ).toMatchObject(fails);
  });

  test('moves along with an upgrade of the edition', () => {
    const reseller = {
      customer: { id: 'C0resell1', customerDomain: 'resell.example' },
      reseller: true,
      users: [{ primaryEmail: 'boss@resell.example', isAdmin: true }],
    };
    const customer = shop({
      users: [{ primaryEmail: ana }],
      subscriptions: [seats(starter.skuId, 3), seats(archivedStarter.skuId, 1), seats('1010340006', 1)],
      licences: [{ userId: ana, ...starter }],
    });
    const google = openGoogle({
      accounts: [reseller, { ...customer, resoldBy: 'C0resell1' }],
      signedInAs: 'boss@resell.example',
    });
    expect(update(google, { archived: true }).status).toBe(200);
    google.call(
      'reseller.subscriptions.insert',
      { customerId: 'C0shop001', action: 'switch', sourceSkuId: starter.skuId },
      { skuId: standard.skuId, plan: { planName: 'FLEXIBLE' }, seats: { maximumNumberOfSeats: 3 } },
    );
    expect(update(google, { archived: false })).toMatchObject({ status: 200 });
    const held = google.call('licensing.licenseAssignments.get', { ...standard, userId: ana });
    expect(held.status).toBe(200);
  });
});

describe('the tenant file', () => {
  const again = (google: Google): ReturnType<Google['google']['tenant']> =>
    openWorkspace(parseTenant(JSON.parse(JSON.stringify(google.google.tenant()))), { clock: google.clock }).tenant();

  test('fills in the licence of somebody who is archived there', () => {
    const people = [
      { primaryEmail: ana, archived: true },
      { primaryEmail: bo, archived: true },
    ];
    const google = open({ users: people, licences: [{ userId: bo, ...standard }] });
    expect(holders(google, archivedStarter)).toEqual([
      [ana, archivedStarter.skuId],
      [bo, '1010340006'],
    ]);
    expect(holders(google, standard)).toEqual([]);
  });

  test('keeps who is archived and suspended, since when, and the seats that are not free yet', () => {
    const google = open({
      users: [{ primaryEmail: ana }, { primaryEmail: bo, suspended: true, suspensionTime: '2026-01-05T08:00:00.000Z' }],
    });
    update(google, { archived: true });
    const file = again(google);
    expect(file).toEqual(google.google.tenant());
    expect(file.accounts[0]).toMatchObject({
      users: [
        { primaryEmail: admin },
        { archived: true, suspended: false, archivalTime: '2026-03-02T09:00:00.000Z' },
        { suspended: true, suspensionTime: '2026-01-05T08:00:00.000Z' },
      ],
      seatsHeld: [{ userId: ana, skuId: starter.skuId, until: '2026-03-03T09:00:00.000Z' }],
    });
  });
});
