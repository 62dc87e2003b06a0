import { mixSeeds, seeded } from '../../chance';
import type { Clock } from '../../clock';
import type { Invoke } from '../calls';
import type { Journey } from '../../latency';
import { journeys } from '../../latency';
import { appliesWrites, costOf, costOfReading, leavesWrites, writesCells } from '../costs';
import { Terminated } from '../exceptions';
import { inLanguage } from '../languages';
import { limits } from '../limits';
import { prices, startOf } from '../prices';
import { Killed } from '../port';
import type { ExecutionInfo } from './info';

/** The execution's own side: its time, its end, and the one way out to the system. */
export class Execution {
  readonly clock: Clock;
  /** Numbers between 0 and 1, the same in every run. */
  readonly random: () => number;
  /** The journey of the next request to Google. */
  readonly journey: () => Journey;
  readonly #limit: number;
  #deadline: number;
  #dirty = false;
  #dead: Killed | Terminated | undefined;
  readonly #spent = { utilitiesCalls: 0, cellsRead: 0, cellsWritten: 0, bytesRead: 0, bytesWritten: 0 };

  constructor(
    readonly info: ExecutionInfo,
    readonly system: Invoke,
    /** The clock, and how much code has to be loaded. */
    from: { readonly clock: Clock; readonly codeBytes: number },
  ) {
    this.clock = from.clock;
    this.random = seeded(info.seed);
    // A chance of their own, so that the script draws the same numbers whatever the latency.
    this.journey = journeys(info.latency, seeded(mixSeeds(info.seed, 1)));
    this.clock.sleep(this.priced(startOf(from.codeBytes)));
    this.#limit = info.surface === 'card' || info.surface === 'open' ? limits.shortExecution : limits.execution;
    this.#deadline = this.clock.now() + this.#limit;
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
    const bytes = leavesWrites(name) ? bytesIn('values' in ask ? ask.values : undefined) : 0;
    const cells = cellsOf(ask);
    this.#spent.bytesWritten += bytes;
    if (writesCells(name)) this.#spent.cellsWritten += cells;
    this.pass(this.priced(costOf(name, { cells, bytes, dirty: this.#dirty })));
    if (leavesWrites(name)) this.#dirty = true;
    else if (appliesWrites(name)) this.#dirty = false;
    const asked = this.clock.now();
    const answer = this.deliver(name, ask);
    // Time in which a person thinks does not count against the limit.
    if (name === 'ui.ask') this.#deadline += this.clock.now() - asked;
    if (name === 'range.read') this.#read(cells, bytesIn(answer));
    return answer;
  };

  /** What a price comes to in this execution, in milliseconds. */
  priced(milliseconds: number): number {
    return milliseconds * this.info.priced;
  }

  /** Makes a system call without a price, also where the execution is over: what has left arrives all the same. */
  readonly deliver: Invoke = (name, ask) => {
    try {
      return this.system(name, ask);
    } catch (error) {
      if (error instanceof Killed) this.#dead = error;
      throw error;
    }
  };

  #read(cells: number, bytes: number): void {
    this.#spent.cellsRead += cells;
    this.#spent.bytesRead += bytes;
    this.pass(this.priced(costOfReading(bytes)));
  }

  /** Told of every member of a service that the script calls. */
  called(service: string, member: string): void {
    if (service !== 'Utilities' || member === 'sleep') return;
    this.#spent.utilitiesCalls += 1;
    this.pass(this.priced(prices.utilities.ms));
  }

  /** Tells the system what was used; to be called once, at the end. */
  settle(): void {
    this.system('execution.spent', this.#spent);
  }

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
    this.#dead = new Terminated(inLanguage(this.info.language, 'Exceeded maximum execution time'));
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
  if ('keys' in ask && Array.isArray(ask.keys)) return ask.keys.length;
  return 'values' in ask && Array.isArray(ask.values) ? ask.values.length : 1;
}

/** Bytes of a value of cells, or of a whole matrix of them, as UTF-8 text. */
function bytesIn(value: unknown): number {
  if (typeof value === 'string') return value === '' ? 0 : Buffer.byteLength(value);
  if (Array.isArray(value)) {
    let sum = 0;
    for (const one of value) sum += bytesIn(one);
    return sum;
  }
  return value === null || value === undefined ? 0 : 8;
}
