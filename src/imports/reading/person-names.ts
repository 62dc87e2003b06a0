import type { Headers, Take } from '../format';

/** First and last names out of a name that stands in one column. */

/** With these a last name begins, in whatever case: Ludwig van Beethoven, Ana de la Cruz. */
const particles = new Set(
  'al bin da das de del della den der di do dos du el ibn la le ten ter van vom von zu zum zur'.split(' '),
);

/** In these scripts the family name stands in front. */
const eastAsian = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー々\s]+$/u;

/** A display name in two parts: `Ruiz, Ana` by its comma, else the last word with its particles is the last name. */
export function splitName(name: string): { readonly first: string; readonly last: string } {
  const [before = '', ...after] = name.split(',').map((part) => part.trim());
  if (after.length === 1 && after[0]) return { first: after[0], last: before };
  const words = name.split(/\s+/).filter(Boolean);
  const [family = '', given = ''] = words;
  if (words.length === 2 && eastAsian.test(name)) return { first: given, last: family };
  const particle = words.findIndex((word, at) => at > 0 && at < words.length - 1 && particles.has(word.toLowerCase()));
  const cut = particle > 0 ? particle : Math.max(1, words.length - 1);
  return { first: words.slice(0, cut).join(' '), last: words.slice(cut).join(' ') };
}

/** First and last name by their own headers; where both are blank, from the display name. */
export function nameTakes(
  headers: Headers,
  by: { readonly first: readonly string[]; readonly last: readonly string[]; readonly whole: readonly string[] },
): readonly Take[] {
  const places = [headers.at(...by.first), headers.at(...by.last), headers.at(...by.whole)];
  return [
    {
      column: 'firstName',
      from: places,
      make: ([first = '', last = '', whole = '']) => nameOf(first, last, whole).first,
    },
    {
      column: 'lastName',
      from: places,
      make: ([first = '', last = '', whole = '']) => nameOf(first, last, whole).last,
    },
  ];
}

function nameOf(first: string, last: string, whole: string): { readonly first: string; readonly last: string } {
  return first.trim() + last.trim() === '' ? splitName(whole) : { first, last };
}
