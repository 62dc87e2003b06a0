import { admin, openGoogle, person, shop } from './google';

const second = { userPropagation: '0' };

test('ten creations a second and domain: the eleventh is 503, a second later there is room', () => {
  const { call, wait, google } = openGoogle({
    quotas: 'documented',
    accounts: [shop({ domains: [{ domainName: 'shop.example' }, { domainName: 'two.example' }] })],
  });
  for (let n = 0; n < 10; n += 1)
    expect(call('directory.users.insert', {}, person(`u${n}@shop.example`)).status).toBe(200);
  expect(call('directory.users.insert', {}, person('late@shop.example'))).toMatchObject({
    status: 503,
    reason: 'backendError',
  });
  expect(call('directory.users.insert', {}, person('other@two.example')).status).toBe(200);
  wait(0.999);
  expect(call('directory.users.insert', {}, person('late@shop.example')).status).toBe(503);
  wait(0.001);
  expect(call('directory.users.insert', {}, person('late@shop.example')).status).toBe(200);
  expect(google.log.at(-1)).toMatchObject({ lane: 'userCreations', status: 200 });
});

test('one org unit write a second and customer; reads do not count', () => {
  const { call, wait, google } = openGoogle({ quotas: 'documented' });
  const make = (name: string) =>
    call('directory.orgunits.insert', { customerId: 'my_customer' }, { name, parentOrgUnitPath: '/' });
  expect(make('A').status).toBe(200);
  expect(make('B')).toMatchObject({ status: 403, reason: 'quotaExceeded' });
  expect(
    call('directory.orgunits.list', { customerId: 'my_customer', type: 'all' }).value['organizationUnits'],
  ).toHaveLength(1);
  google.control.setSwitch('orgUnitLimit', 'backendError');
  expect(make('B')).toMatchObject({ status: 503, reason: 'backendError' });
  wait(1);
  expect(make('B').status).toBe(200);
});

test('one licence call a second, reads too; switched off, as many as come', () => {
  const list = [
    'licensing.licenseAssignments.listForProduct',
    { productId: 'Google-Apps', customerId: 'my_customer' },
  ] as const;
  const { call, wait, google } = openGoogle({ quotas: 'documented' });
  expect(call(...list).status).toBe(200);
  expect(call(...list)).toMatchObject({ status: 503, message: 'Quota exceeded for the current request' });
  google.control.setSwitch('licenceLimit', '429');
  expect(call(...list)).toMatchObject({ status: 429, reason: 'rateLimitExceeded' });
  wait(1);
  expect(call(...list).status).toBe(200);
  const off = openGoogle({ quotas: 'licences=off' });
  for (let n = 0; n < 5; n += 1) expect(off.call(...list).status).toBe(200);
});

test('2,400 Directory calls a minute and user', () => {
  const { call, wait } = openGoogle({
    quotas: 'documented',
    accounts: [shop({ users: [{ primaryEmail: 'second@shop.example', isAdmin: true }] })],
    switches: second,
  });
  let through = 0;
  for (let n = 0; n < 2405; n += 1) through += call('directory.users.get', { userKey: admin }).status === 200 ? 1 : 0;
  expect(through).toBe(2400);
  expect(call('directory.users.get', { userKey: admin })).toMatchObject({
    status: 403,
    reason: 'userRateLimitExceeded',
    message: 'Request rate higher than configured.',
  });
  expect(call('directory.users.get', { userKey: admin }, undefined, 'second@shop.example').status).toBe(200);
  wait(60);
  expect(call('directory.users.get', { userKey: admin }).status).toBe(200);
});

test('a refused request counts against no other quota', () => {
  const { call, google } = openGoogle({ quotas: 'documented' });
  for (let n = 0; n < 20; n += 1) call('directory.users.insert', {}, person(`u${n}@shop.example`));
  expect(google.control.state.windows[`directory/${admin}`]).toHaveLength(10);
});

test('a quota may be a number of requests a second, also less than one', () => {
  const { call, wait } = openGoogle({ quotas: 'licences=3,orgUnits=0.5' });
  const list = () =>
    call('licensing.licenseAssignments.listForProduct', { productId: 'Google-Apps', customerId: 'my_customer' }).status;
  expect([1, 2, 3, 4].map(list)).toEqual([200, 200, 200, 503]);
  const make = (name: string) =>
    call('directory.orgunits.insert', { customerId: 'my_customer' }, { name, parentOrgUnitPath: '/' }).status;
  expect(make('A')).toBe(200);
  wait(1.999);
  expect(make('B')).toBe(403);
  wait(0.001);
  expect(make('B')).toBe(200);
});

test('quotas may change while somebody works', () => {
  const { call, wait } = openGoogle({ quotas: 'off', switches: { quotaChange: '60:licences=2' } });
  const list = () =>
    call('licensing.licenseAssignments.listForProduct', { productId: 'Google-Apps', customerId: 'my_customer' }).status;
  wait(59.9);
  expect([1, 2, 3].map(list)).toEqual([200, 200, 200]);
  wait(2);
  expect([1, 2, 3].map(list)).toEqual([200, 200, 503]);
  for (let n = 0; n < 15; n += 1)
    expect(call('directory.users.insert', {}, person(`u${n}@shop.example`)).status).toBe(200);
});

test('refused requests are free, or count all the same where a switch says so', () => {
  const late = (switches: Readonly<Record<string, string>>): number => {
    const { call, wait } = openGoogle({ quotas: 'licences=1', switches });
    const list = () =>
      call('licensing.licenseAssignments.listForProduct', { productId: 'Google-Apps', customerId: 'my_customer' })
        .status;
    list();
    wait(0.9);
    list();
    wait(0.2);
    return list();
  };
  expect(late({})).toBe(200);
  expect(late({ refusedRequests: 'counted' })).toBe(503);
});

test('the option is checked', () => {
  expect(() => openGoogle({ quotas: 'licenses=off' })).toThrow(/licenses=off/);
  expect(() => openGoogle({ quotas: 'licences=many' })).toThrow(/licences=many/);
  expect(() => openGoogle({ quotas: 'licences=0' })).toThrow(/licences=0/);
  expect(() => openGoogle({ quotas: 'licences=off,orgUnits=documented,userCreations=20' })).not.toThrow();
  expect(() => openGoogle({ switches: { quotaChange: 'soon' } })).toThrow(/SECONDS:QUOTAS/);
  expect(() => openGoogle({ switches: { quotaChange: '60:licenses=2' } })).toThrow(/licenses=2/);
});
