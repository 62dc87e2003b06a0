import type { Asker, Read, Result } from './ports';
import type { Write } from './procedure';

/** What is on its way to Google, and who waits for it. */

/** Told how something ended. */
export type Done = (result: Result) => void;
/** A write with whoever asked for it. */
export type Sent = { readonly write: Write; readonly asker: Asker; readonly done: Done };
/** Writes that go out as one. */
export type Batch = Pick<Sent, 'asker' | 'done'> & { readonly batch: readonly Write[] };
/** Anything that is sent. */
export type Errand = { readonly read: Read } | Sent | Batch;
/** Shared work, and who waits for it until it has a result. */
export interface Shared {
  result?: Result;
  readonly waiters: Done[];
}
