import { ask } from '../../sandbox/cli/desk';
import type { Failure } from '../../sandbox/workspace/control';
import type { LoggedRequest } from '../../sandbox/workspace/port';
import type { Tenant, TenantAccount } from '../../sandbox/workspace/tenant';
import { openDesk, type TestDesk, type TestDeskOptions } from '../sandbox-desk';
import { googleOf, type Change } from '../users/shop';
import { callFor, said } from '../workspace/google';

/** A reseller with a spreadsheet of three tabs, and what tests of its customers ask of Google. */

export const boss = 'boss@resell.example';
export const resellerId = 'C0resell1';
export const starter = '1010020027';
export const standard = '1010020028';
export const plus = '1010020025';
export const vault = 'Google-Vault';

export type Cells = Readonly<Record<string, string>>;

/** The rows of a test's tabs, by header. */
export interface Rows {
  readonly customers?: readonly Cells[];
  readonly subscriptions?: readonly Cells[];
  readonly users?: readonly Cells[];
}

/** A row of a new customer with all that Google wants to know. */
export function newCustomer(domain: string, more: Cells = {}): Cells {
  return {
    Domain: domain,
    Type: 'Domain',
    Organisation: `${domain} AG`,
    'Contact name': 'Ana Bo',
    'Alternate email': `it@${domain.split('.')[0] ?? ''}.home.example`,
    'Postal code': '10115',
    Country: 'Germany',
    ...more,
  };
}

/** A row that orders Business Starter, or what `more` says. */
export function order(customer: string, more: Cells = {}): Cells {
  return { Customer: customer, Product: 'Business Starter', Plan: 'Flexible', Seats: '5', ...more };
}

/** A row of somebody; the name is made of the address. */
export function someone(email: string, more: Cells = {}): Cells {
  return { Email: email, 'First name': email.split('@')[0] ?? '', 'Last name': 'Test', ...more };
}

/** A subscription as a tenant file has it. */
export function flexible(skuId: string, seats: number, more: object = {}): object {
  return { skuId, plan: { planName: 'FLEXIBLE' }, seats: { maximumNumberOfSeats: seats }, ...more };
}

/** A customer at Google: ours, accepted and verified, with an administrator; `more` is laid over it. */
export function account(domain: string, more: object = {}): TenantAccount {
  const id = `C0${domain.split('.')[0] ?? ''}`;
  const postalAddress = {
    contactName: 'Ana Bo',
    organizationName: `${domain} AG`,
    postalCode: '10115',
    countryCode: 'DE',
  };
  const base = {
    customer: {
      id,
      customerDomain: domain,
      alternateEmail: `it@${domain.split('.')[0] ?? ''}.home.example`,
      postalAddress,
    },
    resoldBy: resellerId,
    acceptedTerms: true,
    users: [{ primaryEmail: `root@${domain}`, name: { givenName: 'Ro', familyName: 'Ot' }, isAdmin: true }],
    subscriptions: [flexible(starter, 10)],
  };
  return { ...base, ...more } as unknown as TenantAccount;
}

/** A customer of another reseller that has made this token for us. */
export function withOthers(domain: string, more: object = {}, token = 'feed0123cafe4567'): TenantAccount {
  return account(domain, {
    resoldBy: 'C0others1',
    transferTokens: [{ token, reseller: resellerId, expires: '2026-03-28T12:00:00.000Z' }],
    ...more,
  });
}

/** The reseller, another one, and these accounts. */
export function tenant(accounts: readonly object[] = [], more: object = {}): Tenant {
  const admin = (primaryEmail: string, isAdmin = true) => ({
    primaryEmail,
    name: { givenName: 'Bo', familyName: 'Ss' },
    isAdmin,
  });
  const reseller = {
    customer: { id: resellerId, customerDomain: 'resell.example' },
    reseller: true,
    users: [admin(boss), admin('other@resell.example'), admin('desk@resell.example', false)],
  };
  const others = {
    customer: { id: 'C0others1', customerDomain: 'others.example' },
    reseller: true,
    users: [admin('boss@others.example')],
  };
  return { signedInAs: boss, accounts: [reseller, others, ...accounts], ...more } as unknown as Tenant;
}

const headers = {
  Customers:
    'Reseller account,Domain,Type,Organisation,Contact name,Alternate email,Phone,Postal code,Country,Language,Primary admin,From Gmail,Transfer token,Customer ID',
  Subscriptions: 'Customer,Product,Plan,Seats,Renewal,PO number,Deal code,State',
  Users: 'Email,First name,Last name,Org unit,Licences,Roles,Super admin',
};

function tab(name: keyof typeof headers, rows: readonly Cells[] = []): string {
  const names = headers[name].split(',');
  const stray = rows.flatMap((row) => Object.keys(row)).find((header) => !names.includes(header));
  if (stray !== undefined) throw new Error(`The ${name} tab of these tests has no column ${stray}.`);
  return [names, ...rows.map((row) => names.map((header) => row[header] ?? ''))]
    .map((line) => line.map((cell) => `"${cell}"`).join(','))
    .join('\n');
}

/** A desk with these rows on its three tabs. */
export function open(rows: Rows, accounts: readonly object[] = [], options: TestDeskOptions['options'] = {}): TestDesk {
  return openDesk({
    tenant: tenant(accounts),
    users: tab('Users', rows.users),
    tabs: { Customers: tab('Customers', rows.customers), Subscriptions: tab('Subscriptions', rows.subscriptions) },
    options,
  });
}

/** Status by key, without the tab: `acme.example`, `acme.example/Business Starter`, `ana@acme.example`. */
export function statuses(desk: TestDesk): Readonly<Record<string, string>> {
  const named = (name: string, key: (row: Cells) => string) =>
    desk
      .rows(name)
      .filter((row) => key(row) !== '')
      .map((row) => [key(row), row['Status'] ?? ''] as const);
  return Object.fromEntries([
    ...named('Customers', (row) => row['Domain'] ?? ''),
    ...named('Users', (row) => row['Email'] ?? ''),
    ...named('Subscriptions', (row) => (row['Customer'] ? `${row['Customer']}/${row['Product'] ?? ''}` : '')),
  ]);
}

/** What was written to Google while `work` went on, as `op` by `op`. */
export function wrote(desk: TestDesk, work: () => unknown): string[] {
  const before = desk.google.writes().length;
  work();
  return desk.google
    .writes()
    .slice(before)
    .map(({ op }) => op.replace(/^(reseller|directory|licensing)\./, ''));
}

/** Checks and runs everything once more, and says that there was nothing left to write. */
export function expectNothingLeft(desk: TestDesk): void {
  const mails = desk.host.state.mails.length;
  expect(wrote(desk, () => desk.checkAndRun())).toEqual([]);
  expect(desk.host.state.mails).toHaveLength(mails);
}

/** An account at Google by its domain. Throws where there is none, or several. */
export function at(desk: TestDesk, domain: string): TenantAccount {
  const found = desk.tenant().accounts.filter(({ customer }) => customer.customerDomain === domain);
  const [one] = found;
  if (!one || found.length > 1) throw new Error(`There are ${String(found.length)} accounts of ${domain} at Google.`);
  return one;
}

/** SKU and seats of each living subscription that the reseller sells to a domain. */
export function sold(desk: TestDesk, domain: string): Readonly<Record<string, number>> {
  const living = (at(desk, domain).subscriptions ?? []).filter(
    ({ status, direct }) => status !== 'CANCELLED' && !direct,
  );
  return Object.fromEntries(
    living.map(({ skuId, seats }) => [skuId, seats?.numberOfSeats ?? seats?.maximumNumberOfSeats ?? 0]),
  );
}

/** The customer's administrator signs in and accepts the terms, and verifies the domain if told so. */
export function acceptTerms(desk: TestDesk, domain: string, verify = true): void {
  const { control } = googleOf(desk);
  const id = at(desk, domain).customer.id ?? '';
  control.acceptTerms(id);
  if (verify) control.verifyDomain(id, domain);
}

/** Somebody does something at Google behind the sheet’s back. Throws where Google refuses it. */
export function behind(desk: TestDesk, as: string, [op, params, body]: Change): void {
  const answer = said(desk.workspace.handle(callFor(op, params, { body, as })));
  if (answer.status >= 300) throw new Error(`${op}: ${String(answer.status)} ${answer.message}`);
}

/** Lets the next requests of an operation fail. */
export function fail(desk: TestDesk, op: string, failure: Failure & { readonly times?: number }): void {
  googleOf(desk).control.failNext(op, failure, failure.times);
}

/**
 * What happens after an execution died: a while passes, triggers fire, and the sidebar goes on until the run has ended.
 */
export function goOn({ clock, host }: TestDesk): void {
  clock.sleep(91_000);
  host.runDueTriggers();
  for (let calls = 0; calls < 20 && ask(host, 'getStartPage').work?.more; calls++) ask(host, 'continueWork');
}

/** Arms the person at the sheet, by the menu. */
export function arm(desk: TestDesk): void {
  desk.host.answers.push('resell.example');
  desk.host.call('askArming', [], 'menu');
}

/** Answers “switch?” of these rows, as the sidebar does. */
export function answerSwitch(desk: TestDesk, keys: readonly string[], yes = true): void {
  ask(desk.host, 'answerQuestion', { keys: [...keys], yes });
}

/** The bodies and parameters of the writes of an operation. */
export function sent(desk: TestDesk, op: string): readonly Pick<LoggedRequest, 'params' | 'body'>[] {
  return desk.google.writes(op).map(({ params, body }) => ({ params, body }));
}

/** Everything that is written down anywhere but at Google and in the person's own properties. */
export function shared({ host, workspace }: TestDesk): string {
  const { properties, ...rest } = host.state;
  return JSON.stringify([rest, { ...properties, users: undefined }, host.logs, host.shown, workspace.log]);
}
