import type { Asker, Read, Result } from './ports';
import type { Write } from './procedure';
import type { Answer } from './request';

/** What is on its way to Google, and who waits for it. */

/** Told how something ended. */
export type Done = (result: Result) => void;
/** A write with whoever asked for it. */
export type Sent = { readonly write: Write; readonly asker: Asker; readonly done: Done };
/** Writes that go out as one. `answers`: those that are in, by their places; what came too fast goes again. */
export type Batch = Pick<Sent, 'asker' | 'done'> & {
  readonly batch: readonly Write[];
  readonly answers: ReadonlyMap<number, Answer>;
};
/** Anything that is sent. */
export type Errand = { readonly read: Read } | Sent | Batch;
/** Shared work, and who waits for it until it has a result. */
export interface Shared {
  result?: Result;
  readonly waiters: Done[];
}

/** The parts of a batch that have no answer yet, with their places. */
export function openParts({ batch, answers }: Batch): readonly (readonly [number, Write])[] {
  return batch.flatMap((write, place) => (answers.has(place) ? [] : [[place, write] as const]));
}
