import { isObject, isTexts } from '../../engine/request';
import { parsed, userStore } from '../keeping/stores';
import { now, ports } from '../ports';
import { spreadsheet } from '../rows/spreadsheet';
import { keepDays } from './vault';

/**
 * Passwords that came with an import, by row key: in the user properties of whoever imported them, until a run has sent
 * them. None ever stands in a cell, a log, the journal or an error.
 */

const prefix = 'given:';
const dayInMilliseconds = 86_400_000;
/** A person's properties hold 500 KB in all (Apps Script quotas page); runs need most of that. */
const mostCharacters = 150_000;

interface Kept {
  readonly since: number;
  /** A person may have the script on several spreadsheets: each minds its own. */
  readonly spreadsheet: string;
  /** JSON of texts by key, compressed. */
  readonly zip: string;
}

function isKept(value: unknown): value is Kept {
  return (
    isObject(value) &&
    typeof value.since === 'number' &&
    typeof value.spreadsheet === 'string' &&
    typeof value.zip === 'string'
  );
}

type Texts = Readonly<Record<string, string>>;

/**
 * Keeps the passwords of a part of an import, again under the same name if it is repeated; false where they do not fit.
 */
export function keepGiven(part: string, texts: Texts): boolean {
  if (!Object.keys(texts).length) return true;
  const zip = ports().codec.zip(JSON.stringify(texts));
  const others = userStore()
    .steadyNames(prefix)
    .filter((name) => name !== prefix + part)
    .reduce((sum, name) => sum + (keptAt(name)?.zip.length ?? 0), 0);
  if (others + zip.length > mostCharacters) return false;
  keep(prefix + part, { since: now(), texts });
  return true;
}

/** Every password that an import left for the person signed in, by row key; of two for one row the later one. */
export function givenPasswords(): ReadonlyMap<string, string> {
  const all = parts().sort((one, other) => one.since - other.since);
  return new Map(all.flatMap(({ texts }) => Object.entries(texts)));
}

/** Forgets the passwords of these rows where they are still these. */
export function forgetGiven(used: ReadonlyMap<string, string>): void {
  for (const { name, texts, since } of parts()) {
    const left = Object.entries(texts).filter(([key, text]) => used.get(key) !== text);
    if (left.length === Object.keys(texts).length) continue;
    if (!left.length) userStore().remove(name);
    else userStore().set(name, { since, zip: ports().codec.zip(JSON.stringify(Object.fromEntries(left))) });
  }
}

function keep(name: string, { since, texts }: { readonly since: number; readonly texts: Texts }): void {
  const kept: Kept = { since, spreadsheet: spreadsheet().getId(), zip: ports().codec.zip(JSON.stringify(texts)) };
  userStore().set(name, kept);
}

interface Part {
  readonly name: string;
  readonly since: number;
  readonly texts: Texts;
}

/** What is kept for this spreadsheet; what is damaged or too old goes. */
function parts(): Part[] {
  const here = spreadsheet().getId();
  return userStore()
    .steadyNames(prefix)
    .flatMap((name): Part[] => {
      const kept = keptAt(name);
      const texts = kept && kept.since + keepDays * dayInMilliseconds > now() ? textsIn(kept) : undefined;
      if (kept && texts) return kept.spreadsheet === here ? [{ name, since: kept.since, texts }] : [];
      userStore().remove(name);
      return [];
    });
}

function keptAt(name: string): Kept | undefined {
  return userStore().steady(name, isKept);
}

function textsIn({ zip }: Kept): Texts | undefined {
  const texts = parsed(ports().codec.unzip(zip));
  return isTexts(texts) ? texts : undefined;
}
