import { Drive } from '../../src/engine/drive';
import { Lanes, type Rate, type Toll } from '../../src/engine/lanes';
import type { FactSource } from '../../src/engine/ports';
import { send, type Procedure } from '../../src/engine/procedure';
import { Refusal, type Answer, type Request } from '../../src/engine/request';
import { Run } from '../../src/engine/run';

/** The engine before a Google that counts requests when they arrive, and refuses what is too fast. */

/** How many requests Google takes in how many milliseconds, at a time in seconds; undefined: as many as come. */
export type Limit = (seconds: number) => { readonly count: number; readonly window: number } | undefined;

/** What is done, lane by lane. */
export interface Work {
  readonly rate: Rate;
  readonly requests: number;
  /** Left out: Google takes as many as come. */
  readonly limit?: Limit;
}

export interface Setting {
  readonly lanes: Readonly<Record<string, Work>>;
  readonly learns: boolean;
  /** The next request's way there and back, in milliseconds. */
  journey(): { readonly there: number; readonly back: number };
  /** Whether refused requests count as well. */
  readonly countsRefused?: boolean;
  readonly remembered?: (lanes: Lanes) => void;
  readonly wholeWindows?: boolean;
}

/** One request: milliseconds from the start at which it left and arrived, and whether Google took it. */
export interface Sent {
  readonly lane: string;
  readonly left: number;
  readonly arrived: number;
  readonly taken: boolean;
}

export interface Ran {
  readonly sent: readonly Sent[];
  readonly seconds: number;
  readonly lanes: Lanes;
  /** Requests that ended with a refusal. */
  readonly lost: number;
}

const start = Date.UTC(2026, 2, 2);
/** A part of a wave leaves so much later than the one before it. */
const packing = 2;
const width = 30;

/** Does all the work, and tells what was sent. */
export function work(setting: Setting): Ran {
  const google = new Counting(setting);
  const lanes = new Lanes(
    Object.fromEntries(Object.entries(setting.lanes).map(([lane, { rate }]) => [lane, rate])),
    setting.learns,
  );
  setting.remembered?.(lanes);
  const tollsOf = ({ op }: Request): readonly Toll[] => [{ lane: op, key: op }];
  let lost = 0;
  const drive = new Drive(nothing, everything, {
    transport: { width, sendAll: (requests) => google.sendAll(requests), sendBatch: () => [] },
    lanes,
    tollsOf,
    retryAfter: (_request, _refusal, attempt) => [1_000, 5_000, 10_000, 20_000][attempt],
    tooFast: (request) => tollsOf(request)[0],
    now: () => Math.floor(google.now),
    sleep: (milliseconds) => {
      google.now += milliseconds;
    },
    deadline: Infinity,
    stopRequested: () => false,
    rowEnded: (_row, result) => {
      if ('error' in result) lost += 1;
    },
    tick: () => undefined,
    wholeWindows: setting.wholeWindows === true,
  });
  let row = 0;
  for (const [lane, { requests }] of Object.entries(setting.lanes))
    for (let n = 0; n < requests; n += 1) drive.add((row += 1), one(lane, row));
  drive.run();
  return { sent: google.sent, seconds: (google.now - start) / 1000, lanes, lost };
}

function* one(op: string, row: number): Procedure<void> {
  yield* send({ op, account: 'C1', params: { row: String(row) } }, { plan: 'do it', done: 'did it' });
}

/** Counts arrivals in sliding windows. */
class Counting {
  now = start;
  readonly sent: Sent[] = [];
  private readonly windows = new Map<string, number[]>();

  constructor(private readonly setting: Setting) {}

  sendAll(requests: readonly Request[]): readonly Answer[] {
    const left = this.now;
    const flights = requests.map(({ op }, place) => {
      const { there, back } = this.setting.journey();
      const arrives = left + place * packing + there;
      return { op, place, arrives, lands: arrives + back };
    });
    const answers = new Map<number, Answer>();
    for (const { op, place, arrives } of [...flights].sort((a, b) => a.arrives - b.arrives)) {
      const taken = this.admit(op, Math.floor(arrives));
      this.sent.push({ lane: op, left: left - start, arrived: arrives - start, taken });
      answers.set(place, taken ? { value: null } : { refusal: new Refusal(429, 'rateLimitExceeded', { message: '' }) });
    }
    this.now = Math.max(...flights.map(({ lands }) => lands));
    return requests.flatMap((_, place) => answers.get(place) ?? []);
  }

  private admit(lane: string, at: number): boolean {
    const limit = this.setting.lanes[lane]?.limit?.((at - start) / 1000);
    if (!limit) return true;
    const times = (this.windows.get(lane) ?? []).filter((time) => time > at - limit.window);
    const taken = times.length < limit.count;
    if (taken || this.setting.countsRefused) times.push(at);
    this.windows.set(lane, times);
    return taken;
  }
}

const nothing: FactSource = { known: () => undefined, forget: () => undefined, reads: () => [] };
const everything = new Run({
  approved: () => Object.assign(new Set<string>(), { has: () => true }),
  digest: (text) => text,
  apply: () => undefined,
  wrote: () => undefined,
});

/** The most requests of a list of times (milliseconds) in any window of so many milliseconds. */
export function mostIn(times: readonly number[], window: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  let most = 0;
  for (let first = 0, last = 0; last < sorted.length; last += 1) {
    while ((sorted[last] ?? 0) - (sorted[first] ?? 0) >= window) first += 1;
    most = Math.max(most, last - first + 1);
  }
  return most;
}
