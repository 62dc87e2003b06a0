import type { CustomerColumn } from './columns';
import type { AddressField } from './wish';

/**
 * The cells that are fields of Google's postal address, in the order of the sheet: how both name them and what may be
 * done with them.
 */

/** A field of the postal address. */
export interface AddressCell {
  readonly column: CustomerColumn;
  readonly field: AddressField;
  readonly header: string;
  /** A `-` clears it. */
  readonly clearable: boolean;
}

const cell = (
  column: CustomerColumn,
  field: AddressField,
  rest: { header: string; clearable?: true },
): AddressCell => ({ column, field, header: rest.header, clearable: rest.clearable ?? false });

/** Every field of the postal address. */
export const addressCells: readonly AddressCell[] = [
  cell('organisation', 'organizationName', { header: 'Organisation' }),
  cell('contactName', 'contactName', { header: 'Contact name' }),
  cell('address1', 'addressLine1', { header: 'Address line 1' }),
  cell('address2', 'addressLine2', { header: 'Address line 2', clearable: true }),
  cell('address3', 'addressLine3', { header: 'Address line 3', clearable: true }),
  cell('city', 'locality', { header: 'City', clearable: true }),
  cell('region', 'region', { header: 'Region', clearable: true }),
  cell('postalCode', 'postalCode', { header: 'Postal code' }),
  cell('country', 'countryCode', { header: 'Country' }),
];
