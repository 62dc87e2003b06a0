import { namesNothing } from '../engine/stand-in';
import { shortened } from '../engine/shorten';
import { foldName, nearestOf } from './names';

/** Finding an entry of one of Google's lists by what people write for it, or saying what they may have meant. */

/** Nothing was found. `nearest` holds names to offer; `ambiguous` says that the text stands for each of them. */
export interface NotFound {
  readonly nearest: readonly string[];
  readonly ambiguous: boolean;
}

/** What a search ends with. */
export type Found<T> = { readonly found: T } | NotFound;

/** A list to search: every word an entry goes by, and the name it is offered under. */
export interface Searchable<T> {
  entries(): readonly T[];
  words(entry: T): readonly string[];
  label(entry: T): string;
  /** How texts are made comparable; `foldName` unless something else is needed. */
  readonly fold?: (text: string) => string;
}

/** Something with a code and names. */
export interface Named {
  readonly code: string;
  readonly name: string;
  /** Other names and codes that people write for it. */
  readonly aliases: readonly string[];
}

/** The entries of a text, one a line: a code, a name, and other names after semicolons. */
export function namedIn(text: string): readonly Named[] {
  return text
    .trim()
    .split('\n')
    .map((line) => {
      const blank = line.indexOf(' ');
      const [name = '', ...aliases] = line.slice(blank + 1).split('; ');
      return { code: line.slice(0, blank), name, aliases };
    });
}

/** A search over a list. The index is made at the first question. A word that several entries go by is ambiguous. */
export function finder<T>(list: Searchable<T>): (text: string) => Found<T> {
  let index: ReadonlyMap<string, readonly T[]> | undefined;
  let labels: Labels | undefined;
  const missed = new Map<string, NotFound>();
  const fold = list.fold ?? foldName;
  return (text) => {
    index ??= indexOf(list, fold);
    const hits = index.get(fold(text)) ?? [];
    const [only] = hits;
    if (only !== undefined && hits.length === 1) return { found: only };
    if (hits.length) return { nearest: hits.map((hit) => list.label(hit)), ambiguous: true };
    // The same slip stands in many rows, and rows are read more than once.
    const known = missed.get(text) ?? {
      nearest: nearestOf(foldName(fold(text)), (labels ??= labelsOf(list, fold))),
      ambiguous: false,
    };
    missed.set(text, known);
    return known;
  };
}

/** The label of the entry that each word stands for, so that a slip in an alias offers the entry's own name. */
type Labels = readonly { readonly name: string; readonly folded: string }[];

/** The complaint for a cell: what is wrong with the text and what to write. `what` is the kind of thing: `language`. */
export function complaintOf(what: string, text: string, { nearest, ambiguous }: NotFound): string {
  const shown = shortened(text.replace(/\s+/g, ' ').trim(), 60);
  if (!ambiguous && namesNothing(text.trim()))
    return `"${shown}" names no ${what}. Empty the cell to leave things as they are, or choose one from its list.`;
  if (ambiguous) return `"${shown}" can be ${listed(nearest)}. Write which one you mean.`;
  if (nearest.length) return `No ${what} is called "${shown}". Did you mean ${listed(nearest)}?`;
  return `No ${what} is called "${shown}". Choose one from the list of the cell.`;
}

function indexOf<T>(list: Searchable<T>, fold: (text: string) => string): ReadonlyMap<string, readonly T[]> {
  const index = new Map<string, T[]>();
  for (const entry of list.entries()) {
    for (const word of new Set(list.words(entry).map(fold))) {
      const hits = index.get(word);
      if (hits) hits.push(entry);
      else index.set(word, [entry]);
    }
  }
  return index;
}

function labelsOf<T>(list: Searchable<T>, fold: (text: string) => string): Labels {
  const labels = new Map<string, string>();
  for (const entry of list.entries()) {
    for (const word of [...list.words(entry), list.label(entry)]) {
      const key = fold(word);
      if (!labels.has(key)) labels.set(key, list.label(entry));
    }
  }
  return [...labels].map(([key, name]) => ({ name, folded: foldName(key) }));
}

function listed(names: readonly string[]): string {
  const last = names[names.length - 1] ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} or ${last}`;
}
