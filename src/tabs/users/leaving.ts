import { defined } from '../../engine/defined';
import type { Belongings } from '../../ensure/delete-user';
import { productIdOf } from '../../google/products';
import { readTick } from '../../table/cell';
import { says } from '../../table/safe';
import type { Rewrite, Rewrites } from '../rewrites';
import type { State } from './fields/state';
import type { Memory } from './row';

/** What a row learns when its person leaves, and unlearns when the person comes back. */

/** What may become of people who leave. */
export const leaversBecome = ['suspended', 'archived', 'deleted'] as const;
/** One of these. */
export type LeaveTo = (typeof leaversBecome)[number];

/** The cells of a row: what stands in them, undefined where the sheet lacks the column, and how its wish is kept. */
export interface RowCells {
  text(id: string): string | undefined;
  kept(id: string): string | undefined;
}

/** What the row of a person who left says from then on, so that no later run gives anything back. */
export function rewritesOnLeaving(state: State, cells: RowCells): Rewrites {
  const wanted = [['state', state] as const, ...takenFrom.map((id) => [id, '-'] as const)];
  const ticked = readTick(cells.text('superAdmin') ?? '');
  const isTicked = ticked.kind === 'value' && ticked.value;
  return rewrites([...wanted, ...(isTicked ? [['superAdmin', 'FALSE'] as const] : [])], cells);
}

/** The columns whose things a person who leaves loses, in this order. */
export const takenFrom = ['roles', 'groups', 'licences'] as const;

/** What the row says again once the person is back, where it still says what was written when they left. */
export function rewritesOnReturn(left: Rewrites, cells: RowCells): Rewrites {
  const back = Object.entries(left).filter(([id, { to }]) => id !== 'state' && says(cells.text(id) ?? '', to));
  return rewrites(
    back.map(([id, { from }]) => [id, from === '-' ? '' : from] as const),
    cells,
  );
}

function rewrites(wanted: readonly (readonly [id: string, to: string])[], { text, kept }: RowCells): Rewrites {
  const changed = wanted.flatMap(([id, to]): [string, Rewrite][] => {
    const [from, was] = [text(id), kept(id)];
    return from === undefined || from === to ? [] : [[id, { from, to, ...defined({ was }) }]];
  });
  return Object.fromEntries(changed);
}

/** What a person who leaves has left: how they end, what belonged to them, and what their row says from then on. */
export interface Leaving {
  readonly state: State;
  readonly belongings: Belongings;
  readonly cells: Rewrites;
}

/** The memory from the first thing that was done to somebody who leaves. */
export function leftBehind(memory: Memory, job: string, { belongings, cells }: Leaving): Memory {
  const left = { ...cells, ...memory.left };
  return { ...memory, userId: belongings.userId, belongings, left, rewrites: { job, cells } };
}

/** The memory of somebody who has left. */
export function hasLeft(memory: Memory, job: string, leaving: Leaving): Memory {
  const none = Object.fromEntries(takenFrom.map((id) => [id, '']));
  const { exactly = [] } = memory;
  return {
    ...leftBehind(memory, job, leaving),
    agreed: { ...memory.agreed, ...none, state: leaving.state },
    exactly: [...new Set([...exactly, ...takenFrom])],
    drift: [],
  };
}

/** Whether somebody has left, and nothing of it is still to be done. */
export function hasLeftWhole({ left, agreed = {} }: Memory): boolean {
  const { state = 'Active' } = agreed;
  return left !== undefined && state !== 'Active' && takenFrom.every((id) => agreed[id] === '');
}

/**
 * What belongs to somebody who leaves, with what was taken from them before: by a part of this run, or when they left
 * earlier. Of a product the licence that they hold now counts.
 */
export function withEarlier(now: Belongings, { belongings: earlier }: Pick<Memory, 'belongings'>): Belongings {
  if (earlier?.userId !== now.userId) return now;
  const others = earlier.licences.filter(
    (skuId) => !now.licences.some((held) => productIdOf(held) === productIdOf(skuId)),
  );
  return {
    ...now,
    superAdmin: now.superAdmin || earlier.superAdmin,
    aliases: [...new Set([...now.aliases, ...earlier.aliases])],
    licences: [...now.licences, ...others],
    roles: [...new Set([...now.roles, ...earlier.roles])],
    groups: [...new Set([...(now.groups ?? []), ...(earlier.groups ?? [])])],
  };
}

/** Wishes of cells as they were kept before they were rewritten, by column id; undefined where they said nothing. */
export type WishedBefore = Readonly<Record<string, string | undefined>>;

/** What the row wished before this job rewrote its cells, as far as they are rewritten. */
export function wishedBefore(
  { rewrites: done }: Pick<Memory, 'rewrites'>,
  job: string,
  text: (id: string) => string | undefined,
): WishedBefore {
  if (done?.job !== job) return {};
  return Object.fromEntries(
    Object.entries(done.cells).flatMap(([id, { to, was }]) => (text(id) === to ? [[id, was] as const] : [])),
  );
}

/** What is still to be written into cells of the row. */
export function pendingIn({ rewrites: due }: Memory): Rewrites | undefined {
  return due && !due.written ? due.cells : undefined;
}

/** The memory once it stands there. */
export function written({ rewrites: due, ...memory }: Memory): Memory {
  return due ? { ...memory, rewrites: { ...due, written: true } } : memory;
}
