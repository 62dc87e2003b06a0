import { namesNothing } from '../../../engine/stand-in';
import type { Cell } from '../../../table/cell';
import { spoiltIn } from '../../../table/made';
import { visible } from '../../../table/text';
import { columns } from './makers';

const longest = 500;

/** The transfer token of a customer that exists. The wish knows that there is one; whoever checks keeps it. */
export const token = columns.secret({
  id: 'token',
  header: 'Transfer token',
  synonyms: [
    'Token',
    'Auth token',
    'Transfertoken',
    'Übertragungstoken',
    'Token de transferencia',
    'Jeton de transfert',
  ],
  note: 'What a customer that exists made for your public id. Better typed in the sidebar: from here it is taken into the safe keeping of whoever checks and the cell is emptied, but the version history of the sheet keeps what was typed.',
  read: (text): Cell<'given'> => {
    const says = tokenComplaint(text);
    if (says !== undefined) return { kind: 'wrong', says };
    return tokenText(text) === '' ? { kind: 'blank' } : { kind: 'value', value: 'given' };
  },
});

/** The token in a cell; undefined where the cell is blank or holds none. */
export function readToken(display: string): string | undefined {
  const text = tokenText(display);
  return text !== '' && tokenComplaint(display) === undefined ? text : undefined;
}

/**
 * What is wrong with a Transfer token cell, without a word of what stands in it. Google calls the token hexadecimal
 * (Reseller API reference, customers.insert).
 */
export function tokenComplaint(display: string): string | undefined {
  const text = tokenText(display);
  if (spoiltIn(display) !== undefined)
    return 'The spreadsheet has made a number of the token. Format the cell as plain text (Format › Number › Plain text) and paste the token again.';
  if (text === '' || (!namesNothing(text) && /^\w[\w.=+/-]*$/.test(text) && text.length <= longest)) return undefined;
  return 'This is no transfer token: a token is one word of letters and digits. Copy it once more from what the customer sent, or empty the cell.';
}

function tokenText(display: string): string {
  return visible(display).replace(/^'/, '');
}
