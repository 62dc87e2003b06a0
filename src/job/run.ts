import { ports } from './ports';
import type {} from './ports';
import { deedsInWords, endingOf, type Ending } from '../engine/details';
import type { Asker, Result, Tick } from '../engine/ports';
import { Feed } from '../engine/feed';
import type { Request } from '../engine/request';
import { Run } from '../engine/run';
import { applyWrite } from '../google/effects';
import { landed } from '../tabs/users/memory';
import { digest } from './secrets/codes';
import { explainRow } from './rows/explain-row';
import { approvePlan } from './plan/approve';
import { noteChangedRows } from './rows/changed-rows';
import { endBackground, kept, startBackground } from './keeping/background';
import type { WorkAt } from './rows/customer-rows';
import { readDesk, type DeskRow, type UsersPart } from './rows/desk';
import { keepFacts, takeFacts } from './keeping/fact-cache';
import { accountOf, everyResult } from './journal/tally';
import { GivenPasswords } from './secrets/given-passwords';
import { surroundings } from './reach/identity';
import { Journal, type Line, type Memory } from './journal/journal';
import { openTabs } from './rows/kinds';
import { ProgressBook } from './progress';
import { resultOf } from './journal/results';
import type { Room } from './slice';
import { RowWorks, type RowWork } from './rows/row-work';
import { countsOfWork, noteOf } from './rows/standing';
import { mailSummary } from './summary-mail';
import { Sealer } from './journal/seal';
import { patienceFor } from './plan/seats';
import { secretOf } from './secrets/tokens';
import { openRun } from './secrets/vault';
import { wishDigest } from './rows/wish-digest';
import { keepWork, type Work } from './keeping/job-record';
import { WriteBack } from './journal/write-back';
import type { Progress } from './wire';

/** One slice of a run: the approved rows become accounts, licences and roles; nothing else is sent. */

/**
 * Works until every approved row has ended, or the slice is over. The first slice is given the journal that the plan
 * was approved by, and seals it before it sends anything.
 */
export function runSlice(work: Work, room: Room, approved?: Journal): Progress {
  const tabs = openTabs();
  const journal = approved ?? Journal.open();
  takeFacts(work.id, room.facts);
  const reading = surroundings(room, tabs, work.id);
  const desk = readDesk(tabs, reading, journal);
  const passwords = openRun(work.id, room.now());
  const sealer = new Sealer(work.id, passwords);
  journal.sealWith(sealer);
  const given = new GivenPasswords(
    desk.users,
    desk.users.rows.filter((row) => isOpenIn(work, row.line)),
    passwords,
  );
  if (approved) {
    given.approve();
    approvePlan(work, journal, { users: desk.users, sealer });
  }
  const slice = new RunSlice(keepWork(work, approved ? kept(startBackground()) : {}), room, {
    journal,
    desk,
    reading,
    sealer,
    given,
  });
  const how = slice.run();
  const beat = { ...work, heartbeat: room.now(), executions: work.executions + 1, lanes: room.saveLanes() };
  if (how === 'timeOver') {
    slice.results.finish();
    keepFacts(work.id, room.facts);
    return slice.progress.close(beat);
  }
  const ended = {
    ...beat,
    phase: how === 'stopped' ? ('stopped' as const) : ('finished' as const),
    stopped: how === 'stopped' ? 'Stopped by hand.' : '',
  };
  const after = slice.results.finishAndRead();
  noteChangedRows(work.id, journal, { tabs: after, reading });
  const adrift = accountOf(ended, journal, {
    tabs: after,
    leftovers: slice.leftovers(),
    ownIds: rowsWithIds(desk.users),
  });
  slice.progress.recount(countsOfWork(journal, work.id));
  const progress = slice.progress.close({ ...ended, adrift }, kept('none'));
  // Last: an execution that dies before the work is kept as ended must find the trigger to end it again.
  endBackground();
  const unsent = mailSummary(room.me, progress);
  return unsent ? { ...progress, waitsFor: unsent } : progress;
}

/** What a slice works at. */
interface At extends Pick<WorkAt, 'desk' | 'reading'> {
  readonly journal: Journal;
  readonly sealer: Sealer;
  readonly given: GivenPasswords;
}

class RunSlice {
  readonly progress: ProgressBook;
  private readonly policy: Run;
  /** The tokens that were approved: for shared work by its key, and for each row from when it is begun. */
  private readonly approved: Map<string, ReadonlySet<string>>;
  private readonly rows: readonly DeskRow[];
  private readonly byPlace: ReadonlyMap<number, DeskRow>;
  private readonly works: RowWorks;
  readonly results: WriteBack;

  constructor(
    private readonly work: Work,
    private readonly room: Room,
    private readonly at: At,
  ) {
    this.results = new WriteBack(at.desk.tabs, {
      save: () => {
        at.journal.save();
      },
      all: () => everyResult(work.id, at.journal),
    });
    this.works = new RowWorks(
      { work, room, desk: at.desk, reading: at.reading, memoryOf: (row) => at.journal.line(row.key)?.memory ?? {} },
      at.given,
    );
    this.progress = new ProgressBook(work, countsEnded(at.journal, work.id));
    this.rows = at.desk.rows.filter((row) => isOpenIn(work, row.line));
    this.byPlace = new Map(this.rows.map((row) => [row.place, row]));
    this.approved = approvedForAll(at);
    this.policy = new Run({
      approved: (asker) => this.approved.get(asker) ?? none,
      digest,
      apply: (request, value) => {
        applyWrite(room.facts, request, value);
      },
      sending: (writes) => {
        this.sending(writes);
      },
      wrote: (request, value, asker) => {
        this.wrote(request, value, asker);
      },
    });
  }

  run(): 'finished' | 'timeOver' | 'stopped' {
    this.room.prepare(
      this.rows.length,
      secretOf((name) => this.at.given.secret(name)),
    );
    const feed = new Feed(this.rows, {
      groupOf: (row) => (row.kind.name === 'Users' ? (row.about.domain ?? '') : ''),
      begin: (row) =>
        this.begin(row, (procedure) => {
          drive.add(row.place, procedure);
        }),
    });
    const drive = this.room.drive({
      policy: this.policy,
      work: this.work,
      rowEnded: (place, result) => {
        const one = this.byPlace.get(place);
        if (!one) return;
        this.ended(one, result);
        feed.ended(one);
      },
      tick: (state) => {
        this.tick(state);
      },
      seatPatience: patienceFor(this.work.seats),
    });
    for (const row of this.rows)
      for (const { seat } of row.line?.plan.writes ?? []) if (seat !== undefined) drive.expectSeat(seat, row.place);
    feed.start();
    return drive.run();
  }

  /** Passwords of rows that ended in an execution which did not live to wipe their cells: text by row key. */
  leftovers(): ReadonlyMap<string, string> {
    return this.at.given.leftovers(this.at.desk.users, (key) =>
      hasUsedPassword(this.at.journal.line(key), this.work.id),
    );
  }

  /** Begins a row and says whether it is under way: one that is no longer what was approved is not run. */
  private begin(row: DeskRow, start: (procedure: ReturnType<RowWork['procedure']>) => void): boolean {
    const line = this.line(row);
    if (!this.at.sealer.isSealed(line)) {
      this.keep(
        row,
        {
          outcome: 'stale',
          details: 'The Journal of this row is not what was approved: somebody changed it. Check the row again.',
        },
        line.memory,
      );
      return false;
    }
    if (row.read.wish === undefined || wishDigest(row, line.memory) !== line.wish) {
      this.keep(
        row,
        { outcome: 'stale', details: 'The row was changed after it was checked. Check it again.' },
        line.memory,
      );
      return false;
    }
    this.approved.set(`row ${row.place}`, tokensIn(line));
    if (row.status !== 'running') this.show(row, { outcome: 'running', details: line.details });
    start(this.works.of(row).procedure(row, line.memory));
    return true;
  }

  private wrote(request: Request, value: unknown, asker: Asker): void {
    const row = this.rowOf(request, asker);
    const line = row && this.at.journal.line(row.key);
    if (!row || !line) return;
    this.at.journal.set({
      ...line,
      ...(line.outcome === 'planned' ? { outcome: 'running' } : {}),
      memory: this.works.of(row).wrote(row, line.memory, { request, value }),
    });
    if (request.op === 'reseller.customers.insert') this.keepAtOnce(row);
    // What was noted as begun is known to be done as soon as it is.
    else if (this.works.of(row).sending(line.memory, request, this.room.now())) this.at.journal.save();
  }

  /** The row in whose name a request goes out. */
  private rowOf(request: Request, asker: Asker): DeskRow | undefined {
    return asker.shared ? this.works.owner(request) : this.byPlace.get(asker.row);
  }

  /**
   * What must never be repeated is noted before it goes out: whoever goes on after a crash then knows that it may have
   * been done.
   */
  private sending(writes: readonly { readonly request: Request; readonly asker: Asker }[]): void {
    const noted = writes.map(({ request, asker }) => this.note(request, this.rowOf(request, asker)));
    if (!noted.includes(true)) return;
    this.at.journal.save();
    ports().spreadsheet.apply();
  }

  private note(request: Request, row: DeskRow | undefined): boolean {
    const line = row && this.at.journal.line(row.key);
    const memory = row && line && this.works.of(row).sending(line.memory, request, this.room.now());
    if (line && memory) this.at.journal.set({ ...line, memory });
    return memory !== undefined;
  }

  /** A new customer's id stands in journal and sheet before anything else happens with the customer. */
  private keepAtOnce(row: DeskRow): void {
    this.show(row, { outcome: 'running', details: this.line(row).details });
    this.results.writeNow(row.kind);
  }

  private ended(row: DeskRow, result: Result): void {
    const work = this.works.of(row);
    const deeds = this.policy.deedsOf(row.place);
    const did = deedsInWords(deeds.done);
    const { memory } = this.line(row);
    if ('error' in result) {
      const ending = endingOf(result.error, explainRow(row));
      return this.keep(
        row,
        { ...ending, details: [ending.details, did, ...deeds.remarks].filter(Boolean).join(' ') },
        landed(work.failed(row, memory, result.error), this.room.now()),
      );
    }
    const madeNow = work.madeNow(result.value);
    const outcome = deeds.done.length || madeNow !== '' ? 'done' : 'settled';
    const details = [did || madeNow || 'As wished.', ...deeds.remarks].join(' ');
    this.keep(row, { outcome, details }, work.done(row, memory, result.value));
  }

  private line(row: DeskRow): Line {
    const line = this.at.journal.line(row.key) ?? row.line;
    if (!line) throw new Error(`${row.key} has no line in the journal.`);
    return line;
  }

  private keep(row: DeskRow, ending: Ending, memory: Memory): void {
    const line: Line = {
      ...this.line(row),
      outcome: ending.outcome,
      details: ending.details,
      memory,
      updated: this.room.now(),
    };
    const kept = ending.column === undefined ? line : { ...line, column: ending.column };
    this.at.journal.set(kept);
    this.show(row, ending);
    this.progress.count(kept.outcome, noteOf(kept, row.read.row));
  }

  private show(row: DeskRow, ending: Pick<Line, 'outcome' | 'details'>): void {
    const wipe = this.works.of(row).wipe(row, ending);
    this.results.add(row.key, resultOf({ ...this.line(row), ...ending, updated: this.room.now() }, wipe));
  }

  private tick(state: Tick): void {
    this.progress.tick(state);
    this.results.step(state);
  }
}

const none: ReadonlySet<string> = new Set();

/**
 * Rows whose User ID cell held something when the slice began: that is a person's, or their own, also where the row is
 * a copy.
 */
function rowsWithIds({ tab, read, rows }: UsersPart): ReadonlySet<string> {
  const { userId } = read.positions;
  const holds = (row: DeskRow): boolean =>
    userId !== undefined && (tab.values[row.read.row - 1]?.[userId] ?? '').trim() !== '';
  return new Set(rows.filter(holds).map((row) => row.key));
}

/** Whether a row's given password went to Google in this run; one that was not used stays in its cell. */
function hasUsedPassword(line: Line | undefined, run: string): boolean {
  if (line?.work !== run) return false;
  const { created, mark, password } = line.memory;
  return (
    line.outcome === 'done' ||
    line.outcome === 'settled' ||
    password?.run === run ||
    (created === true && mark?.run === run)
  );
}

function isOpenIn(work: Work, line: Line | undefined): boolean {
  return line?.work === work.id && isOpenLine(line);
}

function isOpenLine(line: Line): boolean {
  return line.outcome === 'planned' || line.outcome === 'running';
}

function countsEnded(journal: Journal, work: string): ReturnType<typeof countsOfWork> {
  const counts = { ...countsOfWork(journal, work) };
  delete counts.planned;
  delete counts.running;
  return counts;
}

/** What was approved of shared work, by its key. */
function approvedForAll({ journal, sealer }: At): Map<string, ReadonlySet<string>> {
  const shared = journal.all.filter(
    (line) => line.work === sealer.run && line.key.startsWith(sharedPrefix) && sealer.isSealed(line),
  );
  return new Map(shared.map((line) => [line.key.slice(sharedPrefix.length), tokensIn(line)]));
}

function tokensIn(line: Line): ReadonlySet<string> {
  return new Set(line.plan.writes.flatMap((write) => write.tokens));
}

const sharedPrefix = 'Shared!';
