import type { PlannedWrite } from '../engine/plan';
import { stageOf } from '../google/writes';
import type { Line } from '../tabs/line';
import type { Journal } from './journal/journal';
import type { Stage } from './stage';

/** How far a run is, kind of change by kind of change: people 252 of 252, licences 41 of 264. */

type Counted = Pick<PlannedWrite, 'op'>;

/** The changes of a run that were approved and have to be made, with those that are made. */
export class Stages {
  private readonly stages = new Map<string, { readonly of: number; done: number }>();

  /** `run`: id of the run; what ended well before this execution is made, and what lines note of their rows. */
  constructor(journal: Journal, run: string) {
    const lines = journal.all.filter((line) => line.work === run && line.plan.writes.length > 0);
    for (const line of lines) this.expect(line);
  }

  /** Counts a write that was made. */
  made(write: Counted): void {
    const stage = this.stages.get(stageOf(write.op));
    if (stage) stage.done = Math.min(stage.of, stage.done + 1);
  }

  /** In the order in which things are done; '' has no name and is not told. */
  get all(): readonly Stage[] {
    return [...this.stages].map(([says, { of, done }]) => ({ says, of, done }));
  }

  private expect({ plan, outcome, did = [] }: Line): void {
    const isMade = outcome === 'done' || outcome === 'settled';
    for (const write of plan.writes.filter(isDue)) {
      const says = stageOf(write.op);
      const { of, done } = this.stages.get(says) ?? { of: 0, done: 0 };
      this.stages.set(says, { of: of + 1, done: done + (isMade || did.includes(write.words.done) ? 1 : 0) });
    }
  }
}

/** Whether a write has to be made. */
export function isDue({ need }: Pick<PlannedWrite, 'need'>): boolean {
  return need === 'must';
}
