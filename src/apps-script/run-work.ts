import { deedsInWords, endingOf, type Ending } from '../engine/details';
import type { Asker, Result, Tick } from '../engine/ports';
import { Feed } from '../engine/feed';
import type { Request } from '../engine/request';
import { Run } from '../engine/run';
import { applyWrite } from '../google/effects';
import { licencesFact, userFact } from '../google/facts';
import { memoryAfterFailure } from '../tabs/users/find';
import { afterEnd, afterWrite, landed } from '../tabs/users/memory';
import { provisionUser, workspaceProduct, type Provisioned } from '../tabs/users/provision';
import type { CloudIdentityMode, Memory, UserRow } from '../tabs/users/row';
import { digest } from './digest';
import { explainRow } from './explain-row';
import { approvePlan } from './approve';
import { noteChangedRows } from './changed-rows';
import { endBackground, kept, startBackground } from './background';
import { keepFacts, takeFacts } from './fact-cache';
import { accountOf, everyResult } from './finish';
import { GivenPasswords, passwordUsedBefore } from './given-passwords';
import { cloudIdentityModes, rememberCloudIdentity, surroundings } from './identity';
import { Journal, type Line } from './journal';
import { ProgressBook } from './progress';
import type { Room } from './room';
import { countsOfWork, noteOf } from './rows';
import { mailSummary } from './summary-mail';
import { Sealer } from './seal';
import { patienceFor } from './seats';
import { openUsersTab, readDesk, type DeskRow, type RowResult, type UsersDesk } from './users-desk';
import { openRun, Vault, type RunPasswords } from './vault';
import { wishDigest } from './wish-digest';
import { keepWork, type Work } from './work-record';
import { WriteBack } from './write-back';
import type { Progress } from './wire';

/** One slice of a run: the approved rows become accounts, licences and roles; nothing else is sent. */

/**
 * Works until every approved row has ended, or the slice is over. The first slice is given the journal that the plan was
 * approved by, and seals it before it sends anything.
 */
export function runSlice(work: Work, room: Room, approved?: Journal): Progress {
  const tab = openUsersTab();
  const journal = approved ?? Journal.open();
  takeFacts(work.id, room.facts);
  const { reading } = surroundings(room, tab);
  const desk = readDesk(tab, reading, journal);
  const passwords = openRun(work.id, room.now());
  const sealer = new Sealer(work.id, passwords);
  journal.sealWith(sealer);
  const given = new GivenPasswords(desk, desk.rows.filter((row) => isOpenIn(work, row.line)), passwords);
  if (approved) {
    given.approve();
    approvePlan(work, journal, { desk, sealer });
  }
  const slice = new RunSlice(keepWork(work, approved ? kept(startBackground()) : {}), room, { journal, desk, passwords, sealer, given });
  const how = slice.run();
  const beat = { ...work, heartbeat: room.now(), executions: work.executions + 1, lanes: room.saveLanes() };
  if (how === 'timeOver') {
    slice.results.finish();
    keepFacts(work.id, room.facts);
    return slice.progress.close(beat);
  }
  const ended = { ...beat, phase: how === 'stopped' ? ('stopped' as const) : ('finished' as const), stopped: how === 'stopped' ? 'Stopped by hand.' : '' };
  const after = slice.results.finishAndRead();
  noteChangedRows(work.id, journal, { tab: after, reading });
  const adrift = accountOf(ended, journal, { tab: after, leftovers: slice.leftovers(), ownIds: rowsWithIds(desk) });
  slice.progress.recount(countsOfWork(journal, work.id));
  const progress = slice.progress.close({ ...ended, adrift }, kept('none'));
  // Last: an execution that dies before the work is kept as ended must find the trigger to end it again.
  endBackground();
  const unsent = mailSummary(room.me, progress);
  return unsent ? { ...progress, waitsFor: unsent } : progress;
}

/** What a slice works at. */
interface At { readonly journal: Journal; readonly desk: UsersDesk; readonly passwords: RunPasswords; readonly sealer: Sealer; readonly given: GivenPasswords }

class RunSlice {
  readonly progress: ProgressBook;
  private readonly policy: Run;
  /** The tokens that were approved: for shared work by its key, and for each row from when it is begun. */
  private readonly approved: Map<string, ReadonlySet<string>>;
  private readonly rows: readonly DeskRow[];
  private readonly byRow: ReadonlyMap<number, DeskRow>;
  private readonly given: GivenPasswords;
  private readonly vault = new Vault();
  private readonly modes: Record<string, CloudIdentityMode>;
  readonly results: WriteBack;

  constructor(private readonly work: Work, private readonly room: Room, private readonly at: At) {
    this.results = new WriteBack(at.desk.tab, {
      save: () => { at.journal.save(); },
      all: () => everyResult(work.id, at.journal),
    });
    this.modes = { ...cloudIdentityModes() };
    this.progress = new ProgressBook(work, countsEnded(at.journal, work.id));
    this.rows = at.desk.rows.filter((row) => isOpenIn(work, row.line));
    this.byRow = new Map(this.rows.map((row) => [row.read.row, row]));
    this.given = at.given;
    this.approved = approvedForAll(at);
    this.policy = new Run({
      approved: (asker) => this.approved.get(asker) ?? none,
      digest,
      apply: (request, value) => { applyWrite(room.facts, request, value); },
      wrote: (request, value, asker) => { this.wrote(request, value, asker); },
    });
  }

  run(): 'finished' | 'timeOver' | 'stopped' {
    this.room.prepare(this.rows.length, (name) => this.given.secret(name));
    const feed = new Feed(this.rows, {
      groupOf: (row) => row.read.email?.split('@')[1] ?? '',
      begin: (row) => this.begin(row, (procedure) => { drive.add(row.read.row, procedure); }),
    });
    const drive = this.room.drive({
      policy: this.policy, work: this.work,
      rowEnded: (row, result) => {
        const one = this.byRow.get(row);
        if (!one) return;
        this.ended(one, result);
        feed.ended(one);
      },
      tick: (state) => { this.tick(state); },
      seatPatience: patienceFor(this.work.seats),
    });
    for (const row of this.rows) for (const { seat } of row.line?.plan.writes ?? []) if (seat !== undefined) drive.expectSeat(seat, row.read.row);
    feed.start();
    return drive.run();
  }

  /** Passwords of rows that ended in an execution which did not live to wipe their cells: text by row key. */
  leftovers(): ReadonlyMap<string, string> {
    return this.given.leftovers(this.at.desk, (key) => hasUsedPassword(this.at.journal.line(key), this.work.id));
  }

  /** Begins a row and says whether it is under way: one that is no longer what was approved is not run. */
  private begin(row: DeskRow, start: (procedure: ReturnType<typeof provisionUser>) => void): boolean {
    const { wish } = row.read;
    const line = this.line(row);
    if (!this.at.sealer.isSealed(line)) {
      this.keep(row, { outcome: 'stale', details: 'The Journal of this row is not what was approved: somebody changed it. Check the row again.' }, line.memory);
      return false;
    }
    if (!wish || wishDigest(wish, line.memory) !== line.wish) {
      this.keep(row, { outcome: 'stale', details: 'The row was changed after it was checked. Check it again.' }, line.memory);
      return false;
    }
    this.approved.set(`row ${row.read.row}`, tokensIn(line));
    if (row.status !== 'running') this.show(row, { outcome: 'running', details: line.details });
    start(provisionUser(this.rowOf(row, wish, line.memory)));
    return true;
  }

  private rowOf(row: DeskRow, wish: UserRow['wish'], memory: Memory): UserRow {
    const mode = this.modes[wish.account];
    const passwordUsed = passwordUsedBefore({ desk: this.at.desk, row, memory, run: this.work.id, vault: this.vault });
    return {
      ...this.given.asApproved(wish, memory, this.work.id), ...(passwordUsed === undefined ? {} : { passwordUsed }), memory, putBack: this.work.action === 'put-back', now: this.room.now(), ...(mode ? { cloudIdentity: mode } : {}),
      untouched: this.room.facts.assumes(licencesFact(wish.account, workspaceProduct, wish.email)),
    };
  }

  private wrote(request: Request, value: unknown, asker: Asker): void {
    const row = asker.shared ? undefined : this.byRow.get(asker.row);
    if (!row) return;
    const line = this.line(row);
    const about = { row, me: this.room.me, now: this.room.now(), run: this.work.id };
    this.at.journal.set({ ...line, memory: this.given.afterWrite(request, afterWrite(line.memory, request, value), about) });
  }

  private ended(row: DeskRow, result: Result): void {
    const deeds = this.policy.deedsOf(row.read.row);
    const did = deedsInWords(deeds.done);
    if ('error' in result) {
      const ending = endingOf(result.error, explainRow(row.read));
      return this.keep(row, { ...ending, details: [ending.details, did, ...deeds.remarks].filter(Boolean).join(' ') }, landed(this.memoryAfterFailure(row), this.room.now()));
    }
    const value = result.value as Provisioned;
    const { wish } = row.read;
    if (wish && value.cloudIdentity) this.rememberMode(wish.account, value.cloudIdentity);
    const { memory } = this.line(row);
    const outcome = deeds.done.length || value.madeNow ? 'done' : 'settled';
    const details = [did || (value.madeNow ? 'Created the user.' : 'As wished.'), ...deeds.remarks].join(' ');
    this.keep(row, { outcome, details }, wish ? afterEnd({ ...value, memory, wish }) : memory);
  }

  private memoryAfterFailure(row: DeskRow): Memory {
    const { memory } = this.line(row);
    const { wish } = row.read;
    return wish ? memoryAfterFailure({ wish, memory }, this.room.facts.valueOf(userFact(wish.account, wish.email))) : memory;
  }

  private rememberMode(account: string, mode: CloudIdentityMode): void {
    if (this.modes[account]?.mode === mode.mode) return;
    this.modes[account] = mode;
    rememberCloudIdentity(account, mode);
  }

  private line(row: DeskRow): Line {
    const line = this.at.journal.line(row.key) ?? row.line;
    if (!line) throw new Error(`${row.key} has no line in the journal.`);
    return line;
  }

  private keep(row: DeskRow, ending: Ending, memory: Memory): void {
    const line: Line = { ...this.line(row), outcome: ending.outcome, details: ending.details, memory, updated: this.room.now() };
    const kept = ending.column === undefined ? line : { ...line, column: ending.column };
    this.at.journal.set(kept);
    this.show(row, ending);
    this.progress.count(kept.outcome, noteOf(kept, row.read.row));
  }

  private show(row: DeskRow, ending: { readonly outcome: RowResult['outcome']; readonly details: string }): void {
    const wipe = this.given.usedBy(row, ending.outcome);
    this.results.add(row.key, {
      outcome: ending.outcome, details: ending.details, userId: this.line(row).memory.userId ?? '', updated: this.room.now(),
      ...(wipe === undefined ? {} : { wipe }),
    });
  }

  private tick(state: Tick): void {
    this.progress.tick(state);
    this.results.step(state);
  }
}

const none: ReadonlySet<string> = new Set();

/** Rows whose User ID cell held something when the slice began: that is a person's, or their own, also where the row is a copy. */
function rowsWithIds({ tab, read, rows }: UsersDesk): ReadonlySet<string> {
  const { userId } = read.positions;
  const holds = (row: DeskRow): boolean => userId !== undefined && (tab.values[row.read.row - 1]?.[userId] ?? '').trim() !== '';
  return new Set(rows.filter(holds).map((row) => row.key));
}

/** Whether a row's given password went to Google in this run; one that was not used stays in its cell. */
function hasUsedPassword(line: Line | undefined, run: string): boolean {
  if (line?.work !== run) return false;
  const { created, mark, password } = line.memory;
  return line.outcome === 'done' || line.outcome === 'settled' || password?.run === run || (created === true && mark?.run === run);
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
  const shared = journal.all.filter((line) => line.work === sealer.run && line.key.startsWith(sharedPrefix) && sealer.isSealed(line));
  return new Map(shared.map((line) => [line.key.slice(sharedPrefix.length), tokensIn(line)]));
}

function tokensIn(line: Line): ReadonlySet<string> {
  return new Set(line.plan.writes.flatMap((write) => write.tokens));
}

const sharedPrefix = 'Shared!';

