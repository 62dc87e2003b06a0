import { realClock, virtualClock } from '../clock';
import { serve } from '../workspace/server';
import type { Workspace } from '../workspace/port';
import { openWorkspace } from '../workspace/workspace';
import type { Arguments } from './arguments';
import { exampleTenant, tenantOf } from './open';
import { UsageError, orUsage, reasonOf } from './usage';

/** `workspace`: the simulated Google over HTTP, until the process is ended. Answers 0 once it listens. */
export async function workspaceCommand(args: Arguments, root: string): Promise<number> {
  if (args.positionals.length)
    throw new UsageError(`workspace takes options only, not ${args.positionals.join(', ')}.`);
  const tenant = tenantOf(args, {}, exampleTenant(root));
  const { switches, quotas, faults, as, port = 8085, latency } = args;
  const start = Date.parse(tenant.now ?? new Date().toISOString());
  const clock = args.clock === 'real' ? realClock(start) : virtualClock(start);
  const workspace = orUsage('The simulated Google does not open', () =>
    openWorkspace(tenant, { clock, switches, quotas, ...(faults === undefined ? {} : { faults }) }),
  );
  const served = args.clock === 'real' ? workspace : passing(workspace, () => clock.sleep(latency));
  const { url } = await listening(() =>
    serve({ workspace: served, port, ...(as === undefined ? {} : { signedInAs: as }) }),
  );
  console.log(`The simulated Google is at ${url}`);
  return 0;
}

/** The same simulated Google; time passes before each request, because nobody else lets it pass. */
function passing(workspace: Workspace, pass: () => void): Workspace {
  return {
    handle: (call) => {
      pass();
      return workspace.handle(call);
    },
    handleAll: (calls) => {
      pass();
      return workspace.handleAll(calls);
    },
    tenant: () => workspace.tenant(),
    get log() {
      return workspace.log;
    },
    snapshot: () => workspace.snapshot(),
    restore: (snapshot) => workspace.restore(snapshot),
  };
}

/** Starts a server; a port that is taken is bad usage. */
export async function listening<T>(start: () => Promise<T>): Promise<T> {
  try {
    return await start();
  } catch (error) {
    throw new UsageError(reasonOf(error));
  }
}
