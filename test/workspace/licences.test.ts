import { admin, openGoogle, person, shop, type Google } from './google';

const ana = 'ana@shop.example';
const starter = { productId: 'Google-Apps', skuId: '1010020027' };
const standard = { productId: 'Google-Apps', skuId: '1010020028' };
const free = { productId: '101001', skuId: '1010010001' };

const subscriptions = [
  { skuId: starter.skuId, plan: { planName: 'ANNUAL' }, seats: { numberOfSeats: 2 } },
  { skuId: standard.skuId, plan: { planName: 'FLEXIBLE' }, seats: { maximumNumberOfSeats: 1 } },
];
const users = [
  { primaryEmail: ana, id: '100000000000000000001', aliases: ['hello@shop.example'] },
  { primaryEmail: 'bo@shop.example' },
  { primaryEmail: 'cy@shop.example' },
];
const open = (more: object = {}, switches: Record<string, string> = {}) =>
  openGoogle({ accounts: [shop({ users, subscriptions, ...more })], switches });

const give = ({ call }: Google, sku: typeof starter, userId = ana) =>
  call('licensing.licenseAssignments.insert', sku, { userId });
const get = ({ call }: Google, sku: typeof starter, userId = ana) =>
  call('licensing.licenseAssignments.get', { ...sku, userId });
const take = ({ call }: Google, sku: typeof starter, userId = ana) =>
  call('licensing.licenseAssignments.delete', { ...sku, userId });
const change = (
  { call }: Google,
  from: typeof starter,
  { userId = ana, ...body }: { skuId: string; userId?: string },
) => call('licensing.licenseAssignments.update', { ...from, userId: ana }, { ...body, userId });

test('a licence is given, shown, listed and taken', () => {
  const google = open();
  expect(give(google, starter).value).toMatchObject({
    kind: 'licensing#licenseAssignment',
    userId: ana,
    ...starter,
    skuName: 'Google Workspace Business Starter',
    etags: expect.any(String),
  });
  expect(get(google, starter).value).toMatchObject({ userId: ana, ...starter });
  expect(
    google.call('licensing.licenseAssignments.listForProduct', { productId: 'Google-Apps', customerId: 'C0shop001' })
      .value['items'],
  ).toMatchObject([{ userId: ana }]);
  expect(
    google.call('licensing.licenseAssignments.listForProductAndSku', { ...standard, customerId: 'C0shop001' }).value[
      'items'
    ],
  ).toBeUndefined();
  expect(take(google, starter).status).toBe(204);
  expect(take(google, starter)).toMatchObject({ status: 404, reason: 'notFound' });
  expect(get(google, starter).status).toBe(404);
});

test('only the current primary address names a user', () => {
  const google = open();
  for (const userId of ['hello@shop.example', users[0]!.id!, 'nobody@shop.example'])
    expect(give(google, starter, userId)).toMatchObject({
      status: 400,
      reason: 'invalid',
      message: expect.stringContaining('userId'),
    });
  give(google, starter);
  google.call('directory.users.update', { userKey: ana }, { primaryEmail: 'ana.bo@shop.example' });
  expect(get(google, starter).status).toBe(400);
  expect(get(google, starter, 'ana.bo@shop.example').status).toBe(200);
});

test('one SKU of a product: the texts tell what stands in the way', () => {
  const google = open();
  give(google, starter);
  const refused = (says: object, message: RegExp) =>
    expect(says).toMatchObject({ status: 412, reason: 'conditionNotMet', message: expect.stringMatching(message) });
  refused(give(google, starter), /^User already has a license for the specified product and SKU$/);
  refused(give(google, standard), /^User already has a license of the product, but with a different SKU/);
  refused(
    change(google, starter, { skuId: starter.skuId }),
    /^For reassign operations, the new SKU should be different from the old SKU/,
  );
  refused(
    change(google, starter, { skuId: free.skuId }),
    /^Reassign operation can't be performed on different products/,
  );
  refused(
    change(google, starter, { skuId: standard.skuId, userId: 'bo@shop.example' }),
    /^Reassign operation can't be performed on different users/,
  );
  expect(change(google, starter, { skuId: standard.skuId }).value).toMatchObject({ userId: ana, ...standard });
  refused(change(google, standard, { skuId: '1010020026' }), /^There aren't enough available licenses/);
  expect(change(google, starter, { skuId: standard.skuId })).toMatchObject({ status: 404 });
  expect(give(google, free).status).toBe(200);
  google.google.control.setSwitch('licenceExists', '409');
  expect(give(google, free)).toMatchObject({ status: 409, reason: 'duplicate' });
});

test('seats are counted against the subscription; a SKU without one has none', () => {
  const google = open();
  give(google, starter, ana);
  give(google, starter, 'bo@shop.example');
  const none = { status: 412, message: "There aren't enough available licenses for the specified product-SKU pair" };
  expect(give(google, starter, 'cy@shop.example')).toMatchObject(none);
  expect(give(google, { productId: 'Google-Apps', skuId: '1010020026' }, 'cy@shop.example')).toMatchObject(none);
  google.call('directory.users.delete', { userKey: ana });
  expect(give(google, starter, 'cy@shop.example').status).toBe(200);
});

test('deleted users hold their seats where the switch says so', () => {
  const google = open({}, { deletedHoldSeats: 'yes' });
  give(google, starter, ana);
  give(google, starter, 'bo@shop.example');
  google.call('directory.users.delete', { userKey: ana });
  expect(give(google, starter, 'cy@shop.example').status).toBe(412);
  google.wait(20 * 24 * 3600);
  expect(give(google, starter, 'cy@shop.example').status).toBe(200);
});

test('product and SKU must belong together and be known', () => {
  const google = open();
  expect(give(google, { productId: 'Google-Apps', skuId: 'Google-Vault' })).toMatchObject({
    status: 400,
    reason: 'invalid',
  });
  expect(give(google, { productId: 'Google-Apps', skuId: '99' })).toMatchObject({ status: 400, reason: 'invalid' });
});

test('Cloud Identity Free is a licence with 50 seats, or an edition of the whole account that no call shows or changes', () => {
  const google = open();
  expect(give(google, free).status).toBe(200);
  const site = open({ licences: [{ userId: ana, ...free }] }, { cloudIdentityFree: 'siteWide' });
  expect(give(site, free, 'bo@shop.example')).toMatchObject({ status: 503, reason: 'backendError' });
  expect(get(site, free)).toMatchObject({ status: 404 });
  expect(take(site, free)).toMatchObject({ status: 404 });
  expect(
    site.call('licensing.licenseAssignments.listForProduct', { productId: free.productId, customerId: 'my_customer' })
      .value['items'],
  ).toBeUndefined();
});

test('where licensing is automatic it can refuse to let go', () => {
  const autoLicensing = [{ orgUnitPath: '/', ...starter }];
  const google = open({ autoLicensing, licences: [{ userId: ana, ...starter }] }, { autoLicensingRemoval: 'refused' });
  expect(take(google, starter)).toMatchObject({ status: 412, message: 'Auto License un-assignment is not allowed.' });
  expect(change(google, starter, { skuId: standard.skuId })).toMatchObject({
    status: 412,
    message: 'Auto License switching is not allowed.',
  });
  google.google.control.setSwitch('autoLicensingRemoval', 'allowed');
  expect(take(google, starter).status).toBe(204);
});

test('automatic licensing holds for the units below, until a nearer rule says otherwise', () => {
  const google = open({
    users: [{ primaryEmail: ana }],
    orgUnits: ['/Sales', '/Sales/North', '/Sales/North/Desk', '/Sales/South'].map((orgUnitPath) => ({ orgUnitPath })),
    subscriptions: [{ skuId: starter.skuId, seats: { maximumNumberOfSeats: 9 } }, subscriptions[1]],
    autoLicensing: [
      { orgUnitPath: '/Sales', ...starter },
      { orgUnitPath: '/Sales/North', ...standard },
      { orgUnitPath: '/Sales/South', productId: 'Google-Apps', skuId: null },
    ],
  });
  const licenceIn = (orgUnitPath: string, name: string) => {
    const primaryEmail = `${name}@shop.example`;
    google.call('directory.users.insert', {}, person(primaryEmail, { orgUnitPath }));
    google.wait(100);
    return [starter, standard].filter((sku) => get(google, sku, primaryEmail).status === 200).map(({ skuId }) => skuId);
  };
  expect(licenceIn('/', 'di')).toEqual([]);
  expect(licenceIn('/Sales', 'ed')).toEqual([starter.skuId]);
  expect(licenceIn('/Sales/North/Desk', 'fi')).toEqual([standard.skuId]);
  expect(licenceIn('/Sales/South', 'gi')).toEqual([]);
});

describe('licences of a subscription that the customer has from somebody else', () => {
  const reseller = {
    customer: { id: 'C0resell1', customerDomain: 'resell.example' },
    reseller: true,
    users: [{ primaryEmail: 'boss@resell.example', isAdmin: true }],
  };
  const resold = (switches: Record<string, string> = {}) => {
    const [bought, own] = subscriptions;
    const account = shop({
      users,
      subscriptions: [{ ...bought, direct: true }, own],
      licences: [{ userId: ana, ...starter }],
    });
    return openGoogle({
      accounts: [reseller, { ...account, resoldBy: 'C0resell1' }],
      signedInAs: 'boss@resell.example',
      switches,
    });
  };

  test('are not for the reseller to give, switch or take, but to see', () => {
    const google = resold();
    const refused = { status: 403, reason: 'forbidden' };
    expect(give(google, starter, 'bo@shop.example')).toMatchObject(refused);
    expect(take(google, starter)).toMatchObject(refused);
    expect(change(google, starter, { skuId: standard.skuId })).toMatchObject(refused);
    expect(get(google, starter).status).toBe(200);
    expect(give(google, standard, 'bo@shop.example').status).toBe(200);
    expect(change(google, standard, { skuId: starter.skuId })).toMatchObject(refused);
    expect(take(google, starter, admin)).toMatchObject(refused);
    google.google.control.setSwitch('foreignLicences', '412');
    expect(take(google, starter)).toMatchObject({ status: 412, reason: 'conditionNotMet' });
    google.google.control.setSwitch('foreignLicences', 'allowed');
    expect(take(google, starter).status).toBe(204);
  });

  test('are the customer’s own administrator’s', () => {
    const google = resold();
    expect(
      google.call('licensing.licenseAssignments.delete', { ...starter, userId: ana }, undefined, admin).status,
    ).toBe(204);
  });
});

test('lists take an id or a primary domain, and page as large as this Google gives', () => {
  const many = Array.from({ length: 150 }, (_, n) => ({ primaryEmail: `u${String(n).padStart(3, '0')}@shop.example` }));
  const licences = many.map(({ primaryEmail }) => ({ userId: primaryEmail, ...starter }));
  const google = open({ users: many, licences }, { licencePageSize: '100' });
  const list = (more: object) =>
    google.call('licensing.licenseAssignments.listForProduct', {
      productId: 'Google-Apps',
      customerId: 'shop.example',
      ...more,
    }).value;
  const first = list({ maxResults: '1000' });
  expect(first['items']).toHaveLength(100);
  expect(list({ maxResults: '1000', pageToken: String(first['nextPageToken']) })['items']).toHaveLength(50);
  expect(google.call('licensing.licenseAssignments.listForProduct', { productId: 'Google-Apps' })).toMatchObject({
    status: 400,
    reason: 'required',
  });
});

test('licences that were just given show late when reads lag', () => {
  const google = open({}, { staleReads: '10' });
  give(google, starter);
  expect(get(google, starter).status).toBe(404);
  expect(
    google.call('licensing.licenseAssignments.listForProduct', { productId: 'Google-Apps', customerId: 'my_customer' })
      .value['items'],
  ).toBeUndefined();
  google.wait(10);
  expect(get(google, starter).status).toBe(200);
  take(google, starter);
  expect(
    google.call('licensing.licenseAssignments.listForProduct', { productId: 'Google-Apps', customerId: 'my_customer' })
      .value['items'],
  ).toHaveLength(1);
  google.wait(10);
  expect(
    google.call('licensing.licenseAssignments.listForProduct', { productId: 'Google-Apps', customerId: 'my_customer' })
      .value['items'],
  ).toBeUndefined();
});

test('a delegated administrator needs the licensing privilege', () => {
  const roles = [
    { roleName: 'Licences', rolePrivileges: [{ privilegeName: 'LICENSING', serviceId: '00haapch16h1ysv' }] },
  ];
  const google = open({ roles, roleAssignments: [{ roleName: 'Licences', assignedTo: 'bo@shop.example' }] });
  expect(google.call('licensing.licenseAssignments.insert', starter, { userId: ana }, 'cy@shop.example')).toMatchObject(
    { status: 403, reason: 'forbidden' },
  );
  expect(google.call('licensing.licenseAssignments.insert', starter, { userId: ana }, 'bo@shop.example').status).toBe(
    200,
  );
  expect(google.call('directory.users.get', { userKey: admin }, undefined, 'bo@shop.example').status).toBe(403);
});
