import { readTick, type Cell } from '../../table/cell';
import { fold, quote, visible } from '../../table/text';
import type { UserReading } from './fields';
import { changePassword } from './fields/password';
import { hashFunctionOf, holdsPassword, withFunction, type HashFunction } from './read-password';

/** What other columns say of the Password cell: that it is a hash, and whether it is kept at sign-in. */

/**
 * The text of the Password cell with the function in front that another column names. What is wrong is complained of.
 */
export function passwordBeside(reading: UserReading): { readonly text: string; readonly hashFunction?: HashFunction } {
  const text = reading.text('password');
  const named = visible(reading.text('hashFunction'));
  if (named === '' || !holdsPassword(text)) return { text };
  const hashFunction = hashFunctionOf(named);
  if (hashFunction === undefined) {
    reading.complain(
      'hashFunction',
      `${quote(named)} is no hash function that Google takes. Write SHA-1, MD5 or crypt where the Password cell holds a hash, or empty this cell where it holds clear text.`,
    );
    return { text: '' };
  }
  const inFront = /^\{([^}]*)\}/.exec(visible(text))?.[1];
  if (inFront !== undefined && hashFunctionOf(inFront) !== hashFunction)
    reading.complain(
      'hashFunction',
      `This cell names another hash function (${hashFunction}) than the Password cell. Empty this cell, or put it right.`,
    );
  return { text: withFunction(text, hashFunction), hashFunction };
}

/** Whether the password is changed at sign-in, as part of a wish; a FALSE that may mean either is told. */
export function changeBeside(reading: UserReading): { readonly changePassword?: boolean } {
  const text = reading.text('changePassword');
  const cell = readChange(text, reading.header('changePassword'));
  if (cell.kind === 'value') return { changePassword: cell.value };
  if (cell.kind === 'blank' && visible(text) !== '' && holdsPassword(reading.text('password')))
    reading.warn(
      `${quote(visible(text))} is what an empty box says: a new password is asked for at sign-in. Write No where the given one is to be kept.`,
    );
  return {};
}

/**
 * Whether a password is to be changed at sign-in. Google's file says False where it is kept (Admin Help, "Add or update
 * multiple users from a CSV file"), as a text or a tick box. Under our own header an empty box, which reads as FALSE,
 * cannot be told from one that nobody touched; any other word for it was typed.
 */
export function readChange(text: string, header: string): Cell<boolean> {
  const cell = readTick(text);
  const shown = visible(text);
  if (cell.kind !== 'blank' || shown === '') return cell;
  const isOurs = fold(header) === fold(changePassword.header);
  return isOurs && (shown === 'FALSE' || shown === '☐') ? cell : { kind: 'value', value: false };
}
