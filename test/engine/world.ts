import { Drive } from '../../src/engine/drive';
import { Lanes, type Rate, type Toll } from '../../src/engine/lanes';
import { tokensOf } from '../../src/engine/plan';
import type { FactSource, Result, Surroundings } from '../../src/engine/ports';
import type { Fact, Procedure } from '../../src/engine/procedure';
import { Refusal, type Answer, type Request } from '../../src/engine/request';
import { Run } from '../../src/engine/run';

/** The engine with a scripted transport, a clock that jumps, and facts that one request each brings. */

/** A refusal as a script gives it. */
export const refused = (status: number, reason = ''): Answer => ({
  refusal: new Refusal(status, reason, { message: `${status} ${reason}`.trim() }),
});
export const gave = (value: unknown): Answer => ({ value });

/** A write of these tests: what it is called, and about whom. */
export const write = (op: string, who = '', body: Request['body'] = {}): Request => ({
  op,
  account: 'C1',
  params: who ? { who } : {},
  body,
});
export const words = { plan: 'do it', done: 'did it' } as const;
export const fact = (key: string): Fact<string> => ({ kind: 'thing', account: 'C1', key });

export interface World {
  /** Every request that was sent, with the millisecond at which it was. */
  readonly sent: { readonly at: number; readonly request: Request }[];
  /** What each row ended with. */
  readonly ended: Map<number, Result>;
  readonly run: Run;
  /** Drives these procedures, row 1 first. */
  drive(...procedures: readonly Procedure<unknown>[]): 'finished' | 'timeOver' | 'stopped';
}

export interface Script {
  answer?(request: Request, times: number, at: number): Answer;
  /** Milliseconds until a refused request goes again. */
  retryAfter?: Surroundings['retryAfter'];
  readonly learns?: boolean;
  readonly rates?: Readonly<Record<string, Rate>>;
  tollsOf?(request: Request): readonly Toll[];
  readonly width?: number;
  readonly deadline?: number;
  stopAt?: number;
  /** Requests that were approved for each asker; left out: every one. */
  readonly approved?: Readonly<Record<string, readonly Request[]>>;
}

/** A world that follows a script. Each wave takes 100 ms. */
export function world(script: Script = {}): World {
  let now = 0;
  const times = new Map<string, number>();
  const sent: World['sent'] = [];
  const ended: World['ended'] = new Map();
  const facts = new OneByOne();
  const tokens = Object.fromEntries(
    Object.entries(script.approved ?? {}).map(([asker, requests]) => [asker, new Set(requests.flatMap(tokensOf))]),
  );
  const run = new Run({
    approved: (asker) => (script.approved ? (tokens[asker] ?? new Set()) : anything),
    digest: (text) => text,
    apply: () => undefined,
    wrote: () => undefined,
  });
  const sendAll = (requests: readonly Request[]): readonly Answer[] => {
    const answers = requests.map((request) => {
      const key = `${request.op} ${JSON.stringify(request.params)}`;
      times.set(key, (times.get(key) ?? 0) + 1);
      sent.push({ at: now, request });
      return (
        script.answer?.(request, times.get(key) ?? 1, now) ?? gave(`value of ${request.params['who'] ?? request.op}`)
      );
    });
    now += 100;
    return answers;
  };
  const around: Surroundings = {
    transport: { width: script.width ?? 10, sendAll, sendBatch: sendAll },
    lanes: new Lanes(script.rates ?? { wide: { perSecond: 1000, burst: 1000 } }, script.learns),
    tollsOf: (request) => script.tollsOf?.(request) ?? [{ lane: 'wide', key: 'wide' }],
    retryAfter: (request, refusal, attempt) => script.retryAfter?.(request, refusal, attempt),
    tooFast: (request, refusal) =>
      refusal.status === 429 ? (script.tollsOf?.(request) ?? [{ lane: 'wide', key: 'wide' }]).at(-1) : undefined,
    now: () => now,
    sleep: (milliseconds) => {
      now += milliseconds;
    },
    deadline: script.deadline ?? 1_000_000,
    stopRequested: () => script.stopAt !== undefined && now >= script.stopAt,
    rowEnded: (row, result) => {
      ended.set(row, result);
    },
    tick: () => undefined,
  };
  const drive = new Drive(facts, run, around);
  return {
    sent,
    ended,
    run,
    drive: (...procedures) => {
      procedures.forEach((procedure, at) => {
        drive.add(at + 1, procedure);
      });
      return drive.run();
    },
  };
}

const anything: ReadonlySet<string> = Object.assign(new Set<string>(), { has: () => true });

/** Each fact is brought by a request of its own. */
class OneByOne implements FactSource {
  private readonly values = new Map<string, Answer>();
  private readonly underWay = new Set<string>();

  known({ key }: Fact<unknown>): Answer | undefined {
    return this.values.get(key);
  }

  forget({ key }: Fact<unknown>): void {
    this.values.delete(key);
  }

  reads(facts: readonly Fact<unknown>[]): ReturnType<FactSource['reads']> {
    return facts
      .filter(({ key }) => !this.underWay.has(key))
      .map(({ key }) => {
        this.underWay.add(key);
        return {
          request: { op: 'things.get', account: 'C1', params: { who: key } },
          learn: (answer) => {
            this.underWay.delete(key);
            this.values.set(key, answer);
            return [];
          },
        };
      });
  }
}
