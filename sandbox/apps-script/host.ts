import { compile } from './bundle';
import type { Program } from './bundle';
import { callFunction } from './execution/call';
import { handleBatch } from '../workspace/batch';
import type { Host, HostOptions } from './port';
import { SystemHost } from './system-host';
import type { Asked } from './system-host';
import { System } from './system/system';

export { loadBundle } from './bundle';
export { Killed } from './port';
export { ScriptError } from './execution/call';
export { Terminated } from './exceptions';

/**
 * Opens a spreadsheet with its script. Throws SyntaxError where the code does not compile, and for a manifest that is
 * none. Every call runs the whole code where nothing of an earlier one is left, as the platform does.
 */
export function openHost(options: HostOptions): Host {
  const program = compile(options.bundle);
  const system = new System(options, options.batch ?? handleBatch);
  return new SystemHost(system, (asked) => callHere(system, program, asked));
}

/** Runs a function in this thread. Throws what the platform would show. */
export function callHere(system: System, program: Program, { name, args, surface, owner }: Asked): unknown {
  const session = system.begin(surface, owner);
  try {
    return callFunction(
      { program, info: session.info, invoke: session.invoke, clock: system.options.clock },
      name,
      args,
    );
  } finally {
    session.end();
  }
}
