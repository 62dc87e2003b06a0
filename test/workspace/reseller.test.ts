import { resellerPrivilege, resellerService } from '../../sandbox/workspace/directory/reseller-privileges';
import { handleBatch } from '../../sandbox/workspace/batch';
import { openGoogle, person, shop, type Google } from './google';

const boss = 'boss@resell.example';
const reseller = {
  customer: { id: 'C0resell1', customerDomain: 'resell.example' },
  reseller: true,
  users: [{ primaryEmail: boss, isAdmin: true }, { primaryEmail: 'staff@resell.example' }],
};
const address = { contactName: 'Ana Bo', organizationName: 'Globex', postalCode: '10115', countryCode: 'DE' };
const globex = {
  customerDomain: 'globex.example',
  alternateEmail: 'ana@home.example',
  postalAddress: address,
  phoneNumber: '+4930123456',
};

const open = (accounts: readonly object[] = [], switches: Record<string, string> = {}) =>
  openGoogle({
    accounts: [reseller, ...accounts],
    signedInAs: boss,
    switches: { customerPropagation: '0', ...switches },
  });
const resold = (more: object = {}) => ({ ...shop(more), resoldBy: 'C0resell1' });
const order = ({ call }: Google, body: object, more: Record<string, string> = {}) =>
  call('reseller.subscriptions.insert', { customerId: 'C0shop001', ...more }, body);
const flexible = (skuId: string, seats = 10) => ({
  skuId,
  plan: { planName: 'FLEXIBLE' },
  seats: { maximumNumberOfSeats: seats },
});
const annual = (skuId: string, seats = 10, planName = 'ANNUAL_MONTHLY_PAY') => ({
  skuId,
  plan: { planName },
  seats: { numberOfSeats: seats },
});
type Step =
  | 'changePlan'
  | 'changeSeats'
  | 'changeRenewalSettings'
  | 'startPaidService'
  | 'suspend'
  | 'activate'
  | 'get'
  | 'delete';
const on = (
  google: Google,
  op: Step,
  ...[subscriptionId, body, more = {}]: [unknown, object?, Record<string, string>?]
) =>
  google.call(
    `reseller.subscriptions.${op}`,
    { customerId: 'C0shop001', subscriptionId: String(subscriptionId), ...more },
    body,
  );

describe('customers', () => {
  test("get: free, one's own in full, another's in three fields, teams by an error", () => {
    const google = open([
      resold(),
      { customer: { id: 'C0other', customerDomain: 'other.example' } },
      { customer: { id: 'C0team', customerDomain: 'team.example', customerType: 'team' } },
    ]);
    const get = (customerId: string) => google.call('reseller.customers.get', { customerId });
    expect(get('globex.example')).toMatchObject({ status: 404, reason: 'notFound' });
    expect(get('shop.example').value).toMatchObject({
      customerId: 'C0shop001',
      postalAddress: { countryCode: 'DE' },
      customerDomainVerified: true,
      resourceUiUrl: expect.any(String),
    });
    expect(get('C0other').value).toEqual({
      kind: 'reseller#customer',
      customerId: 'C0other',
      customerDomain: 'other.example',
      customerType: 'domain',
    });
    expect(get('team.example')).toMatchObject({ status: 400, message: 'Multiple teams exist on this domain' });
    expect(get('C0team')).toMatchObject({ status: 200 });
  });

  test('a new customer: ordered, told apart from an existing one, in a language, with a first administrator', () => {
    const google = open();
    const { value } = google.call('reseller.customers.insert', {}, globex);
    expect(value).toMatchObject({
      customerDomain: 'globex.example',
      customerType: 'domain',
      customerDomainVerified: false,
      phoneNumber: '+4930123456',
    });
    expect(google.call('reseller.customers.insert', {}, globex)).toMatchObject({ status: 409 });
    const customerKey = String(value['customerId']);
    expect(google.call('directory.customers.patch', { customerKey }, { language: 'de' }).value).toMatchObject({
      language: 'de',
    });
    expect(google.call('directory.users.insert', {}, person('root@globex.example')).value).toMatchObject({
      customerId: customerKey,
      languages: [{ languageCode: 'de' }],
    });
    google.wait(5);
    google.call('directory.users.makeAdmin', { userKey: 'root@globex.example' }, { status: true });
    expect(google.call('directory.users.get', { userKey: 'root@globex.example' }).value).toMatchObject({
      isAdmin: true,
    });
  });

  test.each([
    ['no domain', { customerDomain: undefined }, 'required'],
    ['www.', { customerDomain: 'www.globex.example' }, 'invalid'],
    ['an alternate address on the domain', { alternateEmail: 'a@globex.example' }, 'invalid'],
    ['no alternate address', { alternateEmail: undefined }, 'required'],
    ['a country that is closed', { postalAddress: { ...address, countryCode: 'KP' } }, 'invalid'],
    ['no postal code', { postalAddress: { ...address, postalCode: '' } }, 'required'],
    ['a name of 256 letters', { postalAddress: { ...address, organizationName: 'x'.repeat(256) } }, 'invalid'],
  ])('%s is refused', (_, more, reason) => {
    const google = open();
    expect(
      google.call('reseller.customers.insert', {}, JSON.parse(JSON.stringify({ ...globex, ...more })) as object),
    ).toMatchObject({ status: 400, reason });
    expect(google.call('reseller.customers.get', { customerId: 'globex.example' }).status).toBe(404);
  });

  test('a wrong phone number is dropped without a word; update keeps type and domain', () => {
    const google = open();
    const id = String(
      google.call('reseller.customers.insert', {}, { ...globex, phoneNumber: '030 12' }).value['customerId'],
    );
    expect(google.call('reseller.customers.get', { customerId: id }).value['phoneNumber']).toBeUndefined();
    const next = google.call(
      'reseller.customers.patch',
      { customerId: id },
      { customerType: 'team', postalAddress: { organizationName: 'Globex AG' } },
    ).value;
    expect(next).toMatchObject({
      customerType: 'domain',
      postalAddress: { organizationName: 'Globex AG', postalCode: '10115' },
    });
    expect(
      google.call('reseller.customers.update', { customerId: id }, { alternateEmail: 'x@globex.example' }).status,
    ).toBe(400);
  });

  test('a new customer is not known to the Directory at once', () => {
    const google = open([], { customerPropagation: '2' });
    const customerKey = String(google.call('reseller.customers.insert', {}, globex).value['customerId']);
    expect(google.call('directory.customers.get', { customerKey }).status).toBe(404);
    google.wait(2);
    expect(google.call('directory.customers.get', { customerKey }).status).toBe(200);
  });

  test('a team: its first administrator comes into being by confirming; only Essentials can be ordered', () => {
    const google = open([], { teamUsers: 'refused' });
    const team = {
      customerDomain: 'team.example',
      customerType: 'team',
      postalAddress: address,
      primaryAdmin: { primaryEmail: 'lead@team.example' },
    };
    expect(google.call('reseller.customers.insert', {}, { ...team, primaryAdmin: undefined })).toMatchObject({
      status: 400,
      reason: 'required',
    });
    const customerId = String(google.call('reseller.customers.insert', {}, team).value['customerId']);
    expect(google.call('directory.users.insert', {}, person('ana@team.example'))).toMatchObject({ status: 412 });
    const insert = (body: object) => google.call('reseller.subscriptions.insert', { customerId }, body);
    expect(insert(flexible('1010020027'))).toMatchObject({
      status: 400,
      message: 'Customer is not eligible to purchase this subscription',
    });
    expect(insert(flexible('1010060001')).status).toBe(200);
    google.google.control.acceptTerms(customerId);
    google.wait(2);
    expect(google.call('directory.users.get', { userKey: 'lead@team.example' }).value).toMatchObject({
      isAdmin: true,
      name: { givenName: 'Ana', familyName: 'Bo' },
    });
    expect(google.call('directory.users.insert', {}, person('ana@team.example')).status).toBe(200);
    google.google.control.verifyDomain(customerId, 'team.example');
    expect(google.call('reseller.customers.get', { customerId }).value).toMatchObject({
      customerType: 'domain',
      customerDomainVerified: true,
    });
  });

  test('several teams may share a domain', () => {
    const google = open();
    const team = (lead: string) => ({
      customerDomain: 'team.example',
      customerType: 'team',
      postalAddress: address,
      primaryAdmin: { primaryEmail: lead },
    });
    const one = google.call('reseller.customers.insert', {}, team('a@team.example')).value['customerId'];
    const two = google.call('reseller.customers.insert', {}, team('b@team.example')).value['customerId'];
    expect(one).not.toEqual(two);
  });
});

describe('orders', () => {
  test('start suspended until the terms are accepted; ANNUAL_MONTHLY_PAY comes back as ANNUAL', () => {
    const google = open([resold({ acceptedTerms: false })]);
    const { value } = order(google, annual('1010020027'));
    expect(value).toMatchObject({
      status: 'SUSPENDED',
      suspensionReasons: ['PENDING_TOS_ACCEPTANCE'],
      plan: { planName: 'ANNUAL', isCommitmentPlan: true },
      seats: { numberOfSeats: 10, licensedNumberOfSeats: 0 },
      renewalSettings: { renewalType: 'RENEW_CURRENT_USERS_MONTHLY_PAY' },
    });
    expect(on(google, 'activate', value['subscriptionId'])).toMatchObject({ status: 400, reason: 'badRequest' });
    google.google.control.acceptTerms('C0shop001');
    const after = on(google, 'get', value['subscriptionId']).value;
    expect(after).toMatchObject({ status: 'ACTIVE' });
    expect(after['suspensionReasons']).toBeUndefined();
  });

  test.each([
    ['no SKU', { plan: { planName: 'FLEXIBLE' } }, 'required'],
    ['an unknown SKU', flexible('99'), 'invalid'],
    ['no plan', { skuId: '1010020027' }, 'required'],
    ['an unknown plan', { ...flexible('1010020027'), plan: { planName: 'MONTHLY' } }, 'invalid'],
    ['seats in the wrong field', { ...flexible('1010020027'), seats: { numberOfSeats: 5 } }, 'required'],
    [
      'both seat fields',
      { ...flexible('1010020027'), seats: { maximumNumberOfSeats: 5, numberOfSeats: 5 } },
      'invalid',
    ],
    [
      'eleven seats on a trial',
      { skuId: '1010020027', plan: { planName: 'TRIAL' }, seats: { maximumNumberOfSeats: 11 } },
      'invalid',
    ],
    ['301 seats of a Business edition', flexible('1010020027', 301), 'invalid'],
    [
      '51 free seats',
      { skuId: '1010010001', plan: { planName: 'FREE' }, seats: { maximumNumberOfSeats: 51 } },
      'invalid',
    ],
    ['Enterprise Essentials on a flexible plan', flexible('1010060003'), 'invalid'],
    ['a free plan for what is not free', { ...flexible('1010020027'), plan: { planName: 'FREE' } }, 'invalid'],
    ['a PO number of 81 letters', { ...flexible('1010020027'), purchaseOrderId: 'x'.repeat(81) }, 'invalid'],
  ])('%s is refused and nothing is ordered', (_, body, reason) => {
    const google = open([resold()]);
    expect(order(google, body)).toMatchObject({ status: 400, reason });
    expect(
      google.call('reseller.subscriptions.list', { customerId: 'C0shop001' }).value['subscriptions'],
    ).toBeUndefined();
  });

  test('a SKU that the customer has is refused; a switch takes the users along', () => {
    const google = open([resold({ users: [{ primaryEmail: 'ana@shop.example' }] })]);
    order(google, flexible('1010020027'));
    expect(order(google, flexible('1010020027'))).toMatchObject({
      status: 409,
      message: expect.stringContaining('already exists'),
    });
    google.call(
      'licensing.licenseAssignments.insert',
      { productId: 'Google-Apps', skuId: '1010020027' },
      { userId: 'ana@shop.example' },
    );
    expect(order(google, flexible('1010020028'), { action: 'switch' })).toMatchObject({
      status: 400,
      reason: 'required',
    });
    expect(order(google, flexible('1010020028'), { action: 'switch', sourceSkuId: '1010020027' }).value).toMatchObject({
      skuId: '1010020028',
      seats: { licensedNumberOfSeats: 1 },
    });
    expect(google.call('reseller.subscriptions.list', { customerId: 'C0shop001' }).value['subscriptions']).toHaveLength(
      1,
    );
    expect(
      google.call('licensing.licenseAssignments.get', {
        productId: 'Google-Apps',
        skuId: '1010020028',
        userId: 'ana@shop.example',
      }).status,
    ).toBe(200);
  });

  test('yearly terms and downgrades wait for the renewal', () => {
    const yearly = open([resold()]);
    order(yearly, annual('1010020027', 5, 'ANNUAL_YEARLY_PAY'));
    expect(order(yearly, annual('1010020028', 5), { action: 'switch', sourceSkuId: '1010020027' })).toMatchObject({
      status: 412,
    });
    const monthly = open([resold()]);
    order(monthly, annual('1010020028', 5));
    expect(order(monthly, annual('1010020027', 5), { action: 'switch', sourceSkuId: '1010020028' })).toMatchObject({
      status: 412,
    });
    expect(order(monthly, annual('1010020025', 5), { action: 'switch', sourceSkuId: '1010020028' })).toMatchObject({
      status: 200,
    });
  });

  test("lists: all of the reseller's by pages, by name, by customer; nobody else's", () => {
    const google = open([
      resold(),
      { customer: { id: 'C0other', customerDomain: 'other.example' }, subscriptions: [{ skuId: '1010020027' }] },
    ]);
    order(google, flexible('1010020027'));
    order(google, { skuId: '1010010001', plan: { planName: 'FREE' }, seats: { maximumNumberOfSeats: 50 } });
    const first = google.call('reseller.subscriptions.list', { maxResults: '1' }).value;
    expect(first['subscriptions']).toHaveLength(1);
    expect(
      google.call('reseller.subscriptions.list', { maxResults: '1', pageToken: String(first['nextPageToken']) }).value,
    ).toMatchObject({ subscriptions: [{ customerDomain: 'shop.example' }] });
    expect(
      google.call('reseller.subscriptions.list', { customerNamePrefix: 'glo' }).value['subscriptions'],
    ).toBeUndefined();
    expect(google.call('reseller.subscriptions.list', { customerId: 'C0other' })).toMatchObject({
      status: 403,
      reason: 'forbidden',
    });
    expect(google.call('reseller.subscriptions.list', { customerId: 'C0nobody' }).status).toBe(404);
    expect(google.call('reseller.subscriptions.list', { maxResults: '101' }).status).toBe(400);
  });
});

describe("a subscription's life", () => {
  test('seats: the total in the field of the plan, never fewer on an annual plan or than are in use', () => {
    const google = open([
      resold({ users: [{ primaryEmail: 'ana@shop.example' }, { primaryEmail: 'bo@shop.example' }] }),
    ]);
    const year = order(google, annual('1010020027')).value['subscriptionId'];
    expect(on(google, 'changeSeats', year, { numberOfSeats: 9 })).toMatchObject({ status: 400, reason: 'invalid' });
    expect(on(google, 'changeSeats', year, { maximumNumberOfSeats: 20 })).toMatchObject({ status: 400 });
    expect(on(google, 'changeSeats', year, { numberOfSeats: 20, licensedNumberOfSeats: 7 })).toMatchObject({
      status: 400,
    });
    expect(on(google, 'changeSeats', year, { numberOfSeats: 20 }).value).toMatchObject({
      seats: { numberOfSeats: 20 },
    });
    const extra = order(google, flexible('1010380001', 3)).value['subscriptionId'];
    for (const userId of ['ana@shop.example', 'bo@shop.example'])
      expect(
        google.call('licensing.licenseAssignments.insert', { productId: '101038', skuId: '1010380001' }, { userId })
          .status,
      ).toBe(200);
    expect(on(google, 'changeSeats', extra, { maximumNumberOfSeats: 1 })).toMatchObject({ status: 400 });
    expect(on(google, 'changeSeats', extra, { maximumNumberOfSeats: 2 }).value).toMatchObject({
      seats: { maximumNumberOfSeats: 2, licensedNumberOfSeats: 2 },
    });
  });

  test('plans: from flexible to annual and never back; the id changes, or stays where ids are stable', () => {
    for (const [ids, same] of [
      ['changing', false],
      ['stable', true],
    ] as const) {
      const google = open([resold()], { subscriptionIds: ids });
      const before = order(google, flexible('1010020027')).value['subscriptionId'];
      const { value } = on(google, 'changePlan', before, {
        planName: 'ANNUAL_YEARLY_PAY',
        seats: { numberOfSeats: 12 },
        purchaseOrderId: 'PO 7',
      });
      expect(value).toMatchObject({
        plan: { planName: 'ANNUAL_YEARLY_PAY', commitmentInterval: { startTime: String(google.clock.now()) } },
        seats: { numberOfSeats: 12 },
        purchaseOrderId: 'PO 7',
      });
      expect(value['subscriptionId'] === before).toBe(same);
      expect(
        on(google, 'changePlan', value['subscriptionId'], { planName: 'FLEXIBLE', seats: { maximumNumberOfSeats: 12 } })
          .status,
      ).toBe(412);
      if (!same) expect(on(google, 'get', before).status).toBe(404);
    }
  });

  test('a trial: a plan can be set, then started; without one it ends suspended', () => {
    const trial = { skuId: '1010020027', plan: { planName: 'TRIAL' }, seats: { maximumNumberOfSeats: 10 } };
    const google = open([resold()]);
    const id = order(google, trial).value['subscriptionId'];
    expect(on(google, 'startPaidService', id).status).toBe(412);
    expect(
      on(google, 'changePlan', id, { planName: 'FLEXIBLE', seats: { maximumNumberOfSeats: 40 } }).value,
    ).toMatchObject({ plan: { planName: 'FLEXIBLE' }, trialSettings: { isInTrial: true } });
    google.google.control.setSwitch('trialPlanEcho', 'trial');
    expect(on(google, 'get', id).value).toMatchObject({ plan: { planName: 'TRIAL' } });
    expect(on(google, 'startPaidService', id).value).toMatchObject({
      plan: { planName: 'FLEXIBLE' },
      seats: { maximumNumberOfSeats: 40 },
      trialSettings: { isInTrial: false },
    });
    const other = open([resold()]);
    const left = order(other, trial).value['subscriptionId'];
    other.wait(30 * 24 * 3600);
    expect(on(other, 'get', left).value).toMatchObject({ status: 'SUSPENDED', suspensionReasons: ['TRIAL_ENDED'] });
  });

  test('renewal settings belong to annual plans and decide what follows the term', () => {
    const google = open([resold()]);
    const id = order(google, annual('1010020027')).value['subscriptionId'];
    const vault = order(google, flexible('1010380001')).value['subscriptionId'];
    expect(on(google, 'changeRenewalSettings', vault, { renewalType: 'CANCEL' })).toMatchObject({
      status: 412,
      reason: 'conditionNotMet',
    });
    expect(on(google, 'changeRenewalSettings', id, { renewalType: 'SOMETIMES' }).status).toBe(400);
    expect(on(google, 'changeRenewalSettings', id, { renewalType: 'CANCEL' }).value).toMatchObject({
      renewalSettings: { renewalType: 'CANCEL' },
    });
    google.wait(365 * 24 * 3600);
    expect(on(google, 'get', id).value).toMatchObject({
      status: 'SUSPENDED',
      suspensionReasons: ['RENEWAL_WITH_TYPE_CANCEL'],
    });
  });

  test('suspending and activating: paid and active, add-ons first, for 60 days', () => {
    const google = open([resold()]);
    const id = order(google, flexible('1010020027')).value['subscriptionId'];
    const storage = order(google, flexible('Google-Drive-storage-1TB')).value['subscriptionId'];
    expect(on(google, 'suspend', id).status).toBe(412);
    expect(on(google, 'delete', storage, undefined, { deletionType: 'cancel' }).status).toBe(204);
    expect(on(google, 'suspend', id).value).toMatchObject({
      status: 'SUSPENDED',
      suspensionReasons: ['RESELLER_INITIATED'],
    });
    expect(on(google, 'changeSeats', id, { maximumNumberOfSeats: 20 })).toMatchObject({
      status: 400,
      reason: 'badRequest',
    });
    expect(on(google, 'activate', id).value).toMatchObject({ status: 'ACTIVE' });
    on(google, 'suspend', id);
    google.wait(61 * 24 * 3600);
    expect(on(google, 'activate', id).status).toBe(412);
  });

  test('ending: Workspace is handed to Google, other products are cancelled; somebody must administer the account', () => {
    const google = open([resold()]);
    const id = order(google, flexible('1010020027')).value['subscriptionId'];
    expect(on(google, 'delete', id)).toMatchObject({ status: 400, reason: 'required' });
    expect(on(google, 'delete', id, undefined, { deletionType: 'cancel' })).toMatchObject({
      status: 400,
      reason: 'invalid',
    });
    expect(on(google, 'delete', id, undefined, { deletionType: 'transfer_to_direct' }).status).toBe(204);
    expect(google.call('reseller.customers.get', { customerId: 'C0shop001' }).value['postalAddress']).toBeUndefined();
    const empty = open([{ customer: { id: 'C0shop001', customerDomain: 'shop.example' }, resoldBy: 'C0resell1' }]);
    const left = order(empty, flexible('1010020027')).value['subscriptionId'];
    expect(on(empty, 'delete', left, undefined, { deletionType: 'transfer_to_direct' })).toMatchObject({
      status: 412,
      reason: 'conditionNotMet',
    });
  });
});

describe('transfers', () => {
  const direct = (subscriptions: object[]) => shop({ subscriptions });
  const basic = {
    skuId: 'Google-Apps-For-Business',
    plan: { planName: 'FLEXIBLE' },
    seats: { maximumNumberOfSeats: 10 },
  };
  const vault = { skuId: 'Google-Vault', plan: { planName: 'FLEXIBLE' }, seats: { maximumNumberOfSeats: 10 } };

  test('a token shows what can be transferred; one subscription can go by itself', () => {
    const google = open([direct([basic])]);
    const list = (customerAuthToken: string) =>
      google.call('reseller.subscriptions.list', { customerId: 'shop.example', customerAuthToken });
    expect(list('guess')).toMatchObject({ status: 403, reason: 'forbidden' });
    const token = google.google.control.makeTransferToken('C0shop001', 'C0resell1');
    const listed = list(token).value['subscriptions'] as unknown as { skuId: string; transferInfo: object }[];
    expect(listed).toMatchObject([
      {
        skuId: '1010020027',
        transferInfo: {
          minimumTransferableSeats: 1,
          currentLegacySkuId: 'Google-Apps-For-Business',
          transferabilityExpirationTime: String(google.clock.now() + 14 * 24 * 3600_000),
        },
      },
    ]);
    expect(order(google, { ...flexible('1010020027'), dealCode: 'D1' }, { customerAuthToken: token }).status).toBe(400);
    expect(order(google, flexible('1010020027'), { customerAuthToken: token }).value).toMatchObject({
      skuId: '1010020027',
      status: 'ACTIVE',
    });
    expect(google.call('reseller.customers.get', { customerId: 'shop.example' }).value).toMatchObject({
      postalAddress: { countryCode: 'DE' },
    });
    google.wait(14 * 24 * 3600);
    expect(list(token).status).toBe(403);
    google.google.control.setSwitch('transferTokenDays', '30');
    const longer = google.google.control.makeTransferToken('C0shop001', 'C0resell1');
    google.wait(30 * 24 * 3600 - 1);
    expect(list(longer).status).toBe(200);
    google.wait(1);
    expect(list(longer).status).toBe(403);
  });

  test('several go in one batch or not at all', () => {
    const google = open([direct([basic, vault])]);
    const token = google.google.control.makeTransferToken('C0shop001', 'C0resell1');
    expect(order(google, flexible('1010020027'), { customerAuthToken: token })).toMatchObject({ status: 400 });
    expect(
      google.call('reseller.customers.get', { customerId: 'shop.example' }).value['postalAddress'],
    ).toBeUndefined();
    const part = (sku: string) =>
      `--b\r\nContent-Type: application/http\r\n\r\nPOST /apps/reseller/v1/customers/C0shop001/subscriptions?customerAuthToken=${token} HTTP/1.1\r\nContent-Type: application/json\r\n\r\n${JSON.stringify(flexible(sku))}\r\n`;
    const reply = handleBatch(google.google, {
      body: `${part('1010020027')}${part('Google-Vault')}--b--`,
      contentType: 'multipart/mixed; boundary=b',
      as: boss,
    });
    expect(reply.body.match(/HTTP\/1\.1 200/g)).toHaveLength(2);
    expect(reply.body).not.toContain('Content-ID');
    expect(google.call('reseller.subscriptions.list', { customerId: 'C0shop001' }).value['subscriptions']).toHaveLength(
      2,
    );
  });
});

test('reseller staff: what a role grants, and nothing without one', () => {
  const roles = [
    {
      roleName: 'Lookers',
      rolePrivileges: [
        { privilegeName: resellerPrivilege('C0resell1', 'view'), serviceId: resellerService('C0resell1') },
      ],
    },
  ];
  const google = openGoogle({
    accounts: [
      { ...reseller, roles, roleAssignments: [{ roleName: 'Lookers', assignedTo: 'staff@resell.example' }] },
      resold(),
    ],
    signedInAs: boss,
  });
  const as = 'staff@resell.example';
  expect(google.call('reseller.customers.get', { customerId: 'C0shop001' }, undefined, as).status).toBe(200);
  expect(google.call('reseller.customers.insert', {}, globex, as)).toMatchObject({ status: 403 });
  expect(
    google.call('reseller.customers.get', { customerId: 'C0shop001' }, undefined, 'admin@shop.example'),
  ).toMatchObject({ status: 403, reason: 'forbidden' });
});
