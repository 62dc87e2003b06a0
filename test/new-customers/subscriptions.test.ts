import {
  account,
  acceptTerms,
  answerSwitch,
  arm,
  at,
  behind,
  expectNothingLeft,
  fail,
  flexible,
  newCustomer,
  open,
  order,
  plus,
  sent,
  sold,
  standard,
  starter,
  statuses,
  vault,
  wrote,
  type Cells,
} from './reseller';

/** Subscriptions of a customer that is there: ordered once, changed where the row says so, ended only when armed. */

const acme = 'acme.example';
const key = (product = 'Business Starter') => `Subscriptions!${acme}/${product}`;
const annual = (skuId: string, seats: number, more: object = {}) => ({
  skuId,
  plan: { planName: 'ANNUAL', commitmentInterval: { startTime: '1767225600000', endTime: '1798761600000' } },
  seats: { numberOfSeats: seats },
  renewalSettings: { renewalType: 'RENEW_CURRENT_USERS_MONTHLY_PAY' },
  ...more,
});
const has = (...subscriptions: object[]) => [account(acme, { subscriptions })];
const row = (more: Cells) => ({ subscriptions: [{ Customer: acme, Product: 'Business Starter', ...more }] });

describe('An order', () => {
  test.each([
    ['lost answer', { status: 0, applied: true }],
    ['fault 503', { status: 503, reason: 'backendError' }],
    ['fault 503 though it was done', { status: 503, reason: 'backendError', applied: true }],
  ] as const)('is there once, whatever happens to its answer: %s', (_name, failure) => {
    const desk = open(
      { customers: [{ Domain: acme }], subscriptions: [order(acme, { Seats: '4' })] },
      has(flexible('1010050001', 2)),
    );
    fail(desk, 'reseller.subscriptions.insert', failure);
    desk.checkAndRun();
    expect(sold(desk, acme)).toEqual({ '1010050001': 2, [starter]: 4 });
    expect(desk.row(key())['Status']).toMatch(/Done|Up to date/);
    expectNothingLeft(desk);
  });

  test.each(['409', '400'])(
    'that somebody else placed meanwhile is found and adapted to (%s)',
    (subscriptionExists) => {
      const desk = open({ subscriptions: [order(acme, { Seats: '4' })] }, has(flexible('1010050001', 2)), {
        switches: { subscriptionExists },
      });
      desk.check();
      fail(desk, 'reseller.subscriptions.insert', {
        status: Number(subscriptionExists),
        reason: 'duplicate',
        message: 'Subscription already exists.',
        applied: true,
      });
      desk.run();
      expect(sold(desk, acme)[starter]).toBe(4);
      expect(desk.row(key())['Status']).toMatch(/Done|Up to date/);
    },
  );

  test('of an annual plan says what it renews to, and the plan that comes back as ANNUAL is the same', () => {
    const desk = open({
      customers: [newCustomer(acme)],
      subscriptions: [order(acme, { Plan: 'Annual, paid monthly', 'PO number': '00417' })],
    });
    desk.checkAndRun();
    expect(sent(desk, 'reseller.subscriptions.insert')).toMatchObject([
      {
        body: {
          plan: { planName: 'ANNUAL_MONTHLY_PAY' },
          seats: { numberOfSeats: 5 },
          renewalSettings: { renewalType: 'RENEW_CURRENT_USERS_MONTHLY_PAY' },
          purchaseOrderId: '00417',
        },
      },
    ]);
    expect(desk.row(key())['Google says']).toContain('annual, paid monthly, 0 of 5 seats used');
    expectNothingLeft(desk);
  });

  test('without seats or plan says which it needs', () => {
    const desk = open(row({ Plan: 'Flexible' }), has(flexible('1010050001', 2)));
    desk.checkAndRun();
    expect(desk.row(key())).toMatchObject({
      Status: 'Needs you',
      Details: expect.stringContaining('needs the number of seats'),
    });
  });
});

describe('Seats', () => {
  test.each(['changing', 'stable'])(
    'go up on a flexible plan, found by product whatever the id is by then (%s)',
    (subscriptionIds) => {
      const desk = open(row({ Seats: '14' }), has(flexible(starter, 10)), { switches: { subscriptionIds } });
      desk.checkAndRun();
      expect(sent(desk, 'reseller.subscriptions.changeSeats')).toMatchObject([{ body: { maximumNumberOfSeats: 14 } }]);
      expectNothingLeft(desk);
    },
  );

  test('of an annual plan do not fall before its renewal, and the row says when that is', () => {
    const desk = open(row({ Seats: '4' }), has(annual(starter, 9)));
    expect(wrote(desk, () => desk.checkAndRun())).toEqual([]);
    expect(desk.row(key())).toMatchObject({
      Status: 'Needs you',
      Details: expect.stringMatching(/9 seats until 2027-01-01.*cannot become 4.*Renewal/),
    });
  });

  test('below the people who hold them are refused before Google is asked', () => {
    const licences = ['a', 'b', 'c'].map((name) => ({
      userId: `${name}@${acme}`,
      productId: 'Google-Apps',
      skuId: starter,
    }));
    const users = [
      { primaryEmail: `root@${acme}`, isAdmin: true },
      ...['a', 'b', 'c'].map((name) => ({ primaryEmail: `${name}@${acme}` })),
    ];
    const desk = open(row({ Seats: '2' }), [
      account(acme, { subscriptions: [flexible(starter, 10)], licences, users }),
    ]);
    expect(wrote(desk, () => desk.checkAndRun())).toEqual([]);
    expect(desk.row(key())['Details']).toMatch(/3 people hold Google Workspace Business Starter, and Seats says 2/);
  });

  test('of a trial are ten at most', () => {
    const desk = open(
      row({ Seats: '11' }),
      has({ skuId: starter, plan: { planName: 'TRIAL' }, seats: { maximumNumberOfSeats: 10 } }),
    );
    expect(wrote(desk, () => desk.checkAndRun())).toEqual([]);
    expect(desk.row(key())['Details']).toMatch(/at most 10 seats/);
  });
});

describe('The plan', () => {
  test.each(['changing', 'stable'])(
    'changes from flexible to annual; seats and renewal follow (ids: %s)',
    (subscriptionIds) => {
      const desk = open(
        row({ Plan: 'Annual, paid yearly', Seats: '12', Renewal: 'Cancel at the end of the term' }),
        has(flexible(starter, 10)),
        { switches: { subscriptionIds } },
      );
      desk.checkAndRun();
      expect(at(desk, acme).subscriptions).toMatchObject([
        {
          plan: { planName: 'ANNUAL_YEARLY_PAY' },
          seats: { numberOfSeats: 12 },
          renewalSettings: { renewalType: 'CANCEL' },
        },
      ]);
      expectNothingLeft(desk);
    },
  );

  test('of a trial is set, and the trial ended where the row says Paid service', () => {
    const desk = open(
      row({ Plan: 'Flexible', Seats: '12', State: 'Paid service' }),
      has({ skuId: starter, plan: { planName: 'TRIAL' }, seats: { maximumNumberOfSeats: 10 } }),
    );
    expect(wrote(desk, () => desk.checkAndRun())).toEqual([
      'subscriptions.changePlan',
      'subscriptions.startPaidService',
    ]);
    expect(desk.row(key())['Google says']).toBe('Active, flexible, 0 of 12 seats used');
    expectNothingLeft(desk);
  });

  test('of a trial that ends now takes the renewal along, in one run', () => {
    const desk = open(
      row({
        Plan: 'Annual, paid monthly',
        Seats: '12',
        State: 'Paid service',
        Renewal: 'Cancel at the end of the term',
      }),
      has({ skuId: starter, plan: { planName: 'TRIAL' }, seats: { maximumNumberOfSeats: 10 } }),
    );
    expect(wrote(desk, () => desk.checkAndRun())).toEqual([
      'subscriptions.changePlan',
      'subscriptions.startPaidService',
      'subscriptions.changeRenewalSettings',
    ]);
    expect(desk.row(key())['Google says']).toMatch(/^Active, annual, paid monthly, 0 of 12 seats used, ends/);
    expectNothingLeft(desk);
  });

  test('that follows a trial goes again with its new seats where Google did not take them', () => {
    const trial = { skuId: starter, plan: { planName: 'TRIAL' }, seats: { maximumNumberOfSeats: 10 } };
    const desk = open(row({ Plan: 'Flexible', Seats: '15' }), [
      account(acme, { subscriptions: [{ ...trial, nextPlan: { planName: 'FLEXIBLE', seats: 12 } }] }),
    ]);
    fail(desk, 'reseller.subscriptions.changePlan', { status: 503, reason: 'backendError' });
    desk.checkAndRun();
    expect(at(desk, acme).subscriptions).toMatchObject([{ nextPlan: { planName: 'FLEXIBLE', seats: 15 } }]);
    expect(desk.row(key())['Details']).not.toContain('answer was lost');
    expectNothingLeft(desk);
  });

  test('that is annual is never left before it renews', () => {
    const desk = open(row({ Plan: 'Flexible' }), has(annual(starter, 9)));
    expect(wrote(desk, () => desk.checkAndRun())).toEqual([]);
    expect(desk.row(key())['Details']).toMatch(/no annual plan can be changed before it renews.*Switch to flexible/);
  });
});

describe('State', () => {
  test('suspends and takes up again, each once', () => {
    const desk = open(row({ State: 'Suspended' }), has(flexible(starter, 10)));
    expect(wrote(desk, () => desk.checkAndRun())).toEqual(['subscriptions.suspend']);
    expect(desk.row(key())['Google says']).toMatch(/^Suspended by you/);
    expectNothingLeft(desk);
    desk.type(key(), 'State', 'Active');
    expect(wrote(desk, () => desk.checkAndRun())).toEqual(['subscriptions.activate']);
    expectNothingLeft(desk);
  });

  test.each([
    ['Cancelled', 'Google Vault', vault],
    ['Handed to Google', 'Business Starter', starter],
  ] as const)('%s is done only when armed', (state, product, skuId) => {
    // What is not cancelled goes all together, so that the other way has no Vault beside it.
    const sells = state === 'Cancelled' ? [flexible(starter, 10), flexible(vault, 10)] : [flexible(starter, 10)];
    const desk = open({ subscriptions: [{ Customer: acme, Product: product, State: state }] }, has(...sells));
    expect(wrote(desk, () => desk.checkAndRun())).toEqual([]);
    expect(desk.row(key(product))).toMatchObject({
      Status: 'Needs you',
      Details: expect.stringMatching(/has to be armed.*Arm deleting and cancelling…/),
    });
    arm(desk);
    expect(wrote(desk, () => desk.checkAndRun())).toEqual(['subscriptions.delete']);
    expect(sold(desk, acme)).not.toHaveProperty(skuId);
    expect(desk.row(key(product))).toMatchObject({ Status: 'Done', 'Google says': state });
    expectNothingLeft(desk);
  });

  test('arming is over after half an hour', () => {
    const desk = open(
      { subscriptions: [{ Customer: acme, Product: 'Google Vault', State: 'Cancelled' }] },
      has(flexible(starter, 10), flexible(vault, 10)),
    );
    arm(desk);
    desk.clock.sleep(31 * 60_000);
    expect(wrote(desk, () => desk.checkAndRun())).toEqual([]);
  });

  test('of several handed to Google at once goes in one batch', () => {
    const desk = open(
      {
        subscriptions: [
          { Customer: acme, Product: 'Google Vault', State: 'Handed to Google' },
          { Customer: acme, Product: 'Business Starter', State: 'Handed to Google' },
        ],
      },
      has(flexible(starter, 10), flexible(vault, 10)),
    );
    arm(desk);
    desk.checkAndRun();
    const deletes = desk.google.writes('reseller.subscriptions.delete');
    expect(deletes).toHaveLength(2);
    expect(new Set(deletes.map((one) => one.at)).size).toBe(1);
    expect(Object.values(statuses(desk)).every((status) => /Done|Up to date/.test(status))).toBe(true);
  });
});

describe('Another edition', () => {
  const rows = {
    customers: [{ Domain: acme }],
    subscriptions: [{ Customer: acme, Product: 'Business Standard', Seats: '10' }],
  };

  test('asks whether to switch, and switches when somebody says yes', () => {
    const desk = open(rows, has(flexible(starter, 10)));
    expect(wrote(desk, () => desk.checkAndRun())).toEqual([]);
    const standardKey = key('Business Standard');
    expect(desk.row(standardKey)).toMatchObject({
      Status: 'Needs you',
      Details: expect.stringMatching(
        /has Google Workspace Business Starter\. Switch to Google Workspace Business Standard\?/,
      ),
    });
    expect(desk.needs().find((one) => one.key === standardKey)).toMatchObject({
      question: { kind: 'switch', says: expect.stringContaining('switch from') },
    });
    answerSwitch(desk, [standardKey]);
    desk.checkAndRun();
    expect(sent(desk, 'reseller.subscriptions.insert')).toMatchObject([
      {
        params: { action: 'switch', sourceSkuId: starter },
        body: { skuId: standard, plan: { planName: 'FLEXIBLE' }, seats: { maximumNumberOfSeats: 10 } },
      },
    ]);
    expect(sold(desk, acme)).toEqual({ [standard]: 10 });
    expectNothingLeft(desk);
  });

  test('stays where somebody says no', () => {
    const desk = open(rows, has(flexible(starter, 10)));
    desk.check();
    answerSwitch(desk, [key('Business Standard')], false);
    expect(wrote(desk, () => desk.checkAndRun())).toEqual([]);
    expect(desk.row(key('Business Standard'))['Details']).toMatch(/stays on Google Workspace Business Starter/);
  });

  test('on a row that has ordered before is a switch too, not a second order', () => {
    const desk = open({ customers: [newCustomer(acme)], subscriptions: [order(acme)] });
    desk.checkAndRun();
    acceptTerms(desk, acme);
    desk.checkAndRun();
    desk.type(key(), 'Product', 'Business Plus');
    expect(wrote(desk, () => desk.checkAndRun())).toEqual([]);
    expect(desk.row(key('Business Plus'))['Details']).toMatch(/Switch to Google Workspace Business Plus\?/);
    answerSwitch(desk, [key('Business Plus')]);
    desk.checkAndRun();
    expect(sold(desk, acme)).toEqual({ [plus]: 5 });
    expect(sent(desk, 'reseller.subscriptions.insert').at(-1)).toMatchObject({
      params: { action: 'switch', sourceSkuId: starter },
    });
    expectNothingLeft(desk);
  });

  test('cannot be reached from an annual plan that is paid yearly, and the row says what to do', () => {
    const desk = open(rows, has(annual(starter, 10, { plan: { planName: 'ANNUAL_YEARLY_PAY' } })));
    desk.checkAndRun();
    expect(desk.row(key('Business Standard'))).toMatchObject({
      Status: 'Needs you',
      Details: expect.stringMatching(/paid yearly.*Switch to flexible/),
    });
  });
});

test('what was changed at Google since is reported and left', () => {
  const desk = open(row({ Seats: '14' }), has(flexible(starter, 10)));
  desk.checkAndRun();
  const subscriptionId = at(desk, acme).subscriptions?.[0]?.subscriptionId ?? '';
  behind(desk, 'other@resell.example', [
    'reseller.subscriptions.changeSeats',
    { customerId: 'C0acme', subscriptionId },
    { maximumNumberOfSeats: 20 },
  ]);
  expect(wrote(desk, () => desk.checkAndRun())).toEqual([]);
  expect(desk.row(key())).toMatchObject({
    Status: 'Up to date',
    Details: expect.stringMatching(/Seats is “20” at Google.*“Put back” restores “14”/),
  });
});

test('whether the terms of a customer wait is told by what Google answers to the order, not by what its check expected', () => {
  const desk = open({ customers: [{ Domain: acme }], subscriptions: [order(acme)] }, [
    account(acme, { subscriptions: [flexible(vault, 5, { status: 'CANCELLED' })] }),
  ]);
  desk.checkAndRun();
  expect(desk.row(`Subscriptions!${acme}/Business Starter`)['Google says']).toMatch(/^Active/);
  expect(desk.row(`Customers!${acme}`)).toMatchObject({ Details: 'As wished.', Terms: 'accepted' });
  expectNothingLeft(desk);
});
