import type { Clock } from '../../clock';
import type { CallName, Invoke, SystemCalls } from '../calls';
import { appliesWrites, costOf, costs, leavesWrites, waveCost } from '../costs';
import { Terminated } from '../exceptions';
import { limits } from '../limits';
import { Killed } from '../port';
import { seeded } from './info';
import type { ExecutionInfo } from './info';

/** The execution's own side: its time, its end, and the one way out to the system. */
export class Execution {
  /** Numbers between 0 and 1, the same in every run. */
  readonly random: () => number;
  readonly #limit: number;
  #deadline: number;
  #dirty = false;
  #dead: Killed | Terminated | undefined;

  constructor(
    readonly info: ExecutionInfo,
    readonly system: Invoke,
    readonly clock: Clock,
  ) {
    this.random = seeded(info.seed);
    clock.sleep(costs.executionStart);
    this.#limit = info.surface === 'card' || info.surface === 'open' ? limits.shortExecution : limits.execution;
    this.#deadline = clock.now() + this.#limit;
  }

  /** Why the execution is over: its time is up, or a crash was placed here. */
  get dead(): Killed | Terminated | undefined {
    return this.#dead;
  }

  /** Milliseconds that an execution of this kind may take. */
  get limit(): number {
    return this.#limit;
  }

  /**
   * Makes a system call at its price. Once the execution is over, every call throws: what a script catches does not
   * help it.
   */
  readonly invoke: Invoke = (name, ask) => {
    this.pass(costOf(name, { cells: cellsOf(ask), dirty: this.#dirty }));
    if (leavesWrites(name)) this.#dirty = true;
    else if (appliesWrites(name)) this.#dirty = false;
    const asked = this.clock.now();
    const answer = this.#reach(name, ask);
    this.#afterwards(name, ask, asked);
    return answer;
  };

  #reach<N extends CallName>(name: N, ask: Parameters<SystemCalls[N]>[0]): ReturnType<SystemCalls[N]> {
    try {
      return this.system(name, ask);
    } catch (error) {
      if (error instanceof Killed) this.#dead = error;
      throw error;
    }
  }

  /** Answers of Google's take their time; time in which a person thinks does not count against the limit. */
  #afterwards(name: CallName, ask: unknown, asked: number): void {
    if (name === 'ui.ask') this.#deadline += this.clock.now() - asked;
    if (name === 'google.call') this.pass(waveCost(1, this.info.latency));
    if (name === 'google.fetch') this.pass(waveCost(requestsOf(ask), this.info.latency));
  }

  /**
   * Lets time pass, to the execution's end at most. Throws Terminated there, and at once where the execution is over.
   */
  pass(milliseconds: number): void {
    this.live();
    const left = this.#deadline - this.clock.now();
    if (milliseconds < left) {
      this.clock.sleep(milliseconds);
      return;
    }
    this.clock.sleep(Math.max(0, left));
    this.#dead = new Terminated();
    throw this.#dead;
  }

  /** Throws where the execution is over. */
  live(): void {
    if (this.#dead) throw this.#dead;
  }
}

function cellsOf(ask: object): number {
  if ('rect' in ask) {
    const { rows, columns } = ask.rect as { rows: number; columns: number };
    return rows * columns;
  }
  return 'values' in ask && Array.isArray(ask.values) ? ask.values.length : 1;
}

function requestsOf(ask: unknown): number {
  return (ask as { requests: readonly unknown[] }).requests.length;
}
