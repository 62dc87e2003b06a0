import { Blocked, Waiting } from '../../src/engine/outcome';
import { inPlan } from '../../src/engine/words';
import type { Result } from '../../src/engine/ports';
import { ask, send, type Procedure, type Step } from '../../src/engine/procedure';
import { Refusal, type Request } from '../../src/engine/request';
import { ensureCustomer } from '../../src/ensure/customer';
import { NotMade } from '../../src/ensure/customer-obstacles';
import { peopleMayCome } from '../../src/ensure/people-may-come';
import { customerFact, domainsFact, orgUnitsFact, rolesFact } from '../../src/google/facts';
import { asResoldCustomer } from '../../src/google/reseller-resources';
import { newAccount } from '../../src/google/new-accounts';
import { asNew } from '../../src/tabs/customers/as-new';
import {
  afterCustomerEnd,
  afterCustomerFailure,
  afterCustomerWrite,
  beforeCustomerWrite,
  memoryIn,
} from '../../src/tabs/customers/memory';
import { provisionCustomer, type CustomerDone } from '../../src/tabs/customers/provision';
import type { CustomerMemory, CustomerRow } from '../../src/tabs/customers/row';
import type { CustomerWish } from '../../src/tabs/customers/wish';
import { boss, byHand, resellerId, writesIn, type Ended, type Hand } from './by-hand';

const now = '2026-03-02T09:00:00.000Z';
const wish: CustomerWish = {
  key: 'acme.example',
  domain: 'acme.example',
  type: 'domain',
  alternateEmail: 'ana@home.example',
  phone: '+4930123456',
  language: 'de',
  organisation: 'Acme GmbH',
  contactName: 'Ana Bo',
  postalCode: '10115',
  country: 'DE',
};
/** The same as Google has it. */
const postalAddress = { organizationName: 'Acme GmbH', contactName: 'Ana Bo', postalCode: '10115', countryCode: 'DE' };
const team: CustomerWish = {
  key: 'acme.example/lead@acme.example',
  domain: 'acme.example',
  type: 'team',
  primaryAdmin: 'lead@acme.example',
  organisation: 'Acme GmbH',
  contactName: 'Ana Bo',
  postalCode: '10115',
  country: 'DE',
};
const starter = '1010020027';

type More = Partial<Omit<CustomerRow, 'wish' | 'memory'>> & {
  readonly wish?: Partial<CustomerWish>;
  readonly memory?: CustomerMemory;
};

function rowOf(more: More = {}, base: CustomerWish = wish): CustomerRow {
  const wished = { ...base, ...more.wish };
  return {
    asNew: asNew({ wish: wished, memory: more.memory ?? {} }),
    reseller: resellerId,
    newName: newAccount(base.key),
    madeInRun: false,
    takenInRun: false,
    underWay: true,
    putBack: false,
    orders: [],
    administrators: [],
    now,
    settings: { publicId: 'C0resell1', countries: [], letPeopleThrough: false },
    ...more,
    wish: wished,
    memory: more.memory ?? {},
  };
}

/** The customer at Google, as the reseller's own with what the wish says, or somebody else's. */
const acme = (more: object = {}, resoldBy: object = { resoldBy: resellerId }) => ({
  customer: {
    id: 'C0acme001',
    customerDomain: 'acme.example',
    language: 'de',
    alternateEmail: 'ana@home.example',
    phoneNumber: '+4930123456',
    postalAddress,
    customerCreationTime: '2026-02-28T09:00:00.000Z',
  },
  users: [{ primaryEmail: 'root@acme.example', isAdmin: true }],
  domains: [{ domainName: 'acme.example', isPrimary: true, verified: false }],
  ...resoldBy,
  ...more,
});
const pending = {
  subscriptions: [
    {
      skuId: starter,
      plan: { planName: 'FLEXIBLE' },
      seats: { maximumNumberOfSeats: 5 },
      status: 'SUSPENDED',
      suspensionReasons: ['PENDING_TOS_ACCEPTANCE'],
    },
  ],
  acceptedTerms: false,
};

const words = ({ plans, shared }: Ended, row = 1): readonly string[] =>
  [...(plans[row]?.shared ?? []).flatMap((key) => shared[key]?.writes ?? []), ...(plans[row]?.writes ?? [])].map(
    (write) => inPlan(write.words),
  );

function valueOf(result: Result | undefined): CustomerDone {
  if (!result || 'error' in result) throw result?.error ?? new Error('The row did not end.');
  return result.value as CustomerDone;
}

function errorOf(result: Result | undefined): Blocked | Waiting {
  const error = result && 'error' in result ? result.error : undefined;
  if (!(error instanceof Blocked) && !(error instanceof Waiting)) throw error ?? new Error('The row ended well.');
  return error;
}

/** Checks and runs one row, the memory kept as the journal keeps it. */
function work(
  hand: Hand,
  row: CustomerRow,
): { readonly checked: Ended; readonly ended: Ended; readonly memory: CustomerMemory } {
  let memory = row.memory;
  hand.wrote = (request, value) => {
    memory = afterCustomerWrite(beforeCustomerWrite(memory, request, now), request, value);
  };
  const checked = hand.check(() => ({ 1: provisionCustomer(row) }));
  const made = words(checked).some((word) => word.startsWith('create'));
  const ended = hand.run(() => ({ 1: provisionCustomer({ ...row, madeInRun: made }) }), checked);
  const result = ended.results[1];
  memory =
    result && 'value' in result
      ? afterCustomerEnd(memory, valueOf(result))
      : afterCustomerFailure(memory, result?.error);
  return { checked, ended, memory };
}

const acmeNow = ({ google }: Hand) =>
  google.call('reseller.customers.get', { customerId: 'acme.example' }, undefined, boss).value;

describe('a free domain', () => {
  test('is planned by name without asking for what is in it, and made with its language before anybody comes', () => {
    const hand = byHand([]);
    const checked = hand.check(() => ({ 1: provisionCustomer(rowOf()) }));
    expect(words(checked)).toEqual([
      'create the customer (organisation Acme GmbH, contact name Ana Bo, postal code 10115, country DE, alternate email ana@home.example, phone +4930123456)',
      'set the language to German',
    ]);
    expect(valueOf(checked.results[1]).standing).toMatchObject({
      account: 'new:acme.example',
      customerId: 'new:acme.example',
      ours: true,
    });
    expect(hand.sent.map(({ op }) => op).filter((op) => op.startsWith('directory.'))).toEqual([]);
    expect(JSON.stringify(checked.shared)).toContain('new:acme.example');
    const { ended, memory } = work(hand, rowOf());
    const done = valueOf(ended.results[1]);
    expect(done).toMatchObject({
      verified: '21 days left',
      terms: '',
      drift: [],
      standing: { account: 'new:acme.example', customerId: expect.stringMatching(/^C/) },
    });
    expect(acmeNow(hand)).toMatchObject({
      customerType: 'domain',
      alternateEmail: 'ana@home.example',
      phoneNumber: '+4930123456',
      postalAddress: { organizationName: 'Acme GmbH', countryCode: 'DE' },
    });
    expect(
      hand.google.call('directory.customers.get', { customerKey: done.standing.customerId }).value['language'],
    ).toBe('de');
    expect(memory).toMatchObject({
      customerId: done.standing.customerId,
      created: true,
      agreed: { organisation: 'Acme GmbH', language: 'de', phone: '+4930123456' },
    });
  });

  test('needs what a new customer cannot do without, all of it named at once', () => {
    const hand = byHand([]);
    const bare: CustomerWish = { key: 'acme.example', domain: 'acme.example', type: 'domain', contactName: 'Ana' };
    const { results } = hand.check(() => ({ 1: provisionCustomer(rowOf({}, bare)) }));
    expect(errorOf(results[1])).toMatchObject({
      remedy: 'A new customer needs Organisation, Postal code, Country, Alternate email.',
      options: { column: 'organisation' },
    });
  });

  test('a second run writes nothing', () => {
    const hand = byHand([]);
    const { memory } = work(hand, rowOf());
    const before = hand.sent.length;
    const again = work(hand, rowOf({ memory, wish: { customerId: memory.customerId! } }));
    expect(writesIn(hand.sent.slice(before))).toEqual([]);
    expect(valueOf(again.ended.results[1]).drift).toEqual([]);
    expect(words(again.checked)).toEqual([]);
  });

  test('a number that Google drops is said, and is not tried again and again', () => {
    const hand = byHand([]);
    const { ended, memory } = work(hand, rowOf({ wish: { phone: '+123' } }));
    expect(valueOf(ended.results[1]).standing.ours).toBe(true);
    expect(ended.remarks[1]).toContain('Google did not take the phone number +123.');
    expect(words(hand.check(() => ({ 1: provisionCustomer(rowOf({ memory, wish: { phone: '+123' } })) })))).toEqual([]);
  });

  test.each([
    ['no answer', 0],
    ['a fault', 503],
  ])('is made once although %s came and the order was carried out', (_, status) => {
    const hand = byHand([]);
    const checked = hand.check(() => ({ 1: provisionCustomer(rowOf()) }));
    hand.google.google.control.failNext('reseller.customers.insert', { status, applied: true });
    const ended = hand.run(() => ({ 1: provisionCustomer(rowOf({ madeInRun: true })) }), checked);
    const { standing } = valueOf(ended.results[1]);
    expect(standing).toMatchObject({
      account: 'new:acme.example',
      ours: true,
      customerId: String(acmeNow(hand)['customerId']),
    });
    expect(hand.google.call('directory.customers.get', { customerKey: standing.customerId }).value['language']).toBe(
      'de',
    );
  });

  test('the next slice of a run knows the account by its name', () => {
    const hand = byHand([]);
    const checked = hand.check(() => ({ 1: provisionCustomer(rowOf()) }));
    let memory: CustomerMemory = {};
    hand.wrote = (request, value) => {
      memory = afterCustomerWrite(memory, request, value);
    };
    hand.google.google.control.failNext('directory.customers.patch', { status: 403, reason: 'dailyLimitExceeded' });
    expect(hand.run(() => ({ 1: provisionCustomer(rowOf({ madeInRun: true })) }), checked).results[1]).toHaveProperty(
      'error',
    );
    hand.google.wait(5);
    const next = hand.run(() => ({ 1: provisionCustomer(rowOf({ madeInRun: true, memory })) }), checked);
    expect(hand.google.call('directory.customers.get', { customerKey: memory.customerId! }).value['language']).toBe(
      'de',
    );
    expect(valueOf(next.results[1]).standing).toMatchObject({
      account: 'new:acme.example',
      customerId: memory.customerId,
    });
    expect(writesIn(hand.sent).filter((op) => op === 'reseller.customers.insert')).toHaveLength(1);
  });
});

describe('a customer of ours', () => {
  test('is left alone where it is as wished, found by its domain alone', () => {
    const hand = byHand([acme()]);
    const { ended, checked } = work(hand, rowOf());
    expect(words(checked)).toEqual([]);
    expect(valueOf(ended.results[1])).toMatchObject({
      standing: { account: 'C0acme001', ours: true },
      verified: '19 days left',
      consoleUrl: expect.stringContaining('acme.example'),
      agreed: { country: 'DE', phone: '+4930123456', language: 'de' },
    });
  });

  test('is changed where it differs, only there', () => {
    const hand = byHand([acme()]);
    const { checked, memory } = work(hand, rowOf({ wish: { city: 'Berlin', alternateEmail: 'bo@home.example' } }));
    expect(words(checked)).toEqual([
      'change city nothing → Berlin, alternate email ana@home.example → bo@home.example',
    ]);
    expect(hand.sent.find(({ op }) => op === 'reseller.customers.patch')).toMatchObject({
      params: { customerId: 'C0acme001' },
      body: { postalAddress: { locality: 'Berlin' }, alternateEmail: 'bo@home.example' },
    });
    expect(acmeNow(hand)).toMatchObject({
      alternateEmail: 'bo@home.example',
      postalAddress: { locality: 'Berlin', organizationName: 'Acme GmbH' },
    });
    expect(memory.agreed).toMatchObject({ city: 'Berlin', alternateEmail: 'bo@home.example' });
  });

  test('keeps what was changed at Google since, until it is put back', () => {
    const hand = byHand([acme()]);
    const { memory } = work(hand, rowOf());
    hand.google.call(
      'reseller.customers.patch',
      { customerId: 'C0acme001' },
      { postalAddress: { organizationName: 'Acme AG' } },
      boss,
    );
    hand.google.call('directory.customers.patch', { customerKey: 'C0acme001' }, { language: 'fr' }, boss);
    const left = work(hand, rowOf({ memory }));
    expect(valueOf(left.ended.results[1]).drift).toEqual(['Organisation', 'Language']);
    expect(left.ended.remarks[1]).toContain(
      'Organisation is “Acme AG” at Google (changed there since). Left as it is; “Put back” restores “Acme GmbH”.',
    );
    expect(left.memory.agreed).toMatchObject({ organisation: 'Acme GmbH', language: 'de' });
    const back = work(hand, rowOf({ memory: left.memory, putBack: true }));
    expect(words(back.checked)).toEqual(['change language French → German', 'change organisation Acme AG → Acme GmbH']);
    expect(acmeNow(hand)['postalAddress']).toMatchObject({ organizationName: 'Acme GmbH' });
  });

  test('a row that was changed too overrides, and says so', () => {
    const hand = byHand([acme()]);
    const { memory } = work(hand, rowOf());
    hand.google.call(
      'reseller.customers.patch',
      { customerId: 'C0acme001' },
      { postalAddress: { organizationName: 'Acme AG' } },
      boss,
    );
    const { checked } = work(hand, rowOf({ memory, wish: { organisation: 'Acme SE' } }));
    expect(checked.remarks[1]).toContain('Organisation “Acme SE” overrides “Acme AG”, a change made at Google.');
    expect(acmeNow(hand)['postalAddress']).toMatchObject({ organizationName: 'Acme SE' });
  });

  test('met with another language: it is set, and only for people to come', () => {
    const hand = byHand([acme({ customer: { ...acme().customer, language: 'en' } })]);
    const { checked } = work(hand, rowOf());
    expect(words(checked)).toEqual(['change language English → German']);
    expect(checked.remarks[1]).toContain('Only people created from now on get the language German.');
  });

  test('whose access is off says where it is turned on', () => {
    const hand = byHand([acme({ apiAccess: false })]);
    const { results } = hand.check(() => ({
      1: provisionCustomer(rowOf()),
      2: provisionCustomer(rowOf({ wish: { key: 'b' } })),
    }));
    expect(errorOf(results[1]).remedy).toContain('Turn on reseller access');
    const { language: _none, ...silent } = wish;
    expect(hand.check(() => ({ 1: provisionCustomer({ ...rowOf(), wish: silent }) })).results[1]).toHaveProperty(
      'value',
    );
  });

  test('whose id is no longer known, or whose domain is another, is never taken for one', () => {
    const hand = byHand([acme()]);
    const { results } = hand.check(() => ({
      1: provisionCustomer(rowOf({ wish: { customerId: 'C0gone001' } })),
      2: provisionCustomer(rowOf({ wish: { key: 'b', domain: 'b.example', customerId: 'C0acme001' } })),
    }));
    expect(errorOf(results[1])).toMatchObject({
      says: 'Google has no customer C0gone001.',
      options: { column: 'customerId' },
    });
    expect(errorOf(results[2])).toMatchObject({
      says: expect.stringContaining('has the domain acme.example at Google, and the row says b.example'),
    });
    expect(writesIn(hand.sent)).toEqual([]);
  });

  test('whoever clears the id of an account that is gone gets the domain looked up', () => {
    const hand = byHand([acme()]);
    expect(
      valueOf(hand.check(() => ({ 1: provisionCustomer(rowOf({ memory: { customerId: 'C0gone001' } })) })).results[1])
        .standing.customerId,
    ).toBe('C0acme001');
  });
});

describe('a customer of somebody else', () => {
  const others = acme(
    {
      subscriptions: [{ skuId: starter, plan: { planName: 'FLEXIBLE' }, seats: { maximumNumberOfSeats: 5 } }],
      acceptedTerms: true,
      transferTokens: [{ token: 'abc123', reseller: resellerId, expires: '2026-03-20T00:00:00.000Z' }],
    },
    {},
  );
  const tokenRow = (more: More = {}) => rowOf({ token: 'token of acme.example', ...more });

  test('waits for a token, and says how the customer makes one for us', () => {
    const hand = byHand([others]);
    const { results } = hand.check(() => ({
      1: provisionCustomer(rowOf()),
      2: provisionCustomer(
        rowOf({ wish: { key: 'b' }, settings: { publicId: '', countries: [], letPeopleThrough: false } }),
      ),
    }));
    expect(errorOf(results[1])).toBeInstanceOf(Waiting);
    expect(errorOf(results[1]).remedy).toMatch(
      /your public id C0resell1 at https:\/\/admin\.google\.com\/TransferToken .* soon \(it lasts 14 to 30 days\)/,
    );
    expect(errorOf(results[2]).remedy).toContain('Set your public id in Seatsheet’s settings first');
    expect(writesIn(hand.sent)).toEqual([]);
  });

  test('with a token names what has to stand on Subscriptions', () => {
    const hand = byHand([others]);
    hand.secrets.set('token of acme.example', 'abc123');
    const { results } = hand.check(() => ({ 1: provisionCustomer(tokenRow()) }));
    expect(errorOf(results[1])).toMatchObject({
      says: expect.stringContaining('(at least 1 seat, until 2026-03-20)'),
      remedy: expect.stringContaining('Business Starter'),
    });
    const ordered = hand.check(() => ({ 1: provisionCustomer(tokenRow({ orders: [{ row: 7, skuId: starter }] })) }));
    expect(errorOf(ordered.results[1])).toBeInstanceOf(Waiting);
  });

  test('with a token that is wrong or has run out says so', () => {
    const hand = byHand([others]);
    hand.secrets.set('token of acme.example', 'old');
    expect(errorOf(hand.check(() => ({ 1: provisionCustomer(tokenRow()) })).results[1])).toMatchObject({
      says: 'The transfer token of acme.example is wrong or has run out.',
      options: { column: 'token' },
    });
  });

  test('is ours once its rows on Subscriptions have transferred it', () => {
    const hand = byHand([others]);
    hand.secrets.set('token of acme.example', 'abc123');
    function* transfer(row: CustomerRow): Procedure<void> {
      const { customerId, domain } = yield* ensureCustomer(row);
      const request: Request = {
        op: 'reseller.subscriptions.insert',
        account: resellerId,
        params: { customerId },
        secrets: { customerAuthToken: 'token of acme.example' },
        named: { domain },
        body: { skuId: starter, plan: { planName: 'FLEXIBLE' }, seats: { maximumNumberOfSeats: 5 } },
      };
      yield* send(request, { plan: 'transfer', done: 'transferred' });
    }
    const row = tokenRow({ orders: [{ row: 2, skuId: starter }] });
    const rows = () => ({
      1: provisionCustomer(row),
      2: transfer(row),
      3: peopleMayCome({ ...row, settings: { ...row.settings, letPeopleThrough: true } }, false),
    });
    const checked = hand.check(rows);
    expect(valueOf(checked.results[1]).standing.ours).toBe(true);
    const ended = hand.run(rows, checked);
    expect(valueOf(ended.results[1])).toMatchObject({
      standing: { ours: true, account: 'C0acme001' },
      terms: 'accepted',
    });
    expect(ended.results[3]).toMatchObject({ value: { ours: true } });
  });

  test('From Gmail waits until it is unlocked, also where the domain is free; one that is ours goes on', () => {
    for (const accounts of [[], [others]]) {
      const hand = byHand(accounts);
      const { results } = hand.check(() => ({ 1: provisionCustomer(tokenRow({ wish: { fromGmail: true } })) }));
      expect(errorOf(results[1])).toMatchObject({
        name: 'Waiting',
        remedy: expect.stringContaining('untick From Gmail'),
      });
    }
    expect(
      byHand([acme()]).check(() => ({ 1: provisionCustomer(rowOf({ wish: { fromGmail: true } })) })).results[1],
    ).toHaveProperty('value');
  });
});

describe('teams', () => {
  const teamAccount = (id: string, lead: string) => ({
    customer: {
      id,
      customerDomain: 'acme.example',
      customerType: 'team',
      primaryAdmin: { primaryEmail: lead },
      postalAddress,
    },
    resoldBy: resellerId,
  });

  test('a further one is made beside others; a domain account is not', () => {
    const hand = byHand([teamAccount('C0team001', 'x@acme.example'), teamAccount('C0team002', 'y@acme.example')]);
    expect(errorOf(hand.check(() => ({ 1: provisionCustomer(rowOf()) })).results[1])).toMatchObject({
      says: expect.stringContaining('Team accounts use the domain'),
      remedy: expect.stringContaining('verify the domain'),
      options: { column: 'type' },
    });
    const { ended, memory } = work(hand, rowOf({}, team));
    expect(valueOf(ended.results[1])).toMatchObject({
      standing: { type: 'team', account: newAccount(team.key) },
      verified: '',
    });
    expect(hand.google.call('reseller.customers.get', { customerId: memory.customerId! }).value).toMatchObject({
      customerType: 'team',
      primaryAdmin: { primaryEmail: 'lead@acme.example' },
    });
    const before = hand.sent.length;
    expect(work(hand, rowOf({ memory }, team)).ended.results[1]).toHaveProperty('value');
    expect(writesIn(hand.sent.slice(before))).toEqual([]);
  });

  test.each([
    ['no answer', 0],
    ['a fault', 503],
    ['a time-out', 504],
  ])('one is never ordered twice, whatever %s hid', (_, status) => {
    const hand = byHand([]);
    const checked = hand.check(() => ({ 1: provisionCustomer(rowOf({}, team)) }));
    hand.google.google.control.failNext('reseller.customers.insert', { status, applied: true });
    const first = hand.run(() => ({ 1: provisionCustomer(rowOf({ madeInRun: true }, team)) }), checked);
    expect(errorOf(first.results[1])).toMatchObject({
      name: 'Blocked',
      remedy: expect.stringContaining('write its Customer ID into this row'),
    });
    const memory = beforeCustomerWrite(
      {},
      { op: 'reseller.customers.insert', account: resellerId, params: {}, body: { customerType: 'team' } },
      now,
    );
    expect(errorOf(hand.check(() => ({ 1: provisionCustomer(rowOf({ memory }, team)) })).results[1]).remedy).toContain(
      'write its Customer ID',
    );
    expect(hand.sent.filter(({ op }) => op === 'reseller.customers.insert')).toHaveLength(1);
    const id = Object.keys(hand.google.google.control.state.accounts).find((one) => one !== resellerId)!;
    expect(
      hand.check(() => ({ 1: provisionCustomer(rowOf({ memory, wish: { customerId: id } }, team)) })).results[1],
    ).toHaveProperty('value');
  });

  test('one that Google refused for certain may be ordered again', () => {
    const hand = byHand([]);
    hand.google.google.control.failNext('reseller.customers.insert', { status: 400, reason: 'invalid' });
    const begun = { begun: { 'create-team': now } };
    const checked = hand.check(() => ({ 1: provisionCustomer(rowOf({}, team)) }));
    const { results } = hand.run(() => ({ 1: provisionCustomer(rowOf({ madeInRun: true }, team)) }), checked);
    expect(afterCustomerFailure(begun, (results[1] as { error: unknown }).error)).toEqual({ begun: {} });
    expect(afterCustomerFailure(begun, new NotMade('x', 'y'))).toEqual({ begun: {} });
    for (const unclear of [
      new Blocked('x', 'y'),
      new Refusal(503, '', { message: '', op: 'reseller.customers.insert' }),
    ])
      expect(afterCustomerFailure(begun, unclear)).toEqual(begun);
  });

  test.each([
    ['lead@acme.example', true],
    ['other@acme.example', false],
  ])('one that Google names by its domain is the row’s own if %s leads it', (primaryAdmin, own) => {
    const shared = ensureCustomer(rowOf({}, team)).next().value as Extract<Step, { kind: 'once' }>;
    const looking = shared.make();
    expect(looking.next().value).toMatchObject({ kind: 'ask', fact: { key: 'acme.example' } });
    const met = asResoldCustomer({
      customerId: 'C0team001',
      customerDomain: 'acme.example',
      customerType: 'team',
      alternateEmail: 'a@b.example',
      primaryAdmin: { primaryEmail: primaryAdmin },
    });
    expect(looking.next(met).value).toMatchObject(
      own ? { account: 'C0team001', ours: true } : { kind: 'send', request: { op: 'reseller.customers.insert' } },
    );
  });

  test('none is made on a domain that an account has verified', () => {
    const hand = byHand([acme()]);
    expect(errorOf(hand.check(() => ({ 1: provisionCustomer(rowOf({}, team)) })).results[1]).says).toContain(
      'no team can be made',
    );
  });
});

describe('the terms', () => {
  const administrators = [{ row: 9, email: 'root@acme.example' }];

  test('one mail, once: to the alternate address, naming who signs in, in the customer’s language', () => {
    const hand = byHand([acme(pending)]);
    const { checked, ended, memory } = work(hand, rowOf({ administrators }));
    expect(words(checked)).toEqual([
      'send a mail to ana@home.example (subject “acme.example: Ihr Google-Konto ist bereit, bitte Bedingungen annehmen”)',
    ]);
    const mails = hand.sent.filter(({ op }) => op === 'mail.send');
    expect(mails).toHaveLength(1);
    expect(mails[0]).toMatchObject({
      params: { to: 'ana@home.example' },
      retry: false,
      body: {
        text: expect.stringMatching(
          /Guten Tag,[^]*als root@acme\.example an[^]*Google Workspace via Reseller[^]*21 Tagen/,
        ),
      },
    });
    expect(valueOf(ended.results[1])).toMatchObject({
      terms: 'waiting 0 days',
      termsWaitSince: now,
      told: { at: now, to: 'ana@home.example' },
    });
    const later = '2026-03-05T10:00:00.000Z';
    const again = work(hand, rowOf({ administrators, memory, now: later }));
    expect(valueOf(again.ended.results[1])).toMatchObject({ terms: 'waiting 3 days', told: { at: now } });
    expect(hand.sent.filter(({ op }) => op === 'mail.send')).toHaveLength(1);
    hand.google.google.control.acceptTerms('C0acme001');
    const settled = work(hand, rowOf({ administrators, memory: again.memory, now: later }));
    expect(valueOf(settled.ended.results[1]).terms).toBe('accepted');
    expect(settled.memory.termsWaitSince).toBeUndefined();
  });

  test('a mail that was begun and not confirmed is not sent again', () => {
    const hand = byHand([acme(pending)]);
    const { checked } = work(hand, rowOf({ administrators, memory: { begun: { 'mail:welcome': now } } }));
    expect(checked.remarks[1]).toEqual([expect.stringContaining('may have been sent')]);
    expect(writesIn(hand.sent)).toEqual([]);
  });

  test('nobody to accept them is said; a person without rights does not count', () => {
    const hand = byHand([acme({ ...pending, users: [{ primaryEmail: 'root@acme.example' }] })]);
    for (const row of [rowOf(), rowOf({ administrators })]) {
      const { checked } = work(hand, row);
      expect(checked.remarks[1]).toEqual([expect.stringContaining('write a first administrator on the Users tab')]);
    }
    expect(writesIn(hand.sent)).toEqual([]);
  });
});

describe('people', () => {
  test('wait until terms and domain are in order, unless they are let through; a super administrator does not', () => {
    const hand = byHand([acme(pending)]);
    const through = rowOf({ settings: { publicId: '', countries: [], letPeopleThrough: true } });
    const come = () =>
      hand.check(() => ({
        1: peopleMayCome(rowOf(), false),
        2: peopleMayCome(rowOf(), true),
        3: peopleMayCome(through, false),
      })).results;
    const first = come();
    expect(errorOf(first[1]).says).toContain('has not accepted Google’s terms');
    expect([first[2], first[3]]).toEqual([
      { value: expect.objectContaining({ account: 'C0acme001' }) },
      { value: expect.objectContaining({ ours: true }) },
    ]);
    hand.google.google.control.acceptTerms('C0acme001');
    expect(errorOf(come()[1]).says).toBe('acme.example is not verified yet.');
    hand.google.google.control.verifyDomain('C0acme001', 'acme.example');
    expect(come()[1]).toHaveProperty('value');
  });

  test('a super administrator waits for orders alone: the licences of the same row need their seats', () => {
    const ends: number[] = [];
    function* ordered(): Procedure<void> {
      for (const fact of [customerFact, domainsFact, rolesFact, orgUnitsFact]) yield* ask<unknown>(fact('C0acme001'));
      ends.push(2);
    }
    function* came(): Procedure<void> {
      yield* peopleMayCome(rowOf({ orders: [{ row: 2, skuId: starter }] }), true);
      ends.push(1);
    }
    byHand([acme()]).check(() => ({ 1: came(), 2: ordered() }));
    expect(ends).toEqual([2, 1]);
  });

  test('of a customer whose own row fails wait for it', () => {
    const hand = byHand([]);
    const results = hand.check(() => ({
      1: peopleMayCome(rowOf({ wish: { customerId: 'C0gone001' } }), true),
    })).results;
    expect(errorOf(results[1])).toMatchObject({
      name: 'Waiting',
      says: 'acme.example is not ready: see its row on Customers.',
    });
  });

  test('share the making of their account', () => {
    const hand = byHand([], { switches: { customerPropagation: '0' } });
    const rows = (madeInRun: boolean) => () => ({
      1: provisionCustomer(rowOf({ madeInRun })),
      2: peopleMayCome(rowOf({ madeInRun }), true),
      3: peopleMayCome(rowOf({ madeInRun }), true),
    });
    const checked = hand.check(rows(false));
    hand.run(rows(true), checked);
    expect(writesIn(hand.sent)).toEqual(['reseller.customers.insert', 'directory.customers.patch']);
  });
});

describe('the journal', () => {
  const memory: CustomerMemory = {
    customerId: 'C0acme001',
    created: true,
    agreed: { organisation: 'Acme GmbH', phone: '' },
    drift: ['Phone'],
    begun: { 'mail:welcome': now },
    told: { at: now, to: 'ana@home.example' },
    shown: { terms: 'waiting 3 days' },
    termsWaitSince: now,
  };

  test.each([[memory], [{}], [{ agreed: {}, drift: [], begun: {} }]])('gives back what was remembered: %j', (known) => {
    expect(memoryIn(JSON.parse(JSON.stringify(known)) as object)).toEqual(known);
  });

  test('leaves out what is not understood', () => {
    expect(
      memoryIn({
        customerId: 7,
        created: 'yes',
        agreed: 'x',
        drift: {},
        begun: [],
        told: { at: 1 },
        shown: '',
        termsWaitSince: 0,
      }),
    ).toEqual({ agreed: {} });
  });
});
