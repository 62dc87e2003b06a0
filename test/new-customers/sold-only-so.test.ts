import {
  account,
  answerSwitch,
  arm,
  expectNothingLeft,
  fail,
  flexible,
  newCustomer,
  open,
  order,
  sold,
  starter,
  vault,
  withOthers,
  wrote,
  type Cells,
} from './reseller';
import type { TestDesk } from '../sandbox-desk';

/** What Google allows of a subscription only under conditions: the row says which one is not met, and what to do. */

const acme = 'acme.example';
const day = 24 * 60 * 60 * 1000;
// The clock of these tests begins at noon of this day.
const today = Date.parse('2026-03-02T12:00:00Z');
const has = (...subscriptions: object[]) => [account(acme, { subscriptions })];
const row = (more: Cells) => ({ subscriptions: [{ Customer: acme, Product: 'Business Starter', ...more }] });
const suspended = (reason: string, more: object = {}) =>
  flexible(starter, 10, { status: 'SUSPENDED', suspensionReasons: [reason], ...more });
const trial = (skuId: string, more: object = {}) => ({
  skuId,
  plan: { planName: 'TRIAL' },
  seats: { maximumNumberOfSeats: 10 },
  ...more,
});
const details = (desk: TestDesk, product = 'Business Starter'): string =>
  desk.row(`Subscriptions!${acme}/${product}`)['Details'] ?? '';

function expectRefused(desk: TestDesk, says: RegExp, product?: string): void {
  expect(wrote(desk, () => desk.checkAndRun())).toEqual([]);
  expect(details(desk, product)).toMatch(says);
}

describe('A trial', () => {
  test('is had once: another edition is not tried after it, and the cell says so before anything is sent', () => {
    const desk = open(row({ Product: 'Business Plus', Plan: 'Trial', Seats: '10' }), has(trial(starter)));
    desk.check();
    answerSwitch(desk, [`Subscriptions!${acme}/Business Plus`]);
    expectRefused(desk, /has had a trial of Google Workspace.*Choose in Plan: Flexible/, 'Business Plus');
    expect(desk.needs()).toMatchObject([{ cell: 'C2' }]);
  });

  test('that was cancelled since counts as well', () => {
    const desk = open(row({ Plan: 'Trial', Seats: '10' }), has(trial(starter, { status: 'CANCELLED' })));
    expectRefused(desk, /has had a trial of Google Workspace/);
  });

  test('that ended without a plan says so where Google does not let its plan be set any more', () => {
    const over = trial(starter, {
      status: 'SUSPENDED',
      suspensionReasons: ['TRIAL_ENDED'],
      trialSettings: { isInTrial: false, trialEndTime: String(today - 9 * day) },
    });
    const desk = open(row({ Plan: 'Flexible', Seats: '12' }), has(over));
    expectRefused(desk, /suspended, the trial has ended.*does not change.*Partner Sales Console/is);
  });
});

describe('What is suspended', () => {
  test.each(['full', 'status'])(
    'by you says to take it up first, where Google does not change it (errors: %s)',
    (errorShape) => {
      const there = has(suspended('RESELLER_INITIATED'));
      const desk = open(row({ Seats: '12' }), there, { switches: { errorShape } });
      expectRefused(desk, /suspended by you.*Write Active in State/is);
    },
  );

  test('by Google says that Google has to be asked', () => {
    expectRefused(
      open(row({ Seats: '12' }), has(suspended('OTHER'))),
      /suspended by Google.*does not change.*Partner Sales Console/is,
    );
  });

  test('for more than 60 days is not taken up by Google, and the row says why', () => {
    const desk = open(
      row({ State: 'Active' }),
      has(suspended('RESELLER_INITIATED', { suspensionTime: String(today - 70 * day) })),
    );
    expectRefused(desk, /suspended for more than 60 days.*Ask Google/s);
  });

  test('is nothing that a new subscription can begin as while the terms wait: it is not ordered, and the cell says so', () => {
    const desk = open({ customers: [newCustomer(acme)], subscriptions: [order(acme, { State: 'Suspended' })] });
    desk.checkAndRun();
    expect(sold(desk, acme)).toEqual({});
    expect(details(desk)).toMatch(/cannot begin suspended.*Empty State/);
  });
});

describe('An edition', () => {
  const gSuite = 'Google-Apps-Unlimited';

  test('that is lower is not reached from G Suite Business before its term ends', () => {
    const term = { planName: 'ANNUAL', commitmentInterval: { endTime: '1798761600000' } };
    const desk = open(row({ Seats: '10' }), has({ skuId: gSuite, plan: term, seats: { numberOfSeats: 10 } }));
    expectRefused(desk, /G Suite Business is on an annual plan, and Google lets nobody go down.*2027-01-01/);
  });

  test('that Google does not switch to says what Google says, and nothing of the terms of the reseller', () => {
    const desk = open(row({ Product: 'Business Standard', Seats: '10' }), has(flexible(starter, 10)));
    desk.check();
    answerSwitch(desk, [`Subscriptions!${acme}/Business Standard`]);
    desk.check();
    const refusal = { status: 412, reason: 'conditionNotMet', message: 'No path between these editions.' };
    fail(desk, 'reseller.subscriptions.insert', refusal);
    desk.run();
    expect(details(desk, 'Business Standard')).toMatch(
      /does not switch acme\.example from .*Starter to .*Standard now.*No path between these editions/,
    );
  });
});

describe('Google Vault', () => {
  const wanted = row({ Product: 'Google Vault', Plan: 'Flexible', Seats: '10' });

  test('is sold beside G Suite Basic alone, and the row says that there is none', () => {
    expectRefused(open(wanted, has(flexible(starter, 10))), /only beside G Suite Basic.*acme\.example/, 'Google Vault');
  });

  test('is ordered beside it', () => {
    const desk = open(wanted, has(flexible('Google-Apps-For-Business', 10)));
    desk.checkAndRun();
    expect(sold(desk, acme)).toEqual({ 'Google-Apps-For-Business': 10, [vault]: 10 });
    expectNothingLeft(desk);
  });
});

describe('What is handed to Google', () => {
  const handed = { Customer: acme, Product: 'Business Starter', State: 'Handed to Google' };

  test('goes with all the rest: what has no row that says so is named, and nothing is sent', () => {
    const desk = open({ subscriptions: [handed] }, has(flexible(starter, 10), flexible(vault, 10)));
    arm(desk);
    expectRefused(desk, /all together, and acme\.example has Google Vault besides.*Handed to Google/);
    expect(desk.needs()).toMatchObject([{ cell: 'H2' }]);
  });

  test('may leave behind what another row cancels first', () => {
    const cancelled = { Customer: acme, Product: 'Google Vault', State: 'Cancelled' };
    const desk = open({ subscriptions: [handed, cancelled] }, has(flexible(starter, 10), flexible(vault, 10)));
    arm(desk);
    expect(wrote(desk, () => desk.checkAndRun())).toEqual(['subscriptions.delete', 'subscriptions.delete']);
    expect(sold(desk, acme)).toEqual({});
    expectNothingLeft(desk);
  });
});

test('each row of a transfer says that its subscription was transferred', () => {
  const desk = open(
    {
      customers: [{ Domain: acme, 'Transfer token': 'feed0123cafe4567' }],
      subscriptions: [order(acme, { Seats: '10' }), order(acme, { Product: 'Google Vault', Seats: '10' })],
    },
    [withOthers(acme, { subscriptions: [flexible(starter, 10), flexible(vault, 10)] })],
  );
  desk.checkAndRun();
  for (const product of ['Business Starter', 'Google Vault'])
    expect(desk.row(`Subscriptions!${acme}/${product}`)).toMatchObject({
      Status: 'Done',
      Details: expect.stringMatching(
        new RegExp(`transferred ${product === 'Google Vault' ? product : '.*Starter'}`, 'i'),
      ),
    });
  expectNothingLeft(desk);
});
