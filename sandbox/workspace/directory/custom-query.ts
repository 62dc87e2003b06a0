import { invalid } from '../errors';
import { isObject, type Json } from '../json';
import type { Account, FieldRecord, UserRecord } from '../state';
import { customFieldsOf } from './custom-fields';
import { textMatches, type Clause } from './query-clauses';

/**
 * Clauses on custom fields, `Schema.field=value` (Directory API "Search for users"): only of indexed fields; dates by
 * order too, numbers only where the field says so.
 */

const refused = () => invalid('Invalid Input: query');

/** The test of a clause on a custom field; null for any other. Throws 400 for what the field does not take. */
export function customTest(clause: Clause, account: Account): ((user: UserRecord) => boolean) | null {
  if (!clause.field.includes('.')) return null;
  const [schemaName = '', fieldName = ''] = clause.field.split('.');
  const schema = account.schemas.find(({ name }) => name === schemaName);
  const field = schema?.fields.find(({ name }) => name === fieldName);
  if (!field?.indexed) throw refused();
  const matches = matcher(field, clause);
  return (user) => valuesOf(field, customFieldsOf(user)[schemaName]?.[fieldName]).some(matches);
}

function valuesOf({ multiValued }: FieldRecord, held: Json | undefined): Json[] {
  if (held === undefined) return [];
  if (!multiValued) return [held];
  const entries: readonly Json[] = Array.isArray(held) ? held : [];
  return entries.filter(isObject).flatMap(({ value }) => value ?? []);
}

function matcher(field: FieldRecord, clause: Clause): (value: Json) => boolean {
  if (field.type === 'DATE') return ordered(clause, (value) => String(value));
  if (field.type === 'INT64' || field.type === 'DOUBLE') {
    if (clause.operator !== '=' && !field.range) throw refused();
    return ordered(clause, Number);
  }
  if (field.type === 'BOOL') return exactly(clause, ['true', 'false']);
  if (clause.operator !== '=' && clause.operator !== ':') throw refused();
  return (value) => textMatches(String(value), clause.value, clause.operator === ':' ? 'words' : 'equals');
}

function exactly({ operator, value }: Clause, allowed: readonly string[]): (value: Json) => boolean {
  if (operator !== '=' || !allowed.includes(value)) throw refused();
  return (held) => String(held) === value;
}

function ordered<T extends string | number>(
  { operator, value }: Clause,
  read: (value: unknown) => T,
): (value: Json) => boolean {
  const wanted = read(value);
  if (operator === ':' || Number.isNaN(wanted)) throw refused();
  return (held) => {
    const own = read(held);
    if (operator === '=') return own === wanted;
    if (operator === '<' || operator === '<=') return own < wanted || (operator === '<=' && own === wanted);
    return own > wanted || (operator === '>=' && own === wanted);
  };
}
