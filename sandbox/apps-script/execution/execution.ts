import { mixSeeds, seeded } from '../../chance';
import type { Clock } from '../../clock';
import type { Invoke } from '../calls';
import type { Journey } from '../../latency';
import { journeys } from '../../latency';
import { appliesWrites, costOf, costs, leavesWrites } from '../costs';
import { Terminated } from '../exceptions';
import { limits } from '../limits';
import { Killed } from '../port';
import type { ExecutionInfo } from './info';

/** The execution's own side: its time, its end, and the one way out to the system. */
export class Execution {
  /** Numbers between 0 and 1, the same in every run. */
  readonly random: () => number;
  /** The journey of the next request to Google. */
  readonly journey: () => Journey;
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
    // A chance of their own, so that the script draws the same numbers whatever the latency.
    this.journey = journeys(info.latency, seeded(mixSeeds(info.seed, 1)));
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
    const answer = this.deliver(name, ask);
    // Time in which a person thinks does not count against the limit.
    if (name === 'ui.ask') this.#deadline += this.clock.now() - asked;
    return answer;
  };

  /** Makes a system call without a price, also where the execution is over: what has left arrives all the same. */
  readonly deliver: Invoke = (name, ask) => {
    try {
      return this.system(name, ask);
    } catch (error) {
      if (error instanceof Killed) this.#dead = error;
      throw error;
    }
  };

  /** Lets the time pass until an instant. Throws as `pass` does. */
  until(instant: number): void {
    this.pass(Math.max(0, instant - this.clock.now()));
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
