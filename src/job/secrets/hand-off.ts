import type { Line } from '../../tabs/line';
import { memoryIn } from '../../tabs/users/memory';
import type { PasswordName } from '../../tabs/users/row';
import { Journal } from '../journal/journal';
import { currentJob, isOpen, planOf } from '../keeping/job-record';
import { now } from '../ports';
import { Trouble } from '../trouble';
import type { HandOffLine } from '../wire';
import { tidyVault, Vault } from './vault';

/** Handing off first passwords: shown to the person who made them, to nobody else, until they are erased. */

/** A line of somebody whose first password waits. */
interface Waiting {
  readonly line: Line;
  readonly name: string;
  readonly password: PasswordName;
}

/** People whose first password waits for the person signed in. */
export function handOffLines(journal: Journal, me: string): readonly HandOffLine[] {
  const vault = new Vault();
  return waiting(journal, me)
    .filter(({ password }) => vault.has(password))
    .map(({ name, password }) => ({ email: password.address, name, since: password.at }));
}

/** The passwords of these people. Throws Trouble for somebody whose password is not this person's to show. */
export function passwordsOf(
  emails: readonly string[],
  me: string,
): readonly { readonly email: string; readonly password: string }[] {
  const all = waiting(Journal.open(), me);
  const vault = new Vault();
  return emails.map((email) => {
    const named = all.find(({ password }) => password.address === email)?.password;
    const password = named && vault.passwordOf(named);
    if (!password)
      throw new Trouble('noPassword', {
        says: `No first password of ${email} waits for you.`,
        remedy:
          'It was erased, or somebody else made it. Write a new one into the Password cell of the row and run it.',
      });
    return { email, password };
  });
}

/** Forgets that these people wait; with the last one the run's secret goes. */
export function erasePasswords(emails: readonly string[], me: string): void {
  const journal = Journal.open();
  const erased = waiting(journal, me).filter(({ password }) => emails.includes(password.address));
  for (const { line } of erased) {
    const { password: _erased, ...memory } = memoryIn(line.memory);
    journal.set({ ...line, memory });
  }
  journal.save();
  tidy(
    journal,
    me,
    erased.map(({ password }) => password),
  );
}

/** Lets go of secrets that nobody waits for any more, or that are too old. */
export function tidy(journal: Journal, me: string, erased: readonly PasswordName[] = []): void {
  const job = currentJob();
  tidyVault({
    erased,
    // A mark is an account that a dead run may have made: its first password is still needed.
    waiting: [
      ...waiting(journal, me).map(({ password }) => password),
      ...journal.all.flatMap(({ memory }) => memoryIn(memory).mark ?? []),
    ],
    now: now(),
    running: [...(job && isOpen(job) ? [job.id] : []), planOf(me)?.id ?? ''],
  });
}

function waiting(journal: Journal, me: string): readonly Waiting[] {
  return journal.all.flatMap((line) => {
    const { password, agreed = {} } = memoryIn(line.memory);
    if (password?.by !== me) return [];
    return [{ line, password, name: [agreed.firstName, agreed.lastName].filter(Boolean).join(' ') }];
  });
}
