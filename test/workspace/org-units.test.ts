import { openGoogle, shop, type Google } from './google';

const customerId = 'my_customer';
const make = (google: Google, name: string, parentOrgUnitPath = '/') =>
  google.call('directory.orgunits.insert', { customerId }, { name, parentOrgUnitPath });

test('units are made from the top, found by path without slash in any case, or by id', () => {
  const google = openGoogle();
  expect(make(google, 'North', '/Sales')).toMatchObject({
    status: 400,
    reason: 'invalid',
    message: 'Invalid Parent Orgunit Id',
  });
  const sales = make(google, 'Sales').value;
  expect(make(google, 'North', 'sales').value).toMatchObject({
    orgUnitPath: '/Sales/North',
    parentOrgUnitPath: '/Sales',
    parentOrgUnitId: sales['orgUnitId'],
  });
  for (const orgUnitPath of ['Sales', 'sALES', String(sales['orgUnitId'])])
    expect(google.call('directory.orgunits.get', { customerId, orgUnitPath }).value).toMatchObject({
      orgUnitPath: '/Sales',
    });
  expect(google.call('directory.orgunits.get', { customerId, orgUnitPath: '/Sales' })).toMatchObject({
    status: 404,
    message: 'Org unit not found',
  });
  google.google.control.setSwitch('leadingSlash', 'accepted');
  expect(google.call('directory.orgunits.get', { customerId, orgUnitPath: '/Sales/North' }).status).toBe(200);
});

test('a path may be sent with its slashes as they stand', () => {
  const google = openGoogle({
    accounts: [shop({ orgUnits: [{ orgUnitPath: '/Sales' }, { orgUnitPath: '/Sales/North' }] })],
  });
  const reply = google.google.handle({
    method: 'GET',
    path: '/admin/directory/v1/customer/my_customer/orgunits/Sales/North',
    query: {},
    as: 'admin@shop.example',
  });
  expect(reply).toMatchObject({ status: 200, body: { orgUnitPath: '/Sales/North' } });
});

test('a unit that exists is refused, as invalid or as what looks like a passing failure', () => {
  const google = openGoogle();
  make(google, 'Sales');
  expect(make(google, 'SALES')).toMatchObject({ status: 400, reason: 'invalid' });
  google.google.control.setSwitch('orgUnitExists', 'backendError');
  expect(make(google, 'Sales')).toMatchObject({ status: 500, reason: 'backendError' });
  expect(google.call('directory.orgunits.list', { customerId, type: 'all' }).value['organizationUnits']).toHaveLength(
    1,
  );
});

test('lists: children by default, all below, with the parent, and absent when there are none', () => {
  const google = openGoogle();
  const paths = (params: Record<string, string>) =>
    (
      google.call('directory.orgunits.list', { customerId, ...params }).value['organizationUnits'] as unknown as
        | { orgUnitPath: string }[]
        | undefined
    )?.map((unit) => unit.orgUnitPath);
  expect(paths({ type: 'all' })).toBeUndefined();
  make(google, 'Sales');
  make(google, 'North', '/Sales');
  expect(paths({})).toEqual(['/Sales']);
  expect(paths({ type: 'all' })).toEqual(['/Sales', '/Sales/North']);
  expect(paths({ type: 'allIncludingParent' })).toEqual(['/', '/Sales', '/Sales/North']);
  expect(paths({ orgUnitPath: '/Sales' })).toEqual(['/Sales/North']);
  expect(google.call('directory.orgunits.list', { customerId, orgUnitPath: '/Nowhere' }).status).toBe(404);
});

test('moving a unit takes users and units along; below itself it cannot go', () => {
  const orgUnits = ['/Sales', '/Sales/North', '/Old'].map((orgUnitPath) => ({ orgUnitPath }));
  const google = openGoogle({
    accounts: [shop({ orgUnits, users: [{ primaryEmail: 'ana@shop.example', orgUnitPath: '/Sales/North' }] })],
  });
  expect(
    google.call(
      'directory.orgunits.patch',
      { customerId, orgUnitPath: 'Sales' },
      { parentOrgUnitPath: '/Sales/North' },
    ),
  ).toMatchObject({ status: 400 });
  google.call(
    'directory.orgunits.patch',
    { customerId, orgUnitPath: 'Sales' },
    { parentOrgUnitPath: '/Old', name: 'Shop' },
  );
  expect(google.call('directory.users.get', { userKey: 'ana@shop.example' }).value).toMatchObject({
    orgUnitPath: '/Old/Shop/North',
  });
  expect(
    google.call('directory.orgunits.patch', { customerId, orgUnitPath: 'Old/Shop' }, { name: 'Shop', description: 'x' })
      .value,
  ).toMatchObject({ description: 'x' });
});

test('only an empty unit can be deleted', () => {
  const google = openGoogle({
    accounts: [
      shop({
        orgUnits: [{ orgUnitPath: '/Sales' }, { orgUnitPath: '/Sales/North' }],
        users: [{ primaryEmail: 'ana@shop.example', orgUnitPath: '/Sales/North' }],
      }),
    ],
  });
  const remove = (orgUnitPath: string) => google.call('directory.orgunits.delete', { customerId, orgUnitPath });
  expect(remove('Sales')).toMatchObject({ status: 412, reason: 'conditionNotMet' });
  expect(remove('Sales/North')).toMatchObject({ status: 412 });
  google.call('directory.users.update', { userKey: 'ana@shop.example' }, { orgUnitPath: '/' });
  expect(remove('Sales/North').status).toBe(204);
  expect(remove('Sales').status).toBe(204);
  expect(remove('Sales').status).toBe(404);
});

test('an unknown customer is said', () => {
  expect(openGoogle().call('directory.orgunits.list', { customerId: 'C0nobody' })).toMatchObject({
    status: 400,
    message: 'Invalid Customer Id',
  });
});
