import type { Request } from '../../src/engine/request';
import { errorLanguages, type ErrorLanguage } from '../../sandbox/apps-script/languages';
import type { Tenant } from '../../sandbox/workspace/tenant';
import { openCarrier, type Plain } from './carriers';

/**
 * Whatever carries requests to Google passes this suite: procedures must not be able to tell one way from the other.
 */

const account = 'C0test001';
const bo = {
  primaryEmail: 'bo@shop.example',
  name: { givenName: 'Bo', familyName: 'Chen' },
  aliases: ['b@shop.example'],
};

const tenant: Tenant = {
  signedInAs: 'admin@shop.example',
  accounts: [
    {
      customer: { id: account, customerDomain: 'shop.example' },
      reseller: true,
      users: [{ primaryEmail: 'admin@shop.example', name: { givenName: 'Ada', familyName: 'Min' }, isAdmin: true }, bo],
      orgUnits: [
        { name: 'Sales & Service', orgUnitPath: '/Sales & Service', parentOrgUnitPath: '/' },
        { name: 'North', orgUnitPath: '/Sales & Service/North', parentOrgUnitPath: '/Sales & Service' },
      ],
      subscriptions: [{ skuId: '1010020027', plan: { planName: 'ANNUAL' }, seats: { numberOfSeats: 5 } }],
    },
  ],
};

const to = (op: string, params: Record<string, string>, body?: Request['body']): Request => ({
  op,
  account,
  params,
  ...(body ? { body } : {}),
});

const newUser = {
  primaryEmail: 'ana@shop.example',
  name: { givenName: 'Ana', familyName: 'Silva' },
  password: { secret: 'password of ana' },
};

/** A request of every family of operations, in an order in which each has what it needs. */
const families: readonly (readonly [string, Request])[] = [
  ['a user by alias', to('directory.users.get', { userKey: 'b@shop.example' })],
  ['a list with paging', to('directory.users.list', { customer: account, maxResults: '1' })],
  ['a user that is made, with a secret', to('directory.users.insert', {}, newUser)],
  ['the same user again', to('directory.users.insert', {}, newUser)],
  ['a changed user', to('directory.users.update', { userKey: 'bo@shop.example' }, { name: { familyName: 'Chén' } })],
  ['an answer without content', to('directory.users.makeAdmin', { userKey: 'bo@shop.example' }, { status: true })],
  ['an alias', to('directory.users.aliases.insert', { userKey: 'bo@shop.example' }, { alias: 'bc@shop.example' })],
  ['an unknown user', to('directory.users.get', { userKey: 'nobody@shop.example' })],
  ['an address of another account', to('directory.users.get', { userKey: 'x@elsewhere.example' })],
  [
    'org units below a path with blanks and a leading slash',
    to('directory.orgunits.list', { customerId: account, orgUnitPath: '/Sales & Service', type: 'children' }),
  ],
  [
    'an org unit that is made',
    to('directory.orgunits.insert', { customerId: account }, { name: 'Süd', parentOrgUnitPath: '/Sales & Service' }),
  ],
  [
    'a missing parent',
    to('directory.orgunits.insert', { customerId: account }, { name: 'x', parentOrgUnitPath: '/Nowhere' }),
  ],
  ['all org units', to('directory.orgunits.list', { customerId: account, type: 'all' })],
  ['roles', to('directory.roles.list', { customer: account, maxResults: '100' })],
  [
    'a collection that is absent',
    to('directory.roleAssignments.list', { customer: account, userKey: 'bo@shop.example' }),
  ],
  ['domains', to('directory.domains.list', { customer: account })],
  ['a customer', to('directory.customers.get', { customerKey: account })],
  ['no group', to('directory.groups.get', { groupKey: 'all@shop.example' })],
  [
    'a licence',
    to(
      'licensing.licenseAssignments.insert',
      { productId: 'Google-Apps', skuId: '1010020027' },
      { userId: 'bo@shop.example' },
    ),
  ],
  [
    'the licence again',
    to(
      'licensing.licenseAssignments.insert',
      { productId: 'Google-Apps', skuId: '1010020027' },
      { userId: 'bo@shop.example' },
    ),
  ],
  [
    'licences',
    to('licensing.licenseAssignments.listForProduct', {
      productId: 'Google-Apps',
      customerId: account,
      maxResults: '100',
    }),
  ],
  [
    'a licence that is taken away',
    to('licensing.licenseAssignments.delete', {
      productId: 'Google-Apps',
      skuId: '1010020027',
      userId: 'bo@shop.example',
    }),
  ],
  [
    'a licence that was not there',
    to('licensing.licenseAssignments.delete', {
      productId: 'Google-Apps',
      skuId: '1010020027',
      userId: 'bo@shop.example',
    }),
  ],
  ['subscriptions', to('reseller.subscriptions.list', { maxResults: '100' })],
  ['a customer of nobody', to('reseller.customers.get', { customerId: 'free.example' })],
];

/** What one way answers to all of them. */
function answersOf(
  way: 'sendAdvanced' | 'sendParallel',
  more: { readonly errorLanguage?: ErrorLanguage } = {},
): readonly Plain[] {
  const { send } = openCarrier(way, tenant, more);
  return families.flatMap(([, request]) => [...send(request)]);
}

const advanced = answersOf('sendAdvanced');
const parallel = answersOf('sendParallel');

test.each(families.map(([name], i) => [name, i] as const))(
  'both ways give the same answer or refusal: %s',
  (_name, i) => {
    expect(parallel[i]).toEqual(advanced[i]);
    expect(advanced[i]).toBeDefined();
  },
);

test('there are answers, refusals and empty answers among them', () => {
  expect(
    advanced.filter((answer) => 'refusal' in answer).map((answer) => 'refusal' in answer && answer.refusal.status),
  ).toEqual([409, 404, 403, 400, 404, 412, 404, 404]);
  expect(advanced.filter((answer) => 'value' in answer && answer.value === null).length).toBeGreaterThanOrEqual(2);
});

test.each(errorLanguages)(
  'an account in %s gets the same reasons: the sentence in front is never looked at',
  (errorLanguage) => {
    expect(answersOf('sendAdvanced', { errorLanguage })).toEqual(advanced);
  },
);

describe.each(['sendAdvanced', 'sendParallel'] as const)('%s', (way) => {
  test('an unknown user is a refusal with status 404, never an empty answer', () => {
    const [answer] = openCarrier(way, tenant).send(to('directory.users.get', { userKey: 'nobody@shop.example' }));
    expect(answer).toMatchObject({ refusal: { status: 404, reason: 'notFound' } });
  });

  test('an answer that never came is a refusal with status 0', () => {
    const carrier = openCarrier(way, tenant);
    carrier.workspace.control.failNext('directory.users.get', { status: 0 });
    expect(carrier.send(to('directory.users.get', { userKey: 'bo@shop.example' }))).toMatchObject([
      { refusal: { status: 0 } },
    ]);
  });

  test('a secret reaches Google resolved and stands in no log', () => {
    const carrier = openCarrier(way, tenant);
    carrier.send(to('directory.users.insert', {}, newUser));
    expect(JSON.stringify(carrier.workspace.log)).not.toContain('resolved password');
    expect(
      carrier.workspace.tenant().accounts[0]?.users?.find((user) => user.primaryEmail === 'ana@shop.example')
        ?.passwordHash,
    ).toBeDefined();
  });
});

test('a wave that fails as a whole leaves every request without an answer', () => {
  const carrier = openCarrier('sendParallel', tenant);
  carrier.workspace.control.failNext('directory.users.get', { status: 0 });
  const answers = carrier.send(
    to('directory.users.get', { userKey: 'bo@shop.example' }),
    to('directory.domains.list', { customer: account }),
  );
  expect(answers).toMatchObject([
    { refusal: { status: 0, reason: 'noAnswer' } },
    { refusal: { status: 0, reason: 'noAnswer' } },
  ]);
});

test('a batch answers each request in its place', () => {
  const carrier = openCarrier('sendTogether', tenant);
  const answers = carrier.send(
    to('directory.users.get', { userKey: 'bo@shop.example' }),
    to('directory.users.get', { userKey: 'nobody@shop.example' }),
    to('directory.users.update', { userKey: 'bo@shop.example' }, { name: { givenName: 'Bó' } }),
  );
  expect(answers).toMatchObject([
    { value: { primaryEmail: 'bo@shop.example' } },
    { refusal: { status: 404, reason: 'notFound' } },
    { value: { name: { givenName: 'Bó' } } },
  ]);
});

test('what Google refuses of a batch is refused by itself', () => {
  const carrier = openCarrier('sendTogether', tenant);
  carrier.workspace.control.failNext('directory.users.get', {
    status: 503,
    reason: 'backendError',
    message: 'Service unavailable. Please try again',
  });
  const get = to('directory.users.get', { userKey: 'bo@shop.example' });
  expect(carrier.send(get, get)).toMatchObject([
    { refusal: { status: 503, reason: 'backendError' } },
    { value: { primaryEmail: 'bo@shop.example' } },
  ]);
});

test('a day’s quota that ends in mid-wave: reads go the other way, and no write goes twice', () => {
  const carrier = openCarrier('sendMany', tenant);
  const start = Date.parse('2026-03-02T08:00:00Z');
  carrier.host.state.quotas = { 'urlFetch admin@shop.example': { since: start, used: 100_000 - 1 } };
  const seats = to(
    'reseller.subscriptions.insert',
    { customerId: account },
    { customerId: account, skuId: '1010020028', plan: { planName: 'FLEXIBLE' }, seats: { maximumNumberOfSeats: 5 } },
  );
  const answers = carrier.send(seats, to('directory.users.get', { userKey: 'bo@shop.example' }));
  expect(answers).toMatchObject([{ refusal: { status: 0 } }, { value: { primaryEmail: 'bo@shop.example' } }]);
  expect(carrier.workspace.log.filter(({ op }) => op === seats.op)).toHaveLength(1);
});
