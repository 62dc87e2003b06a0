import type { Context } from './context';
import { conditionNotMet } from './errors';
import { at } from './json';
import type { State, UserRecord } from './state';
import { switchMillis } from './switch-values';

/**
 * New users that cannot be changed yet (Users reference: "User creation is not complete."), and reads that lag behind
 * writes.
 */

/** How long a new user is not found by reads. */
const unseenFor = 1000;

const delay = ({ state }: Context, user: UserRecord): number =>
  switchMillis(state, 'userPropagation', at(state.accounts, user.account));

/** Whether a read finds the user yet: in its first second it does not, unless propagation is switched off. */
export function isSeen(context: Context, user: UserRecord): boolean {
  return context.now >= user.createdAt + Math.min(unseenFor, delay(context, user));
}

/** Whether the creation of a user is complete, so that it can be changed. */
export function isComplete(context: Context, user: UserRecord): boolean {
  return context.now >= user.createdAt + delay(context, user);
}

/** Throws 412 `User creation is not complete.` while it is not. */
export function mustBeComplete(context: Context, user: UserRecord): void {
  if (!isComplete(context, user)) throw conditionNotMet('User creation is not complete.');
}

/** What reads can lag behind for. */
export type Kind = 'user' | 'orgUnit' | 'licence' | 'assignment' | 'group';

const keyOf = (kind: Kind, id: string): string => `${kind}/${id}`;

/**
 * Keeps what reads go on seeing of a thing that is about to be written; null when it is being made. Nothing when reads
 * do not lag.
 */
export function remember(context: Context, thing: readonly [kind: Kind, id: string], was: unknown): void {
  const lag = switchMillis(context.state, 'staleReads');
  if (lag === 0) return;
  const key = keyOf(...thing);
  const standing = at(context.state.past, key);
  if (standing && standing.until > context.now) return;
  context.state.past[key] = { until: context.now + lag, was: structuredClone(was) };
}

/** Forgets what no read sees any more. */
export function forgetPast(state: State, now: number): void {
  for (const [key, { until }] of Object.entries(state.past)) if (until <= now) Reflect.deleteProperty(state.past, key);
}

/** A thing as a read sees it: as it is, as it was a moment ago, or not at all (undefined). */
export function asRead<T>(
  context: Context,
  thing: readonly [kind: Kind, id: string],
  current: T | undefined,
): T | undefined {
  const past = at(context.state.past, keyOf(...thing));
  if (!past || past.until <= context.now) return current;
  return past.was === null ? undefined : (past.was as T);
}

/**
 * Things of one kind as a list sees them, with those deleted a moment ago still in it. `keep` says which old ones
 * belong in this list.
 */
export function asListed<T>(
  context: Context,
  kind: Kind,
  things: { readonly current: readonly (readonly [string, T])[]; readonly keep: (was: T) => boolean },
): T[] {
  if (Object.keys(context.state.past).length === 0) return things.current.map(([, thing]) => thing);
  const listed = new Set(things.current.map(([id]) => keyOf(kind, id)));
  const gone = Object.entries(context.state.past).filter(
    ([key, { until }]) => key.startsWith(`${kind}/`) && until > context.now && !listed.has(key),
  );
  const seen = things.current.flatMap(([id, thing]) => asRead(context, [kind, id], thing) ?? []);
  return [...seen, ...gone.flatMap(([, { was }]) => (was === null ? [] : [was as T]))].filter(things.keep);
}
