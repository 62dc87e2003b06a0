import { isObject } from '../../engine/request';
import { documentStore } from '../keeping/stores';
import { spreadsheet } from '../rows/spreadsheet';
import { hexMacWith, newSecret } from '../secrets/codes';

/**
 * The proof that Seatsheet itself wrote a line of the journal: an HMAC over spreadsheet and cells. Its key is in the
 * document's properties, which the script alone reads and which no cell, no restored version and no copy of the
 * spreadsheet brings along. Everybody who works in the spreadsheet with Seatsheet has the same one.
 */

/** Gives the proof of a line's cells. */
export type Prove = (texts: readonly string[]) => string;

const name = 'journalKey';

function isKey(value: unknown): value is { readonly secret: string } {
  return isObject(value) && typeof value.secret === 'string';
}

/** Proves with the key that there is; where there is none yet, nothing is proven and `make` makes one. */
export function prover(make: boolean): Prove {
  const known = documentStore().steady(name, isKey);
  if (!known && !make) return () => '-';
  const secret = known?.secret ?? newSecret();
  if (!known) documentStore().set(name, { secret });
  const mac = hexMacWith(secret);
  const id = spreadsheet().getId();
  return (texts) => mac(`seatsheet line\n${JSON.stringify([id, ...texts])}`);
}
