import { readTick } from '../../table/cell';
import type { Column } from '../../table/column';
import { fold } from '../../table/text';
import type { ImportHow } from './file';

/** What becomes of cells on their way in: ticks and answers in our words, domains replaced, products translated. */

/**
 * In a file FALSE is an answer and no empty box: a column of answers says No, a box to tick says nothing. Any other
 * text stays as it is.
 */
export function answerIn({ format, choices }: Pick<Column, 'format' | 'choices'>, text: string): string {
  const isTick = format === 'tick';
  if (!isTick && !(Array.isArray(choices) && choices.includes('Yes'))) return text;
  const tick = readTick(text);
  if (tick.kind === 'value' && tick.value) return isTick ? 'TRUE' : 'Yes';
  const isNo = tick.kind === 'blank' || tick.kind === 'value';
  return isNo ? (isTick ? '' : 'No') : text;
}

/** Columns that hold addresses on domains. */
const addressColumns = ['email', 'aliases', 'manager'];

/** The cell with the domains of its addresses replaced; an address without a domain gets the customer's. */
export function onDomain(
  column: string,
  text: string,
  { replaceDomains, customer }: Pick<ImportHow, 'replaceDomains' | 'customer'>,
): string {
  if (!addressColumns.includes(column) || text === '') return text;
  const completed = column === 'email' && customer && /^[^@\s,;]+$/.test(text) ? `${text}@${customer}` : text;
  return completed.replace(/@([\w.-]+)/g, (address, domain: string) => {
    const found = replaceDomains.find(({ from }) => from.toLowerCase() === domain.toLowerCase());
    return found ? `@${found.to}` : address;
  });
}

/** Products of a cell in our words, and those that nobody has translated yet. */
export function translated(
  text: string,
  products: ImportHow['products'],
): { readonly text: string; readonly unknown: readonly string[] } {
  const names = text.split(/[,;\n]/).flatMap((name) => name.trim() || []);
  const known = new Map(Object.entries(products).map(([name, ours]) => [fold(name), ours]));
  const ours = names.map((name) => ({ name, is: known.get(fold(name)) }));
  return {
    text: [...new Set(ours.flatMap(({ is }) => (is === undefined || is === '-' || is === '' ? [] : [is])))].join(', '),
    unknown: ours.flatMap(({ name, is }) => (is === undefined || is === '' ? [name] : [])),
  };
}
