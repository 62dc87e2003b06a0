import type { Asker, Policy } from './ports';
import { noPlan, planned, type Plan, type PlannedWrite } from './plan';
import type { Step, Write } from './procedure';
import type { Answer, Request } from './request';

/** The check: real reads; writes are recorded as the row's plan and applied to the facts, and nothing is sent. */

interface Draft {
  readonly writes: PlannedWrite[];
  readonly shared: Set<string>;
  readonly remarks: string[];
}

/** Collects a plan for each row and for each piece of shared work. */
export class Check implements Policy {
  readonly readsAgain = false;
  private readonly drafts = new Map<string, Draft>();
  private readonly pauses = new Map<number, number>();

  /** `plan` gives the object that a write would make, and changes the facts by it. */
  constructor(private readonly world: { plan(request: Request): unknown; digest(text: string): string }) {}

  begin(step: Write, asker: Asker): Answer {
    this.record(step, step.words.maybe ? 'may' : 'must', asker);
    return { value: this.world.plan(step.request) };
  }

  allow(step: Extract<Step, { kind: 'allow' }>, asker: Asker): void {
    this.record(step, 'may', asker);
  }

  answered(): void {
    // Planned writes were applied to the facts when they were recorded.
  }

  say(text: string, asker: Asker): void {
    this.draft(asker).remarks.push(text);
  }

  rests(milliseconds: number, { row }: Asker): void {
    this.pauses.set(row, (this.pauses.get(row) ?? 0) + milliseconds);
  }

  /** So long, in milliseconds, the row that waits longest will wait for Google: all of them do so side by side. */
  longestRest(): number {
    return Math.max(0, ...this.pauses.values());
  }

  shares(key: string, asker: Asker): void {
    this.draft(asker).shared.add(key);
  }

  /** The plan of a row. */
  planOf(row: number): Plan {
    return plain(this.drafts.get(`row ${row}`));
  }

  /** What was said of a row. */
  remarksOf(row: number): readonly string[] {
    return this.drafts.get(`row ${row}`)?.remarks ?? [];
  }

  /** The plan of shared work. */
  sharedPlan(key: string): Plan {
    return plain(this.drafts.get(key));
  }

  private record(
    step: { readonly request: Request; readonly words: PlannedWrite['words'] },
    need: 'must' | 'may',
    asker: Asker,
  ): void {
    this.draft(asker).writes.push(
      planned({ request: step.request, words: step.words, need, digest: this.world.digest }),
    );
  }

  private draft(asker: Asker): Draft {
    const key = asker.shared || `row ${asker.row}`;
    const draft = this.drafts.get(key) ?? { writes: [], shared: new Set<string>(), remarks: [] };
    this.drafts.set(key, draft);
    return draft;
  }
}

function plain(draft: Draft | undefined): Plan {
  return draft ? { writes: draft.writes, shared: [...draft.shared] } : noPlan;
}
