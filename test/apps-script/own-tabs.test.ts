import { ask } from '../../sandbox/cli/desk';
import { oneDomain, openDesk, type TestDesk } from '../sandbox-desk';

/** Tabs of somebody else's in a spreadsheet in use, and what a person looks at while ours are made. */

const ann = { Email: 'ann@shop.example', 'First name': 'Ann', 'Last name': 'Test' };
const foreign = {
  Journal: [{ Date: '2026-01-02', Entry: 'Rent', Amount: '900' }],
  Lists: [{ 'Shopping list': 'Milk' }],
  Products: [{ Article: 'Chair', Price: '70' }],
  Customers: [{ Name: 'Acme', Phone: '555', Country: 'NO' }],
  Seats: [{ Table: '4', Guest: 'Bo' }],
  Plan: [{ Week: '12', Who: 'Ann' }],
};

const sheetsOf = (desk: TestDesk) => Object.fromEntries(desk.host.state.sheets.map((sheet) => [sheet.name, sheet]));

test('tabs that are called like ours and are not stay as they are, and all goes on beside them', () => {
  const desk = openDesk({ tenant: oneDomain(), users: [ann], tabs: foreign, setUp: false });
  const before = structuredClone(sheetsOf(desk));
  const { says } = ask(desk.host, 'setUpSpreadsheet');
  expect(says).toMatch(/Seatsheet Customers \(the tab Customers is not Seatsheet’s and stays as it is\)/);
  desk.check();
  ask(desk.host, 'writePlan', { planId: ask(desk.host, 'getPlan').planId });
  desk.run();
  expect(desk.row('ann@shop.example')).toMatchObject({ Status: 'Done' });
  const after = sheetsOf(desk);
  for (const name of Object.keys(foreign)) expect(after[name]).toEqual(before[name]);
  expect(Object.keys(after)).toEqual(
    expect.arrayContaining([
      'Seatsheet Customers',
      'Seatsheet Journal',
      'Seatsheet Lists',
      'Seatsheet Products',
      'Seatsheet Plan',
    ]),
  );
  // And once more: nothing is made twice.
  ask(desk.host, 'setUpSpreadsheet');
  desk.checkAndRun();
  expect(desk.host.state.sheets).toHaveLength(Object.keys(after).length);
});

test('a tab of ours that somebody renamed is still ours', () => {
  const desk = openDesk({ tenant: oneDomain(), users: [ann] });
  const users = sheetsOf(desk)['Users'];
  if (!users) throw new Error('No tab Users');
  users.name = 'People';
  desk.check();
  desk.run();
  expect(desk.rows('People')[0]).toMatchObject({ Status: 'Done' });
});

test('rows that are selected before anything of ours was made are the ones that are checked', () => {
  const bob = { Email: 'bob@shop.example', 'First name': 'Bob', 'Last name': 'Test' };
  const desk = openDesk({ tenant: oneDomain(), users: [ann, bob], tabs: { Notes: [{ Note: 'Hello' }] }, setUp: false });
  const [front] = desk.host.state.sheets;
  desk.host.state.activeSheet = front?.id ?? -1;
  desk.host.state.selection = 'A3:C3';
  desk.host.call('checkSelected', [], 'menu');
  ask(desk.host, 'getStartPage');
  ask(desk.host, 'startCheck', { scope: { kind: 'selected' }, action: 'provision' });
  expect(ask(desk.host, 'getPlan').rows).toBe(1);
  expect(desk.row('bob@shop.example')).toMatchObject({ Status: 'Ready' });
  expect([desk.host.state.activeSheet, desk.host.state.selection]).toEqual([front?.id, 'A3:C3']);
});
