import type { CustomField } from '../../google/custom-fields';
import { madeIn, spoiltText } from '../../table/made';
import { visible } from '../../table/text';
import { betweenValues, customColumn } from './custom-headers';
import type { UserReading } from './fields';
import type { CustomWish, CustomWishes } from './fields/custom-fields';
import { readCustom } from './fields/custom-values';
import type { Lookups } from './read-lookups';

/**
 * The custom fields of a row, once its account is known: as the account names them, by their types. What is wrong is
 * said at the column that names the field, and a field that there is not at its header, too.
 */
export function readCustomFields(
  reading: UserReading,
  wishes: CustomWishes,
  { lookups, account }: { readonly lookups: Lookups; readonly account: string },
): CustomWishes {
  const read = Object.entries(wishes).flatMap(([name, { texts }]): [string, CustomWish][] => {
    const column = customColumn(name);
    const at = reading.has(column) ? column : 'custom';
    const found = lookups.customField(name, account);
    if (found.kind === 'wrong') reading.complain(at, found.says, at === column);
    const cell = reading.text(column);
    const isMade = madeIn(cell) !== undefined;
    const spoilt = found.kind === 'value' && isMade && !takes(found.value, cell) ? spoiltText(cell) : undefined;
    if (spoilt !== undefined) reading.complain(at, `${name}: ${spoilt}`);
    if (found.kind !== 'value') return [];
    return [[found.value.name, wishOf(found.value, { text: texts[0], reading, at })]];
  });
  return Object.fromEntries(read);
}

const takenBy: Readonly<Partial<Record<CustomField['type'], string>>> = {
  INT64: 'number',
  DOUBLE: 'number',
  DATE: 'day',
  BOOL: 'tick',
};

/** Whether a field of numbers holds a number, one of days a day; of several values the marks between may be lost. */
function takes({ type, many }: CustomField, cell: string): boolean {
  return !many && takenBy[type] === madeIn(cell);
}

function wishOf(
  field: CustomField,
  {
    text,
    reading,
    at,
  }: {
    readonly text: string | undefined;
    readonly reading: UserReading;
    readonly at: ReturnType<typeof customColumn> | 'custom';
  },
): CustomWish {
  const { type, many, name } = field;
  const texts = (text === undefined ? [] : valuesOf(text, many)).flatMap((one) => {
    const cell = readCustom(type, one);
    if (cell.kind === 'wrong') reading.complain(at, `${name}: ${cell.says}`);
    if (cell.kind !== 'value') return [];
    adviseOnRange(field, cell.value, reading);
    return [cell.value];
  });
  return { type, many, texts: [...new Set(texts)] };
}

/** Several values are separated as everywhere; of one the lines are joined. */
function valuesOf(text: string, many: boolean): readonly string[] {
  if (!many) return [text.split(betweenValues).join(' ')];
  return text
    .split(/[,;\n\u2028]/)
    .map(visible)
    .filter(Boolean);
}

/** Google's range of a number is meant for searching, and is not enforced (Schemas reference, numericIndexingSpec). */
function adviseOnRange(
  { name, least = -Infinity, most = Infinity }: CustomField,
  text: string,
  reading: UserReading,
): void {
  const number = Number(text);
  if (number < least || number > most)
    reading.warn(`${name} is ${text}, outside of ${least} to ${most}, for which the account made the field.`);
}
