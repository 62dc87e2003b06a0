import { ask } from '../../sandbox/cli/desk';
import { open as openAll } from '../new-customers/reseller';
import { openDesk } from '../sandbox-desk';
import { shop } from '../users/shop';

/** What set-up makes of a spreadsheet: new tabs, and tabs that people use already. */

const headersOf = (desk: ReturnType<typeof openDesk>, tab: string): readonly string[] => {
  const [head = []] = desk.host.state.sheets.find(({ name }) => name === tab)?.cells ?? [];
  return head.map((cell) => String(cell?.value ?? '')).filter(Boolean);
};
const frozen = (desk: ReturnType<typeof openDesk>, tab: string): number | undefined =>
  desk.host.state.sheets.find(({ name }) => name === tab)?.frozenColumns;

test('in a new spreadsheet Status and Details stand beside what a row is called, and stay in view', () => {
  const desk = openDesk({ tenant: shop(), users: '', setUp: false });
  desk.host.state.sheets.splice(0, 1, { ...desk.host.state.sheets[0]!, name: 'Sheet1', cells: [] });
  ask(desk.host, 'setUpSpreadsheet');
  expect(headersOf(desk, 'Users').slice(0, 4)).toEqual(['Email', 'Status', 'Details', 'First name']);
  expect(headersOf(desk, 'Subscriptions').slice(0, 4)).toEqual(['Customer', 'Product', 'Status', 'Details']);
  expect(headersOf(desk, 'Customers').slice(1, 5)).toEqual(['Domain', 'Type', 'Status', 'Details']);
  expect(['Users', 'Subscriptions', 'Customers'].map((tab) => frozen(desk, tab))).toEqual([3, 4, 5]);
  expect(new Set(headersOf(desk, 'Users')).size).toBe(headersOf(desk, 'Users').length);
});

test('a tab in use keeps its order, and what is missing comes behind', () => {
  const desk = openAll({ users: [{ Email: 'ann@resell.example', 'First name': 'Ann', 'Last name': 'Test' }] });
  const before = ['Email', 'First name', 'Last name', 'Org unit', 'Licences', 'Roles', 'Super admin'];
  expect(headersOf(desk, 'Users').slice(0, before.length)).toEqual(before);
  expect(headersOf(desk, 'Users').indexOf('Status')).toBeGreaterThan(before.length);
  expect(frozen(desk, 'Users')).toBeUndefined();
  const after = headersOf(desk, 'Users');
  ask(desk.host, 'setUpSpreadsheet');
  expect(headersOf(desk, 'Users')).toEqual(after);
});
