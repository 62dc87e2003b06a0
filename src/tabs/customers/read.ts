import { defined } from '../../engine/defined';
import type { FoundColumns } from '../../table/column';
import { digestText } from '../../table/digest';
import { readingsOf } from '../../table/readings';
import type { ReadRow } from '../../table/row';
import { customerColumns, type CustomerColumn } from './columns';
import { customerFields } from './fields';
import { compareRows, namesOf } from './read-across';
import { keyIn, readRow, wishOf, type CustomerDraft } from './read-row';
import type { CustomerSettings } from './settings';
import type { CustomerWish } from './wish';

/** Reads the Customers tab: display values in, wishes and complaints out. */

export { readToken } from './fields/token';

/** What is known when the rows are read. */
export interface CustomerSurroundings {
  readonly settings: CustomerSettings;
  /** The reseller's account that is signed in: its customer id and domains. Left out: rows wait for nobody. */
  readonly reseller?: { readonly id: string; readonly domains: readonly string[] };
}

/**
 * One row of the Customers tab as it was read. `wish` is there only where nothing is wrong and the row waits for
 * nothing.
 */
export interface CustomerRowRead extends ReadRow<CustomerWish, CustomerColumn> {
  /**
   * How the row is named: `Customers!acme.example`, a team `Customers!acme.example/ana@acme.example`, a second row of
   * it `…#2`, without a domain `Customers!row 17`.
   */
  readonly name: string;
  /** What names the customer in plans and shared work, where the row has a domain. */
  readonly key?: string;
  /**
   * Why the row cannot be worked on now, though nothing is wrong with it: another reseller's administrator has to sign
   * in.
   */
  readonly waits?: string;
}

/**
 * The whole tab as it was read. Rows that wish something stand in sheet order; none where a column is missing or stands
 * there twice.
 */
export type CustomersRead = FoundColumns<CustomerColumn> & { readonly rows: readonly CustomerRowRead[] };

/** A row as far as finding it needs. */
export type NamedCustomer = Pick<CustomerRowRead, 'row' | 'name' | 'key'>;

/**
 * Reads the tab. `values` are the display values of all of it, headers in the first row. Everything that is wrong with
 * a row is said at once. What only a new customer needs is no complaint here: the row may mean one that exists.
 */
export function readCustomers(values: readonly (readonly string[])[], around: CustomerSurroundings): CustomersRead {
  const { found, readings } = readingsOf(values, { columns: customerColumns, fields: inputs });
  const drafts = readings.map((reading) => readRow(reading, around.settings));
  compareRows(drafts);
  const names = namesOf(drafts);
  return {
    ...found,
    rows: drafts.map((draft, index) =>
      rowRead(draft, { name: names[index] ?? '', waits: waitsFor(draft, around.reseller) }),
    ),
  };
}

/** The wish as one text, to take a digest of. No secret stands in it. Equal wishes give equal text. */
export function wishDigestInput(wish: CustomerWish): string {
  return digestText(customerFields, wish);
}

/** The rows by name, without judging them: what writing results back and counting need, at a fraction of the cost. */
export function nameCustomers(
  values: readonly (readonly string[])[],
): FoundColumns<CustomerColumn> & { readonly rows: readonly NamedCustomer[] } {
  const { found, readings } = readingsOf(values, { columns: customerColumns, fields: inputs });
  const keyed = readings.map((reading) => ({ reading, key: keyIn(reading) }));
  const names = namesOf(keyed);
  return {
    ...found,
    rows: keyed.map(({ reading, key }, index) => ({ row: reading.row, name: names[index] ?? '', ...defined({ key }) })),
  };
}

/** Our own results and people's own columns alone are no wish. */
const inputs = customerFields.filter((field) => !field.ours);

function waitsFor(
  { at: { domain }, fields }: CustomerDraft,
  signedIn: CustomerSurroundings['reseller'],
): string | undefined {
  const wanted = fields.reseller;
  if (
    wanted === undefined ||
    !signedIn ||
    [signedIn.id, ...signedIn.domains].some((one) => one.toLowerCase() === wanted)
  )
    return undefined;
  return `${domain} belongs to the reseller account ${wanted}: sign in as an administrator of ${wanted}.`;
}

function rowRead(
  draft: CustomerDraft,
  { name, waits }: { readonly name: string; readonly waits: string | undefined },
): CustomerRowRead {
  const { reading, key } = draft;
  const wish = waits === undefined ? wishOf(draft) : undefined;
  return {
    row: reading.row,
    name,
    complaints: reading.complaints,
    warnings: reading.warnings,
    ...defined({ key, waits, wish }),
  };
}
