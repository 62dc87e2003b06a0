/** Text that lost letters on its way: a file read in another encoding than it was written in. */

const lost = 'Open the file as UTF-8 again (Import › From a file… finds the encoding by itself), or type the text.';

/**
 * The complaint for a text with letters that were replaced or taken apart; undefined for one that is whole. Names that
 * are written with `Å`, `Ã` or `Ł` are whole: only what reads as UTF-8 when it is put back is not.
 */
export function checkWhole(what: string, text: string): string | undefined {
  if (text.includes('\uFFFD')) return `${what} has a letter that was lost (\uFFFD). ${lost}`;
  if (/\p{L}\?|\?\p{L}/u.test(text)) return `${what} has a ? where a letter seems to be lost. ${lost}`;
  const meant = putBack(text);
  return meant === undefined ? undefined : `${what} seems to be “${meant}”, damaged on its way. ${lost}`;
}

/**
 * Letters and signs of names: the ends of `CAFÉ’S` and `JOSÉ–LUIS` make phonetic signs and accents of old scripts,
 * which nobody is called by.
 */
const written = (letter: string): boolean => {
  const code = letter.codePointAt(0) ?? 0;
  return ranges.some(([from, to]) => code >= from && code <= to);
};

/** Latin, Greek and Cyrillic, Hebrew, Arabic, Indian to Chinese, Korean, and quotation marks with dashes. */
const ranges = [
  [0xa0, 0x24f],
  [0x370, 0x45f],
  [0x5d0, 0x5ea],
  [0x600, 0x6ff],
  [0x900, 0x9fff],
  [0xac00, 0xd7af],
  [0x2010, 0x2026],
] as const;

/** Windows-1252 above 127, as far as it differs from Latin-1 (WHATWG Encoding Standard, index windows-1252). */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

/** What a text was before its UTF-8 was read as Windows-1252; undefined where it never was. */
function putBack(text: string): string | undefined {
  if (!/[\u00C2-\u00F4]/.test(text)) return undefined;
  let restored = 0;
  const whole = text.replace(/[\u00C2-\u00F4][\u0080-\u00BF\u0100-\uFFFF]{1,3}/g, (damaged) => {
    const letter = letterOf([...damaged].map(byteOf));
    if (letter === undefined || !written(letter)) return damaged;
    restored += 1;
    return letter;
  });
  return restored > 0 ? whole : undefined;
}

function byteOf(letter: string): number {
  const place = windows1252.indexOf(letter);
  return place < 0 ? (letter.codePointAt(0) ?? 0) : 128 + place;
}

/** The letters of a sequence of UTF-8 bytes; undefined for what is none. */
function letterOf(bytes: readonly number[]): string | undefined {
  if (bytes.some((byte) => byte > 255)) return undefined;
  try {
    return decodeURIComponent(bytes.map((byte) => `%${byte.toString(16)}`).join(''));
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}
