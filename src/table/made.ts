/**
 * Cells that hold no text, though somebody typed one: a number, a day or a tick, which the spreadsheet shows in the
 * words and marks of its locale. They are read with a sign in front that nobody sees and that `visible` leaves out;
 * whoever has to tell them from texts asks here. A tick is read as TRUE or FALSE whatever it shows. In files there is
 * only text, and what a spreadsheet made of it shows in some texts.
 */

/**
 * What a cell holds. `plain`: a number that is shown digit by digit, so that nothing of it is lost. `merged`: nothing,
 * because it is merged with another one, which has the value.
 */
export type Made = 'tick' | 'plain' | 'number' | 'day' | 'merged';

const signs: Readonly<Record<Made, string>> = {
  tick: '\u2061',
  plain: '\u2062',
  number: '\u2063',
  day: '\u2064',
  merged: '\u206A',
};
const bySign = new Map(Object.entries(signs).map(([made, sign]) => [sign, made as Made]));
const firstSign = 0x2061;
const leading = /^[\u2061-\u2064\u206A]+/;

/** The text of a cell that is merged with another one: it says nothing, and `block` tells where the cells are. */
export function mergedCell(block: string): string {
  return signs.merged + block;
}

/** A number keeps 15 digits. */
const whole = /^\d{1,15}$/;

/** The text of a cell from what it shows and what it holds, as `getDisplayValues` and `getValues` tell. */
export function seenIn(shown: string, value: unknown): string {
  if (typeof value === 'string' || shown === '') return withoutSign(shown);
  if (typeof value === 'boolean') return signs.tick + (value ? 'TRUE' : 'FALSE');
  if (typeof value !== 'number') return signs.day + shown;
  // Zeros in front are a format that somebody chose: 01067 is what people see, and what is meant.
  const isPlain = whole.test(shown) && shown.replace(/^0+(?=\d)/, '') === String(value);
  return isPlain ? signs.plain + shown : signs.number + String(value);
}

/** What a cell holds in the stead of a text; undefined for a text. */
export function madeIn(text: string): Made | undefined {
  return bySign.get(text[0] ?? '');
}

/** The text without the sign. */
export function withoutSign(text: string): string {
  // Most cells are empty or begin with a plain letter.
  if (text === '' || text.charCodeAt(0) < firstSign) return text;
  return madeIn(text) === 'merged' ? '' : text.replace(leading, '');
}

/**
 * What a long number shows, `1.23457E+11`, and a cell that is too narrow for its number or day, `####`. A building 2E1
 * and a cost centre 1E5 were typed: no spreadsheet leaves the sign out.
 */
const asNumbersShow = /^[+-]?\d(?:[.,]\d+)?E[+-]\d{1,3}$|^#{2,}$/;

/** A name that is True is written so; in capitals it is what a tick shows. */
const asTicksShow = /^(?:TRUE|FALSE)$/;

/**
 * What the spreadsheet has made of a text that was typed, as far as the cell or the text tells; undefined where nothing
 * was lost.
 */
export function spoiltIn(display: string): 'a tick' | 'a number' | 'a day' | undefined {
  const made = madeIn(display);
  if (made === 'plain' || made === 'merged') return undefined;
  if (made !== undefined) return `a ${made}`;
  const text = display.trim();
  if (asNumbersShow.test(text)) return 'a number';
  return asTicksShow.test(text) ? 'a tick' : undefined;
}

/** The sentence about a cell that is merged with another one; undefined for any other. */
export function mergedText(display: string): string | undefined {
  if (madeIn(display) !== 'merged') return undefined;
  const block = display.slice(signs.merged.length);
  return `This cell is merged with others (${block}), and only the first of them holds the value: it counts there alone. Unmerge them (Format › Merge cells › Unmerge), then write the value into each row that it is meant for.`;
}

/** The sentence about a text of which the spreadsheet has made something else, or nothing; undefined for any other. */
export function spoiltText(display: string): string | undefined {
  const spoilt = spoiltIn(display);
  if (spoilt === undefined) return mergedText(display);
  const shown = withoutSign(display).trim();
  const asName = spoilt === 'a tick' ? ` A name is written ${shown === 'TRUE' ? 'True' : 'False'}.` : '';
  return `The spreadsheet has made ${spoilt} of what was typed here: ${shown}. Format the cell as plain text (Format › Number › Plain text) and type it again.${asName}`;
}
