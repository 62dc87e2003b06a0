import {
  acceptTerms,
  account,
  at,
  behind,
  expectNothingLeft,
  fail,
  flexible,
  open,
  order,
  sent,
  shared,
  sold,
  someone,
  standard,
  starter,
  statuses,
  vault,
  withOthers,
  wrote,
} from './reseller';
import type { LoggedRequest } from '../../sandbox/workspace/port';
import type { TestDesk } from '../sandbox-desk';
import { googleOf } from '../users/shop';

/** A customer that exists elsewhere comes over with its transfer token. */

const moved = 'moved.example';
const token = 'feed0123cafe4567';
const customer = { Domain: moved, 'Transfer token': token };
const key = `Customers!${moved}`;
const several = {
  subscriptions: [flexible(standard, 9), flexible(vault, 9), flexible('1010050001', 3)],
  licences: [{ userId: `root@${moved}`, productId: 'Google-Apps', skuId: standard }],
};
const threeRows = [
  order(moved, { Product: 'Business Standard', Seats: '9' }),
  order(moved, { Product: 'Google Vault', Seats: '9' }),
  order(moved, { Product: 'Cloud Identity Premium', Seats: '3' }),
];
const transfers = (desk: TestDesk): readonly LoggedRequest[] =>
  desk.workspace.log.filter(({ op }) => op === 'reseller.subscriptions.insert');

test('several subscriptions go in one batch, each once; afterwards nothing is left to do', () => {
  const desk = open({ customers: [customer], subscriptions: threeRows }, [withOthers(moved, several)]);
  desk.checkAndRun();
  expect(statuses(desk)).toMatchObject({ [moved]: 'Done', [`${moved}/Business Standard`]: 'Done' });
  expect(sold(desk, moved)).toEqual({ [standard]: 9, [vault]: 9, '1010050001': 3 });
  expect(new Set(transfers(desk).map(({ at: when }) => when)).size).toBe(1);
  expect(transfers(desk)).toHaveLength(3);
  expectNothingLeft(desk);
});

test.each(['allowed', 'refused'])(
  'one subscription goes by itself, or as a batch of one where Google wants that (%s)',
  (singleTransfer) => {
    const desk = open({ customers: [customer], subscriptions: [order(moved, { Seats: '10' })] }, [withOthers(moved)], {
      switches: { singleTransfer },
    });
    desk.checkAndRun();
    expect(sold(desk, moved)).toEqual({ [starter]: 10 });
    expect(statuses(desk)).toEqual({ [moved]: 'Done', [`${moved}/Business Starter`]: 'Done' });
    expectNothingLeft(desk);
  },
);

test('what Google did though its answer was lost is found, not sent again', () => {
  const desk = open({ customers: [customer], subscriptions: [order(moved, { Seats: '10' })] }, [withOthers(moved)]);
  fail(desk, 'reseller.subscriptions.insert', { status: 0, applied: true });
  desk.checkAndRun();
  expect(desk.row(`Subscriptions!${moved}/Business Starter`)).toMatchObject({
    Status: expect.stringMatching(/Done|Up to date/),
    'Google says': 'Active, flexible, 0 of 10 seats used',
  });
  expect(transfers(desk)).toHaveLength(1);
});

const tooFast = {
  status: 429,
  reason: 'quotaExceeded',
  message: "Quota exceeded for quota metric 'Queries' and limit 'Queries per second'",
};

test('what of a batch came too fast is waited for and goes again by itself; what was taken over is not sent again', () => {
  const desk = open({ customers: [customer], subscriptions: threeRows }, [withOthers(moved, several)]);
  fail(desk, 'reseller.subscriptions.insert', { ...tooFast, after: 1 });
  desk.checkAndRun();
  expect(Object.values(statuses(desk))).toEqual(['Done', 'Done', 'Done', 'Done']);
  expect(sold(desk, moved)).toEqual({ [standard]: 9, [vault]: 9, '1010050001': 3 });
  const tried = transfers(desk).map(({ body, status }) => ({ sku: JSON.stringify(body), status }));
  expect(tried.map(({ status }) => status)).toEqual([200, 429, 200, 200]);
  expect(tried[3]?.sku).toBe(tried[1]?.sku);
  expectNothingLeft(desk);
});

test('a quota that stays used up is no person’s problem: the rows failed for now, and run through another time', () => {
  const desk = open({ customers: [customer], subscriptions: threeRows }, [withOthers(moved, several)]);
  fail(desk, 'reseller.subscriptions.insert', { ...tooFast, after: 1, times: 100 });
  desk.checkAndRun();
  expect(Object.values(statuses(desk))).not.toContain('Needs you');
  const failed = desk.row(`Subscriptions!${moved}/Google Vault`);
  expect(failed['Status']).toBe('Failed');
  expect(failed['Details']).toMatch(/more often than its quota allows.*choose Run again/);
  googleOf(desk).control.state.failures.splice(0);
  desk.checkAndRun();
  expect(sold(desk, moved)).toEqual({ [standard]: 9, [vault]: 9, '1010050001': 3 });
});

describe('The token', () => {
  test('is taken out of its cell by the check, and stands nowhere but with the person who typed it', () => {
    const desk = open({ customers: [customer], subscriptions: threeRows }, [withOthers(moved, several)]);
    desk.check();
    expect(desk.row(key)['Transfer token']).toBe('');
    expect(shared(desk)).not.toContain(token);
    desk.run();
    expect(shared(desk)).not.toContain(token);
    expect(JSON.stringify(desk.host.state.properties.users['boss@resell.example'])).toContain(token);
    expect(JSON.stringify(desk.host.state.properties.users['other@resell.example'] ?? {})).not.toContain(token);
  });

  test.each([
    ['wrong', {}],
    [
      'made for another reseller',
      { transferTokens: [{ token, reseller: 'C0third1', expires: '2026-03-28T12:00:00.000Z' }] },
    ],
    ['out of date', { transferTokens: [{ token, reseller: 'C0resell1', expires: '2026-03-01T12:00:00.000Z' }] }],
  ] as const)('that is %s is said at the row, with what to ask the customer for', (why, more) => {
    const cell = why === 'wrong' ? 'abc123def456' : token;
    const desk = open(
      {
        customers: [{ ...customer, 'Transfer token': cell }, { Domain: 'fine.example' }],
        subscriptions: [order(moved, { Seats: '10' })],
      },
      [withOthers(moved, more), { ...withOthers('fine.example'), resoldBy: 'C0resell1' }],
    );
    expect(wrote(desk, () => desk.checkAndRun())).toEqual([]);
    for (const row of [key, `Subscriptions!${moved}/Business Starter`]) {
      expect(desk.row(row)).toMatchObject({
        Status: 'Needs you',
        Details: expect.stringMatching(/token of moved\.example is wrong.*Ask the customer for a new/),
      });
      expect(desk.row(row)['Details']).not.toContain(cell);
    }
    expect(statuses(desk)['fine.example']).toBe('Up to date');
  });

  test('that is none is not taken, and is not repeated in what the row says', () => {
    const desk = open({ customers: [{ ...customer, 'Transfer token': 'two words 12345' }] }, [withOthers(moved)]);
    desk.check();
    expect(desk.row(key)).toMatchObject({
      Status: 'Needs you',
      Details: expect.stringContaining('This is no transfer token'),
    });
    expect(desk.row(key)['Details']).not.toContain('12345');
  });

  test('with rows that are too few takes nothing over, and says which rows and seats are missing', () => {
    const desk = open({ customers: [customer], subscriptions: threeRows.slice(0, 1) }, [withOthers(moved, several)]);
    expect(wrote(desk, () => desk.checkAndRun())).toEqual([]);
    expect(desk.row(`Subscriptions!${moved}/Business Standard`)).toMatchObject({
      Status: 'Needs you',
      Details: expect.stringMatching(/Add rows for: .*Google Vault \(at least 1 seats?\)/),
    });
    expect(desk.row(key)['Details']).toMatch(
      /transferred with all of these together.*Google Vault.*Cloud Identity Premium/,
    );
  });

  test('with seats below what Google takes says the least number at the cell', () => {
    const desk = open({ customers: [customer], subscriptions: [order(moved, { Seats: '2', Plan: '' })] }, [
      withOthers(moved, {
        subscriptions: [{ skuId: starter, plan: { planName: 'ANNUAL' }, seats: { numberOfSeats: 7 } }],
      }),
    ]);
    expect(wrote(desk, () => desk.checkAndRun())).toEqual([]);
    expect(desk.row(`Subscriptions!${moved}/Business Starter`)).toMatchObject({
      Status: 'Needs you',
      Details: expect.stringContaining('at least 7 (the row says 2)'),
    });
    expect(desk.needs().find(({ key: one }) => one.startsWith('Subscriptions!'))).toMatchObject({ cell: 'D2' });
  });
});

test('an annual plan comes back as ANNUAL and is the same plan', () => {
  const annual = {
    skuId: starter,
    plan: { planName: 'ANNUAL' },
    seats: { numberOfSeats: 7 },
    renewalSettings: { renewalType: 'AUTO_RENEW_MONTHLY_PAY' },
  };
  const desk = open(
    { customers: [customer], subscriptions: [order(moved, { Seats: '7', Plan: 'Annual, paid monthly' })] },
    [withOthers(moved, { subscriptions: [annual] })],
  );
  desk.checkAndRun();
  expect(sent(desk, 'reseller.subscriptions.insert')).toMatchObject([
    {
      body: {
        plan: { planName: 'ANNUAL_MONTHLY_PAY' },
        seats: { numberOfSeats: 7 },
        renewalSettings: { renewalType: 'AUTO_RENEW_MONTHLY_PAY' },
      },
    },
  ]);
  expectNothingLeft(desk);
});

describe('An annual plan', () => {
  // The clock of these tests stands at 2026-03-02.
  const ends = (date: string): object => ({
    subscriptions: [
      {
        skuId: starter,
        plan: { planName: 'ANNUAL', commitmentInterval: { endTime: String(Date.parse(date)) } },
        seats: { numberOfSeats: 7 },
      },
    ],
  });
  const rows = { customers: [customer], subscriptions: [order(moved, { Seats: '7' })] };

  test('comes over on Flexible only shortly before it renews: sooner the cell says when, and nothing is sent', () => {
    const desk = open(rows, [withOthers(moved, ends('2026-09-01'))]);
    expect(wrote(desk, () => desk.checkAndRun())).toEqual([]);
    expect(desk.row(`Subscriptions!${moved}/Business Starter`)).toMatchObject({
      Status: 'Needs you',
      Details: expect.stringMatching(
        /until 2026-09-01.*“Annual, paid monthly” in Plan, or transfer it after 2026-08-02/,
      ),
    });
    expect(desk.needs().find(({ key: one }) => one.startsWith('Subscriptions!'))).toMatchObject({ cell: 'C2' });
  });

  test('in its last 30 days it does', () => {
    const desk = open(rows, [withOthers(moved, ends('2026-03-20'))]);
    desk.checkAndRun();
    expect(desk.row(`Subscriptions!${moved}/Business Starter`)).toMatchObject({
      Status: 'Done',
      'Google says': expect.stringMatching(/^Active, flexible/),
    });
    expectNothingLeft(desk);
  });
});

test('an edition for nonprofits stays where it is, and the row says so', () => {
  const nonprofits = { subscriptions: [flexible('Google-Apps-For-Nonprofits', 10)] };
  const desk = open({ customers: [customer], subscriptions: [order(moved, { Product: 'Business Standard' })] }, [
    withOthers(moved, nonprofits),
  ]);
  expect(wrote(desk, () => desk.checkAndRun())).toEqual([]);
  expect(desk.row(key)['Details']).toMatch(/opens no subscription.*no editions for nonprofits/);
});

test('people of a customer on its way come with the check after the transfer, and so do its new contact and language', () => {
  const desk = open(
    {
      customers: [{ ...customer, Language: 'German', 'Contact name': 'New Person' }],
      subscriptions: [order(moved, { Seats: '10' })],
      users: [someone(`ana@${moved}`, { Licences: 'Business Starter' })],
    },
    [withOthers(moved)],
  );
  desk.checkAndRun();
  expect(desk.row(key)).toMatchObject({
    Status: 'Done',
    Terms: 'accepted',
    'Domain verified': 'yes',
    Details: expect.stringContaining('Check the row again'),
  });
  expect(desk.row(`ana@${moved}`)).toMatchObject({
    Status: 'Waiting',
    Details: expect.stringContaining('check this row again'),
  });
  expect(wrote(desk, () => desk.checkAndRun())).toEqual(
    expect.arrayContaining(['customers.patch', 'users.insert', 'licenseAssignments.insert']),
  );
  expect(at(desk, moved).customer.language).toBe('de');
  expect(statuses(desk)).toMatchObject({ [moved]: 'Done', [`ana@${moved}`]: 'Done' });
  expectNothingLeft(desk);
});

test('a customer that bought more between check and run is not taken over in part', () => {
  const desk = open({ customers: [customer], subscriptions: [order(moved, { Seats: '10' })] }, [withOthers(moved)]);
  desk.check();
  behind(desk, 'boss@others.example', [
    'reseller.subscriptions.insert',
    { customerId: 'C0moved' },
    { skuId: '1010050001', plan: { planName: 'FLEXIBLE' }, seats: { maximumNumberOfSeats: 2 } },
  ]);
  desk.run();
  expect(desk.row(`Subscriptions!${moved}/Business Starter`)['Status']).toBe('Needs you');
  expect(at(desk, moved).resoldBy).toBe('C0others1');
  expect(
    desk
      .checkAndRun()
      .needs.map(({ says }) => says)
      .join(),
  ).toMatch(/Add rows for: Cloud Identity Premium/);
});

test('a customer that was transferred is not asked for its terms again', () => {
  const desk = open({ customers: [customer], subscriptions: [order(moved, { Seats: '10' })] }, [withOthers(moved)]);
  desk.checkAndRun();
  acceptTerms(desk, moved);
  expect(desk.host.state.mails).toEqual([]);
});

test('a token for a domain that Google does not know says so, instead of asking for all that a new customer needs alone', () => {
  const desk = open({ customers: [{ Domain: 'movd.example', 'Transfer token': 'feed0123cafe4567' }] }, [
    withOthers('moved.example'),
  ]);
  expect(wrote(desk, () => desk.checkAndRun())).toEqual([]);
  expect(desk.row('Customers!movd.example')).toMatchObject({
    Status: 'Needs you',
    Details: expect.stringMatching(
      /no account with the primary domain movd\.example, so the transfer token opens nothing.*Correct Domain/,
    ),
  });
});

test('one seat is one seat, and plans that have commas in them are told apart', () => {
  const desk = open(
    {
      customers: [customer, { Domain: 'acme.example' }],
      subscriptions: [order(moved, { Product: 'Business Plus' }), order('acme.example', { Plan: '' })],
    },
    [
      withOthers('moved.example', { subscriptions: [flexible(starter, 10)] }),
      account('acme.example', { subscriptions: [] }),
    ],
  );
  desk.check();
  expect(desk.row('Subscriptions!moved.example/Business Plus')['Details']).toContain(
    'Business Starter (at least 1 seat)',
  );
  expect(desk.row('Subscriptions!acme.example/Business Starter')['Details']).toContain(
    'needs a plan: “Flexible” or “Annual, paid monthly” or “Annual, paid yearly”',
  );
});
