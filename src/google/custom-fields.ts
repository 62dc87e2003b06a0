import { fieldsOf, itemsOf } from './resources';

/** Custom fields that accounts make for their people (Directory API, Schemas reference). */

/** The types of custom fields (Schemas reference). */
const fieldTypes = ['STRING', 'INT64', 'BOOL', 'DOUBLE', 'EMAIL', 'PHONE', 'DATE'] as const;
/** A custom field of an account. */
export interface CustomField {
  readonly name: string;
  /** A type that nobody knows yet is taken for a text. */
  readonly type: (typeof fieldTypes)[number];
  readonly many: boolean;
  /** Numbers that a search finds fast; others are allowed. */
  readonly least?: number;
  readonly most?: number;
}
/** A schema: custom fields under one name. */
export interface Schema {
  readonly name: string;
  readonly fields: readonly CustomField[];
}
/** A schema, from whatever Google answered. */
export function asSchema(value: unknown): Schema {
  const fields = fieldsOf(value);
  return { name: textOf(fields.schemaName), fields: itemsOf(fields, 'fields').map(asCustomField) };
}

function asCustomField(value: unknown): CustomField {
  const { fieldName, fieldType, multiValued, numericIndexingSpec } = fieldsOf(value);
  const { minValue, maxValue } = fieldsOf(numericIndexingSpec);
  return {
    name: textOf(fieldName),
    type: fieldTypes.find((type) => type === fieldType) ?? 'STRING',
    many: multiValued === true,
    ...(typeof minValue === 'number' ? { least: minValue } : {}),
    ...(typeof maxValue === 'number' ? { most: maxValue } : {}),
  };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
