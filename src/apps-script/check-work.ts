import { Check } from '../engine/check';
import { endingOf, planInWords, type Ending } from '../engine/details';
import type { Result } from '../engine/ports';
import type { Plan } from '../engine/plan';
import { applyPlanned } from '../google/effects';
import type { FactTable } from '../google/fact-table';
import { userFact } from '../google/facts';
import type { RowOutcome } from '../table/status';
import { memoryAfterFailure } from '../tabs/users/find';
import { afterEnd, claimed, forgotten } from '../tabs/users/memory';
import { provisionUser, type Provisioned } from '../tabs/users/provision';
import type { Memory, UserRow } from '../tabs/users/row';
import type { TabText } from './book';
import { digest } from './digest';
import { explainRow } from './explain-row';
import { keepFacts, takeFacts } from './fact-cache';
import { resultOf } from './finish';
import { passwordText, passwordUsedBefore } from './given-passwords';
import { cloudIdentityModes, surroundings } from './identity';
import { Journal, noPlan, type Line } from './journal';
import { keepNotes, mayHaveNotes } from './notes';
import { planIdOf } from './plan-view';
import { ProgressBook } from './progress';
import type { Room } from './room';
import { countsOfWork, noteOf, rowsInScope } from './rows';
import { Sealer } from './seal';
import { seatLines } from './seats';
import { openUsersTab, ownersOf, readDesk, type DeskRow, type RowResult, type UsersDesk } from './users-desk';
import { openRun, Vault } from './vault';
import { wishDigest } from './wish-digest';
import type { Work } from './work-record';
import { writeChecked } from './write-back';
import type { Progress } from './wire';

/** One slice of a check: every row gets its plan, or what keeps it from one. Nothing is written to Google. */

/** A run that begins within so many seconds believes what its check has read; a later one looks again. */
const believedFor = 300;

/** Works until every row in scope is checked, or the slice is over. `begun`: the Users tab, which the first slice has read just now. */
export function checkSlice(work: Work, room: Room, begun?: TabText): Progress {
  const tab = begun ?? openUsersTab();
  const journal = Journal.open();
  // From the check on: between its slices, too, nobody else may change what will be approved.
  journal.sealWith(new Sealer(work.id, openRun(work.id, room.now())));
  // What was planned for rows that did not end is planned anew; what rows share is planned by whoever asks.
  if (!begun) takeFacts(work.id, room.facts);
  const { around, reading } = surroundings(room, tab);
  const desk = readDesk(tab, reading, journal);
  const noted = mayHaveNotes(desk, journal);
  const scope = rowsInScope(desk.rows, work, around.domains);
  const open = scope.filter((row) => row.line?.work !== work.id || row.line.outcome === 'running');
  const slice = new CheckSlice({ ...work, total: scope.length }, room, { journal, desk });
  const how = slice.run(open, ownersOf(desk.rows));
  // All of them: a slice that died may have kept rows in the journal and not lived to show them.
  slice.writeBack(scope);
  if (noted) keepNotes(how === 'timeOver' ? open : scope);
  if (how !== 'stopped') keepFacts(work.id, room.facts, how === 'finished' ? believedFor : undefined);
  const ended = how === 'finished' ? { phase: 'checked' as const, planId: planIdOf(journal, work.id) } : how === 'stopped' ? { phase: 'stopped' as const, stopped: 'Stopped by hand.' } : {};
  return slice.progress.close({ ...work, total: scope.length, heartbeat: room.now(), executions: work.executions + 1, lanes: room.saveLanes(), seats: seatLines(journal.all.filter((line) => line.work === work.id), room.facts, around.who.account), ...ended });
}

class CheckSlice {
  readonly progress: ProgressBook;
  private readonly check: Check;
  private readonly modes = cloudIdentityModes();
  private readonly shared = new Set<string>();
  private readonly vault = new Vault();
  private readonly journal: Journal;

  constructor(private readonly work: Work, private readonly room: Room, private readonly at: { readonly journal: Journal; readonly desk: UsersDesk }) {
    this.journal = at.journal;
    this.progress = new ProgressBook(work, countsOfWork(at.journal, work.id));
    this.check = new Check({ plan: (request) => applyPlanned(room.facts, request), digest });
  }

  run(rows: readonly DeskRow[], owners: ReadonlyMap<string, string>): 'finished' | 'timeOver' | 'stopped' {
    this.room.prepare(rows.length);
    const byRow = new Map(rows.map((row) => [row.read.row, row]));
    const drive = this.room.drive({
      policy: this.check, work: this.work,
      rowEnded: (row, result) => { const one = byRow.get(row); if (one) this.ended(one, result); },
      tick: (state) => { this.progress.tick(state); },
    });
    for (const row of rows) {
      const { wish, waits } = row.read;
      if (wish) drive.add(row.read.row, provisionUser({ ...this.rowOf(row, wish), others: owners }));
      else if (row.read.complaints.length) this.keep(row, { outcome: 'blocked', details: row.read.complaints.map((one) => one.says).join(' ') });
      else this.keep(row, { outcome: 'waiting', details: waits ?? '' });
    }
    return drive.run();
  }

  /** Writes journal and Status columns. */
  writeBack(rows: readonly DeskRow[]): void {
    const results = new Map<string, RowResult>();
    for (const row of rows) {
      const line = this.journal.line(row.key);
      if (line?.work === this.work.id) results.set(row.key, resultOf(line, this.usedPassword(row, line)));
    }
    writeChecked(results, () => { this.journal.save(); });
  }

  /** The text of a Password cell that was sent along by a run that did not live to wipe it, where the row has nothing more to do. */
  private usedPassword(row: DeskRow, line: Line): string | undefined {
    const used = line.outcome === 'settled' && this.passwordUsed(row) === true;
    return used ? passwordText(this.at.desk, row) : undefined;
  }

  /** While a used password still stands in its cell, the mark stays: it tells that the cell is to be wiped. */
  private settledMemory(row: DeskRow, value: Provisioned): Memory {
    const memory = row.line?.memory ?? {};
    if (!row.read.wish) return memory;
    const settled = afterEnd({ ...value, memory, wish: row.read.wish });
    return memory.mark && this.passwordUsed(row) ? { ...settled, mark: memory.mark } : settled;
  }

  private passwordUsed(row: DeskRow): boolean | undefined {
    return passwordUsedBefore({ desk: this.at.desk, row, memory: row.line?.memory ?? {}, run: this.work.id, vault: this.vault });
  }

  private rowOf(row: DeskRow, wish: UserRow['wish']): UserRow {
    const mode = this.modes[wish.account];
    const passwordUsed = this.passwordUsed(row);
    return { wish, memory: row.line?.memory ?? {}, ...(passwordUsed === undefined ? {} : { passwordUsed }), putBack: this.work.action === 'put-back', now: this.room.now(), ...(mode ? { cloudIdentity: mode } : {}) };
  }

  private ended(row: DeskRow, result: Result): void {
    const plan = this.check.planOf(row.read.row);
    this.keepShared(plan.shared);
    if ('error' in result) return this.keep(row, endingOf(result.error, explainRow(row.read)), { plan, memory: failedMemory(row, this.room.facts) });
    const value = result.value as Provisioned;
    const writes = this.writesOf(plan);
    const outcome = writes.length ? 'planned' : 'settled';
    const words = [planInWords(writes), ...plan.remarks, ...row.read.warnings].filter(Boolean).join(' ');
    const memory = outcome === 'settled' ? this.settledMemory(row, value) : plannedMemory(row, value);
    this.keep(row, { outcome, details: words || 'As wished.' }, { plan, memory });
  }

  /** The must writes of a row and of the shared work that it asked for. */
  private writesOf(plan: Plan): Plan['writes'] {
    const shared = plan.shared.flatMap((key) => this.writesOf(this.check.sharedPlan(key)));
    return [...shared, ...plan.writes].filter((write) => write.need === 'must');
  }

  private keepShared(keys: readonly string[]): void {
    for (const key of keys.filter((one) => !this.shared.has(one))) {
      this.shared.add(key);
      const plan = this.check.sharedPlan(key);
      this.keepShared(plan.shared);
      this.journal.set({ ...blank(`Shared!${key}`), outcome: 'planned', plan: { writes: plan.writes, shared: plan.shared }, work: this.work.id, updated: this.room.now() });
    }
  }

  private keep(row: DeskRow, ending: Omit<Ending, 'outcome'> & { readonly outcome: RowOutcome }, more: { readonly plan?: Plan; readonly memory?: Memory } = {}): void {
    const { samePerson, column } = ending;
    const line: Line = {
      key: row.key, outcome: ending.outcome, details: ending.details, work: this.work.id, updated: this.room.now(),
      wish: wishDigest(row.read.wish, more.memory ?? row.line?.memory ?? {}),
      plan: ending.outcome === 'planned' && more.plan ? { writes: more.plan.writes, shared: more.plan.shared } : noPlan,
      memory: more.memory ?? row.line?.memory ?? {},
      ...(samePerson === undefined ? {} : { samePerson }), ...(column === undefined ? {} : { column }),
      ...(row.read.wish ? { account: row.read.wish.account } : {}),
    };
    this.journal.set(line, row.line?.key ?? row.key);
    this.progress.count(line.outcome, noteOf(line, row.read.row));
  }
}

function failedMemory(row: DeskRow, facts: FactTable): Memory {
  const memory = row.line?.memory ?? {};
  const { wish } = row.read;
  return wish ? memoryAfterFailure({ wish, memory }, facts.valueOf(userFact(wish.account, wish.email))) : memory;
}

/** A row that has more to do keeps its mark; an account that its own dead run made is its own already. */
function plannedMemory(row: DeskRow, value: Provisioned): Memory {
  const memory = { ...row.line?.memory, drift: value.drift };
  if (!value.madeNow) return memory;
  // A row that is to make an account has none by now, whatever it had before.
  return value.userId.startsWith('planned:') ? forgotten(memory) : claimed(memory, value.userId);
}

function blank(key: string): Line {
  return { key, outcome: 'notChecked', details: '', wish: '', plan: noPlan, memory: {}, work: '', updated: '' };
}
