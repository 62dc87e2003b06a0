import { defined } from '../engine/defined';
import { now, ports } from './ports';
import type { Stock } from '../engine/stocks';
import { Drive } from '../engine/drive';
import type { Policy, Result, Tick } from '../engine/ports';
import type { Lanes } from '../engine/lanes';
import type { Procedure } from '../engine/procedure';
import { FactTable } from '../google/fact-table';
import { lanesOf, refusedLane } from '../google/quotas';
import { isOnceOnly, retryDelay, retryKind } from '../google/retry';
import { isYoung } from '../google/young';
import { Trouble } from './trouble';
import { noting, outgoing } from './reach/outgoing';
import { learnedIn, openLanes } from './reach/pace';
import { noSecrets, type Secrets } from '../engine/secrets';
import { carrierFor, transportSetting, type TransportSetting } from './reach/transport';
import { stopAsked, type Job } from './keeping/job-record';

/** One execution's workplace: its clock, its deadline, its facts and its way to Google. */

/** A slice ends here, well before the platform's six minutes. */
export const sliceMilliseconds = 270_000;
/** The flag is looked at before a wave, but not more often than this: a look costs 63 ms. */
const stopEvery = 2_000;
/** This often it is looked at where nothing is forgotten, which has a daily quota. */
const surelyEvery = 20_000;
/** As long as that holds the work up, the look waits, but no longer than this. */
const stopAtLast = 8_000;
const lookTakes = 100;

/** The workplace of one slice. */
export class Slice {
  readonly facts = new FactTable(now);
  readonly deadline: number;
  /** Operations that Google carried out in this slice. */
  readonly carriedOut = new Set<string>();
  private open: Lanes | undefined;
  private looked = now();
  private lookedSurely = now();
  private stopping = false;

  private rowCount = 0;
  private secrets: Secrets = noSecrets;
  private setting: TransportSetting | undefined;

  /** `budget` in milliseconds: a card has less time than a sidebar. */
  constructor(
    readonly me: string,
    budget = sliceMilliseconds,
  ) {
    this.deadline = now() + budget;
  }

  /** Prepares for this many rows, with a way to their secrets: decides which way requests take. */
  prepare(rows: number, secrets: Secrets = noSecrets): void {
    this.rowCount = rows;
    this.facts.expectRows(rows);
    this.secrets = secrets;
  }

  /** The time as RFC 3339. */
  now(): string {
    return new Date(now()).toISOString();
  }

  loadLanes(work: Job): void {
    this.lanes.load(work.lanes, now());
  }

  saveLanes(): Job['lanes'] {
    return this.lanes.save();
  }

  /** What was learned of the lanes, to be kept with the job. */
  learned(): Readonly<Record<string, unknown>> {
    return learnedIn(this.lanes, this.me);
  }

  /** Opened when they are needed: before the lock is held others may still change what is kept of them. */
  private get lanes(): Lanes {
    return (this.open ??= openLanes(this.me));
  }

  /** Answers one procedure that only reads. Throws what it throws, or Trouble where the time is over. */
  answer<T>(procedure: Procedure<T>): T {
    let ended: Result | undefined;
    const drive = this.drive({
      policy: readOnly,
      rowEnded: (_row, result) => {
        ended = result;
      },
    });
    drive.add(0, procedure);
    const how = drive.run();
    if (!ended)
      throw new Trouble(
        'timeOver',
        {
          says: `Looking around at Google was not finished (${how}).`,
          remedy: 'Try again: what was seen within the last five minutes is not asked again.',
        },
        true,
      );
    if ('error' in ended) throw ended.error;
    return ended.value as T;
  }

  /** A drive over this workplace. */
  drive(on: {
    policy: Policy;
    work?: Job;
    rowEnded(row: number, result: Result): void;
    tick?(tick: Tick): void;
    wholeWindows?: boolean;
    seatPatience?(seat: string): number;
    stock?: Stock;
  }): Drive {
    this.setting ??= transportSetting();
    this.facts.dropReads();
    return new Drive(this.facts, on.policy, {
      transport: noting(
        outgoing(
          carrierFor({ setting: this.setting, rows: this.rowCount, secrets: this.secrets }),
          this.facts.accounts,
          this.secrets,
        ),
        this.carriedOut,
      ),
      lanes: this.lanes,
      tollsOf: lanesOf,
      goesAlone: isOnceOnly,
      retryAfter: (request, refusal, attempt) =>
        retryDelay({
          refusal,
          op: request.op,
          attempt,
          isNew: this.facts.isNew(request) || isYoung(this.facts, request, now()),
          inNewAccount: this.facts.isInNewAccount(request),
          random: ports().clock.random,
          ...defined({ body: request.body }),
        }),
      tooFast: refusedLane,
      bornAt: (request) => this.facts.bornAt(request),
      isTooEarly: (request, refusal) =>
        retryKind({ refusal, op: request.op, isNew: this.facts.isNew(request) }) === 'later',
      now: now,
      sleep: (milliseconds) => ports().clock.sleep(Math.min(milliseconds, 300_000)),
      deadline: this.deadline,
      stopRequested: (freeUntil) => (on.work ? this.stopRequested(on.work, freeUntil) : false),
      rowEnded: on.rowEnded,
      tick: (state) => on.tick?.(state),
      wholeWindows: on.wholeWindows === true,
      seatPatience: (seat) => on.seatPatience?.(seat) ?? 0,
      ...defined({ stock: on.stock }),
    });
  }

  private stopRequested(work: Job, freeUntil: number): boolean {
    const since = now() - this.looked;
    if (!this.stopping && since >= (freeUntil - now() >= lookTakes ? stopEvery : stopAtLast)) {
      this.looked = now();
      const surely = now() - this.lookedSurely >= surelyEvery;
      if (surely) this.lookedSurely = now();
      this.stopping = stopAsked(work, surely);
    }
    return this.stopping;
  }
}

/** A procedure that only looks must not write: a write here would be a mistake of ours. */
const readOnly: Policy = {
  readsAgain: true,
  begin: (step) => {
    throw new Error(`${step.request.op} was sent while only looking.`);
  },
  allow: () => undefined,
  answered: () => undefined,
  say: () => undefined,
  shares: () => undefined,
};
