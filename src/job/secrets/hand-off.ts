import { now } from '../ports';
import type {} from '../ports';
import { Journal, type Line } from '../journal/journal';
import { tidyVault, Vault } from './vault';
import { currentWork, isOpen } from '../keeping/job-record';
import { Trouble } from '../trouble';
import type { HandOffLine } from '../wire';

/** Handing off first passwords: shown to the person who made them, to nobody else, until they are erased. */

/** People whose first password waits for the person signed in. */
export function handOffLines(journal: Journal, me: string): readonly HandOffLine[] {
  const vault = new Vault();
  return waiting(journal, me)
    .filter((line) => line.memory.password && vault.has(line.memory.password))
    .map((line) => ({
      email: line.memory.password?.address ?? '',
      name: [line.memory.agreed?.firstName, line.memory.agreed?.lastName].filter(Boolean).join(' '),
      since: line.memory.password?.at ?? '',
    }));
}

/** The passwords of these people. Throws Trouble for somebody whose password is not this person's to show. */
export function passwordsOf(
  emails: readonly string[],
  me: string,
): readonly { readonly email: string; readonly password: string }[] {
  const lines = waiting(Journal.open(), me);
  const vault = new Vault();
  return emails.map((email) => {
    const named = lines.find((line) => line.memory.password?.address === email)?.memory.password;
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
  const erased = waiting(journal, me).filter((line) => emails.includes(line.memory.password?.address ?? ''));
  for (const line of erased) {
    const memory = { ...line.memory };
    delete memory.password;
    journal.set({ ...line, memory });
  }
  journal.save();
  tidy(journal, me, erased);
}

/** Lets go of secrets that nobody waits for any more, or that are too old. */
export function tidy(journal: Journal, me: string, erased: readonly Line[] = []): void {
  const work = currentWork();
  tidyVault({
    erased: erased.flatMap((line) => line.memory.password ?? []),
    // A mark is an account that a dead run may have made: its first password is still needed.
    waiting: [
      ...waiting(journal, me).flatMap((line) => line.memory.password ?? []),
      ...journal.all.flatMap((line) => line.memory.mark ?? []),
    ],
    now: now(),
    running: work && (isOpen(work) || work.phase === 'checked') ? work.id : '',
  });
}

function waiting(journal: Journal, me: string): readonly Line[] {
  return journal.all.filter((line) => line.memory.password?.by === me);
}
