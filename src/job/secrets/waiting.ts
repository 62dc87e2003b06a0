import { memoryIn } from '../../tabs/users/memory';
import type { WaitingPasswords } from '../../tabs/secrets';
import { Journal } from '../journal/journal';
import { currentJob, isOpen } from '../keeping/job-record';
import { leaveAll } from './run-people';
import { Vault, type InVault } from './vault';

/** Who waits for a password, as vault and Journal tell it together. */

/** `doubtful`: a run died, and nothing tells whether Google has the password. */
export type Waiting = InVault & { readonly says: 'waits' | 'notYet' | 'doubtful' };

/**
 * Everybody who waits, each with the latest password. Where a later run is about somebody, an earlier doubt is moot.
 */
export function waiting(me: string): readonly Waiting[] {
  const latest = new Map<string, Waiting>();
  const met = new Set<string>();
  for (const one of known(me)) {
    const before = latest.get(one.address);
    if (one.says === 'waits' && before?.says !== 'waits') latest.set(one.address, one);
    if (one.says === 'doubtful' && !met.has(one.address)) latest.set(one.address, one);
    met.add(one.address);
  }
  return [...latest.values()];
}

/** Whoever is on the way, in a run that goes on or in the memory of a row, waits not yet. */
export function known(me: string): readonly Waiting[] {
  const job = currentJob();
  const { people } = new Vault();
  if (people.length === 0) return [];
  const { made, onTheWay } = rumours(me);
  const says = (one: InVault): Waiting['says'] => {
    if (one.stage === 'made' || made.has(nameOf(one))) return 'waits';
    const goesOn = job && isOpen(job) && job.id === one.run;
    return one.stage === 'unsent' || goesOn || onTheWay.has(nameOf(one)) ? 'notYet' : 'doubtful';
  };
  return people.map((one) => ({ ...one, says: says(one) }));
}

const nameOf = ({ run, address }: { readonly run: string; readonly address: string }): string => `${run} ${address}`;

/** What the Journal says of people of this person's runs: who has a password, and who may get one yet. */
function rumours(me: string): { readonly made: ReadonlySet<string>; readonly onTheWay: ReadonlySet<string> } {
  const memories = Journal.look().map(({ memory }) => memoryIn(memory));
  const made = memories.flatMap(({ password }) => (password?.by === me ? [nameOf(password)] : []));
  const onTheWay = memories.flatMap(({ mark }) => (mark?.by === me ? [nameOf(mark)] : []));
  return { made: new Set(made), onTheWay: new Set(onTheWay) };
}

/** Nobody of these waits any more, in whatever run, unless they are on the way still. */
export function leaveEverywhere(emails: readonly string[], all: readonly Waiting[]): void {
  const wanted = new Set(emails);
  const byRun = new Map<string, string[]>();
  for (const { run, address } of all.filter((one) => one.says !== 'notYet' && wanted.has(one.address)))
    byRun.set(run, [...(byRun.get(run) ?? []), address]);
  for (const [run, addresses] of byRun) leaveAll(run, addresses);
}

/** What waits for whoever works, as an execution first saw it: nobody is told of whom it is not known for certain. */
export function waitingPasswords(me: string): WaitingPasswords {
  let all: readonly Waiting[] | undefined;
  let runs: Map<string, string> | undefined;
  const found = (): Map<string, string> => {
    all ??= known(me);
    return (runs ??= new Map(
      waiting(me).flatMap(({ address, run, says }) => (says === 'waits' ? [[address, run] as const] : [])),
    ));
  };
  return {
    has: (address) => found().has(address),
    valueOf: (address) => {
      const run = found().get(address);
      return run === undefined ? undefined : new Vault().passwords(run)(address);
    },
    erase: (address) => {
      found().delete(address);
      leaveEverywhere([address], all ?? []);
    },
  };
}
