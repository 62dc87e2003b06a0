/**
 * Cells that hold no text, though somebody typed one: a number, a day or a tick, which the spreadsheet shows in the
 * words and marks of its locale. Numbers and days are read with a sign in front that nobody sees and that `visible`
 * leaves out; whoever has to tell them from texts asks here. A tick is read as TRUE or FALSE whatever it shows.
 */

/** What a cell holds. `plain`: a number that is shown digit by digit. */
export type Made = 'plain' | 'number' | 'day';

const signs: Readonly<Record<Made, string>> = { plain: '\u2062', number: '\u2063', day: '\u2064' };
const leading = /^[\u2062-\u2064]+/;

/** The text of a cell from what it shows and what it holds, as `getDisplayValues` and `getValues` tell. */
export function seenIn(shown: string, value: unknown): string {
  if (typeof value === 'string' || shown === '') return withoutSign(shown);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value !== 'number') return signs.day + shown;
  // Zeros in front are a format that somebody chose: 01067 is what people see, and what is meant.
  return shown.replace(/^0+(?=\d)/, '') === String(value) ? signs.plain + shown : signs.number + String(value);
}

/** What a cell holds in the stead of a text; undefined for a text. */
export function madeIn(text: string): Made | undefined {
  const [first = ''] = text;
  return first === signs.plain ? 'plain' : first === signs.number ? 'number' : first === signs.day ? 'day' : undefined;
}

/** The text without the sign. */
export function withoutSign(text: string): string {
  return leading.test(text) ? text.replace(leading, '') : text;
}

/** The sentence about a text of which the spreadsheet has made something else; undefined for any other. */
export function spoiltText(text: string): string | undefined {
  const made = madeIn(text);
  if (made === undefined || made === 'plain') return undefined;
  return `The spreadsheet has made a ${made} of what was typed here: ${withoutSign(text)}. Format the cell as plain text (Format > Number > Plain text) and type it again.`;
}
