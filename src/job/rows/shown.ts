import { seenIn, withoutSign } from '../../table/made';

/**
 * What cells show, where that follows from what they hold: asking for it takes as long as reading the tab once more.
 */

type Texts = readonly (readonly string[])[];
type Held = readonly (readonly unknown[])[];

/** A tab as it was read before. */
export interface Before {
  readonly values: Texts;
  readonly held?: Held;
}

/** Whether every cell of a tab is a text or a tick that shows what it holds. */
export function isPlain({ values, held }: Before): boolean {
  return (
    held !== undefined && values.every((line, row) => line.every((text, column) => text === plain(held[row]?.[column])))
  );
}

/** The texts of such a tab, from what its cells hold by now; undefined where one of them holds something else. */
export function plainTexts(held: Held): string[][] | undefined {
  return textsOf(held, plain);
}

/**
 * The texts of a tab that this execution has read before: what holds the same shows the same, and what was written since
 * are texts. Undefined where a cell holds something else by now, or nothing, which may be a chip.
 */
export function textsAsBefore(held: Held, before: Before): string[][] | undefined {
  return textsOf(held, (value, row, column) => {
    const known = before.held?.[row]?.[column];
    return isSame(value, known) ? before.values[row]?.[column] : value === '' ? undefined : plain(value);
  });
}

function textsOf(
  held: Held,
  textOf: (value: unknown, row: number, column: number) => string | undefined,
): string[][] | undefined {
  const texts: string[][] = [];
  for (const [row, cells] of held.entries()) {
    const line: string[] = [];
    for (const [column, value] of cells.entries()) {
      const text = textOf(value, row, column);
      if (text === undefined) return undefined;
      line.push(text);
    }
    texts.push(line);
  }
  return texts;
}

function plain(value: unknown): string | undefined {
  if (typeof value === 'string') return withoutSign(value);
  return typeof value === 'boolean' ? seenIn(String(value), value) : undefined;
}

function isSame(one: unknown, other: unknown): boolean {
  return one === other || (one instanceof Object && other instanceof Object && Number(one) === Number(other));
}
