import type { Block } from '../bundle';
import { kept } from '../kept';
import { makeContext } from './realm';
import type { Maker } from './realm';

/**
 * Contexts for executions. The platform makes a new one each time, and so it is here, but for what a bundler made: its
 * code is a function, whose every call makes all that the script has anew. A context in which nothing else is left of
 * an execution serves another one, and the machine need not find out again how to run the code fast.
 */

/** The name by which a context is entered. */
export const callName = ' call';

/** A context that holds nothing of any execution. `block`: what will run in it; undefined for code of another make. */
export function takeContext(block: Block | undefined, services: readonly string[]): Maker {
  const known = block && isCurrent(block) ? kept.idle.pop() : undefined;
  if (known) return known;
  const made = makeContext();
  made.furnish(services);
  return made;
}

/** Gives a context back after an execution that has ended. One in which anything is left is not used again. */
export function giveBack(make: Maker, block: Block | undefined): void {
  const { host, global } = make;
  host.now = null;
  host.random = null;
  host.services = {};
  Object.defineProperty(global, callName, { value: undefined, configurable: true });
  if (block && isCurrent(block) && make.isUntouched([...block.names, callName])) kept.idle.push(make);
}

function isCurrent({ work }: Block): boolean {
  return kept.scripts.get('work') === work;
}
