import { listing } from '../../google/products';
import { titleOf, type Line, type Lines } from '../line';
import { forReseller, openRows } from '../open-rows';
import type { Seeks, Values } from '../sheet';
import type { OpenAt, OpenTab, Tab } from '../tab';
import { subscriptionColumns } from './columns';
import { SubscriptionsJob } from './job';
import { memoryIn } from './memory';
import { nameSubscriptions, readSubscriptions, wishDigestInput, type SubscriptionRowRead } from './read';

const name = 'Subscriptions';

/** The Subscriptions tab: what a customer has ordered of one product in each row. */
export const subscriptions: Tab = {
  name,
  columns: subscriptionColumns,
  keyColumns: ['customer', 'product'],
  idColumn: '',
  secretColumn: '',
  rowsReady: 200,
  nameRows: nameSubscriptions,
  seeks: (): Seeks => ({ domains: [], withRoles: [], withCustom: [], customers: [], people: [] }),
  domainOf: (title) => title.split('/')[0] ?? '',
  shows: (memory) => ({ ...memoryIn(memory).shown }),
  open,
  owns: (shared) => /^(subscriptions|transfer|cancel|hand-over):/.test(shared),
  writesOf: {
    'reseller.subscriptions.insert': 'product',
    'reseller.subscriptions.suspend': 'state',
    'reseller.subscriptions.activate': 'state',
    'reseller.subscriptions.startPaidService': 'state',
    'reseller.subscriptions.delete': 'state',
  },
  // What was planned is known in its own slice only, and people go by orders.
  othersGoBy: () => true,
  tellsUnused: true,
};

function open(values: Values, at: OpenAt): OpenTab {
  const { reach, brought } = at;
  const read = readSubscriptions(values, { skus: [], typeOf: (customer) => brought?.typeOf(customer) });
  const names = new Set(read.rows.map((row) => row.name));
  const rows = openRows<SubscriptionRowRead>(subscriptions, values, {
    at,
    how: {
      read: { ...read, rows: reach.who.reseller ? read.rows : read.rows.map((row) => forReseller(row, reach)) },
      accountOf: ({ customer = '' }) => (brought ? brought.accountOf(customer) : soldTo(reach, customer)),
      aboutOf: ({ customer = '', wish }) => ({ domain: customer, product: wish?.product.name ?? '' }),
      lineOf: (row) => lineOf(row, names, at.lines),
      belongs: ({ customer = '', wish }) => {
        const to = brought?.keyOf(customer);
        return to === undefined ? [] : [{ as: 'order', to, what: wish?.product.skuId ?? '' }];
      },
      wishTexts: ({ wish }) => (wish ? [wishDigestInput(wish)] : []),
    },
  });
  return { tab: subscriptions, values, rows, begin: (job) => new SubscriptionsJob({ rows, brought }, job) };
}

function soldTo({ customers }: OpenAt['reach'], customer: string): string | undefined {
  return customers.find(({ id, name: domain }) => id === customer || domain === customer)?.id;
}

/**
 * The journal line of a row: by its name, else the one of a row of the same customer that is gone from the tab and had
 * another SKU of the same product. So a changed Product is known for what it is: a switch. `names`: the rows there are.
 */
function lineOf(row: SubscriptionRowRead, names: ReadonlySet<string>, lines: Lines): Line | undefined {
  const named = lines.line(row.name);
  const { customer, wish } = row;
  if (named || customer === undefined || !wish) return named;
  const isBefore = ({ key, memory }: Line): boolean => {
    const { skuId } = memoryIn(memory);
    if (!key.startsWith(`${name}!`) || names.has(key) || skuId === undefined) return false;
    return titleOf(key).startsWith(`${customer}/`) && listing({ skuId })?.productId === wish.product.productId;
  };
  return lines.all.find(isBefore);
}
