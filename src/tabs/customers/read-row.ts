import { asciiDomain } from '../../engine/domain-names';
import { readFields } from '../../table/read-row';
import type { RowReading } from '../../table/reading';
import { cellText } from '../../table/text';
import type { WishOf } from '../../table/field';
import { customerFields, type CustomerField } from './fields';
import type { CustomerAt } from './fields/makers';
import { typeIn } from './fields/type';
import type { CustomerSettings } from './settings';
import { checkTypeAndAdmin } from './type-and-admin';
import type { CustomerWish } from './wish';

type Reading = RowReading<CustomerField>;

/** One row of the Customers tab by itself, before it is compared with the others. */
export interface CustomerDraft {
  readonly reading: Reading;
  /** `acme.example`, for a team `acme.example/ana@acme.example`; undefined where the row has no domain. */
  readonly key: string | undefined;
  /** What the row is read with: its domain among it. */
  readonly at: CustomerAt;
  readonly fields: WishOf<typeof customerFields>;
}

/** Reads one row. Complaints about the row itself are in its reading afterwards. */
export function readRow(reading: Reading, settings: CustomerSettings): CustomerDraft {
  const at: CustomerAt = {
    settings,
    domain: domainIn(reading),
    type: typeIn(reading.text('type')),
    country: cellText(reading.text('country')),
  };
  const fields = readFields(customerFields, reading, at);
  checkTypeAndAdmin(reading, fields.type);
  return { reading, key: keyIn(reading), at, fields };
}

/** What names a row, even where something is wrong with it; undefined where it has no domain. */
export function keyIn(reading: Reading): string | undefined {
  const domain = domainIn(reading);
  const admin = folded(reading, 'primaryAdmin');
  if (domain === '') return undefined;
  return typeIn(reading.text('type')) === 'team' && admin !== '' ? `${domain}/${admin}` : domain;
}

/** The wish of a row against which nothing speaks. */
export function wishOf({ reading, key, at: { domain, type }, fields }: CustomerDraft): CustomerWish | undefined {
  return key === undefined || reading.complaints.length > 0 ? undefined : { ...fields, key, domain, type };
}

function domainIn(reading: Reading): string {
  return asciiDomain(folded(reading, 'domain'));
}

function folded(reading: Reading, column: CustomerField): string {
  return cellText(reading.text(column)).toLowerCase();
}
