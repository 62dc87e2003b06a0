/** Comparing names as people write them: folding, sameness of persons, and the nearest known name for a complaint. */

/** Letters that Unicode does not take apart into a base letter and an accent. */
const joined: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ı: 'i',
};

/**
 * A text to compare names by: lower case, accents removed, blanks squeezed to one and trimmed. Only the accents of the
 * European scripts go; the vowel signs of Hindi or Thai and the voicing marks of kana are letters, and Hangul stays
 * whole.
 */
export function foldName(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .replace(/[ßæœøłđðþħı]/g, (letter) => joined[letter] ?? letter)
    .replace(/\s+/g, ' ')
    .trim();
}

/**
 * Whether two full names may be the same person's: compared without case, accents, punctuation and order of their
 * parts. `山田 太郎` is `山田太郎`, `O'Brien` is `O Brien`. A name without any letter or digit is nobody's.
 */
export function samePersonName(a: string, b: string): boolean {
  const first = partsOf(a);
  const second = partsOf(b);
  if (!first.length || !second.length) return false;
  if ([...first].sort().join(' ') === [...second].sort().join(' ')) return true;
  return joinings(first).includes(second.join('')) || joinings(second).includes(first.join(''));
}

/**
 * One text for full names that have the same parts in whatever order; '' for a name of nobody. Finds namesakes fast.
 */
export function nameKey(name: string): string {
  return [...partsOf(name)].sort().join(' ');
}

/**
 * How many letters have to be put in, taken out, replaced or swapped with their neighbour to make one text of the
 * other. Infinity where it is more than `most`: nobody wants to know how much more.
 */
export function editDistance(a: string, b: string, most = Infinity): number {
  const from = [...a];
  const to = [...b];
  let before: number[] = [];
  let above = Array.from({ length: to.length + 1 }, (_, j) => j);
  let nearest = 0;
  for (let i = 1; i <= from.length; i++) {
    const row = [i];
    const passed = nearest;
    nearest = i;
    for (let j = 1; j <= to.length; j++) {
      const cost = from[i - 1] === to[j - 1] ? 0 : 1;
      const swapped = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
      const least = Math.min(at(above, j) + 1, at(row, j - 1) + 1, at(above, j - 1) + cost);
      const distance = swapped ? Math.min(least, at(before, j - 2) + 1) : least;
      row.push(distance);
      if (distance < nearest) nearest = distance;
    }
    // A swap looks two rows back, so only two rows without hope end it.
    if (nearest > most && passed > most) return Infinity;
    before = above;
    above = row;
  }
  const distance = at(above, to.length);
  return distance <= most ? distance : Infinity;
}

/**
 * The known names nearest to a text, best first, at most three: those that its words begin, then those a few slips
 * away, then those whose words nearly all stand in it, or its in them.
 */
export function nearestNames(text: string, names: readonly string[]): readonly string[] {
  return nearestOf(
    foldName(text),
    names.map((name) => ({ name, folded: foldName(name) })),
  );
}

/** As `nearestNames`, for a text and names that are folded already. */
export function nearestOf(
  wanted: string,
  names: readonly { readonly name: string; readonly folded: string }[],
): readonly string[] {
  if (!wanted) return [];
  const asked = { text: wanted, words: wordsOf(wanted), length: [...wanted].length };
  const scored = names.map(({ name, folded }) => ({ name, score: farness(asked, folded) }));
  const close = scored.filter(({ score }) => score < Infinity);
  const near = (close.length > 0 ? close : sharing(asked.words, names)).sort((a, b) => a.score - b.score);
  return [...new Set(near.map(({ name }) => name))].slice(0, 3);
}

/** Names that have most words in common with a text, with the share that is not. */
function sharing(
  words: readonly string[],
  names: readonly { readonly name: string; readonly folded: string }[],
): { name: string; score: number }[] {
  const asked = new Set(words);
  return names
    .map(({ name, folded }) => {
      const known = new Set(wordsOf(folded));
      const both = [...known].filter((word) => asked.has(word)).length;
      return { name, score: 1 - both / Math.max(1, asked.size + known.size - both) };
    })
    .filter(({ score }) => score <= 0.5);
}

/**
 * Below 1: every word of the text begins a word of the name. Otherwise the slips; Infinity beyond a third of the
 * letters.
 */
function farness(
  { text, words, length }: { readonly text: string; readonly words: readonly string[]; readonly length: number },
  name: string,
): number {
  if (begins(words, name)) return name.length / 1000;
  const most = Math.max(1, Math.floor(text.length / 3));
  // A text that is this much longer or shorter is further away, whatever its letters are.
  if (Math.abs(length - [...name].length) > most) return Infinity;
  return editDistance(text, name, most);
}

function begins(words: readonly string[], name: string): boolean {
  // Few names hold the words at all, and taking a name apart is slow.
  if (!words.every((word) => name.includes(word))) return false;
  const known = wordsOf(name);
  return words.every((word) => known.some((one) => one.startsWith(word)));
}

function wordsOf(text: string): readonly string[] {
  return text.split(/[^\p{L}\p{M}\p{N}+]+/u).filter(Boolean);
}

/** Apostrophes and dots join what they stand in (`O'Brien`); everything else that is no letter separates. */
function partsOf(name: string): readonly string[] {
  return foldName(name)
    .replace(/['’ʼ`´.]/g, '')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter(Boolean);
}

/** Every way to write the parts in one word; names of more than four parts only in the order they have. */
function joinings(parts: readonly string[]): readonly string[] {
  if (parts.length < 2 || parts.length > 4) return [parts.join('')];
  return parts.flatMap((part, i) => joinings(parts.filter((_, j) => j !== i)).map((rest) => part + rest));
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? 0;
}
