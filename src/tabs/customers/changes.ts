import type { Words } from '../../engine/procedure';
import type { JsonObject } from '../../engine/request';
import type { ResoldCustomer } from '../../google/resources';
import { differenceOf, type Difference } from '../../table/compare';
import type { CustomerColumn } from './columns';
import { addressCells } from './fields';
import type { CustomerRow } from './row';

/**
 * What a row changes at a customer that exists: the body of a patch, what is left as drift, and what overrides a change
 * made at Google.
 */

/** One field, as the row wishes it, as it was agreed last, and as Google has it. `''` is nothing. */
export interface Field {
  readonly column: CustomerColumn;
  readonly header: string;
  readonly wish: string | undefined;
  readonly google: string;
}

/** A field with what is to be done about it. */
export interface Judged {
  readonly field: Field;
  readonly difference: Difference;
}

/** Every field of the row but the language, which the customer's own Directory has. */
export function fieldsOf({ wish }: CustomerRow, customer: ResoldCustomer): readonly Field[] {
  return [
    ...addressCells.map(
      ({ column, header, field }): Field => ({
        column,
        header,
        wish: cleared(wish.address[field]),
        google: customer.postalAddress[field] ?? '',
      }),
    ),
    { column: 'alternateEmail', header: 'Alternate email', wish: wish.alternateEmail, google: customer.alternateEmail },
    { column: 'phone', header: 'Phone', wish: cleared(wish.phone), google: customer.phoneNumber },
  ];
}

function cleared(value: string | null | undefined): string | undefined {
  return value === null ? '' : value;
}

/** Compares three ways. */
export function judge({ memory, putBack }: CustomerRow, fields: readonly Field[]): readonly Judged[] {
  return fields.map((field) => ({
    field,
    difference: differenceOf({
      wish: field.wish,
      google: field.google,
      agreed: memory.agreedCustomer?.[field.column],
      putBack,
    }),
  }));
}

/** The fields to write. */
export function changed(judged: readonly Judged[]): readonly Field[] {
  return judged
    .filter(({ difference }) => difference === 'change' || difference === 'override')
    .map(({ field }) => field);
}

/** What Details say about changes made at Google: left as drift, or overridden because the row was changed too. */
export function remarksOn(judged: readonly Judged[]): readonly string[] {
  return judged.flatMap(({ field: { header, wish = '', google }, difference }) => {
    if (difference === 'drift')
      return [
        `${header} is “${google}” at Google (changed there since). Left as it is; “Put back” restores “${wish}”.`,
      ];
    return difference === 'override' ? [`${header} “${wish}” overrides “${google}”, a change made at Google.`] : [];
  });
}

/** The body of a patch with these fields only; what is cleared is null. */
export function patchOf(fields: readonly Field[]): JsonObject {
  const value = (column: CustomerColumn): string | null | undefined => {
    const found = fields.find((field) => field.column === column);
    return found && (found.wish || null);
  };
  const address = addressCells.flatMap(({ column, field }): [string, string | null][] => {
    const part = value(column);
    return part === undefined ? [] : [[field, part]];
  });
  const [alternateEmail, phoneNumber] = [value('alternateEmail'), value('phone')];
  return {
    ...(address.length ? { postalAddress: Object.fromEntries(address) } : {}),
    ...(alternateEmail === undefined ? {} : { alternateEmail }),
    ...(phoneNumber === undefined ? {} : { phoneNumber }),
  };
}

/** `change phone, city`. */
export function wordsFor(fields: readonly Field[], domain: string): Words {
  const names = fields.map(({ header }) => header.toLowerCase()).join(', ');
  return { plan: `change ${names}`, many: 'change customers', done: `changed ${names}`, of: domain };
}
