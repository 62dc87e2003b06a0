import { operations, type OperationId } from '../../sandbox/workspace/operations';
import { coverage, notSimulated } from '../../sandbox/workspace/coverage';
import { handlers } from '../../sandbox/workspace/handlers';
import { requestSchema, responseSchema, schemas } from '../../sandbox/workspace/schemas';
import { match } from '../../sandbox/workspace/routes';
import { admin, callFor, openGoogle, said } from './google';

const ids = Object.keys(operations) as OperationId[];

test('the coverage list names every operation, and tells the truth about it', () => {
  expect(Object.keys(coverage).sort()).toEqual([...ids].sort());
  for (const id of ids) {
    expect([id, handlers[id] !== undefined]).toEqual([id, coverage[id].state !== 'not']);
    expect([id, coverage[id].state !== 'partial' || coverage[id].note !== '']).toEqual([id, true]);
  }
});

test.each(ids)('%s is routed by the operation table and answers something other than 501', (id) => {
  const { google } = openGoogle();
  const params = Object.fromEntries(
    [...operations[id].order].map((name) => [name, name.startsWith('customer') ? 'my_customer' : 'x']),
  );
  const call = callFor(id, params, { as: admin, ...(operations[id].body && { body: {} }) });
  expect(match(call.method, call.path)).toMatchObject({ op: id });
  expect(google.handle(call).status).not.toBe(501);
  expect(google.log[0]).toMatchObject({ op: id, params });
});

test('what is not simulated answers 501 by name', () => {
  const { google } = openGoogle();
  const reply = (method: string, path: string) => said(google.handle({ method, path, query: {}, as: admin }));
  expect(reply('POST', '/admin/directory/v1/customer/my_customer/domains')).toMatchObject({
    status: 501,
    message: 'directory.domains.insert is not simulated.',
  });
  expect(reply('GET', '/calendar/v3/users/me')).toMatchObject({
    status: 501,
    message: 'GET /calendar/v3/users/me is not simulated.',
  });
  expect(google.log.map((line) => [line.op, line.status])).toEqual([
    ['directory.domains.insert', 501],
    ['GET /calendar/v3/users/me', 501],
  ]);
  for (const id of Object.keys(notSimulated)) expect(id in operations).toBe(false);
});

test('every operation that takes or gives a resource has a schema for it', () => {
  for (const id of ids) {
    if (operations[id].body) expect([id, requestSchema(id) in schemas]).toEqual([id, true]);
    if (responseSchema(id)) expect([id, responseSchema(id) in schemas]).toEqual([id, true]);
  }
});

describe('the request log', () => {
  test('holds op, parameters, body, status, reason and lane, and no secret', () => {
    const { google, call } = openGoogle();
    call(
      'directory.users.insert',
      {},
      { primaryEmail: 'ana@shop.example', name: { givenName: 'A', familyName: 'B' }, password: 'correct horse 9' },
    );
    call('reseller.subscriptions.list', { customerId: 'shop.example', customerAuthToken: 'abc123' });
    expect(google.log).toEqual([
      {
        at: '2026-03-02T09:00:00.000Z',
        op: 'directory.users.insert',
        params: {},
        body: { primaryEmail: 'ana@shop.example', name: { givenName: 'A', familyName: 'B' }, password: '***' },
        status: 200,
        reason: '',
        lane: 'userCreations',
      },
      {
        at: '2026-03-02T09:00:00.000Z',
        op: 'reseller.subscriptions.list',
        params: { customerId: 'shop.example', customerAuthToken: '***' },
        status: 403,
        reason: 'forbidden',
        lane: 'reseller',
      },
    ]);
    expect(JSON.stringify(google.log)).not.toMatch(/correct horse|abc123/);
  });

  test('fields that Google does not know are noticed, and refused where the switch says so', () => {
    const { google, call } = openGoogle();
    const body = { name: 'Sales', parentOrgUnitPath: '/', orgUnitpath: '/Sales' };
    expect(call('directory.orgunits.insert', { customerId: 'my_customer' }, body).status).toBe(200);
    expect(google.control.state.unknownFields).toEqual(['directory.orgunits.insert: orgUnitpath']);
    google.control.setSwitch('unknownFields', 'refused');
    expect(call('directory.orgunits.insert', { customerId: 'my_customer' }, { ...body, name: 'North' })).toMatchObject({
      status: 400,
      message: expect.stringContaining('orgUnitpath'),
    });
  });
});
