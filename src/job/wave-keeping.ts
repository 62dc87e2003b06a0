import type { Asker } from '../engine/ports';
import type { Request } from '../engine/request';
import type { Line } from '../tabs/line';
import type { Row, Tab } from '../tabs/tab';
import type { Journal } from './journal/journal';
import type { BegunDeeds } from './keeping/begun';
import type { InFlight } from './keeping/in-flight';
import { keepJob, type Job } from './keeping/job-record';
import { ports } from './ports';
import type { TabJobs } from './rows/tab-jobs';

/** A line that was noted, and whether it has to stand in the journal, too, before anything goes out. */
interface Noted {
  readonly line: Line;
  readonly inJournalToo: boolean;
}

/** A write on its way, and who asked for it. */
interface Outgoing {
  readonly request: Request;
  readonly asker: Asker;
}

/** What it looks up and writes with. */
interface With {
  rowAt(place: number): Row | undefined;
  /** The row in whose name a request goes out. */
  rowOf(request: Request, asker: Asker): Row | undefined;
  /** Writes the journal and the results of one tab. */
  writeNow(tab: Tab): void;
  /** RFC 3339. */
  now(): string;
}

/**
 * What a run keeps around each wave, for an execution that dies: before it goes out what must never be repeated, and
 * once its answers are in what must not be lost, for all of them together.
 */
export class WaveKeeping {
  private readonly shown = new Set<Tab>();
  private isSaveOwed = false;

  constructor(
    private readonly job: Job,
    private readonly at: {
      readonly journal: Journal;
      readonly jobs: TabJobs;
      readonly inFlight: InFlight;
      readonly begun: BegunDeeds;
    },
    private readonly on: With,
  ) {}

  /** Owes the journal a saving, and a row of this tab its cells, before anything else goes out. */
  owe(tab?: Tab): void {
    if (tab) this.shown.add(tab);
    this.isSaveOwed = true;
  }

  /** Keeps what is owed. */
  settle(): void {
    this.settleShown();
    if (this.isSaveOwed) this.save();
  }

  /** Writes the journal, with the answers that are known. */
  save(): void {
    this.at.journal.save();
    this.at.inFlight.saved();
    this.isSaveOwed = false;
  }

  /**
   * What must never be repeated is noted before it goes out, where no cell reaches: whoever goes on after a crash then
   * knows that it may have been done. A creation stands in the journal, too.
   */
  before(writes: readonly Outgoing[]): void {
    const { inFlight, begun } = this.at;
    this.settleShown();
    const requests = writes.map(({ request }) => request);
    const creates = inFlight.send(this.job.id, requests);
    const reached = this.reach(writes);
    if (reached) keepJob({ ...this.job, reached }, inFlight.open());
    else if (creates) inFlight.keep();
    const noted = writes.flatMap(({ request, asker }) => this.note(request, this.on.rowOf(request, asker)) ?? []);
    if (noted.length === 0) return this.settle();
    if (this.isSaveOwed || noted.some(({ inJournalToo }) => inJournalToo)) this.save();
    // What was sent before is known to be, whatever becomes of this.
    ports().spreadsheet.apply();
    inFlight.applied();
    for (const { line } of noted) begun.keep(line.key, line.memory);
  }

  private settleShown(): void {
    for (const tab of this.shown) {
      this.shown.delete(tab);
      this.on.writeNow(tab);
    }
  }

  /**
   * From the end of this execution on, a copy of a line in whose name something went out means nothing: what is to be
   * kept of that before it goes.
   */
  private reach(writes: readonly Outgoing[]): Job['reached'] {
    const { journal } = this.at;
    for (const { request, asker } of writes) {
      const rows = [this.on.rowAt(asker.row), this.on.rowOf(request, asker)];
      const lines = [journal.shared(asker.shared), ...rows.map((row) => row && journal.line(row.key))];
      for (const line of lines) if (line) journal.stretches.reach(line);
    }
    return journal.stretches.toKeep();
  }

  private note(request: Request, row: Row | undefined): Noted | undefined {
    const line = row && this.at.journal.line(row.key);
    const memory = row && line && this.at.jobs.of(row).sending?.(line.memory, request, this.on.now());
    if (!line || !memory) return undefined;
    const noted = { ...line, memory };
    this.at.journal.set(noted);
    return { line: noted, inJournalToo: row?.tab.keepsAtOnce?.(request) === true };
  }
}
