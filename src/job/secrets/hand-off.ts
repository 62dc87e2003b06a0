import { memoryIn } from '../../tabs/users/memory';
import { locked } from '../carry-on';
import { Journal } from '../journal/journal';
import { currentJob, isOpen, planOf, withLock } from '../keeping/job-record';
import { Trouble } from '../trouble';
import type { HandOffLine } from '../wire';
import { forgetRun, leaveAll, runsToForget, Vault, type InVault } from './vault';

/**
 * Handing off first passwords: shown to the person who made them, to nobody else, until they are erased or too old. Who
 * waits is what the vault says. The Journal, which every editor of the sheet can empty, can only add that somebody
 * whom the vault expects was made before an execution died.
 */

/** `doubtful`: a run died, and nothing tells whether Google has the password. */
type Waiting = InVault & { readonly says: 'waits' | 'notYet' | 'doubtful' };

/** People whose first password waits for the person signed in. */
export function handOffLines(me: string): readonly HandOffLine[] {
  return waiting(me).map(({ address, name, since, says }) => ({
    email: address,
    name,
    since,
    ...(says === 'doubtful' ? { doubtful: true } : {}),
  }));
}

/** The passwords of these people. Throws Trouble for somebody whose password is not this person's to show. */
export function passwordsOf(
  emails: readonly string[],
  me: string,
): readonly { readonly email: string; readonly password: string }[] {
  const vault = new Vault();
  const runs = new Map(waiting(me).map(({ address, run }) => [address, run]));
  const passwords = new Map([...new Set(runs.values())].map((run) => [run, vault.passwords(run)]));
  return emails.map((email) => {
    const password = passwords.get(runs.get(email) ?? '')?.(email);
    if (password === undefined)
      throw new Trouble('noPassword', {
        says: `No first password of ${email} waits for you.`,
        remedy:
          'It was erased, or somebody else made it. Write a new one into the Password cell of the row and run it.',
      });
    return { email, password };
  });
}

/**
 * Forgets that these people wait; with the last one of a run its secret goes. Throws Trouble where somebody is at work
 * in the spreadsheet.
 */
export function erasePasswords(emails: readonly string[], me: string): void {
  locked(() => {
    const wanted = new Set(emails);
    const byRun = new Map<string, string[]>();
    for (const { run, address } of known(me).filter((one) => one.says !== 'notYet' && wanted.has(one.address)))
      byRun.set(run, [...(byRun.get(run) ?? []), address]);
    for (const [run, addresses] of byRun) leaveAll(run, addresses);
    tidy(me);
  });
}

/** Lets go of secrets that nobody waits for or that are too old, where there are any and nobody is at work. */
export function tidyWhereDue(me: string): void {
  const job = currentJob();
  if ((job && isOpen(job)) || runsToForget(needed(me)).length === 0) return;
  withLock(() => {
    tidy(me);
  });
}

function tidy(me: string): void {
  for (const run of runsToForget(needed(me))) forgetRun(run);
}

/** The runs that are still at work: what is under way or checked, and those that a row may have been left by. */
function needed(me: string): ReadonlySet<string> {
  const job = currentJob();
  const marks = Journal.look().flatMap(({ memory }) => memoryIn(memory).mark?.run ?? []);
  return new Set([...marks, ...(job && isOpen(job) ? [job.id] : []), planOf(me)?.id ?? '']);
}

/** Everybody who waits, each with the latest password. Where a later run is about somebody, an earlier doubt is moot. */
function waiting(me: string): readonly Waiting[] {
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
function known(me: string): readonly Waiting[] {
  const job = currentJob();
  const { made, onTheWay } = rumours(me);
  const says = (one: InVault): Waiting['says'] => {
    if (one.stage === 'made' || made.has(nameOf(one))) return 'waits';
    const goesOn = job && isOpen(job) && job.id === one.run;
    return one.stage === 'unsent' || goesOn || onTheWay.has(nameOf(one)) ? 'notYet' : 'doubtful';
  };
  return new Vault().people.map((one) => ({ ...one, says: says(one) }));
}

const nameOf = ({ run, address }: { readonly run: string; readonly address: string }): string => `${run} ${address}`;

/** What the Journal says of people of this person's runs: who has a password, and who may get one yet. */
function rumours(me: string): { readonly made: ReadonlySet<string>; readonly onTheWay: ReadonlySet<string> } {
  const memories = Journal.look().map(({ memory }) => memoryIn(memory));
  const made = memories.flatMap(({ password }) => (password?.by === me ? [nameOf(password)] : []));
  const onTheWay = memories.flatMap(({ mark }) => (mark?.by === me ? [nameOf(mark)] : []));
  return { made: new Set(made), onTheWay: new Set(onTheWay) };
}
