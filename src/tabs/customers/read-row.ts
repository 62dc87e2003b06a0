import { checkCustomerDomain } from '../../google/limits';
import { checked, readText } from '../../table/cell';
import type { RowReading } from '../../table/reading';
import { cellText } from '../../table/text';
import type { CustomerColumn } from './columns';
import { readFields, type Fields } from './read-fields';
import type { CustomerSettings } from './row';
import type { CustomerWish } from './wish';

type Reading = RowReading<CustomerColumn>;

/** One row of the Customers tab by itself, before it is compared with the others. */
export interface CustomerDraft {
  readonly reading: Reading;
  /** `acme.example`, for a team `acme.example/ana@acme.example`; undefined where the row has no domain. */
  readonly key: string | undefined;
  readonly domain: string;
  readonly fields: Fields;
}

/** Reads one row. Complaints about the row itself are in its reading afterwards. */
export function readRow(reading: Reading, settings: CustomerSettings): CustomerDraft {
  const cell = readText(reading.text('domain'));
  if (cell.kind === 'blank')
    reading.complain(
      'domain',
      'The row has no domain. Write the customer’s primary domain, as acme.com, or empty the row.',
    );
  reading.take(
    'domain',
    checked(cell, checkCustomerDomain),
    'A - does not belong here: a row needs the customer’s domain.',
  );
  const domain = folded(reading, 'domain');
  return { reading, key: keyIn(reading), domain, fields: readFields(reading, domain, settings) };
}

/** What names a row, even where something is wrong with it; undefined where it has no domain. */
export function keyIn(reading: Reading): string | undefined {
  const domain = folded(reading, 'domain');
  const admin = folded(reading, 'primaryAdmin');
  if (domain === '') return undefined;
  return folded(reading, 'type').includes('team') && admin !== '' ? `${domain}/${admin}` : domain;
}

/** The wish of a row against which nothing speaks. */
export function wishOf({ reading, key, domain, fields }: CustomerDraft): CustomerWish | undefined {
  if (key === undefined || reading.complaints.length > 0) return undefined;
  const { type = 'domain', address = {}, ...rest } = fields;
  // Undefined is the only thing that a field may be beyond what a wish takes, and it is what is left out here.
  const given = Object.fromEntries(
    Object.entries(rest).filter(([, value]) => value !== undefined),
  ) as Partial<CustomerWish>;
  return { ...given, key, domain, type, address };
}

function folded(reading: Reading, column: CustomerColumn): string {
  return cellText(reading.text(column)).toLowerCase();
}
