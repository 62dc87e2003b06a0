import { ServerSaidNo } from '../../sandbox/cli/desk';
import type { OperationId } from '../../sandbox/workspace/operations';
import type { PasswordHash, Tenant, TenantAccount, TenantUser } from '../../sandbox/workspace/tenant';
import type { LoggedRequest } from '../../sandbox/workspace/port';
import type { SimulatedWorkspace } from '../../sandbox/workspace/workspace';
import { openDesk, type Rows, type TestDesk, type TestDeskOptions } from '../sandbox-desk';
import { callFor, said } from '../workspace/google';

/** A small shop at Google, and what tests of the Users tab ask of it. */

export const admin = 'admin@shop.example';
export const cloudIdentity = '1010010001';
export const businessStarter = '1010020027';
export const businessStandard = '1010020028';
export const workspaceProduct = 'Google-Apps';
export const cloudIdentityProduct = '101001';

/** A user of the tenant, by name. */
export function person(primaryEmail: string, name: string, more: Partial<TenantUser> = {}): TenantUser {
  const [givenName = '', ...rest] = name.split(' ');
  return { primaryEmail, name: { givenName, familyName: rest.join(' ') }, ...more };
}

/** Cells by header. */
type Rowed = Readonly<Record<string, string>> & { readonly Email: string };

/** The cells of a row for somebody called Ana Ruiz, and more of them by header. */
export function row(email: string, more: Readonly<Record<string, string>> = {}): Rowed {
  return { Email: email, 'First name': 'Ana', 'Last name': 'Ruiz', ...more };
}

/** The shop's account: an administrator, one domain, and whatever else a test gives it. */
export function account(more: Partial<TenantAccount> = {}): TenantAccount {
  const { users = [], ...rest } = more;
  return {
    customer: { id: 'C0shop01', customerDomain: 'shop.example' },
    subscriptions: [
      { skuId: businessStarter, plan: { planName: 'FLEXIBLE' }, seats: { maximumNumberOfSeats: 50 } },
      { skuId: businessStandard, plan: { planName: 'FLEXIBLE' }, seats: { maximumNumberOfSeats: 50 } },
      { skuId: cloudIdentity, plan: { planName: 'FREE' }, seats: { maximumNumberOfSeats: 50 } },
    ],
    ...rest,
    users: [person(admin, 'Ada Min', { isAdmin: true }), ...users],
  };
}

/** The shop by itself. */
export function shop(more: Partial<TenantAccount> = {}, rest: Partial<Tenant> = {}): Tenant {
  return { signedInAs: admin, accounts: [account(more)], ...rest };
}

/** A desk of the shop with these rows. */
export function open(
  users: Rows,
  more: Partial<TenantAccount> = {},
  options: TestDeskOptions['options'] = {},
): TestDesk {
  return openDesk({ tenant: shop(more), users, options });
}

/** The simulated Google with its controls. */
export function googleOf(desk: Pick<TestDesk, 'workspace'>): SimulatedWorkspace {
  const { workspace } = desk;
  if (!('control' in workspace)) throw new Error('The desk stands before another Google than the simulated one.');
  return workspace as SimulatedWorkspace;
}

/** A request that somebody else makes: operation, parameters, body. */
export type Change = readonly [op: OperationId, params: Readonly<Record<string, string>>, body?: object];

/** Does something at Google behind the sheet's back. Throws where Google refuses it. */
export function behind(desk: TestDesk, [op, params, body]: Change): void {
  const answer = said(desk.workspace.handle(callFor(op, params, { body, as: admin })));
  if (answer.status >= 300) throw new Error(`${op}: ${String(answer.status)} ${answer.message}`);
}

/** A minute passes. */
export function wait(desk: TestDesk, seconds = 60): void {
  desk.clock.sleep(seconds * 1000);
}

/** Inserts a copy of a row, cell by cell as Sheets pastes it, at a place (1-based), and changes some of its cells. */
export function copyRow(
  desk: TestDesk,
  copy: { readonly from: number; readonly to: number; readonly change: Readonly<Record<string, string>> },
): void {
  const sheet = desk.host.state.sheets.find(({ name }) => name === 'Users');
  const source = structuredClone(sheet?.cells[copy.from - 1] ?? []);
  const headers = (sheet?.cells[0] ?? []).map((cell) => String(cell?.value ?? ''));
  for (const [header, text] of Object.entries(copy.change))
    source[headers.indexOf(header)] = { value: text, format: '@' };
  desk.host.edit.insertRows('Users', copy.to);
  sheet?.cells.splice(copy.to - 1, 1, source);
}

/** The requests that changed something at Google while `work` went on. */
export function writesDuring(desk: TestDesk, work: () => unknown): readonly LoggedRequest[] {
  const before = desk.google.writes().length;
  work();
  return desk.google.writes().slice(before);
}

/** The operations of those writes that Google carried out, in their order. */
export function carriedOut(wrote: readonly LoggedRequest[]): readonly string[] {
  return wrote.filter(({ status }) => status < 300).map(({ op }) => op);
}

/** The user at Google. Throws where there is none. */
export function userAt(desk: TestDesk, email: string): TenantUser {
  const user = usersAt(desk).find(({ primaryEmail }) => primaryEmail === email);
  if (!user) throw new Error(`There is no user ${email} at Google.`);
  return user;
}

/** Everybody at Google, of all accounts. */
export function usersAt(desk: TestDesk): readonly TenantUser[] {
  return desk.tenant().accounts.flatMap(({ users = [] }) => users);
}

/** The SKU ids that somebody holds at Google. */
export function skusOf(desk: TestDesk, email: string): readonly string[] {
  return desk
    .tenant()
    .accounts.flatMap(({ licences = [] }) => licences)
    .filter(({ userId }) => userId === email)
    .map(({ skuId }) => skuId)
    .sort();
}

/** The names of the roles that somebody holds at Google. */
export function rolesOf(desk: TestDesk, email: string): readonly string[] {
  return desk
    .tenant()
    .accounts.flatMap(({ roleAssignments = [] }) => roleAssignments)
    .filter(({ assignedTo }) => assignedTo === email)
    .map(({ roleName }) => roleName)
    .sort();
}

/** The paths of all org units at Google but the root. */
export function orgUnitsAt(desk: TestDesk): readonly string[] {
  return desk
    .tenant()
    .accounts.flatMap(({ orgUnits = [] }) => orgUnits)
    .map(({ orgUnitPath = '/' }) => orgUnitPath)
    .filter((path) => path !== '/')
    .sort();
}

/** The password hash that Google keeps of somebody, in clear shape. */
export function hashOf(desk: TestDesk, email: string): PasswordHash {
  const { passwordHash } = userAt(desk, email);
  if (!passwordHash) throw new Error(`${email} has no password at Google.`);
  return passwordHash;
}

/** Status by address of every row that has one. */
export function statuses(desk: TestDesk): Readonly<Record<string, string>> {
  return Object.fromEntries(
    desk
      .rows()
      .filter(({ Email }) => Email)
      .map(({ Email = '', Status = '' }) => [Email, Status]),
  );
}

/** Runs everything once more and says what that wrote: nothing, where a row is as it should be. */
export function expectSettled(desk: TestDesk, emails?: readonly string[]): void {
  const wrote = writesDuring(desk, () => desk.checkAndRun());
  expect(wrote).toEqual([]);
  const all = Object.entries(statuses(desk)).filter(([email]) => emails?.includes(email) ?? true);
  expect(all.length).toBeGreaterThan(0);
  for (const [email, status] of all)
    expect([email, status, desk.row(email)['Details']]).toEqual([email, 'Up to date', expect.anything()]);
}

/** The message that a call ends with. */
export function refusal(act: () => unknown): ServerSaidNo {
  try {
    act();
  } catch (error) {
    if (error instanceof ServerSaidNo) return error;
    throw error;
  }
  throw new Error('Nothing was refused.');
}

/** A row of somebody who is to have nothing but Cloud Identity. */
export const withCloudIdentityAlone = (name: string, unit = '/Support') => ({
  Email: `${name}@shop.example`,
  'First name': name,
  'Last name': 'Test',
  'Org unit': unit,
  Licences: 'Cloud Identity Free',
});
