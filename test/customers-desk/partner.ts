import type { CustomerForm } from '../../src/job/customers/wire';
import type { Envelope, Server } from '../../src/job/wire';
import { ask } from '../../sandbox/cli/desk';
import type { Tenant } from '../../sandbox/workspace/tenant';
import { openDesk, type TestDesk, type TestDeskOptions } from '../sandbox-desk';

/** A reseller with customers, and a spreadsheet with the tabs about them. */

export const boss = 'boss@resell.example';

const headers = {
  Customers:
    'Notes,Domain,Type,Organisation,Contact name,Alternate email,Phone,Address line 1,Address line 2,Address line 3,City,Region,Postal code,Country,Language,Primary admin,Status,Details,Customer ID,Terms,Domain verified,Admin console,Updated',
  Subscriptions: 'Customer,Product,Plan,Seats,Renewal,PO number,Deal code,State,Status,Details,Google says,Updated',
  Users: 'Email,First name,Last name,Super admin',
};

/** The rows of a tab below its headers, each by header; `Notes` is a column of the person's own. */
export type Lines = readonly Readonly<Record<string, string>>[];

function tab(name: keyof typeof headers, lines: Lines): Lines | string {
  const names = headers[name].split(',');
  return lines.length
    ? [Object.fromEntries(names.map((header) => [header, lines[0]?.[header] ?? ''])), ...lines.slice(1)]
    : `${names.join(',')}\n`;
}

/** A customer at Google that the reseller sells to. */
export function customer(domain: string, more: object = {}): object {
  const id = `C0${domain.split('.')[0] ?? ''}`;
  const address = {
    contactName: 'Ana Bo',
    organizationName: `${domain} AG`,
    postalCode: '10115',
    countryCode: 'DE',
    locality: 'Berlin',
  };
  return {
    customer: { id, customerDomain: domain, alternateEmail: `it@${domain}.home.example`, postalAddress: address },
    resoldBy: 'C0resell1',
    acceptedTerms: true,
    subscriptions: [{ skuId: '1010020027', plan: { planName: 'FLEXIBLE' }, seats: { maximumNumberOfSeats: 10 } }],
    ...more,
  };
}

/** What Google is: the reseller, and these accounts. */
export function tenant(accounts: readonly object[] = []): Tenant {
  const reseller = {
    customer: { id: 'C0resell1', customerDomain: 'resell.example' },
    reseller: true,
    users: [
      { primaryEmail: boss, isAdmin: true, name: { givenName: 'Bo', familyName: 'Ss' } },
      { primaryEmail: 'other@resell.example', isAdmin: true },
    ],
  };
  return { signedInAs: boss, accounts: [reseller, ...accounts] } as unknown as Tenant;
}

/** A desk with these rows on the tabs. */
export function open(
  rows: { readonly customers?: Lines; readonly subscriptions?: Lines; readonly users?: Lines } = {},
  more: Partial<TestDeskOptions> = {},
): TestDesk {
  return openDesk({
    tenant: tenant(),
    users: tab('Users', rows.users ?? []),
    tabs: {
      Customers: tab('Customers', rows.customers ?? []),
      Subscriptions: tab('Subscriptions', rows.subscriptions ?? []),
    },
    ...more,
  });
}

/** Calls the server as the sidebar does. Throws what the server says no with. */
export function call<N extends keyof Server>(
  { host }: TestDesk,
  name: N,
  ...args: Parameters<Server[N]>
): Extract<ReturnType<Server[N]>, { ok: true }>['value'] {
  return ask(host, name, ...args);
}

/** The answer itself, whatever it is. */
export function answer<N extends keyof Server>({ host }: TestDesk, name: N, ...args: unknown[]): Envelope<unknown> {
  return host.call(name, args, 'sidebar') as Envelope<unknown>;
}

/** The rows of a tab that hold anything. */
export function lines(desk: TestDesk, name: 'Customers' | 'Subscriptions' | 'Users'): Lines {
  const own = (row: Readonly<Record<string, string>>) =>
    Object.entries(row).some(([header, text]) => header !== 'Super admin' && text !== '');
  return desk.rows(name).filter(own);
}

const nothing = {
  alternateEmail: '',
  primaryAdmin: '',
  phone: '',
  address: '',
  address2: '',
  city: '',
  region: '',
  language: '',
  adminEmail: '',
  firstName: '',
  lastName: '',
  product: '',
  plan: '',
  seats: '',
  renewal: '',
  purchaseOrder: '',
};

/** A form that says what a new customer needs; `more` is laid over it. */
export function form(more: Partial<CustomerForm> = {}): CustomerForm {
  return {
    ...nothing,
    type: 'Domain',
    domain: 'Acme.example',
    organisation: 'Acme',
    contact: 'Ana Silva',
    alternateEmail: 'it@mail.example',
    postalCode: '04109',
    country: 'Germany',
    ...more,
  };
}

/** Everything that outlives an execution but this person's own properties, as text: no token may stand in it. */
export function shared({ host }: TestDesk): string {
  return JSON.stringify(
    [host.state.sheets, host.logs, host.shown, { ...host.state, userProperties: undefined }],
    (name: string, value: unknown) => (/^user/i.test(name) ? undefined : value),
  );
}
