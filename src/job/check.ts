import { Check } from '../engine/check';
import { endingOf, planInWords, type Ending } from '../engine/details';
import type { Result } from '../engine/ports';
import type { Plan } from '../engine/plan';
import { applyPlanned } from '../google/effects';
import { subscriptionsFact } from '../google/facts';
import type { RowOutcome } from '../table/status';
import { digest } from './secrets/codes';
import type { WorkAt } from './rows/customer-rows';
import { readDesk, type DeskRow } from './rows/desk';
import { explainRow } from './rows/explain-row';
import { keepFacts, takeFacts } from './keeping/fact-cache';
import { surroundings } from './reach/identity';
import { Journal, noPlan, type Line, type Memory } from './journal/journal';
import { openTabs, type KindName, type Tab } from './rows/kinds';
import { keepNotes, mayHaveNotes } from './journal/notes';
import { planIdOf } from './plan/plan-view';
import { ProgressBook } from './progress';
import { resultOf, type RowResult } from './journal/results';
import type { Room } from './slice';
import { RowWorks, takeTokens } from './rows/row-work';
import { countsOfWork, noteOf, rowsInScope } from './rows/standing';
import { Sealer } from './journal/seal';
import { sayShortSeats, seatLines } from './plan/seats';
import { tokenSecret } from './secrets/tokens';
import { openRun } from './secrets/vault';
import { wishDigest } from './rows/wish-digest';
import type { Work } from './keeping/job-record';
import { writeChecked } from './journal/write-back';
import type { Progress } from './wire';

/** One slice of a check: every row gets its plan, or what keeps it from one. Nothing is written to Google. */

/** A run that begins within so many seconds believes what its check has read; a later one looks again. */
const believedFor = 300;

/**
 * Works until every row in scope is checked, or the slice is over. `begun`: the tabs, which the first slice has read
 * just now.
 */
export function checkSlice(work: Work, room: Room, begun?: readonly Tab[]): Progress {
  const tabs = begun ?? openTabs();
  const journal = Journal.open();
  // From the check on: between its slices, too, nobody else may change what will be approved.
  journal.sealWith(new Sealer(work.id, openRun(work.id, room.now())));
  // What was planned for rows that did not end is planned anew; what rows share is planned by whoever asks.
  if (!begun) takeFacts(work.id, room.facts);
  const reading = surroundings(room, tabs, work.id);
  const desk = readDesk(tabs, reading, journal);
  const noted = mayHaveNotes(desk, journal);
  const scope = rowsInScope(desk.rows, work);
  takeTokens({ desk }, scope);
  const open = openRows(scope, work, journal);
  const slice = new CheckSlice(
    { work: { ...work, total: scope.length }, room, desk, reading, memoryOf: (row) => row.line?.memory ?? {} },
    journal,
  );
  const how = slice.run(open);
  if (how === 'finished')
    sayShortSeats(work.id, {
      rows: scope,
      journal,
      subscriptions: room.facts.valueOf(subscriptionsFact(reading.around.who.account)) ?? [],
    });
  // All of them: a slice that died may have kept rows in the journal and not lived to show them.
  slice.writeBack(scope);
  if (noted) keepNotes(how === 'timeOver' ? open : scope);
  if (how !== 'stopped') keepFacts(work.id, room.facts, how === 'finished' ? believedFor : undefined);
  const ended =
    how === 'finished'
      ? { phase: 'checked' as const, planId: planIdOf(journal, work.id) }
      : how === 'stopped'
        ? { phase: 'stopped' as const, stopped: 'Stopped by hand.' }
        : {};
  return slice.progress.close({
    ...work,
    total: scope.length,
    heartbeat: room.now(),
    executions: work.executions + 1,
    lanes: room.saveLanes(),
    seats: seatLines(
      journal.all.filter((line) => line.work === work.id),
      room.facts,
      reading.around.who.account,
    ),
    ...ended,
  });
}

/**
 * The rows that this slice checks. What was planned is known in its own slice only, so what others go by is planned
 * once more: orders, and administrators.
 */
function openRows(scope: readonly DeskRow[], work: Work, journal: Journal): readonly DeskRow[] {
  const isOpen = ({ line }: DeskRow): boolean => line?.work !== work.id || line.outcome === 'running';
  const again = scope.filter((row) => !isOpen(row) && othersGoBy(row));
  for (const { line } of again) if (line) journal.set({ ...line, work: '' });
  return scope.filter((row) => isOpen(row) || again.includes(row));
}

function othersGoBy({ kind, line }: DeskRow): boolean {
  return (
    line?.outcome === 'planned' &&
    (kind.name === 'Subscriptions' || line.plan.writes.some(({ op }) => op === 'directory.users.makeAdmin'))
  );
}

class CheckSlice {
  readonly progress: ProgressBook;
  private readonly check: Check;
  private readonly shared = new Set<string>();
  private readonly work: Work;
  private readonly room: Room;
  private readonly works: RowWorks;

  constructor(
    at: WorkAt,
    private readonly journal: Journal,
  ) {
    this.work = at.work;
    this.room = at.room;
    this.progress = new ProgressBook(at.work, countsOfWork(journal, at.work.id));
    this.check = new Check({ plan: (request) => applyPlanned(at.room.facts, request), digest });
    this.works = new RowWorks(at);
  }

  run(rows: readonly DeskRow[]): 'finished' | 'timeOver' | 'stopped' {
    this.room.prepare(rows.length, tokenSecret);
    const byPlace = new Map(rows.map((row) => [row.place, row]));
    const drive = this.room.drive({
      policy: this.check,
      work: this.work,
      rowEnded: (place, result) => {
        const row = byPlace.get(place);
        if (row) this.ended(row, result);
      },
      tick: (state) => {
        this.progress.tick(state);
      },
    });
    for (const row of rows) {
      const { wish, waits, complaints } = row.read;
      if (wish !== undefined) drive.add(row.place, this.works.of(row).procedure(row, row.line?.memory ?? {}));
      else if (complaints.length)
        this.keep(row, { outcome: 'blocked', details: complaints.map((one) => one.says).join(' ') });
      else this.keep(row, { outcome: 'waiting', details: waits ?? '' });
    }
    return drive.run();
  }

  /** Writes journal and Status columns. */
  writeBack(rows: readonly DeskRow[]): void {
    const results = new Map<string, RowResult>();
    for (const row of rows) {
      const line = this.journal.line(row.key);
      if (line?.work === this.work.id) results.set(row.key, resultOf(line, this.works.of(row).wipe(row, line)));
    }
    writeChecked(results, () => {
      this.journal.save();
    });
  }

  private ended(row: DeskRow, result: Result): void {
    const work = this.works.of(row);
    const plan = this.check.planOf(row.place);
    this.keepShared(plan.shared);
    if ('error' in result)
      return this.keep(row, endingOf(result.error, explainRow(row)), {
        plan,
        memory: work.failed(row, row.line?.memory ?? {}, result.error),
      });
    const writes = this.writesOf(plan, sharedBy(row.kind.name));
    const outcome = writes.length || work.follows(result.value) ? 'planned' : 'settled';
    const words = [planInWords(writes), ...plan.remarks, ...row.read.warnings].filter(Boolean).join(' ');
    const memory = outcome === 'settled' ? work.settled(row, result.value) : work.planned(row, result.value);
    this.keep(row, { outcome, details: words || 'As wished.' }, { plan, memory });
  }

  /** The must writes of a row and of the shared work that it asked for, as far as that is not another tab's. */
  private writesOf(plan: Plan, own: (key: string) => boolean): Plan['writes'] {
    const shared = plan.shared.filter(own).flatMap((key) => this.writesOf(this.check.sharedPlan(key), own));
    return [...shared, ...plan.writes].filter((write) => write.need === 'must');
  }

  private keepShared(keys: readonly string[]): void {
    for (const key of keys.filter((one) => !this.shared.has(one))) {
      this.shared.add(key);
      const plan = this.check.sharedPlan(key);
      this.keepShared(plan.shared);
      this.journal.set({
        ...blank(`Shared!${key}`),
        outcome: 'planned',
        plan: { writes: plan.writes, shared: plan.shared },
        work: this.work.id,
        updated: this.room.now(),
      });
    }
  }

  private keep(
    row: DeskRow,
    ending: Omit<Ending, 'outcome'> & { readonly outcome: RowOutcome },
    more: { readonly plan?: Plan; readonly memory?: Memory } = {},
  ): void {
    const { question, column } = ending;
    const line: Line = {
      key: row.key,
      outcome: ending.outcome,
      details: ending.details,
      work: this.work.id,
      updated: this.room.now(),
      wish: wishDigest(row, more.memory ?? row.line?.memory ?? {}),
      plan: ending.outcome === 'planned' && more.plan ? { writes: more.plan.writes, shared: more.plan.shared } : noPlan,
      memory: more.memory ?? row.line?.memory ?? {},
      ...(question === undefined ? {} : { question }),
      ...(column === undefined ? {} : { column }),
      ...(row.account === undefined ? {} : { account: row.account }),
    };
    this.journal.set(line, row.line?.key ?? row.key);
    this.progress.count(line.outcome, noteOf(line, row.read.row));
  }
}

/** Shared work that stands in the plans of one tab's rows, though rows of others wait for it. */
const ofCustomers = /^(customer|language):/;
const ofSubscriptions = /^(subscriptions|transfer|cancel|hand-over):/;

function sharedBy(kind: KindName): (key: string) => boolean {
  return (key) =>
    ofCustomers.test(key) ? kind === 'Customers' : !ofSubscriptions.test(key) || kind === 'Subscriptions';
}

function blank(key: string): Line {
  return { key, outcome: 'notChecked', details: '', wish: '', plan: noPlan, memory: {}, work: '', updated: '' };
}
