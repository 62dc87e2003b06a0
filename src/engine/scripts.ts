/** Letters of other scripts that look like Latin ones: typed or pasted by mistake, and in fraud. */

const scripts = [
  ['Cyrillic', /\p{Script=Cyrillic}/u],
  ['Greek', /\p{Script=Greek}/u],
] as const;

/** A letter of another script within a word of Latin letters. */
export interface Stranger {
  readonly letter: string;
  readonly script: string;
}

/** The first letter that is none of the script of its word, where the word has Latin letters too. */
export function strangerIn(text: string): Stranger | undefined {
  // Most texts have plain letters alone.
  if (!/[^ -\u024F\s]/.test(text)) return undefined;
  const mixed = (text.match(/[\p{L}\p{M}]+/gu) ?? []).find((word) => /\p{Script=Latin}/u.test(word) && scriptOf(word));
  return mixed === undefined ? undefined : scriptOf(mixed);
}

/** The first Cyrillic or Greek letter. */
export function scriptOf(text: string): Stranger | undefined {
  for (const [script, letters] of scripts) {
    const letter = letters.exec(text)?.[0];
    if (letter !== undefined) return { letter, script };
  }
  return undefined;
}
