/** Bytes of a text file as text, whatever encoding they were saved in. */

/** Encodings that a person may choose; `auto` finds out. */
export const encodings = ['auto', 'utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'shift_jis'] as const;

/** One of them. */
export type Encoding = (typeof encodings)[number];

/** The text, without a byte order mark, and the encoding that it was read in. */
export function decode(bytes: Uint8Array, chosen: Encoding): { readonly text: string; readonly encoding: Encoding } {
  const encoding = chosen === 'auto' ? encodingOf(bytes) : chosen;
  return { text: new TextDecoder(encoding).decode(bytes), encoding };
}

function encodingOf(bytes: Uint8Array): Exclude<Encoding, 'auto'> {
  const marked = byMark(bytes) ?? byZeros(bytes);
  if (marked) return marked;
  if (read(bytes, 'utf-8') !== undefined) return 'utf-8';
  const japanese = read(bytes, 'shift_jis');
  return japanese !== undefined && isJapanese(japanese) ? 'shift_jis' : 'windows-1252';
}

function byMark([first, second, third]: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return first === 0xef && second === 0xbb && third === 0xbf ? 'utf-8' : undefined;
}

const looked = 2_000;

/** Every second byte of Latin letters in UTF-16 is zero. */
function byZeros(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const start = bytes.subarray(0, looked);
  const zeros = (odd: number): number => start.filter((byte, at) => byte === 0 && at % 2 === odd).length;
  const many = start.length / 4;
  if (zeros(1) > many && zeros(0) < many / 4) return 'utf-16le';
  return zeros(0) > many && zeros(1) < many / 4 ? 'utf-16be' : undefined;
}

/** The text; undefined where bytes are no text of this encoding: each of them reads as U+FFFD (Encoding Standard). */
function read(bytes: Uint8Array, encoding: string): string | undefined {
  const text = new TextDecoder(encoding).decode(bytes);
  return text.includes('\uFFFD') && !(encoding === 'utf-8' && holdsSign(bytes)) ? undefined : text;
}

/** Whether the file itself holds U+FFFD in UTF-8: then it was spoilt before it was saved. */
function holdsSign(bytes: Uint8Array): boolean {
  return bytes.some((byte, at) => byte === 0xef && bytes[at + 1] === 0xbf && bytes[at + 2] === 0xbd);
}

/**
 * An accented letter of Western Europe with the letter after it reads as one sign of Shift_JIS, alone among Latin
 * letters. In Japanese the signs stand side by side.
 */
function isJapanese(text: string): boolean {
  const runs = text.match(/[\u3000-\u30FF\u3400-\u9FFF\uFF00-\uFFEF]+/g) ?? [];
  const signs = runs.reduce((sum, run) => sum + run.length, 0);
  const together = runs.filter((run) => run.length > 1).reduce((sum, run) => sum + run.length, 0);
  return signs > 0 && together * 2 > signs;
}
