import { realClock } from '../clock';
import { serve } from '../workspace/server';
import { openWorkspace } from '../workspace/workspace';
import type { Arguments } from './arguments';
import { exampleTenant, requireSwitches, tenantOf } from './open';
import { UsageError, orUsage, reasonOf } from './usage';

/** `workspace`: the simulated Google over HTTP, until the process is ended. Answers 0 once it listens; its clock is real. */
export async function workspaceCommand(args: Arguments, root: string): Promise<number> {
  if (args.positionals.length) throw new UsageError(`workspace takes options only, not ${args.positionals.join(', ')}.`);
  requireSwitches(args.switches);
  const tenant = tenantOf(args, {}, exampleTenant(root));
  const { switches, quotas, faults, as, port = 8085 } = args;
  const clock = realClock(Date.parse(tenant.now ?? new Date().toISOString()));
  const workspace = orUsage('The simulated Google does not open', () =>
    openWorkspace(tenant, { clock, switches, quotas, ...(faults === undefined ? {} : { faults }) }));
  const { url } = await listening(() => serve({ workspace, port, ...(as === undefined ? {} : { signedInAs: as }) }));
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
