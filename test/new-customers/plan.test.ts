import type { SheetData } from '../../sandbox/apps-script/host-state';
import { ask, ServerSaidNo } from '../../sandbox/cli/desk';
import { textTabs } from '../../sandbox/cli/sheets';
import { told, writesOf } from '../plan-writes';
import { openDesk, type TestDesk } from '../sandbox-desk';
import { account, flexible, newCustomer, open, order, someone, starter, tenant, withOthers } from './reseller';

/** What a plan tells of customers, orders, mails and seats, and its copy on a tab. */

const acme = 'acme.example';
const rows = {
  customers: [newCustomer(acme, { Language: 'German' })],
  subscriptions: [
    order(acme, { Product: 'Business Standard', Plan: 'Annual, paid monthly', Seats: '25', 'PO number': 'PO 7' }),
  ],
  users: [someone(`root@${acme}`, { 'Super admin': 'yes' })],
};

test('a new customer is told with its order and the whole mail', () => {
  const desk = open(rows);
  const writes = writesOf(desk, desk.check());
  expect(told(writes)).toEqual([
    `${acme}: create the customer (organisation ${acme} AG, contact name Ana Bo, postal code 10115, country DE, alternate email it@acme.home.example)`,
    `${acme}: set the language to German`,
    `${acme}: order Google Workspace Business Standard (annual plan paid monthly, 25 seats, renews with current users paid monthly, PO number PO 7)`,
    `root@${acme}: create the user (first name root, last name Test, org unit /, password made)`,
    `root@${acme}: make super administrator`,
    `${acme}: send a mail to it@acme.home.example (subject “${acme}: Ihr Google-Konto ist bereit, bitte Bedingungen annehmen”)`,
  ]);
  expect(writes.map(({ tab, cell }) => `${tab} ${cell}`)).toEqual([
    'Customers B2',
    'Customers J2',
    'Subscriptions B2',
    'Users A2',
    'Users G2',
    'Customers B2',
  ]);
  desk.run();
  expect(desk.host.state.mails.map(({ to, subject, body }) => [to, subject, body])).toEqual([
    ['it@acme.home.example', `${acme}: Ihr Google-Konto ist bereit, bitte Bedingungen annehmen`, writes[5]?.text],
  ]);
});

test('filled columns that nothing is done with are named tab by tab', () => {
  const header = 'Domain,Type,Organisation,Contact name,Alternate email,Postal code,Country,Tier';
  const desk = openDesk({
    tenant: tenant(),
    users: 'Email,First name,Last name\n',
    tabs: {
      Customers: `${header}\n${acme},Domain,Acme,Ana Bo,it@home.example,10115,Germany,gold\n`,
      Subscriptions: `Customer,Product,Plan,Seats,Discount,Renewal date\n${acme},Business Starter,Flexible,5,10 %,2027-01-01\n`,
    },
  });
  expect(desk.check().unused).toEqual([
    { says: 'Not used on Customers: Tier (column H).' },
    { says: 'Not used on Subscriptions: Discount, Renewal date (columns E, F).' },
  ]);
});

describe('a subscription that is there', () => {
  const planOf = (existing: object, wish: Readonly<Record<string, string>>): readonly string[] => {
    const desk = open({ subscriptions: [order(acme, wish)] }, [account(acme, { subscriptions: [existing] })]);
    return told(writesOf(desk, desk.check()));
  };

  test('gets more seats, or fewer, from how many to how many', () => {
    const subject = `${acme}, Google Workspace Business Starter`;
    expect(planOf(flexible(starter, 14), { Seats: '16' })).toEqual([`${subject}: raise seats 14 → 16`]);
    expect(planOf(flexible(starter, 14), { Seats: '12' })).toEqual([`${subject}: lower seats 14 → 12`]);
  });

  test('changes its plan, with the seats and what it renews to', () => {
    expect(
      planOf(flexible(starter, 14), {
        Plan: 'Annual, paid yearly',
        Seats: '20',
        Renewal: 'Cancel at the end of the term',
      }),
    ).toEqual([
      `${acme}, Google Workspace Business Starter: change plan flexible → annual paid yearly, seats 14 → 20`,
      `${acme}, Google Workspace Business Starter: change renewal nothing → Cancel at the end of the term`,
    ]);
  });
});

test('a transfer is told product by product, once for all rows', () => {
  const desk = open(
    {
      customers: [{ Domain: acme, 'Transfer token': 'feed0123cafe4567' }],
      subscriptions: [order(acme, { Seats: '9' }), order(acme, { Product: 'Google Vault', Seats: '9' })],
    },
    [withOthers(acme, { subscriptions: [flexible(starter, 9), flexible('Google-Vault', 9)] })],
  );
  expect(told(writesOf(desk, desk.check()))).toEqual([
    `${acme}: transfer Google Workspace Business Starter (to you, flexible plan, 9 seats)`,
    `${acme}: transfer Google Vault (to you, flexible plan, 9 seats)`,
  ]);
});

test('shared work that only rows ask for which cannot run is none of the plan', () => {
  const user = someone(`ana@${acme}`, { 'Org unit': '/Sales', 'First name': '', 'Last name': '' });
  const desk = open({ users: [user] }, [account(acme)]);
  const plan = desk.check();
  expect(desk.row(`ana@${acme}`)['Status']).toBe('Needs you');
  expect([plan.changes, plan.lines, writesOf(desk, plan)]).toEqual([0, [], []]);
});

test('seats are told as bought, used and taken; whoever finds none is ready, but says so first', () => {
  const users = ['ana', 'bo', 'cy'].map((name) => someone(`${name}@${acme}`, { Licences: 'Business Starter' }));
  const held = {
    users: [{ primaryEmail: `root@${acme}`, isAdmin: true }],
    licences: [{ userId: `root@${acme}`, productId: 'Google-Apps', skuId: starter }],
  };
  const desk = open({ users }, [account(acme, { subscriptions: [flexible(starter, 3)], ...held })]);
  const { seats } = desk.check();
  expect(seats).toMatchObject([{ bought: 3, used: 1, needed: 3, left: 2 }]);
  expect(desk.row(`bo@${acme}`)['Details']).toMatch(/^Will create the user/);
  expect(desk.row(`cy@${acme}`)).toMatchObject({
    Status: 'Ready',
    Details: expect.stringMatching(
      /^acme\.example has 3 seats of .*, and they are all taken .* Will create the user/,
    ) as string,
  });
});

describe('the copy of a plan', () => {
  const copy = (desk: TestDesk, planId: string) => ask(desk.host, 'writePlan', { planId });
  const onTab = (desk: TestDesk) => textTabs(desk.host.state.sheets).find(({ name }) => name === 'Plan')?.rows ?? [];

  test('stands on a tab of its own, rows that need a person first, and follows the plan', () => {
    const desk = open({ ...rows, subscriptions: [...rows.subscriptions, order('nobody.example')] });
    const { planId } = desk.check();
    expect(copy(desk, planId).says).toBe('6 changes on the tab Plan.');
    const [headers, first, ...others] = onTab(desk);
    expect(headers).toEqual(['Row', 'About', 'What', 'Kind', 'Sent', 'Text']);
    expect(first).toEqual([
      'Subscriptions A3',
      'nobody.example/Business Starter',
      expect.stringMatching(/^nobody\.example is not a customer of yours/),
      'needs you first',
      'no',
    ]);
    expect(others.map(([row, about, what]) => `${row ?? ''} ${about ?? ''}: ${what ?? ''}`)).toEqual(
      writesOf(desk, { planId }).map(({ tab, cell, of, says }) => `${tab} ${cell} ${of}: ${says}`),
    );
    expect(others.map((line) => line[5]).filter(Boolean)).toEqual([expect.stringMatching(/^Guten Tag/)]);
    desk.run();
    desk.type(`Customers!${acme}`, 'City', 'Berlin');
    const later = desk.check();
    copy(desk, later.planId);
    expect(
      onTab(desk)
        .slice(2)
        .filter(([row]) => row),
    ).toEqual([['Customers R2', acme, 'change city nothing → Berlin', 'change customers', 'yes']]);
  });

  test('is never taken for a plan: whatever is written there, the run sends what was checked', () => {
    const desk = open(rows);
    const { planId } = desk.check();
    copy(desk, planId);
    const cells = desk.host.state.sheets.find(({ name }) => name === 'Plan')?.cells ?? [];
    for (const line of cells) for (const cell of line) if (cell) cell.value = 'send a mail to mallory@evil.example';
    desk.run();
    expect(desk.host.state.mails.map(({ to }) => to)).toEqual(['it@acme.home.example']);
  });

  test('leaves a tab of that name alone which somebody else made', () => {
    const desk = open(rows);
    const { planId } = desk.check();
    const foreign: SheetData = {
      name: 'Plan',
      id: 4_711,
      hidden: false,
      cells: [[{ value: 'What we mean to do this year' }]],
      frozenRows: 0,
      hiddenRows: [],
      furniture: {},
    };
    desk.host.state.sheets.push(foreign);
    expect(copy(desk, planId).says).toMatch(/^6 changes on the tab Seatsheet Plan/);
    expect(onTab(desk)).toEqual([['What we mean to do this year']]);
    expect(textTabs(desk.host.state.sheets).find(({ name }) => name === 'Seatsheet Plan')?.rows.length).toBeGreaterThan(
      6,
    );
  });

  test('is of the plan that was seen, and nobody makes a formula of it', () => {
    const desk = open({ ...rows, users: [someone(`=cmd@${acme}`)] });
    const { planId } = desk.check();
    copy(desk, planId);
    const cells = desk.host.state.sheets.find(({ name }) => name === 'Plan')?.cells ?? [];
    expect(cells.flat().filter((cell) => cell?.formula !== undefined)).toEqual([]);
    desk.check();
    expect(() => copy(desk, 'another')).toThrow(ServerSaidNo);
  });
});

test('an order of another edition is told as a switch once a person said so', () => {
  const desk = open({ subscriptions: [order(acme, { Product: 'Business Standard', Seats: '' })] }, [
    account(acme, { subscriptions: [flexible(starter, 5)] }),
  ]);
  desk.check();
  ask(desk.host, 'answerQuestion', { keys: desk.needs().map(({ key }) => key), yes: true });
  expect(told(writesOf(desk, desk.check()))).toEqual([
    `${acme}: switch subscription Google Workspace Business Starter → Google Workspace Business Standard (flexible plan, 5 seats)`,
  ]);
});
