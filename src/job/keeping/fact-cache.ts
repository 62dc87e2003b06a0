import { isObject } from '../../engine/request';
import { ports } from '../ports';
import type { FactTable } from '../../google/fact-table';
import type { SavedFacts } from '../../google/saved-facts';

/**
 * The facts of a run between its slices, in the cache of the person who runs it: gzipped and cut into pieces. Losing it
 * costs a re-read. It is taken out when a slice begins, so that an execution that dies leaves none that is out of date.
 */

/** CacheService: 100 KB a value; six hours at the longest. */
const pieceLength = 90_000;
const longest = 21_600;
/** More than this is not worth keeping: reading lists again is as quick. */
const mostPieces = 40;

const nameOf = (run: string, piece: number): string => `facts:${run}:${piece}`;

/** Keeps the facts for the next slice of this run, for so many seconds. */
export function keepFacts(run: string, facts: FactTable, seconds = longest): void {
  const text = ports().codec.zip(JSON.stringify(facts.save()));
  const count = Math.ceil(text.length / pieceLength);
  if (count > mostPieces) return;
  const pieces: Record<string, string> = { [nameOf(run, 0)]: String(count) };
  for (let i = 0; i < count; i++) pieces[nameOf(run, i + 1)] = text.slice(i * pieceLength, (i + 1) * pieceLength);
  ports().cache().putAll(pieces, seconds);
}

/**
 * Takes the facts of this run out of the cache into the table, as far as they are `wanted`; nothing happens where a
 * piece is missing.
 */
export function takeFacts(run: string, facts: FactTable, wanted = (saved: SavedFacts) => saved): void {
  const cache = ports().cache();
  const all = Array.from({ length: mostPieces + 1 }, (_, i) => nameOf(run, i));
  const pieces = cache.getAll(all) as Readonly<Record<string, string>>;
  const count = Number(pieces[nameOf(run, 0)] ?? 0);
  if (!(count > 0)) return;
  const names = all.slice(1, count + 1);
  cache.removeAll(all.slice(0, count + 1));
  const text = names.map((name) => pieces[name] ?? '');
  if (text.some((piece) => piece === '')) return;
  const saved = unzipped(text.join(''));
  if (isSaved(saved)) facts.load(wanted(saved));
}

function unzipped(text: string): unknown {
  try {
    return JSON.parse(ports().codec.unzip(text)) as unknown;
  } catch (error) {
    // A damaged cache is as good as an empty one, whatever the platform says of it.
    if (error instanceof Error) return undefined;
    throw error;
  }
}

function isSaved(value: unknown): value is SavedFacts {
  return (
    isObject(value) &&
    ['values', 'collections', 'newKeys', 'skusMet', 'forbidden'].every((name) => Array.isArray(value[name]))
  );
}
