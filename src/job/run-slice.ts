import { defined } from '../engine/defined';
import { endingOf, type Ending } from '../engine/details';
import { Feed } from '../engine/feed';
import type { Asker, Result, Tick } from '../engine/ports';
import type { Procedure } from '../engine/procedure';
import { isUncertain, type Request } from '../engine/request';
import { Run } from '../engine/run';
import { isDuplicate, licenceAlreadyThere } from '../google/predicates';
import { applyWrite } from '../google/effects';
import type { Line, Memory } from '../tabs/line';
import type { Ended } from '../tabs/ended';
import type { Row } from '../tabs/tab';
import { Deeds } from './deeds';
import type { Journal } from './journal/journal';
import { resultOf } from './journal/results';
import { everyResult } from './journal/tally';
import { WriteBack } from './journal/write-back';
import type { BegunDeeds } from './keeping/begun';
import type { InFlight } from './keeping/in-flight';
import type { Job } from './keeping/job-record';
import { WaveKeeping } from './wave-keeping';
import { patienceFor, stockIn } from './plan/seats';
import { RowsProgress } from './progress';
import { explainRow } from './rows/explain-row';
import { countsEnded, noteAt } from './rows/of-job';
import type { Rows } from './rows/rows';
import type { TabJobs } from './rows/tab-jobs';
import { digest } from './secrets/codes';
import { secretOf } from './secrets/tokens';
import type { RunPasswords } from './secrets/vault';
import type { Slice } from './slice';
import { isDue, Stages } from './stages';
import { approvedForAll, staleness, tokensIn } from './plan/approved';

/** What a slice works at. */
interface At {
  readonly journal: Journal;
  readonly rows: Rows;
  readonly jobs: TabJobs;
  readonly passwords: RunPasswords;
  readonly inFlight: InFlight;
  readonly begun: BegunDeeds;
}

/** The rows of a run on their way in one execution. */
export class RunSlice {
  readonly progress: RowsProgress;
  readonly results: WriteBack;
  private readonly keeping: WaveKeeping;
  private readonly stages: Stages;
  private readonly policy: Run;
  private readonly deeds: Deeds;
  /** The tokens that were approved: for shared work by its key, and for each row from when it is begun. */
  private readonly approved: Map<string, ReadonlySet<string>>;
  private readonly rows: readonly Row[];
  private readonly byPlace: ReadonlyMap<number, Row>;
  private readonly endings = new Map<number, Ended>();

  constructor(
    private readonly job: Job,
    private readonly slice: Slice,
    private readonly at: At,
  ) {
    this.results = new WriteBack(at.rows.sheets, {
      save: () => {
        this.keeping.save();
      },
      applied: () => {
        at.inFlight.applied();
      },
      all: () => everyResult(job.id, at.journal),
    });
    this.keeping = new WaveKeeping(job, at, {
      rowAt: (place) => this.byPlace.get(place),
      rowOf: (request, asker) => this.rowOf(request, asker),
      writeNow: (tab) => {
        this.results.writeNow(tab);
      },
      now: () => slice.now(),
    });
    this.stages = new Stages(at.journal, job.id);
    this.progress = new RowsProgress(job, countsEnded(at.journal, job.id), this.stages);
    this.rows = at.rows.all.filter(({ line }) => line?.work === job.id && isOpen(line));
    this.byPlace = new Map(this.rows.map((row) => [row.place, row]));
    this.approved = approvedForAll(at.journal, job.id);
    this.policy = new Run({
      approved: (asker) => this.approved.get(asker) ?? none,
      digest,
      apply: (request, value) => {
        applyWrite(slice.facts, request, value);
      },
      sending: (writes) => {
        this.keeping.before(writes);
      },
      waveEnded: () => {
        this.keeping.settle();
      },
      wrote: (request, value, asker) => {
        this.wrote({ request, value }, asker);
      },
      refused: (request, refusal) => {
        if (!isUncertain(refusal) && refusal.options.sentAt === undefined) at.inFlight.answer(request);
        return licenceAlreadyThere(refusal) || isDuplicate(refusal);
      },
    });
    this.deeds = new Deeds(job, { ...at, rows: at.rows.all.filter(({ line }) => line?.work === job.id) }, this.policy);
  }

  /** Works until every row has ended, the time is over or somebody stops it. */
  run(): 'finished' | 'timeOver' | 'stopped' {
    this.slice.prepare(
      this.rows.length,
      secretOf((name) => this.at.jobs.secret(name)),
    );
    const feed = new Feed(this.rows, {
      groupOf: (row) => row.group,
      begin: (row) =>
        this.begin(row, (procedure) => {
          drive.add(row.place, procedure);
        }),
    });
    const drive = this.slice.drive({
      policy: this.policy,
      work: this.job,
      rowEnded: (place, result) => {
        const one = this.byPlace.get(place);
        if (!one) return;
        this.ended(one, result);
        feed.ended(one);
      },
      tick: (state) => {
        this.tick(state);
      },
      // Results are written between two waves: going back and forth between both ways loses half a window each time.
      wholeWindows: true,
      seatPatience: patienceFor(this.job.seats),
      ...defined({ stock: stockIn(this.rows) }),
    });
    for (const { line, place } of this.rows)
      for (const { seat } of line?.plan.writes ?? []) if (seat !== undefined) drive.expectSeat(seat, place);
    feed.start();
    return drive.run();
  }

  /** Secrets of rows that ended in an execution which did not live to wipe their cells: text by row key. */
  leftovers(): ReadonlyMap<string, string> {
    const lineOf = (key: string): Line | undefined => this.at.journal.line(key);
    return new Map(this.at.jobs.all.flatMap((job) => [...(job.leftovers?.(lineOf) ?? [])]));
  }

  /** Begins a row and says whether it is under way: one that is no longer what was approved is not run. */
  private begin(row: Row, start: (procedure: Procedure<void>) => void): boolean {
    const line = this.line(row);
    const stale = staleness(row, line, this.at);
    this.deeds.recall(row, line);
    if (stale) {
      const details = [stale.details, this.deeds.inWords(row)].filter(Boolean).join(' ');
      this.keep(row, { outcome: 'stale', ...stale, details }, line.memory);
      return false;
    }
    const memory = this.at.begun.with(row.key, line.memory);
    if (memory !== line.memory) this.at.journal.set({ ...line, memory });
    this.approved.set(`row ${row.place}`, tokensIn(line));
    if (row.status !== 'running') this.show(row, { outcome: 'running', details: line.details });
    start(this.noting(row, memory));
    return true;
  }

  private *noting(row: Row, memory: Memory): Procedure<void> {
    this.endings.set(row.place, yield* this.at.jobs.of(row).procedure(row, memory));
  }

  private wrote(write: { readonly request: Request; readonly value: unknown }, asker: Asker): void {
    const { request } = write;
    this.at.inFlight.answer(request);
    if (this.isDue(request, asker)) this.stages.made(request);
    const doer = this.byPlace.get(asker.row);
    if (doer) this.deeds.note(doer, asker.shared);
    const row = this.rowOf(request, asker);
    const line = row && this.at.journal.line(row.key);
    if (!row || !line) return;
    const job = this.at.jobs.of(row);
    const began = line.outcome === 'planned' ? { outcome: 'running' as const } : {};
    this.at.journal.set({ ...line, ...began, memory: job.wrote(row, line.memory, write) });
    if (row.tab.keepsAtOnce?.(request)) this.keepAtOnce(row);
    // What was noted as begun is known to be done as soon as it is.
    else if (job.sending?.(line.memory, request, this.slice.now())) this.keeping.owe();
  }

  private isDue({ op }: Request, { row, shared }: Asker): boolean {
    const line = shared ? this.at.journal.shared(shared) : this.at.journal.line(this.byPlace.get(row)?.key ?? '');
    return line?.plan.writes.some((write) => write.op === op && isDue(write)) === true;
  }

  /** The row in whose name a request goes out. */
  private rowOf(request: Request, asker: Asker): Row | undefined {
    return asker.shared ? this.at.jobs.owner(request) : this.byPlace.get(asker.row);
  }

  /** What must not be lost stands in journal and sheet before anything else happens. */
  private keepAtOnce(row: Row): void {
    this.show(row, { outcome: 'running', details: this.line(row).details });
    this.keeping.owe(row.tab);
  }

  private ended(row: Row, result: Result): void {
    const { remarks } = this.policy.deedsOf(row.place);
    const { memory } = this.line(row);
    const ended = this.endings.get(row.place);
    if ('error' in result || !ended) {
      const error = 'error' in result ? result.error : new Error('A row ended without an end.');
      const ending = endingOf(error, explainRow(row));
      const failed = this.at.jobs.of(row).failed(row, memory, error);
      const details = [ending.details, this.deeds.inWords(row), ...remarks].filter(Boolean).join(' ');
      return this.keep(row, { ...ending, details }, failed);
    }
    this.passed(row);
    this.deeds.claim(row);
    const did = this.deeds.inWords(row);
    const outcome = did || ended.made !== '' ? 'done' : 'settled';
    const details = [did || ended.made || 'As wished.', ...remarks].join(' ');
    this.keep(row, { outcome, details }, ended.remember(memory, 'done'));
  }

  /** What had not to be sent any more is made, too. */
  private passed(row: Row): void {
    const { plan, did = [] } = this.line(row);
    for (const write of this.policy.unsent(`row ${row.place}`, plan.writes.filter(isDue)))
      if (!did.includes(write.words.done)) this.stages.made(write);
  }

  private line(row: Row): Line {
    const line = this.at.journal.line(row.key) ?? row.line;
    if (!line) throw new Error(`${row.key} has no line in the journal.`);
    return line;
  }

  private keep(row: Row, { outcome, details, column }: Ending, memory: Memory): void {
    const { did: _told, column: _before, ...before } = this.line(row);
    const line: Line = { ...before, outcome, details, memory, updated: this.slice.now() };
    const kept = column === undefined ? line : { ...line, column };
    if (outcome !== 'stale') this.at.begun.keep(row.key, memory);
    this.at.journal.set(kept);
    this.show(row, { outcome, details });
    this.progress.count(outcome, noteAt(this.at.rows.sheets, kept, row));
  }

  private show(row: Row, ending: Pick<Line, 'outcome' | 'details'>): void {
    const wipe = this.at.jobs.of(row).wipe?.(row, ending.outcome);
    this.results.add(row.key, resultOf({ ...this.line(row), ...ending, updated: this.slice.now() }, wipe));
  }

  private tick(state: Tick): void {
    this.progress.tick(state);
    this.results.step(state);
  }
}

const none: ReadonlySet<string> = new Set();

function isOpen({ outcome }: Line): boolean {
  return outcome === 'planned' || outcome === 'running';
}
