import { visible } from '../../table/text';

/** The pieces of a list of which some may stand in quotes: `"Support, EMEA" @ /Sales; Reseller Admin`. */

/** One of them. */
export interface Piece {
  /** Without its quotes. */
  readonly text: string;
  /** What follows the quotes; left out where there are none. */
  readonly rest?: string;
  /** Where it begins and ends in the whole. */
  readonly from: number;
  readonly to: number;
}

/** Blanks, then a name in quotes, in which `""` is one, and what follows it; or all up to the next separator. */
const piece = /\s*(?:["“„]((?:""|[^"”])*)["”]([^,;、，；\r\n]*)|([^,;、，；\r\n]*))(?:[,;、，；\r\n]|$)/y;

/** The pieces that say something, or the sentence about quotes that do not end. */
export function piecesIn(text: string): readonly Piece[] | string {
  const pieces: Piece[] = [];
  piece.lastIndex = 0;
  while (piece.lastIndex < text.length) {
    const from = piece.lastIndex;
    const [all, quoted, rest = '', plain = ''] = piece.exec(text) ?? [text];
    if (/^["“„]/.test(plain.trim()))
      return `The name ${plain.trim()} begins with a quote that does not end. Write one behind it, too.`;
    const said = visible(quoted?.replace(/""/g, '"') ?? plain);
    const to = from + all.length - (/[,;、，；\r\n]$/.test(all) ? 1 : 0);
    if (said !== '') pieces.push({ text: said, from, to, ...(quoted === undefined ? {} : { rest: visible(rest) }) });
    piece.lastIndex = from + all.length;
  }
  return pieces;
}
