import { defined } from '../engine/defined';
import { isObject, isTexts } from '../engine/request';

/** What deeds leave in cells that people fill in. */

/** Texts that Seatsheet puts into cells which people fill in, by column id: only where `from` stands there still. */
export type Rewrites = Readonly<Record<string, Rewrite>>;

/** One of them. `was`: how the wish of the cell before is kept; left out where it said nothing. */
export interface Rewrite {
  readonly from: string;
  readonly to: string;
  readonly was?: string;
}

/** Rewrites of a job. They count for the row as it was checked until its job is over, written or not. */
export interface RewritesOf {
  readonly job: string;
  readonly cells: Rewrites;
  readonly written?: true;
}

/** Rewrites in whatever a memory holds. */
export function rewritesIn(value: unknown): RewritesOf | undefined {
  if (!isObject(value) || typeof value.job !== 'string') return undefined;
  const cells = cellsIn(value.cells);
  return cells && { job: value.job, cells, ...(value.written === true ? { written: true } : {}) };
}

/** Texts of cells in whatever a memory holds. */
export function cellsIn(value: unknown): Rewrites | undefined {
  if (!isObject(value)) return undefined;
  const cells = Object.entries(value).flatMap(([id, one]): [string, Rewrite][] => {
    if (!isTexts(one) || one.from === undefined || one.to === undefined) return [];
    const { from, to, was } = one;
    return [[id, { from, to, ...defined({ was }) }]];
  });
  return Object.fromEntries(cells);
}
