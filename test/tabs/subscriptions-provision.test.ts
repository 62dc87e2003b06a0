import { shop } from '../workspace/google';
import { Desk, resold, type Wish } from './subscriptions-by-hand';

const starter: Wish = { product: 'Business Starter', plan: 'FLEXIBLE', seats: 10 };
const yearly: Wish = { product: 'Business Starter', plan: 'ANNUAL_MONTHLY_PAY', seats: 10 };
const people = (count: number): object => ({
  users: Array.from({ length: count }, (_, at) => ({ primaryEmail: `p${String(at)}@shop.example` })),
});
const licensed = (count: number, sku: string): object => ({
  ...people(count),
  licences: Array.from({ length: count }, (_, at) => ({
    userId: `p${String(at)}@shop.example`,
    productId: sku === 'Google-Vault' ? sku : '101038',
    skuId: sku,
  })),
});
const core: Wish = { product: 'AppSheet Core', plan: 'FLEXIBLE', seats: 10 };
const sent = (
  desk: Desk,
  call: string,
): readonly { readonly params: Readonly<Record<string, string>>; readonly body?: unknown }[] =>
  desk.google.google.log.filter(({ op }) => op === `reseller.subscriptions.${call}`);
const idAt = (desk: Desk): unknown => desk.list()[0]?.['subscriptionId'];

describe('an order', () => {
  test('is placed as the row says, and a second run writes nothing', () => {
    const desk = new Desk();
    const row = {
      ...yearly,
      renewal: 'AUTO_RENEW_YEARLY_PAY',
      purchaseOrder: 'PO 7',
      dealCode: 'D1',
      state: 'Active',
    } as const;
    const became = desk.one(row);
    expect(became).toMatchObject({
      outcome: 'done',
      planned: [
        'order Google Workspace Business Starter (annual plan paid monthly, 10 seats, renews with same seats paid yearly, PO number PO 7, deal code D1)',
      ],
      done: {
        skuId: '1010020027',
        drift: [],
        agreed: {
          plan: 'ANNUAL_MONTHLY_PAY',
          seats: '10',
          renewal: 'AUTO_RENEW_YEARLY_PAY',
          purchaseOrder: 'PO 7',
          dealCode: 'D1',
          state: 'Active',
        },
      },
    });
    expect(became.done?.googleSays).toBe(
      'Active, annual, paid monthly, 0 of 10 seats used, renews 2027-03-02 (same seats, yearly)',
    );
    expect(sent(desk, 'insert').map(({ body }) => body)).toEqual([
      {
        skuId: '1010020027',
        plan: { planName: 'ANNUAL_MONTHLY_PAY' },
        seats: { numberOfSeats: 10 },
        renewalSettings: { renewalType: 'AUTO_RENEW_YEARLY_PAY' },
        purchaseOrderId: 'PO 7',
        dealCode: 'D1',
      },
    ]);
    // Google answers ANNUAL: that is the plan of the row all the same.
    expect(desk.list()).toMatchObject([{ plan: { planName: 'ANNUAL' } }]);
    expect(
      desk.writes(() => {
        expect(desk.one(row)).toMatchObject({ outcome: 'done', details: '', done: { drift: [] } });
      }),
    ).toEqual([]);
  });

  test('says what an annual plan renews to even where the row does not, and the seats in the field of its plan', () => {
    const desk = new Desk();
    desk.provision([{ ...yearly, plan: 'ANNUAL_YEARLY_PAY' }, { product: 'Cloud Identity Free' }, core]);
    expect(sent(desk, 'insert').map(({ body }) => body)).toMatchObject([
      { seats: { numberOfSeats: 10 }, renewalSettings: { renewalType: 'RENEW_CURRENT_USERS_YEARLY_PAY' } },
      { plan: { planName: 'FREE' }, seats: { maximumNumberOfSeats: 50 } },
      { seats: { maximumNumberOfSeats: 10 } },
    ]);
  });

  test('of a customer who has not accepted the terms is no failure', () => {
    const desk = new Desk([resold({ acceptedTerms: false })]);
    const became = desk.one(starter);
    expect(became).toMatchObject({
      outcome: 'done',
      done: { googleSays: 'Waiting for the terms, flexible, 0 of 10 seats used' },
    });
    expect(became.details).toContain('Waiting for the customer to accept the terms');
    expect(desk.one({ ...starter, state: 'Active' })).toMatchObject({
      outcome: 'done',
      done: { agreed: { state: 'Active' } },
    });
    expect(desk.one({ ...starter, seats: 20 })).toMatchObject({
      outcome: 'waiting',
      details: expect.stringContaining('shop.example has not accepted the terms'),
    });
  });

  test.each([
    ['Plan', { product: 'Business Starter', seats: 5 }, 'plan'],
    ['Seats', { product: 'Business Starter', plan: 'FLEXIBLE' }, 'seats'],
    ['a product that can be bought', { product: 'G Suite Lite', plan: 'FLEXIBLE', seats: 5 }, 'product'],
  ] as const)('needs %s', (_, row, column) => {
    const desk = new Desk();
    expect(desk.one(row)).toMatchObject({ outcome: 'blocked', column });
    expect(desk.list()).toEqual([]);
  });

  test('of Vault waits for the domain to be verified', () => {
    const subscriptions = [{ skuId: 'Google-Apps-For-Business', plan: { planName: 'FLEXIBLE' }, seats: {} }];
    const domains = [{ domainName: 'shop.example', isPrimary: true, verified: false }];
    const desk = new Desk([resold({ domains, subscriptions })]);
    expect(desk.one({ product: 'Vault', plan: 'FLEXIBLE', seats: 5 })).toMatchObject({
      outcome: 'waiting',
      details: expect.stringContaining('once the domain shop.example is verified'),
    });
  });

  test('for somebody who is no customer says where to add them; for one who is not ready, where to look', () => {
    expect(new Desk().one(starter, { customer: 'none' })).toMatchObject({
      outcome: 'blocked',
      column: 'customer',
      details: expect.stringContaining('shop.example is not a customer of yours. Add it on Customers'),
    });
    expect(new Desk([shop()]).one(starter, { customer: 'row' })).toMatchObject({
      outcome: 'waiting',
      details: expect.stringContaining('shop.example is not ready: see its row on Customers.'),
    });
  });

  test('of a customer whom the same run makes goes to the account that came to be', () => {
    const desk = new Desk([]);
    const rows = desk.provision([{ ...yearly, renewal: 'CANCEL' }, core], { customer: 'new' });
    expect(rows.map(({ outcome, planned }) => [outcome, planned])).toEqual([
      [
        'done',
        [
          'create the customer (organisation Shop)',
          'order Google Workspace Business Starter (annual plan paid monthly, 10 seats, cancel at the end of the term)',
        ],
      ],
      ['done', ['create the customer (organisation Shop)', 'order AppSheet Core (flexible plan, 10 seats)']],
    ]);
    expect(desk.list().map(({ customerDomain, status }) => [customerDomain, status])).toEqual([
      ['shop.example', 'SUSPENDED'],
      ['shop.example', 'SUSPENDED'],
    ]);
    expect(desk.writes(() => desk.provision([{ ...yearly, renewal: 'CANCEL' }, core], { customer: 'row' }))).toEqual(
      [],
    );
  });

  test('of Chrome Enterprise for such a customer waits', () => {
    const chrome = { product: 'Chrome Enterprise', plan: 'TRIAL', seats: 5 } as const;
    expect(new Desk([]).one(chrome, { customer: 'new' })).toMatchObject({
      outcome: 'waiting',
      details: expect.stringContaining('is verified'),
    });
  });

  test.each([0, 503, 500])('whose answer was lost (%d) is not placed twice', (status) => {
    const desk = new Desk();
    desk.google.google.control.failNext('reseller.subscriptions.insert', {
      status,
      reason: 'backendError',
      applied: true,
    });
    const became = desk.one(starter);
    expect(became).toMatchObject({
      outcome: 'done',
      details: expect.stringContaining(
        'Google’s answer was lost, and a look showed that it was carried out: ordered Google Workspace Business Starter.',
      ),
    });
    expect([sent(desk, 'insert').length, desk.list().length]).toEqual([1, 1]);
    expect(desk.writes(() => desk.one(starter))).toEqual([]);
  });

  test('that did not arrive is sent again, twice at most', () => {
    const desk = new Desk();
    desk.google.google.control.failNext('reseller.subscriptions.insert', { status: 0 }, 2);
    expect(desk.one(starter)).toMatchObject({ outcome: 'done' });
    expect([sent(desk, 'insert').length, desk.list().length]).toEqual([3, 1]);
    const other = new Desk();
    other.google.google.control.failNext('reseller.subscriptions.insert', { status: 503, reason: 'backendError' }, 9);
    expect(other.one(starter)).toMatchObject({ outcome: 'failed' });
    expect(sent(other, 'insert')).toHaveLength(3);
  });

  test.each(['409', '400'])(
    'of what somebody else ordered after the check takes that up (%s)',
    (subscriptionExists) => {
      const desk = new Desk([resold()], { subscriptionExists });
      const order = (): void => {
        desk.google.call(
          'reseller.subscriptions.insert',
          { customerId: 'C0shop001' },
          { skuId: '1010020027', plan: { planName: 'FLEXIBLE' }, seats: { maximumNumberOfSeats: 10 } },
        );
      };
      expect(
        desk.writes(() => {
          expect(desk.one(starter, { meanwhile: order })).toMatchObject({ outcome: 'done' });
        }),
      ).toEqual(['insert']);
      expect(sent(desk, 'insert')).toHaveLength(1);
      const other = new Desk([resold()], { subscriptionExists });
      // Past the look before the order: only Google's own refusal tells.
      other.google.google.control.failNext('reseller.subscriptions.insert', {
        status: Number(subscriptionExists),
        reason: 'duplicate',
        message: 'Subscription already exists.',
        applied: true,
      });
      expect(other.one(starter)).toMatchObject({
        outcome: 'done',
        details: expect.stringContaining('was ordered meanwhile'),
      });
      expect(other.list()).toHaveLength(1);
    },
  );
});

describe('a subscription that is there', () => {
  const has = (more: object = {}, account: object = {}): Desk =>
    new Desk([
      resold({
        subscriptions: [
          { skuId: '1010020027', plan: { planName: 'FLEXIBLE' }, seats: { maximumNumberOfSeats: 10 }, ...more },
        ],
        ...account,
      }),
    ]);
  const annual = {
    plan: { planName: 'ANNUAL' },
    seats: { numberOfSeats: 10 },
    renewalSettings: { renewalType: 'AUTO_RENEW_MONTHLY_PAY' },
  };

  test('is taken up and left alone where the row leaves it open', () => {
    const desk = has();
    expect(
      desk.writes(() => {
        expect(desk.one({ product: 'Business Starter' })).toMatchObject({
          outcome: 'done',
          done: { agreed: {}, googleSays: 'Active, flexible, 0 of 10 seats used' },
        });
      }),
    ).toEqual([]);
  });

  test('gets more seats, or fewer on a flexible plan', () => {
    const desk = has();
    expect(desk.one({ ...starter, seats: 20 })).toMatchObject({ outcome: 'done', planned: ['raise seats 10 → 20'] });
    expect(desk.one({ ...starter, seats: 5 })).toMatchObject({ outcome: 'done' });
    expect(desk.list()).toMatchObject([{ seats: { maximumNumberOfSeats: 5 } }]);
    expect(sent(desk, 'changeSeats').map(({ body }) => body)).toEqual([
      { maximumNumberOfSeats: 20 },
      { maximumNumberOfSeats: 5 },
    ]);
  });

  test('keeps the seats of people who hold it', () => {
    const desk = new Desk([
      resold({
        ...licensed(3, '1010380001'),
        subscriptions: [{ skuId: '1010380001', plan: { planName: 'FLEXIBLE' }, seats: { maximumNumberOfSeats: 10 } }],
      }),
    ]);
    expect(desk.one({ ...core, seats: 2 })).toMatchObject({
      outcome: 'blocked',
      column: 'seats',
      details: '3 people hold AppSheet Core, and Seats says 2. Take licences away first, or write at least 3.',
    });
    expect(sent(desk, 'changeSeats')).toEqual([]);
  });

  test('on an annual plan gets no fewer before its renewal, and says when that is', () => {
    const desk = has(annual);
    const became = desk.one({ ...yearly, seats: 5 });
    expect(became).toMatchObject({ outcome: 'blocked', column: 'seats' });
    expect(became.details).toMatch(/annual plan with 10 seats until 2027-02-15; .*RENEW_CURRENT_USERS/);
    const falling = desk.one({ ...yearly, seats: 5, renewal: 'RENEW_CURRENT_USERS_MONTHLY_PAY' });
    expect(falling).toMatchObject({
      outcome: 'done',
      done: { drift: ['Seats'], agreed: { renewal: 'RENEW_CURRENT_USERS_MONTHLY_PAY' } },
    });
    expect(falling.details).toContain('keeps its 10 seats until it renews on 2027-02-15');
    expect(sent(desk, 'changeSeats')).toEqual([]);
    expect(desk.one({ ...yearly, seats: 15 })).toMatchObject({ outcome: 'done' });
    expect(desk.list()).toMatchObject([{ seats: { numberOfSeats: 15 } }]);
  });

  test('goes to an annual plan with its renewal, order number and seats, whatever becomes of its id; and not back', () => {
    const desk = has();
    const before = idAt(desk);
    const row = { ...yearly, seats: 12, renewal: 'CANCEL', purchaseOrder: 'PO 9' } as const;
    expect(desk.one(row)).toMatchObject({
      outcome: 'done',
      planned: [
        'change plan flexible → annual paid monthly, seats 10 → 12 (PO number PO 9)',
        'change renewal nothing → Cancel at the end of the term',
      ],
    });
    expect(idAt(desk)).not.toBe(before);
    expect(desk.list()).toMatchObject([
      {
        plan: { planName: 'ANNUAL' },
        seats: { numberOfSeats: 12 },
        renewalSettings: { renewalType: 'CANCEL' },
        purchaseOrderId: 'PO 9',
      },
    ]);
    expect(desk.writes(() => desk.one(row))).toEqual([]);
    expect(desk.one(starter)).toMatchObject({
      outcome: 'blocked',
      column: 'plan',
      details: expect.stringContaining('no annual plan can be changed before it renews'),
    });
    expect(desk.one({ ...row, renewal: 'SWITCH_TO_PAY_AS_YOU_GO' })).toMatchObject({
      outcome: 'done',
      done: { googleSays: 'Active, annual, paid monthly, 0 of 12 seats used, renews 2027-03-02 (switch to flexible)' },
    });
  });

  test('is found by its product when its id changed after the check', () => {
    const desk = has();
    const meanwhile = (): void => {
      desk.google.call(
        'reseller.subscriptions.changePlan',
        { customerId: 'C0shop001', subscriptionId: String(idAt(desk)) },
        { planName: 'ANNUAL_YEARLY_PAY', seats: { numberOfSeats: 10 } },
      );
    };
    expect(desk.one({ product: 'Business Starter', state: 'Suspended' }, { meanwhile })).toMatchObject({
      outcome: 'done',
    });
    expect(desk.list()).toMatchObject([{ status: 'SUSPENDED' }]);
  });

  test('is looked up again where Google answers that there is none by this id', () => {
    const desk = has();
    desk.google.google.control.failNext('reseller.subscriptions.changeSeats', { status: 404, reason: 'notFound' });
    expect(desk.one({ ...starter, seats: 20 })).toMatchObject({ outcome: 'done' });
    expect(sent(desk, 'changeSeats')).toHaveLength(2);
  });

  test('is not changed twice where the answer was lost', () => {
    const desk = has();
    desk.google.google.control.failNext('reseller.subscriptions.changePlan', { status: 0, applied: true });
    expect(desk.one({ ...yearly, seats: 12 })).toMatchObject({
      outcome: 'done',
      details: expect.stringContaining('Google’s answer was lost'),
    });
    expect(sent(desk, 'changePlan')).toHaveLength(1);
  });

  test('has a renewal only on an annual plan', () => {
    expect(has().one({ product: 'Business Starter', renewal: 'CANCEL' })).toMatchObject({
      outcome: 'blocked',
      column: 'renewal',
    });
    expect(has(annual).one({ product: 'Business Starter', renewal: 'CANCEL' })).toMatchObject({
      outcome: 'done',
      done: { googleSays: expect.stringContaining('ends 2027-02-15') },
    });
  });

  test('cannot have its order number changed by itself, and says so', () => {
    const desk = has({ purchaseOrderId: 'PO 1' });
    expect(
      desk.writes(() => {
        expect(desk.one({ product: 'Business Starter', purchaseOrder: 'PO 2' }).details).toContain(
          'The PO number is “PO 1” at Google; “PO 2” is sent with the next order or change of plan.',
        );
      }),
    ).toEqual([]);
  });

  test('what Google changed since is reported and left, put back when asked, overridden when the row changed too', () => {
    const desk = has();
    desk.one(starter);
    desk.google.call(
      'reseller.subscriptions.changeSeats',
      { customerId: 'C0shop001', subscriptionId: String(idAt(desk)) },
      { maximumNumberOfSeats: 30 },
    );
    expect(
      desk.writes(() => {
        expect(desk.one(starter)).toMatchObject({
          outcome: 'done',
          done: { drift: ['Seats'] },
          details: expect.stringContaining('Seats is “30” at Google (changed there since)'),
        });
      }),
    ).toEqual([]);
    expect(desk.one({ ...starter, seats: 20 }).details).toContain(
      'Seats “20” overrides “30”, a change made at Google.',
    );
    desk.google.call(
      'reseller.subscriptions.changeSeats',
      { customerId: 'C0shop001', subscriptionId: String(idAt(desk)) },
      { maximumNumberOfSeats: 30 },
    );
    expect(desk.writes(() => desk.one({ ...starter, seats: 20 }, { putBack: true }))).toEqual(['changeSeats']);
  });

  test('that went away at Google is not ordered again unless that is asked', () => {
    const desk = has();
    desk.one(starter);
    desk.google.call('reseller.subscriptions.delete', {
      customerId: 'C0shop001',
      subscriptionId: String(idAt(desk)),
      deletionType: 'transfer_to_direct',
    });
    expect(
      desk.writes(() => {
        expect(desk.one(starter)).toMatchObject({
          outcome: 'done',
          done: { drift: ['Product'], googleSays: '' },
          details: expect.stringContaining('was cancelled or moved away at Google since'),
        });
      }),
    ).toEqual([]);
  });

  test('is suspended and taken up again', () => {
    const desk = has();
    expect(desk.one({ ...starter, state: 'Suspended' })).toMatchObject({
      outcome: 'done',
      done: { googleSays: 'Suspended by you, flexible, 0 of 10 seats used' },
    });
    expect(desk.writes(() => desk.one({ ...starter, state: 'Suspended' }))).toEqual([]);
    expect(desk.one({ ...starter, seats: 20, state: 'Active' })).toMatchObject({ outcome: 'done' });
    expect(desk.list()).toMatchObject([{ status: 'ACTIVE', seats: { maximumNumberOfSeats: 20 } }]);
  });

  test('that Google itself suspended is not ours to take up', () => {
    const desk = has({ status: 'SUSPENDED', suspensionReasons: ['OTHER'] });
    expect(desk.one({ ...starter, state: 'Active' })).toMatchObject({
      outcome: 'blocked',
      column: 'state',
      details: expect.stringContaining('Google says: Suspended by Google.'),
    });
    expect(desk.writes(() => desk.one({ ...starter, state: 'Suspended' }))).toEqual([]);
  });

  test('that is not in use says so even where the row leaves its state open', () => {
    expect(
      has({ status: 'SUSPENDED', suspensionReasons: ['TRIAL_ENDED'] }).one({ product: 'Business Starter' }),
    ).toMatchObject({ outcome: 'done', remarks: ['It is not in use: Suspended, the trial has ended.'] });
  });

  test('on a trial, or waiting for the terms, cannot be suspended', () => {
    expect(has({ plan: { planName: 'TRIAL' } }).one({ product: 'Business Starter', state: 'Suspended' })).toMatchObject(
      { outcome: 'blocked', column: 'state' },
    );
    expect(
      has({ status: 'SUSPENDED', suspensionReasons: ['PENDING_TOS_ACCEPTANCE'] }).one({
        product: 'Business Starter',
        state: 'Suspended',
      }),
    ).toMatchObject({ outcome: 'waiting' });
  });

  test('of Workspace is suspended after its add-ons, which a row has to cancel', () => {
    const both = (): Desk =>
      new Desk([
        resold({
          subscriptions: [
            { skuId: '1010020027', plan: { planName: 'FLEXIBLE' }, seats: { maximumNumberOfSeats: 10 } },
            { skuId: 'Google-Drive-storage-1TB', plan: { planName: 'FLEXIBLE' }, seats: { maximumNumberOfSeats: 1 } },
          ],
        }),
      ]);
    const [workspace, drive] = [
      { product: 'Business Starter', state: 'Suspended' },
      { product: 'Google Drive storage 1TB', state: 'Cancelled' },
    ] as const;
    expect(both().one(workspace)).toMatchObject({
      outcome: 'blocked',
      details: expect.stringContaining('Google Drive storage 1TB has to be cancelled before'),
    });
    const desk = both();
    expect(
      desk.writes(() => {
        expect(desk.provision([workspace, drive], { armed: true }).map(({ outcome }) => outcome)).toEqual([
          'done',
          'done',
        ]);
      }),
    ).toEqual(['delete', 'suspend']);
  });
});

describe('a trial', () => {
  const trial: Wish = { product: 'Business Starter', plan: 'TRIAL', seats: 10 };

  test.each(['new', 'trial'])(
    'gets the plan that follows it as often as wanted, and starts it (Google shows the %s plan)',
    (trialPlanEcho) => {
      const desk = new Desk([resold()], { trialPlanEcho });
      expect(desk.one(trial)).toMatchObject({
        outcome: 'done',
        done: { googleSays: 'Trial until 2026-04-01, 0 of 10' },
      });
      expect(desk.one({ ...trial, plan: 'FLEXIBLE', seats: 40 })).toMatchObject({
        outcome: 'done',
        planned: ['let the trial be followed by flexible plan (40 seats)'],
      });
      expect(
        desk.writes(() => {
          expect(desk.one({ ...trial, plan: 'FLEXIBLE', seats: 40 })).toMatchObject({ done: { drift: [] } });
        }),
      ).toEqual([]);
      expect(desk.writes(() => desk.one({ ...trial, plan: 'FLEXIBLE', seats: 50 }))).toEqual(['changePlan']);
      expect(desk.writes(() => desk.one({ ...trial, plan: 'ANNUAL_YEARLY_PAY', seats: 50 }))).toEqual(['changePlan']);
      expect(desk.one({ ...trial, plan: 'ANNUAL_YEARLY_PAY', seats: 50, state: 'Paid service' })).toMatchObject({
        outcome: 'done',
        done: { googleSays: expect.stringContaining('Active, annual, paid yearly, 0 of 50') },
      });
      expect(
        desk.writes(() => desk.one({ ...trial, plan: 'ANNUAL_YEARLY_PAY', seats: 50, state: 'Paid service' })),
      ).toEqual([]);
    },
  );

  test('is not started without a plan, has ten seats, and begins only with an order', () => {
    const desk = new Desk();
    desk.one(trial);
    expect(desk.one({ product: 'Business Starter', state: 'Paid service' })).toMatchObject({
      outcome: 'blocked',
      column: 'plan',
    });
    expect(desk.one({ product: 'Business Starter', seats: 11 })).toMatchObject({ outcome: 'blocked', column: 'seats' });
    const paid = new Desk();
    paid.one(starter);
    expect(paid.one(trial)).toMatchObject({
      outcome: 'blocked',
      column: 'plan',
      details: expect.stringContaining('a trial can only begin with an order'),
    });
  });
});

describe('ending', () => {
  const two = (): Desk =>
    new Desk([
      resold({
        subscriptions: [
          { skuId: '1010020027', plan: { planName: 'FLEXIBLE' }, seats: { maximumNumberOfSeats: 10 } },
          { skuId: '1010380001', plan: { planName: 'FLEXIBLE' }, seats: { maximumNumberOfSeats: 3 } },
        ],
      }),
    ]);
  const handed = [
    { product: 'Business Starter', state: 'Handed to Google' },
    { product: 'AppSheet Core', state: 'Handed to Google' },
  ] as const;

  test('has to be armed', () => {
    const desk = two();
    for (const row of [handed[0], { product: 'AppSheet Core', state: 'Cancelled' }] as const) {
      expect(desk.one(row)).toMatchObject({
        outcome: 'blocked',
        column: 'state',
        details:
          'Cancelling has to be armed. Choose Seatsheet › Set up › Arm deleting and cancelling…, then check and run the row again.',
      });
    }
    expect(desk.list()).toHaveLength(2);
  });

  test('cancels an add-on, and a second run has nothing to do', () => {
    const desk = two();
    expect(desk.one({ product: 'AppSheet Core', state: 'Cancelled' }, { armed: true })).toMatchObject({
      outcome: 'done',
      done: { googleSays: 'Cancelled' },
      details: 'Cancelled AppSheet Core.',
    });
    expect(sent(desk, 'delete').map(({ params }) => params['deletionType'])).toEqual(['cancel']);
    expect(
      desk.writes(() => {
        expect(desk.one({ product: 'AppSheet Core', state: 'Cancelled' })).toMatchObject({
          outcome: 'done',
          done: { agreed: { state: 'Cancelled' } },
        });
      }),
    ).toEqual([]);
    expect(desk.writes(() => desk.one({ ...core, state: 'Active' }))).toEqual(['insert']);
  });

  test('hands all that rows name to Google in one batch, even if an answer is lost', () => {
    const desk = two();
    desk.google.google.control.failNext('reseller.subscriptions.delete', { status: 0, applied: true, after: 1 });
    expect(desk.provision(handed, { armed: true }).map(({ outcome }) => outcome)).toEqual(['done', 'done']);
    expect(desk.batches).toEqual([2]);
    expect(desk.list()).toEqual([]);
    // The customer is Google's own by now, and nothing is left to be done or asked.
    expect(
      desk.writes(() => {
        for (const customer of ['known', 'none'] as const)
          expect(desk.provision(handed, { customer }).map(({ outcome }) => outcome)).toEqual(['done', 'done']);
      }),
    ).toEqual([]);
  });

  test('hands one over by itself, and says which one Google refused', () => {
    const subscriptions = [
      { skuId: '1010020027', plan: { planName: 'FLEXIBLE' }, seats: { maximumNumberOfSeats: 10 } },
    ];
    const desk = new Desk([resold({ subscriptions })]);
    expect(desk.one(handed[0], { armed: true })).toMatchObject({ outcome: 'done' });
    expect(desk.batches).toEqual([]);
    const other = two();
    other.google.google.control.failNext('reseller.subscriptions.delete', {
      status: 412,
      reason: 'conditionNotMet',
      after: 1,
    });
    expect(
      other
        .provision(handed, { armed: true })
        .map(({ outcome }) => outcome)
        .sort(),
    ).toEqual(['blocked', 'done']);
  });
});

describe('a switch', () => {
  const from = (planName: string, more: object = {}): Desk =>
    new Desk([
      resold({
        subscriptions: [
          {
            skuId: '1010020028',
            plan: { planName },
            seats: planName.startsWith('ANNUAL') ? { numberOfSeats: 10 } : { maximumNumberOfSeats: 10 },
          },
        ],
        ...more,
      }),
    ]);
  const plus: Wish = { product: 'Business Plus' };
  const answer = (desk: Desk, yes: boolean): void => {
    desk.memories.set('Business Plus', {
      ...desk.memories.get('Business Plus'),
      answers: [{ kind: 'switch', about: { from: '1010020028', to: '1010020025' }, yes, by: 'boss@resell.example' }],
    });
  };

  test('is asked about, and done when somebody says yes', () => {
    const desk = from('FLEXIBLE');
    const asked = desk.one(plus);
    expect(asked).toMatchObject({
      outcome: 'blocked',
      column: 'product',
      question: 'switch from Google Workspace Business Standard to Google Workspace Business Plus',
    });
    expect(asked.details).toContain('Switch to Google Workspace Business Plus?');
    answer(desk, false);
    expect(desk.one(plus)).toMatchObject({
      outcome: 'blocked',
      details: expect.stringContaining('stays on Google Workspace Business Standard'),
    });
    answer(desk, true);
    expect(desk.one(plus)).toMatchObject({
      outcome: 'done',
      details: expect.stringContaining(
        'Switched from Google Workspace Business Standard to Google Workspace Business Plus.',
      ),
    });
    expect(sent(desk, 'insert').map(({ params, body }) => [params['action'], params['sourceSkuId'], body])).toEqual([
      [
        'switch',
        '1010020028',
        { skuId: '1010020025', plan: { planName: 'FLEXIBLE' }, seats: { maximumNumberOfSeats: 10 } },
      ],
    ]);
    expect(desk.list()).toMatchObject([{ skuId: '1010020025' }]);
    expect(desk.memories.get('Business Plus')).toMatchObject({ skuId: '1010020025' });
    expect(desk.memories.get('Business Plus')).not.toHaveProperty('answers');
    expect(desk.writes(() => desk.one(plus))).toEqual([]);
  });

  test('of another product is asked about on the row that had the other SKU, and nowhere else', () => {
    const desk = new Desk([
      resold({
        subscriptions: [{ skuId: '1010380001', plan: { planName: 'FLEXIBLE' }, seats: { maximumNumberOfSeats: 3 } }],
      }),
    ]);
    desk.one({ product: 'AppSheet Core', key: 'row' });
    expect(desk.one({ product: 'AppSheet Enterprise Plus', key: 'row' })).toMatchObject({
      outcome: 'blocked',
      question: 'switch from AppSheet Core to AppSheet Enterprise Plus',
    });
    expect(
      desk.one({ product: 'AppSheet Enterprise Plus', plan: 'FLEXIBLE', seats: 3, key: 'other row' }),
    ).toMatchObject({ outcome: 'done', planned: ['order AppSheet Enterprise Plus (flexible plan, 3 seats)'] });
  });

  test.each<[string, Desk, Wish, string]>([
    [
      'away from a plan that is paid yearly',
      from('ANNUAL_YEARLY_PAY'),
      plus,
      'Google switches none of those before it renews. In Renewal',
    ],
    [
      'down on an annual plan',
      from('ANNUAL'),
      { product: 'Business Starter' },
      'Google lets nobody go down to Google Workspace Business Starter before it renews',
    ],
    [
      'onto a plan that the product is not sold on',
      from('FLEXIBLE'),
      { product: 'Enterprise Essentials' },
      'is not sold on the plan “Flexible”',
    ],
    [
      'to more seats than a Business edition has',
      new Desk([
        resold({
          subscriptions: [
            { skuId: '1010020020', plan: { planName: 'FLEXIBLE' }, seats: { maximumNumberOfSeats: 400 } },
          ],
        }),
      ]),
      plus,
      'is for at most 300 people',
    ],
    [
      'of what is suspended',
      new Desk([
        resold({
          subscriptions: [
            {
              skuId: '1010020028',
              status: 'SUSPENDED',
              suspensionReasons: ['RESELLER_INITIATED'],
              seats: { maximumNumberOfSeats: 5 },
            },
          ],
        }),
      ]),
      plus,
      'Google switches only what is active',
    ],
    [
      'from Enterprise Essentials without a verified domain',
      new Desk([
        resold({
          domains: [{ domainName: 'shop.example', isPrimary: true, verified: false }],
          subscriptions: [{ skuId: '1010060003', plan: { planName: 'ANNUAL' }, seats: { numberOfSeats: 5 } }],
        }),
      ]),
      { product: 'Enterprise Standard' },
      'only with a verified domain',
    ],
  ])('%s is refused before anybody is asked', (...[, desk, row, says]) => {
    expect(desk.one(row)).toMatchObject({
      outcome: 'blocked',
      question: undefined,
      details: expect.stringContaining(says),
    });
    expect(sent(desk, 'insert')).toEqual([]);
  });
});
