/**
 * A text of at most so many characters: what is too long is cut between two words and ends in `…`. A single word that
 * is too long is cut where it must be, but never through a character.
 */
export function shortened(text: string, most: number): string {
  const letters = [...text];
  if (letters.length <= most) return text;
  const kept = letters.slice(0, most - 1).join('');
  const goesOn = !/^\s/u.test(letters[most - 1] ?? '');
  const words = goesOn ? kept.replace(/\s+\S*$/u, '') : kept;
  return `${words.trimEnd()}…`;
}
