import type { Fact } from '../engine/procedure';

/** What hangs on an object: of one that was made just now there is nothing yet. */

/** What hangs on an object: kinds of facts with what their keys call the object. */
const hanging: Readonly<Record<string, (key: string) => string>> = {
  licences: (key) => key.split(' ')[1] ?? '',
  assignments: (key) => key,
  groupsOf: (key) => key,
  members: (key) => key,
  member: (key) => key.split(' ')[0] ?? '',
};

/** What is known of an object that was made just now: nothing hangs on it. */
export function emptyOf({ kind }: Fact<unknown>): unknown {
  return kind === 'member' ? undefined : [];
}

/** The object that a fact hangs on; undefined for one that stands for itself. Of a new object there is nothing yet. */
export function hangsOn({ kind, key }: Fact<unknown>): string | undefined {
  return hanging[kind]?.(key);
}
