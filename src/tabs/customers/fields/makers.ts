import { complaintOf, type Found } from '../../../google/find';
import type { ResoldCustomer } from '../../../google/reseller-resources';
import { checked, read, type Cell } from '../../../table/cell';
import { Fields } from '../../../table/field';
import type { CustomerSettings } from '../settings';

/** What the columns of the Customers tab are made with. */

/** What the cells of a row are read with. */
export interface CustomerAt {
  readonly settings: CustomerSettings;
  /** The domain of the row as it stands there, in lower case; '' where it has none. */
  readonly domain: string;
  readonly type: 'domain' | 'team';
  /** What its Country cell holds, as text. */
  readonly country: string;
}

/** The makers of the columns; their places are in the reseller's view of a customer. */
export const columns = new Fields<ResoldCustomer, CustomerAt>();

/** A text in lower case, unless something is wrong with it as it was typed. */
export function lowerCase(text: string, check: (text: string) => string | undefined): Cell<string> {
  const cell: Cell<string> = { kind: 'value', value: text };
  return read(checked(cell, check), (right) => ({ kind: 'value', value: right.toLowerCase() }));
}

/** The code of something that is found by its names: a language, a country. */
export function codeOf(what: string, text: string, found: Found<{ readonly code: string }>): Cell<string> {
  return 'found' in found
    ? { kind: 'value', value: found.found.code }
    : { kind: 'wrong', says: complaintOf(what, text, found) };
}
