import { withoutSign } from './made';
import { guard } from './text';

/** Characters that a cell of Google Sheets holds at most (its own error text names 50000). */
export const cellLimit = 50_000;

/**
 * What makes a formula in Sheets, or in a program that opens the exported file, also in full width and after blanks;
 * and numbers of more digits than a number keeps.
 */
const dangerous = /^(?:\s*[=+\-@＝＋－＠]|[\t']|\d{16,}$)/;

/**
 * Text that may be written with `setValues` and stays text: what would become a formula gets one apostrophe in front,
 * which Sheets hides. Control characters are removed (tabs and new lines stay), and what does not fit a cell ends in
 * `…`.
 */
export function asText(text: string): string {
  const clean = withoutControls(text);
  return cut(dangerous.test(clean) ? `'${clean}` : clean);
}

/** The text that stands in a cell after `asText` was written to it. */
export function cleanText(text: string): string {
  const clean = withoutControls(text);
  return dangerous.test(clean) ? cut(`'${clean}`).slice(1) : cut(clean);
}

/**
 * The text that was written, from what a cell holds: whether the apostrophe before it stays in a cell of plain text is
 * not known (Google's pages do not say, and reports differ).
 */
export function asWrittenFirst(held: string): string {
  return held.startsWith("'") && asText(held.slice(1)) === held ? held.slice(1) : held;
}

/** Whether a cell that holds this says a text that Seatsheet wrote there. */
export function says(held: string, text: string): boolean {
  if (held.startsWith(guard)) return held.slice(1) === text;
  return held === text || (held.startsWith("'") && held === asText(text));
}

/** Whether a text fits one cell as it is written, with so many characters beside it. */
export function fitsCell(text: string, beside = 0): boolean {
  return asText(text).length + beside <= cellLimit && text.length < cellLimit;
}

function withoutControls(text: string): string {
  return withoutSign(text)
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\t\n])\p{Cc}/gu, '');
}

function cut(text: string): string {
  if (text.length <= cellLimit) return text;
  const kept = text.slice(0, cellLimit - 1);
  return `${kept.replace(/[\uD800-\uDBFF]$/, '')}…`;
}
