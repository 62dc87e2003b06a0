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

/** Those that no reader can tell from a Latin letter; others, as in `Ωmega`, are seen and meant. */
const alike = /[АВЕЅІЈКМНОРСТУХаеѕіјорсухԁһѵԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧαικνορυχ]/u;

/** The first letter that looks like a Latin one and is none, in a word that has Latin letters too. */
export function strangerIn(text: string): Stranger | undefined {
  const mixed = (text.match(/[\p{L}\p{M}]+/gu) ?? []).find(
    (word) => alike.test(word) && /\p{Script=Latin}/u.test(word),
  );
  return mixed === undefined ? undefined : scriptOf(alike.exec(mixed)?.[0] ?? '');
}

/** Whether a word of the text mixes such letters with Latin ones, or has no others at all: `сосо` is no `coco`. */
export function passesForLatin(text: string): boolean {
  const isAlike = (word: string): boolean => [...word].every((letter) => alike.test(letter));
  return strangerIn(text) !== undefined || (text.match(/[\p{L}\p{M}]+/gu) ?? []).some(isAlike);
}

/** The first Cyrillic or Greek letter. */
export function scriptOf(text: string): Stranger | undefined {
  for (const [script, letters] of scripts) {
    const letter = letters.exec(text)?.[0];
    if (letter !== undefined) return { letter, script };
  }
  return undefined;
}
