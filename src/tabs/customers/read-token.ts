import { visible } from '../../table/text';

/** A Transfer token cell. What it says is never part of a wish, a sentence or a key. */

const longest = 500;

/** The token in a cell; undefined where the cell is blank or holds none. */
export function readToken(display: string): string | undefined {
  const text = tokenText(display);
  return text !== '' && tokenComplaint(display) === undefined ? text : undefined;
}

/** Whether a Transfer token cell holds anything at all, and so has to be emptied after use. */
export function holdsToken(display: string): boolean {
  return tokenText(display) !== '';
}

/**
 * What is wrong with a Transfer token cell, without a word of what stands in it. Google calls the token hexadecimal
 * (Reseller API reference, customers.insert).
 */
export function tokenComplaint(display: string): string | undefined {
  const text = tokenText(display);
  if (text === '' || (/^\w[\w.=+/-]*$/.test(text) && text.length <= longest)) return undefined;
  return 'This is no transfer token: a token is one word of letters and digits. Copy it once more from what the customer sent, or empty the cell.';
}

function tokenText(display: string): string {
  return visible(display).replace(/^'/, '');
}
