import type { Desk } from '../cli/desk';

/**
 * How much memory an execution holds: what the script has in reach while it works, as the engine counts it right after
 * it has thrown everything else away. `node --expose-gc` has to be given.
 */

/**
 * It is weighed at every so many touches of the spreadsheet and of properties, because each weighing takes a while; in
 * each execution first after so few.
 */
const every = 60;
const first = 10;

/** Weighs the executions of a desk. */
export class Heap {
  /** Megabytes of the heaviest execution so far. */
  most = 0;
  private before = 0;
  private touches = 0;

  constructor(private readonly host: Desk['host']) {
    host.onEffect = ({ kind, when }) => {
      if (kind !== 'google' && when === 'before' && ++this.touches % every === first) this.weigh();
    };
  }

  /** An execution begins: what there is now is of the spreadsheet and of Google. */
  begin(): void {
    this.touches = 0;
    this.before = used();
  }

  /** Whatever comes is weighed no more. */
  end(): void {
    this.host.onEffect = undefined;
  }

  /**
   * What Google and the spreadsheet grew by since the beginning counts as the script's: rather too much than too
   * little.
   */
  private weigh(): void {
    this.most = Math.max(this.most, used() - this.before);
  }
}

/** Megabytes that are in reach. Throws where the engine does not let itself be asked. */
function used(): number {
  if (!globalThis.gc) throw new Error('Memory is weighed with node --expose-gc.');
  globalThis.gc();
  return process.memoryUsage().heapUsed / 1_000_000;
}
