import { forReseller, openRows } from '../open-rows';
import type { Seeks, Values } from '../sheet';
import type { OpenAt, OpenTab, Tab } from '../tab';
import { CustomerAccounts } from './accounts';
import { customerColumns } from './columns';
import { CustomersJob } from './job';
import { memoryIn } from './memory';
import { nameCustomers, readCustomers, wishDigestInput, type CustomerRowRead } from './read';
import type { CustomerWish } from './wish';

/** The Customers tab: a customer of the reseller in each row. */
export const customers: Tab = {
  name: 'Customers',
  tellsUnused: true,
  columns: customerColumns,
  keyColumns: ['domain', 'type', 'primaryAdmin'],
  idColumn: 'customerId',
  secretColumn: 'token',
  secretsAtCheck: true,
  rowsReady: 200,
  nameRows: nameCustomers,
  seeks,
  domainOf: domainIn,
  shows: (memory) => ({ customerId: memoryIn(memory).customerId ?? '', ...memoryIn(memory).shown }),
  open,
  owns: (shared) => /^(customer|language):/.test(shared),
  writesOf: { 'directory.customers.patch': 'language' },
  keepsAtOnce: ({ op }) => op === 'reseller.customers.insert',
  staysBegun: true,
  left: (memory) => (memoryIn(memory).created ? 'The customer had been created.' : ''),
};

function seeks(values: Values): Seeks {
  const domains = nameCustomers(values).rows.map(({ key = '' }) => domainIn(key));
  return { domains: [], withRoles: [], withCustom: [], customers: domains, people: [] };
}

function domainIn(key: string): string {
  return key.split('/')[0] ?? '';
}

function open(values: Values, at: OpenAt): OpenTab {
  const { reach, settings } = at;
  const { account: id, reseller } = reach.who;
  const domains = reach.domains.filter((domain) => domain.account === id).map((domain) => domain.name);
  const read = readCustomers(values, { settings, reseller: { id, domains } });
  const rows = openRows<CustomerRowRead>(customers, values, {
    at,
    how: {
      read: { ...read, rows: reseller ? read.rows : read.rows.map((row) => forReseller(row, reach)) },
      accountOf: (row, line) => row.wish?.customerId ?? (line && memoryIn(line.memory).customerId),
      aboutOf: ({ key = '' }) => ({ domain: domainIn(key) }),
      wishTexts: ({ wish }, memory) => (wish ? wishTexts(wish, memoryIn(memory).customerId) : []),
    },
  });
  const before = new CustomerAccounts(rows, at);
  const served = rows.map((row) => ({ ...row, account: row.account ?? accountBy(row.read.key, before) }));
  const accounts = new CustomerAccounts(served, at);
  const tokenOf = ({ row }: CustomerRowRead): string => values[row - 1]?.[read.positions.token ?? -1] ?? '';
  return {
    tab: customers,
    values,
    rows: served,
    brings: accounts,
    begin: (job) => new CustomersJob({ rows: served, accounts, tokenOf }, job),
  };
}

/** A row without a Customer ID is about the account that its domain has. */
function accountBy(key: string | undefined, accounts: CustomerAccounts): string | undefined {
  return key === undefined || key.includes('/') ? undefined : accounts.accountOf(key);
}

/** An id that Seatsheet itself wrote while it worked does not count; one that a person put there does. */
function wishTexts(wish: CustomerWish, own: string | undefined): readonly string[] {
  const { customerId, ...rest } = wish;
  return customerId === own ? [wishDigestInput(rest), wishDigestInput(wish)] : [wishDigestInput(wish)];
}
