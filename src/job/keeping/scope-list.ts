import { ports } from '../ports';
import { Trouble } from '../trouble';
import { parsed } from './stores';

/**
 * The rows that a person chose, as they are kept with the job: those of a long list are packed, for every look at the
 * job reads it, and a list of some ten thousand rows would fill the document's properties.
 */

/** Keys of rows, or so many of them as packed text. */
export type ScopeList = readonly string[] | { readonly zip: string };

/** Longer lists are packed. */
const mostPlain = 200;

/** A list as it is kept. */
export function packed(keys: readonly string[]): ScopeList {
  return keys.length <= mostPlain ? keys : { zip: ports().codec.zip(JSON.stringify(keys)) };
}

/** The keys of a list that was kept. Throws Trouble where it is damaged: nobody knows then what was chosen. */
export function keysIn(list: ScopeList): ReadonlySet<string> {
  if (!('zip' in list)) return new Set(list);
  const keys = parsed(ports().codec.unzip(list.zip));
  if (!Array.isArray(keys))
    throw new Trouble('nothing', { says: 'Which rows were chosen cannot be read any more.', remedy: 'Check again.' });
  return new Set(keys.map(String));
}
