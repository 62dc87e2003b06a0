import type { PlannedWrite } from '../engine/plan';
import type { Memory } from './line';

/** What was approved of a row, and when and by whom. */
export interface Approval {
  readonly writes: readonly PlannedWrite[];
  readonly run: string;
  /** RFC 3339. */
  readonly since: string;
  readonly by: string;
}

/** How a procedure ended, for driver and journal. */
export interface Ended {
  /**
   * What came to be in this run without a write of the row's own, perhaps by a request whose answer was lost; ''.
   */
  readonly made: string;
  /** The row has to be run although it writes nothing itself: it ends by what other rows do. */
  readonly follows?: boolean;
  remember(memory: Memory, how: 'settled' | 'planned' | 'done'): Memory;
}
