import { seeded } from '../chance';
import { realClock, virtualClock } from '../clock';
import { arrivalIn, journeys, latencyOf } from '../latency';
import { serve } from '../workspace/server';
import { openWorkspace } from '../workspace/workspace';
import type { Arguments } from './arguments';
import { exampleTenant, tenantOf } from './open';
import { UsageError, orUsage, reasonOf } from './usage';

/** `workspace`: the simulated Google over HTTP, until the process is ended. Answers 0 once it listens. */
export async function workspaceCommand(args: Arguments, root: string): Promise<number> {
  if (args.positionals.length)
    throw new UsageError(`workspace takes options only, not ${args.positionals.join(', ')}.`);
  const tenant = tenantOf(args, {}, exampleTenant(root));
  const { switches, quotas, faults, as, port = 8085 } = args;
  const start = Date.parse(tenant.now ?? new Date().toISOString());
  const clock = args.clock === 'real' ? realClock(start) : virtualClock(start);
  const workspace = orUsage('The simulated Google does not open', () =>
    openWorkspace(tenant, { clock, switches, quotas, ...(faults === undefined ? {} : { faults }) }),
  );
  const { url } = await listening(() =>
    serve({
      workspace,
      port,
      journey: journeys(latencyOf({ ...args, arrival: arrivalIn(switches) }), seeded(start % 2_147_483_647)),
      ...(as === undefined ? {} : { signedInAs: as }),
      // Virtual time passes for one request after the other, because nobody else lets it pass.
      ...(args.clock === 'real' ? {} : { pass: (milliseconds) => Promise.resolve(clock.sleep(milliseconds)) }),
    }),
  );
  console.log(`The simulated Google is at ${url}`);
  return 0;
}

/** Starts a server; a port that is taken is bad usage. */
export async function listening<T>(start: () => Promise<T>): Promise<T> {
  try {
    return await start();
  } catch (error) {
    throw new UsageError(reasonOf(error));
  }
}
