import { Check } from '../engine/check';
import { defined } from '../engine/defined';
import { endingOf, planInWords, type Ending } from '../engine/details';
import { noPlan, type Plan } from '../engine/plan';
import { fitsCell } from '../table/safe';
import type { Result } from '../engine/ports';
import type { Procedure } from '../engine/procedure';
import { inPlan } from '../engine/words';
import { applyPlanned } from '../google/effects';
import { tabs as allTabs } from '../tabs';
import type { Line, Memory } from '../tabs/line';
import type { Ended } from '../tabs/ended';
import type { Row, Tab } from '../tabs/tab';
import type { Journal } from './journal/journal';
import { sharedKey } from './journal/shared-lines';
import { planText } from './journal/plan-cell';
import { resultOf, type RowResult } from './journal/results';
import { writeChecked } from './journal/write-back';
import type { Job } from './keeping/job-record';
import { refusedBefore } from './plan/refused';
import { RowsProgress } from './progress';
import { explainRow } from './rows/explain-row';
import { countsOfJob, noteAt } from './rows/of-job';
import { secretCode, wishDigest } from './rows/rows';
import type { TabSheet } from './rows/sheets';
import { TabJobs, type JobsAt } from './rows/tab-jobs';
import { digest } from './secrets/codes';
import { tokenSecret } from './secrets/tokens';
import type { RunPasswords } from './secrets/vault';
import type { Slice } from './slice';

/** What a line remembers beside the wish: marks, ids, what was done. In characters. */
const memoryBeside = 10_000;
const tooMuch: Ending = {
  outcome: 'blocked',
  details:
    'The row says more than a line of the Journal can hold. Shorten its longest cell, or divide what it asks for between two checks.',
};

/** Shared work first; what the row does too is said once: of several people the first shows whether it can be done. */
function wordsOf(shared: Plan['writes'], own: Plan['writes']): readonly string[] {
  const ownSays = new Set(own.map(({ words }) => inPlan(words)));
  return [planInWords(shared.filter(({ words }) => !ownSays.has(inPlan(words)))), planInWords(own)];
}

/** What a check keeps of a row beside how it ended. */
interface Kept {
  readonly plan?: Plan;
  readonly memory?: Memory;
  readonly refused?: string;
}

/** The rows of a check on their way in one execution. */
export class CheckSlice {
  readonly progress: RowsProgress;
  readonly check: Check;
  private readonly shared = new Set<string>();
  private readonly job: Job;
  private readonly slice: Slice;
  private readonly jobs: TabJobs;
  private readonly memoryOf: JobsAt['memoryOf'];
  private readonly journal: Journal;
  private readonly passwords: RunPasswords;
  private readonly sheets: readonly TabSheet[];

  constructor(at: JobsAt, { journal, passwords }: { readonly journal: Journal; readonly passwords: RunPasswords }) {
    this.journal = journal;
    this.passwords = passwords;
    this.job = at.job;
    this.slice = at.slice;
    this.sheets = at.rows.sheets;
    this.progress = new RowsProgress(at.job, countsOfJob(journal, at.job.id));
    this.check = new Check({ plan: (request) => applyPlanned(at.slice.facts, request), digest });
    this.jobs = new TabJobs(at);
    this.memoryOf = at.memoryOf;
  }

  /** Takes secrets out of the rows into the vault of whoever checks, before anything is asked of Google. */
  takeSecrets(rows: readonly Row[]): void {
    for (const tab of this.jobs.all) tab.takeSecrets?.(rows);
  }

  run(rows: readonly Row[]): 'finished' | 'timeOver' | 'stopped' {
    this.slice.prepare(rows.length, tokenSecret);
    const byPlace = new Map(rows.map((row) => [row.place, row]));
    // Rows that cannot be worked on end before any that can begins.
    const endings = new Map<number, Ended>();
    const drive = this.slice.drive({
      policy: this.check,
      work: this.job,
      rowEnded: (place, result) => {
        const row = byPlace.get(place);
        if (row) this.ended(row, result, endings.get(place));
      },
      tick: (state) => {
        this.progress.tick(state);
      },
    });
    for (const row of rows) {
      if (row.ready) drive.add(row.place, this.noting(row, endings));
      else if (row.complaints.length) this.keep(row, complained(row));
      else if (row.rests !== undefined) this.keep(row, { outcome: 'settled', details: row.rests });
      else this.keep(row, { outcome: 'waiting', details: row.waits ?? '' });
    }
    return drive.run();
  }

  /** Rows that are planned no more, with what is said to them: all together they are more than there is room for. */
  hold(rows: readonly Row[], held: ReadonlyMap<string, string>): void {
    if (held.size === 0) return;
    for (const row of rows) {
      const details = held.get(row.key);
      if (details !== undefined) this.keep(row, { outcome: 'waiting', details });
    }
    this.progress.recount(countsOfJob(this.journal, this.job.id));
  }

  /** Writes journal and Status columns. `waiting`: lines of rows that are others'. */
  writeBack(rows: readonly Row[], waiting: readonly Line[]): void {
    const results = new Map<string, RowResult>(waiting.map((line) => [line.key, resultOf(line)]));
    for (const row of rows) {
      const line = this.journal.line(row.key);
      if (line?.work === this.job.id) results.set(row.key, resultOf(line, this.jobs.of(row).wipe?.(row, line.outcome)));
    }
    writeChecked(this.sheets, results, () => {
      this.journal.save();
    });
  }

  private *noting(row: Row, endings: Map<number, Ended>): Procedure<void> {
    endings.set(row.place, yield* this.jobs.of(row).procedure(row, this.memoryOf(row)));
  }

  private ended(row: Row, result: Result, ended: Ended | undefined): void {
    const plan = this.check.planOf(row.place);
    const before = this.memoryOf(row);
    if (!this.fits(plan) || !fitsCell(row.wishTexts(before)[0] ?? '', memoryBeside)) return this.keep(row, tooMuch);
    this.keepShared(plan.shared);
    if ('error' in result || !ended) {
      const error = 'error' in result ? result.error : new Error('A row ended without an end.');
      const memory = this.jobs.of(row).failed(row, before, error);
      return this.keep(row, endingOf(error, explainRow(row)), { plan, memory });
    }
    const shared = this.sharedOf(plan, sharedBy(row.tab));
    const writes = [...shared, ...plan.writes].filter(({ need }) => need === 'must');
    const outcome = writes.length || ended.follows ? 'planned' : 'settled';
    const refused = refusedBefore(row.line, plan);
    const says = [refused && `In the last run: ${refused}`, ...wordsOf(shared, plan.writes)];
    const words = [...says, ...this.check.remarksOf(row.place), ...row.warnings].filter(Boolean).join(' ');
    const details = words || 'As wished.';
    this.keep(row, { outcome, details }, { plan, refused, memory: ended.remember(before, outcome) });
  }

  /** The writes of the shared work that a plan asks for, as far as that is not another tab's. */
  private sharedOf({ shared }: Plan, own: (key: string) => boolean): Plan['writes'] {
    return shared.filter(own).flatMap((key) => {
      const plan = this.check.sharedPlan(key);
      return [...this.sharedOf(plan, own), ...plan.writes];
    });
  }

  /** Whether a plan and what it shares fit the cells of the Journal. */
  private fits(plan: Plan): boolean {
    const shared = plan.shared.map((key) => fitsCell(sharedKey(key)) && this.fits(this.check.sharedPlan(key)));
    return fitsCell(planText(plan)) && shared.every(Boolean);
  }

  private keepShared(keys: readonly string[]): void {
    for (const key of keys.filter((one) => !this.shared.has(one))) {
      this.shared.add(key);
      const plan = this.check.sharedPlan(key);
      this.keepShared(plan.shared);
      const at = { work: this.job.id, updated: this.slice.now(), by: this.slice.me };
      this.journal.set({ ...at, key: sharedKey(key), outcome: 'planned', details: '', wish: '', plan, memory: {} });
    }
  }

  private keep(
    row: Row,
    ending: Ending,
    { plan = noPlan, refused = '', memory = this.memoryOf(row) }: Kept = {},
  ): void {
    const { outcome, details, question, column } = ending;
    const secret = secretCode(row, this.passwords);
    const line: Line = {
      key: row.key,
      outcome,
      details: row.line?.strange ? `${details} ${notOurs}` : details,
      work: this.job.id,
      updated: this.slice.now(),
      by: this.slice.me,
      wish: wishDigest(row, memory),
      plan: outcome === 'planned' ? plan : noPlan,
      memory,
      ...defined({ secret, question, column, account: row.account }),
      ...(refused ? { refused } : {}),
    };
    this.journal.set(line, row.line?.key ?? row.key);
    this.progress.count(outcome, noteAt(this.sheets, line, row));
  }
}

const notOurs =
  'The Journal’s line of this row was not written by Seatsheet, or was changed since: the row was looked at as new.';

/** A row with mistakes: all are told, those of several cells with their headers; a click goes to the first. */
function complained({ complaints }: Row): Ending {
  const [first, ...others] = complaints;
  const headers = new Map<string, Set<string>>();
  for (const { says, header } of complaints) headers.set(says, (headers.get(says) ?? new Set()).add(header));
  const told = [...headers].map(([says, of]) => (others.length ? `${[...of].join(', ')}: ${says}` : says));
  const details = told.join(' ');
  return { outcome: 'blocked', details, ...(first ? { column: first.column } : {}) };
}

/** Shared work that stands in the plans of a tab's rows: its own, and what no tab has for itself. */
function sharedBy(tab: Tab): (key: string) => boolean {
  return (key) => (allTabs.find((one) => one.owns?.(key)) ?? tab) === tab;
}
