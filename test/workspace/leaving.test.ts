import { parseTenant } from '../../sandbox/workspace/tenant';
import { openWorkspace } from '../../sandbox/workspace/workspace';
import { admin, openGoogle, person, shop, type Google, type Setting } from './google';

const ana = 'ana@shop.example';
const anaId = '100000000000000000001';
const starter = { productId: 'Google-Apps', skuId: '1010020027' };
const day = 24 * 3600;

const open = (more: object = {}, switches: Setting['switches'] = {}) =>
  openGoogle({
    accounts: [
      shop({
        users: [
          { primaryEmail: ana, id: anaId, aliases: ['hello@shop.example', 'hi@shop.example'] },
          { primaryEmail: 'root@shop.example', isAdmin: true },
        ],
        orgUnits: [{ orgUnitPath: '/Sales' }],
        ...more,
      }),
    ],
    switches,
  });
const update = ({ call }: Google, body: object, userKey = ana) => call('directory.users.update', { userKey }, body);
const remove = ({ call }: Google, userKey = ana) => call('directory.users.delete', { userKey });
const restore = ({ call }: Google, orgUnitPath = '/', id = anaId) =>
  call('directory.users.undelete', { userKey: id }, { orgUnitPath });
const get = ({ call }: Google, userKey = ana) => call('directory.users.get', { userKey });
const again = ({ google, clock }: Google) =>
  openWorkspace(parseTenant(JSON.parse(JSON.stringify(google.tenant()))), { clock });

describe('somebody who may not go', () => {
  test('is kept by a Vault hold: no deletion, but everything else', () => {
    const google = open({ users: [{ primaryEmail: ana, id: anaId, hold: true }] });
    expect(remove(google)).toMatchObject({ status: 412, reason: 'conditionNotMet' });
    expect(update(google, { suspended: true })).toMatchObject({ status: 200 });
    expect(again(google).tenant()).toEqual(google.google.tenant());
    expect(google.google.tenant().accounts[0]!.users![1]).toMatchObject({ hold: true });
    expect(get(google).value).not.toHaveProperty('hold');
  });

  test.each<[string, (google: Google) => { status: number; reason: string }]>([
    ['deletes', (google) => remove(google, admin)],
    ['suspends', (google) => update(google, { suspended: true }, admin)],
    ['withdraws', (google) => google.call('directory.users.makeAdmin', { userKey: admin }, { status: false })],
  ])('%s themselves: refused, unless the switch says otherwise', (_, act) => {
    const google = open();
    expect(act(google)).toMatchObject({ status: 403, reason: 'forbidden' });
    expect(get(google, admin).value).toMatchObject({ isAdmin: true, suspended: false });
    google.google.control.setSwitch('selfChanges', 'allowed');
    expect([200, 204]).toContain(act(google).status);
  });

  test('is the last super administrator who is not suspended', () => {
    const google = open({ users: [{ primaryEmail: 'root@shop.example', isAdmin: true, suspended: true }] });
    google.google.control.setSwitch('selfChanges', 'allowed');
    for (const act of [() => remove(google, admin), () => update(google, { suspended: true }, admin)])
      expect(act()).toMatchObject({ status: 412, reason: 'conditionNotMet' });
    expect(remove(google, 'root@shop.example').status).toBe(204);
  });
});

describe('restoring', () => {
  test.each<[string, (google: Google) => void, object]>([
    [
      'the address is a user’s again',
      (google) => {
        google.wait(120);
        google.call('directory.users.insert', {}, person(ana));
      },
      { status: 409, reason: 'duplicate' },
    ],
    [
      'the address is somebody’s alias by now',
      (google) => {
        google.wait(120);
        google.call('directory.users.aliases.insert', { userKey: admin }, { alias: ana });
      },
      { status: 409, reason: 'duplicate' },
    ],
    ['twenty days are over', (google) => google.wait(20 * day), { status: 412, reason: 'conditionNotMet' }],
    [
      'the org unit is gone',
      (google) => google.call('directory.orgunits.delete', { customerId: 'my_customer', orgUnitPath: 'Sales' }),
      { status: 400, message: 'Invalid Input: INVALID_OU_ID' },
    ],
  ])('is refused when %s', (_, before, refused) => {
    const google = open();
    remove(google);
    before(google);
    expect(restore(google, '/Sales')).toMatchObject(refused);
    expect(google.google.control.state.deleted).toHaveProperty([anaId]);
  });

  test('is refused while the former edition has no free licence, and for a domain that is gone', () => {
    const google = open({
      subscriptions: [{ skuId: starter.skuId, plan: { planName: 'ANNUAL' }, seats: { numberOfSeats: 1 } }],
      licences: [{ userId: ana, ...starter }],
      deletedUsers: [
        { primaryEmail: 'bo@gone.example', id: '100000000000000000002', deletionTime: '2026-03-01T00:00:00Z' },
      ],
    });
    remove(google);
    google.call('licensing.licenseAssignments.insert', starter, { userId: admin });
    expect(restore(google)).toMatchObject({ status: 412, reason: 'limitExceeded' });
    expect(restore(google, '/', '100000000000000000002')).toMatchObject({ status: 404, message: 'Domain not found.' });
  });

  test('brings automatic licences back a day later, those given by hand never', () => {
    const vault = { productId: 'Google-Vault', skuId: 'Google-Vault' };
    const seats = { plan: { planName: 'FLEXIBLE' }, seats: { maximumNumberOfSeats: 5 } };
    const google = open({
      autoLicensing: [{ orgUnitPath: '/Sales', ...starter }],
      subscriptions: [
        { skuId: starter.skuId, ...seats },
        { skuId: vault.skuId, ...seats },
      ],
      licences: [
        { userId: ana, ...starter },
        { userId: ana, ...vault },
      ],
    });
    const held = (sku: typeof starter) =>
      google.call('licensing.licenseAssignments.get', { ...sku, userId: ana }).status;
    remove(google);
    expect(restore(google, '/Sales').status).toBe(204);
    google.wait(day - 1);
    expect([held(starter), held(vault)]).toEqual([404, 404]);
    google.wait(1);
    expect([held(starter), held(vault)]).toEqual([200, 404]);
  });

  test('brings aliases back with everything else, or not; those that others have by now stay there', () => {
    const google = open({}, { restoredParts: 'everything', restoreDelay: '60' });
    remove(google);
    google.call('directory.users.aliases.insert', { userKey: admin }, { alias: 'hi@shop.example' });
    restore(google);
    expect(get(google).value).not.toHaveProperty('aliases');
    const file = again(google);
    google.wait(60);
    expect(get(google).value).toMatchObject({ aliases: ['hello@shop.example'] });
    expect(get(google, 'hello@shop.example').value).toMatchObject({ primaryEmail: ana });
    const reply = file.handle({ method: 'GET', path: `/admin/directory/v1/users/${ana}`, query: {}, as: admin });
    expect(reply.body).toMatchObject({ aliases: ['hello@shop.example'] });

    const bare = open({}, { restoreDelay: '0' });
    remove(bare);
    restore(bare);
    expect(get(bare).value).not.toHaveProperty('aliases');
  });

  test('leaves somebody suspended who was, and suspends everybody where the switch says so', () => {
    const google = open();
    update(google, { suspended: true });
    remove(google);
    restore(google);
    expect(get(google).value).toMatchObject({ suspended: true });
    update(google, { suspended: false });
    remove(google);
    restore(google);
    expect(get(google).value).toMatchObject({ suspended: false });
    google.google.control.setSwitch('restoredStatus', 'suspended');
    remove(google);
    restore(google);
    expect(get(google).value).toMatchObject({ suspended: true, suspensionReason: 'ADMIN' });
  });

  test('brings archived people back archived, with their licence', () => {
    const archived = { productId: '101034', skuId: '1010340005' };
    const google = open({
      users: [{ primaryEmail: ana, id: anaId, archived: true }],
      subscriptions: [{ skuId: archived.skuId, seats: { maximumNumberOfSeats: 1 } }],
    });
    remove(google);
    restore(google);
    expect(get(google).value).toMatchObject({ archived: true });
    expect(google.call('licensing.licenseAssignments.get', { ...archived, userId: ana }).status).toBe(200);
  });
});

test('lists of deleted people show address and time, the address alone, or everything', () => {
  const google = open();
  remove(google);
  const shown = () =>
    google.call('directory.users.list', { customer: 'my_customer', showDeleted: 'true' }).value['users']![0]!;
  expect(Object.keys(shown())).toEqual(['kind', 'id', 'etag', 'primaryEmail', 'deletionTime']);
  google.google.control.setSwitch('deletedLists', 'bare');
  expect(Object.keys(shown())).toEqual(['kind', 'id', 'etag', 'primaryEmail']);
  google.google.control.setSwitch('deletedLists', 'whole');
  expect(shown()).toMatchObject({ deletionTime: '2026-03-02T09:00:00.000Z', orgUnitPath: '/', suspended: false });
});

describe('signing in', () => {
  test('shows when, accepts the terms, and replaces a password that was to be changed', () => {
    const google = open();
    google.call('directory.users.insert', {}, person('bo@shop.example', { changePasswordAtNextLogin: true }));
    google.wait(10);
    const passwordOf = () => google.google.tenant().accounts[0]!.users!.at(-1)!.passwordHash;
    const given = passwordOf();
    expect(get(google, 'bo@shop.example').value).toMatchObject({
      lastLoginTime: '1970-01-01T00:00:00.000Z',
      agreedToTerms: false,
    });
    google.google.control.signIn('BO@shop.example');
    expect(get(google, 'bo@shop.example').value).toMatchObject({
      lastLoginTime: '2026-03-02T09:00:10.000Z',
      agreedToTerms: true,
      changePasswordAtNextLogin: false,
    });
    expect(passwordOf()).not.toEqual(given);
    const own = passwordOf();
    google.google.control.signIn('bo@shop.example');
    expect(passwordOf()).toEqual(own);
  });

  test('is not for strangers, nor for people who are suspended or archived', () => {
    const google = open({
      users: [
        { primaryEmail: ana, suspended: true },
        { primaryEmail: 'bo@shop.example', archived: true },
      ],
    });
    const { control } = google.google;
    expect(() => control.signIn('nobody@shop.example')).toThrow('Nobody has the address nobody@shop.example.');
    expect(() => control.signIn(ana)).toThrow('ana@shop.example is suspended and cannot sign in.');
    expect(() => control.signIn('bo@shop.example')).toThrow('bo@shop.example is archived and cannot sign in.');
  });

  test('2-Step is shown and can be searched for, as the tenant file has it', () => {
    const google = open({
      users: [{ primaryEmail: ana, isEnrolledIn2Sv: true, lastLoginTime: '2026-01-31T00:00:00.000Z' }],
    });
    expect(get(google).value).toMatchObject({
      isEnrolledIn2Sv: true,
      isEnforcedIn2Sv: false,
      lastLoginTime: '2026-01-31T00:00:00.000Z',
    });
    const found = (query: string) =>
      google.call('directory.users.list', { customer: 'my_customer', query }).value['users'];
    expect(found('isEnrolledIn2Sv=true')).toMatchObject([{ primaryEmail: ana }]);
    expect(found('isEnforcedIn2Sv=true')).toBeUndefined();
    expect(again(google).tenant()).toEqual(google.google.tenant());
  });
});
