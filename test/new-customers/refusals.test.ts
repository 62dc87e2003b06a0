import {
  account,
  arm,
  fail,
  flexible,
  newCustomer,
  open,
  order,
  someone,
  starter,
  statuses,
  vault,
  type Cells,
} from './reseller';
import type { TestDesk } from '../sandbox-desk';

/**
 * What Google refuses in the Reseller API: each refusal is said at its own row, with what to do, and other rows go on.
 */

const acme = 'acme.example';
const fine = {
  customers: [{ Domain: 'fine.example', 'Contact name': 'New Person' }],
  users: [someone('ana@fine.example', { Licences: 'Business Starter' })],
};
const annual = {
  skuId: starter,
  plan: { planName: 'ANNUAL' },
  seats: { numberOfSeats: 9 },
  renewalSettings: { renewalType: 'CANCEL' },
};

interface Case {
  readonly name: string;
  readonly op: string;
  readonly status: number;
  readonly reason: string;
  readonly message?: string;
  readonly row: string;
  readonly says: RegExp;
}

const change = 'reseller.subscriptions.changeSeats';
const insert = 'reseller.subscriptions.insert';
const starterRow = `Subscriptions!${acme}/Business Starter`;

const cases: readonly Case[] = [
  {
    name: 'a bad customer field',
    op: 'reseller.customers.insert',
    status: 400,
    reason: 'invalid',
    message: 'Invalid Input: postalAddress.postalCode',
    row: 'Customers!new.example',
    says: /does not take the postal code "10115" for Germany.*correct Country/s,
  },
  {
    name: 'a malformed request, or a subscription that is not active',
    op: change,
    status: 400,
    reason: 'badRequest',
    message: 'Bad Request',
    row: starterRow,
    says: /suspended or cancelled.*Set State to Active first/s,
  },
  {
    name: 'bad seats',
    op: change,
    status: 400,
    reason: 'invalid',
    message: 'Invalid Input: seats',
    row: starterRow,
    says: /does not accept the number of seats.*write the total/is,
  },
  {
    name: 'a team that orders what teams may not (400)',
    op: insert,
    status: 400,
    reason: 'badRequest',
    message: 'Customer is not eligible to purchase this subscription',
    row: 'Subscriptions!new.example/Business Starter',
    says: /may not buy.*Essentials/s,
  },
  {
    name: 'a team that orders what teams may not (412)',
    op: insert,
    status: 412,
    reason: 'conditionNotMet',
    message: 'Customer is not eligible to purchase this subscription',
    row: 'Subscriptions!new.example/Business Starter',
    says: /may not buy.*Essentials/s,
  },
  {
    name: 'a customer of somebody else',
    op: change,
    status: 403,
    reason: 'forbidden',
    message: 'Forbidden',
    row: starterRow,
    says: /is not your customer.*Compare with/s,
  },
  {
    name: 'an API that is not enabled',
    op: change,
    status: 403,
    reason: 'accessNotConfigured',
    message: 'Access Not Configured.',
    row: starterRow,
    says: /API.*(enable|switch|turn)/is,
  },
  {
    name: 'a day’s quota that is used up',
    op: change,
    status: 403,
    reason: 'dailyLimitExceeded',
    message: 'Daily Limit Exceeded',
    row: starterRow,
    says: /(day|tomorrow)/i,
  },
  {
    name: 'a subscription that is not there',
    op: change,
    status: 404,
    reason: 'notFound',
    message: 'Resource Not Found: subscriptionId',
    row: starterRow,
    says: /no such subscription.*Check the row again/s,
  },
  {
    name: 'terms that the reseller has not accepted',
    op: insert,
    status: 412,
    reason: 'conditionNotMet',
    message: 'Precondition Failed',
    row: 'Subscriptions!new.example/Business Starter',
    says: /may not sell.*terms.*accept them/s,
  },
  {
    name: 'a market that is closed',
    op: 'reseller.customers.insert',
    status: 412,
    reason: 'conditionNotMet',
    message: 'Precondition Failed',
    row: 'Customers!new.example',
    says: /does not let your company take on new\.example.*accepts what is open/s,
  },
  {
    name: 'a fault that does not pass',
    op: change,
    status: 503,
    reason: 'backendError',
    message: 'Backend Error',
    row: starterRow,
    says: /did not take the request.*check the row again/s,
  },
];

function deskFor(): TestDesk {
  return open(
    {
      customers: [...fine.customers, newCustomer('new.example')],
      subscriptions: [order(acme, { Seats: '14' }), order('new.example')],
      users: fine.users,
    },
    [account(acme), account('fine.example')],
  );
}

test.each(cases)(
  '$name: the row says why and what to do, and nobody else stops',
  ({ op, status, reason, message, row, says }) => {
    const desk = deskFor();
    fail(desk, op, { status, reason, ...(message === undefined ? {} : { message }), times: 99 });
    desk.checkAndRun();
    expect(desk.row(row)).toMatchObject({
      Status: expect.stringMatching(/Needs you|Failed|Waiting/),
      Details: expect.stringMatching(says),
    });
    expect(statuses(desk)).toMatchObject({ 'fine.example': 'Done', 'ana@fine.example': 'Done' });
  },
);

test('being too fast is no problem of anybody’s: the request goes again by itself', () => {
  const desk = deskFor();
  fail(desk, change, { status: 429, reason: 'quotaExceeded', message: 'Quota exceeded', times: 2 });
  desk.checkAndRun();
  expect(Object.values(statuses(desk)).filter((status) => status !== 'Done')).toEqual([]);
});

describe('What was refused when Google was in another state than the check had found', () => {
  const rowOf = (more: Cells) => ({
    customers: fine.customers,
    users: fine.users,
    subscriptions: [{ Customer: acme, ...more }],
  });

  test('a renewal on a plan that is no longer annual (412)', () => {
    const desk = open(rowOf({ Product: 'Business Starter', Renewal: 'Switch to flexible' }), [
      account(acme, { subscriptions: [annual] }),
      account('fine.example'),
    ]);
    fail(desk, 'reseller.subscriptions.changeRenewalSettings', {
      status: 412,
      reason: 'conditionNotMet',
      message: 'Precondition Failed',
      times: 9,
    });
    desk.checkAndRun();
    expect(desk.row(starterRow)).toMatchObject({
      Status: 'Needs you',
      Details: expect.stringMatching(/only on an annual plan.*Empty Renewal/),
    });
    expect(statuses(desk)['fine.example']).toBe('Done');
  });

  test('an end in an account without any administrator (412)', () => {
    const desk = open(rowOf({ Product: 'Google Vault', State: 'Cancelled' }), [
      account(acme, { users: [], subscriptions: [flexible(starter, 9), flexible(vault, 9)] }),
      account('fine.example'),
    ]);
    arm(desk);
    desk.checkAndRun();
    expect(desk.row(`Subscriptions!${acme}/Google Vault`)).toMatchObject({
      Status: 'Needs you',
      Details: expect.stringMatching(/has no administrator.*temporary administrator/),
    });
  });

  test('a customer that has turned our access off keeps its language, and its people wait', () => {
    const desk = open(
      {
        customers: [{ Domain: acme, Language: 'German' }, ...fine.customers],
        users: [someone(`ana@${acme}`), ...fine.users],
      },
      [account(acme, { apiAccess: false }), account('fine.example')],
    );
    desk.checkAndRun();
    expect(desk.row(`Customers!${acme}`)).toMatchObject({
      Status: 'Needs you',
      Details: expect.stringMatching(/turned off your access.*turns it on/),
    });
    expect(desk.row(`ana@${acme}`)['Status']).toBe('Waiting');
    expect(statuses(desk)['ana@fine.example']).toBe('Done');
  });
});

test.each(['Groups Admin', 'No Such Role'])(
  'a role wished in an account that is only being made (%s) is given, or said at its person, and does not stop the account',
  (role) => {
    const desk = open({
      customers: [newCustomer('new.example')],
      subscriptions: [order('new.example')],
      users: [someone('root@new.example', { 'Super admin': 'yes', Roles: role })],
    });
    desk.checkAndRun();
    expect(statuses(desk)['new.example']).toBe('Done');
    expect(desk.row('root@new.example')['Status']).toBe(role === 'Groups Admin' ? 'Done' : 'Needs you');
    if (role === 'No Such Role') expect(desk.row('root@new.example')['Details']).toMatch(/No Such Role/);
  },
);
