import { deedsInWords } from '../engine/details';
import type { Plan, PlannedWrite } from '../engine/plan';
import type { Run } from '../engine/run';
import { isOnceOnly } from '../google/retry';
import { placeOf } from '../google/writes';
import type { Line } from '../tabs/line';
import type { Journal } from './journal/journal';
import type { Job } from './keeping/job-record';
import { isDue } from './stages';

/** What was done for rows, whichever execution of a run did it: kept with their lines until their Details say it. */

/** A row as far as its deeds need it. */
interface Doer {
  readonly place: number;
  readonly key: string;
}

/** The deeds of the rows of a run in one execution. */
export class Deeds {
  /** An execution that was begun and did not end. */
  private readonly oneDied: boolean;
  private readonly job: string;
  /** By shared work, the first row that asked for it. */
  private tellers: ReadonlyMap<string, number> | undefined;

  private readonly rows: readonly Doer[];
  private readonly journal: Journal;

  /** `rows`: those of the run, in their order. */
  constructor(
    job: Pick<Job, 'id' | 'run' | 'executions'>,
    at: { readonly rows: readonly Doer[]; readonly journal: Journal },
    private readonly policy: Run,
  ) {
    this.job = job.id;
    this.rows = at.rows;
    this.journal = at.journal;
    this.oneDied = (job.run?.begun ?? 0) > job.executions + 1;
  }

  /** Takes up what earlier executions noted of a row. */
  recall({ place }: Doer, { did = [] }: Line): void {
    this.policy.recall(place, did);
  }

  /** Keeps what was done for a row with its line, and with the work that it shares that some row tells it. */
  note({ place, key }: Doer, shared: string): void {
    const line = this.journal.line(key);
    if (line) this.journal.set({ ...line, did: [...this.policy.deedsOf(place).done] });
    if (shared) this.tellOnce(shared);
  }

  /**
   * An execution that died did more than it lived to note: of a row that is in order by now, what was approved and had
   * not to be sent any more was done by it. Whether a mail went out nobody knows.
   */
  claim({ place, key }: Doer): void {
    if (!this.oneDied) return;
    const { done } = this.policy.deedsOf(place);
    this.tellers ??= this.firstToAsk();
    const { plan } = this.journal.line(key) ?? {};
    for (const name of this.sharedIn(plan)) {
      const line = this.journal.shared(name);
      if (line?.work !== this.job) continue;
      if (line.outcome === 'done') done.push(...ownPart(plan, line.plan).filter((one) => !done.includes(one)));
      else if (this.tellers.get(name) === place) {
        done.push(...this.missing(name, line.plan.writes).filter((one) => !done.includes(one)));
        this.tellOnce(name);
      }
    }
    for (const { words } of this.policy.partlySent(`row ${place}`, plan?.writes ?? [])) tellWhole(done, words.done);
    done.push(...this.missing(`row ${place}`, plan?.writes ?? []));
  }

  /** What was done for a row, as plans order it, whatever was answered first; '' where nothing was. */
  inWords({ place, key }: Doer): string {
    return deedsInWords(this.policy.deedsOf(place).done, this.planned(this.journal.line(key)?.plan));
  }

  private missing(asker: string, writes: readonly PlannedWrite[]): readonly string[] {
    const must = writes.filter((write) => isDue(write) && !isOnceOnly({ op: write.op, body: {} }));
    return this.policy.unsent(asker, must).map(({ words }) => words.done);
  }

  private tellOnce(shared: string): void {
    const line = this.journal.shared(shared);
    if (line?.work === this.job && line.outcome !== 'done') this.journal.set({ ...line, outcome: 'done' });
  }

  /** The shared work of a plan, and what that shares in turn: what is needed first comes first. */
  private sharedIn(plan: Plan | undefined): readonly string[] {
    return (plan?.shared ?? []).flatMap((name) => [...this.sharedIn(this.journal.shared(name)?.plan), name]);
  }

  private planned(plan: Plan | undefined): readonly string[] {
    const shared = this.sharedIn(plan).map((name) => this.journal.shared(name)?.plan);
    const writes = [...shared, plan].flatMap((one) => one?.writes ?? []);
    return writes.sort((a, b) => placeOf(a.op) - placeOf(b.op)).map(({ words }) => words.done);
  }

  /**
   * Of work that is the same as rows have to do for themselves, such as giving the licence that an account is probed
   * with, the row tells for which that is not planned besides.
   */
  private firstToAsk(): ReadonlyMap<string, number> {
    const first = new Map<string, number>();
    for (const { key, place } of this.rows) {
      const plan = this.journal.line(key)?.plan;
      const own = new Set(plan?.writes.filter(isDue).map(({ words }) => words.done));
      const isOwn = (name: string): boolean =>
        this.journal.shared(name)?.plan.writes.some(({ words }) => own.has(words.done)) === true;
      for (const name of this.sharedIn(plan)) if (!first.has(name) && !isOwn(name)) first.set(name, place);
    }
    return first;
  }
}

/**
 * What a row was to do for all, and another did for itself, such as trying a licence: the row then did the same for
 * itself, by a write that it was allowed.
 */
function ownPart(plan: Plan | undefined, shared: Plan): readonly string[] {
  const tried = new Set(shared.writes.map(({ words }) => words.done));
  const allowed = (plan?.writes ?? []).filter((write) => !isDue(write) && tried.has(write.words.done));
  return allowed.map(({ words }) => words.done);
}

/** Of a write whose other part an earlier execution sent, all is told in the place of this part. */
function tellWhole(done: string[], whole: string): void {
  for (const part of done.filter((one) => whole.includes(one))) done.splice(done.indexOf(part), 1);
  done.push(whole);
}
