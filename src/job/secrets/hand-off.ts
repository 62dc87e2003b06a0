import { memoryIn } from '../../tabs/users/memory';
import { locked } from '../carry-on';
import { customerNames } from '../customer-names';
import { Journal } from '../journal/journal';
import { currentJob, isOpen, planOf, withLock } from '../keeping/job-record';
import { Trouble } from '../trouble';
import type { HandedBy, HandOffLine } from '../wire';
import { keyOf, noteHandedOff, peopleOnSheet } from './handed-off';
import { forgetRun, runsToForget, Vault } from './vault';
import { known, leaveEverywhere, waiting } from './waiting';

/**
 * Handing off first passwords: shown to the person who made them, to nobody else, until they are erased or too old. Who
 * waits is what the vault says. The Journal, which every editor of the sheet can empty, can only add that somebody
 * whom the vault expects was made before an execution died.
 */

/** People whose first password waits for the person signed in. */
export function handOffLines(me: string): readonly HandOffLine[] {
  const people = waiting(me);
  if (people.length === 0) return [];
  const lines = Journal.look();
  const names = customerNames(lines);
  const accounts = new Map(lines.map(({ key, account = '' }) => [key, account]));
  const told = new Set(peopleOnSheet().flatMap(({ email, mail }) => (mail ? [email] : [])));
  return people.map(({ address, name, since, says }) => ({
    email: address,
    name,
    since,
    customer: names.get(accounts.get(keyOf(address)) ?? '') ?? address.slice(address.indexOf('@') + 1),
    mail: told.has(address),
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
 * Forgets that these people wait; with the last one of a run its secret goes. `by`: they were handed on so, which is
 * dated first: an execution that dies in between loses nothing, and can be done again. Throws Trouble where somebody is
 * at work in the spreadsheet.
 */
export function erasePasswords(emails: readonly string[], me: string, by?: HandedBy): void {
  locked(() => {
    if (by) noteHandedOff(emails, { me, by });
    leaveEverywhere(emails, known(me));
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
