import type { Tenant } from '../workspace/tenant';
import type { Arguments } from './arguments';
import { handOffCsv, type Handed } from '../../src/sidebar/file/hand-off';
import { ask, type Desk } from './desk';
import { namedRows } from './naming';
import { planLines } from './plan-lines';
import { work, type Session } from './session';
import { rowsInScope } from './scope';
import { textTabs } from './sheets';
import { UsageError } from './usage';

/** What `--hand-off` does with the passwords that wait when the run has ended. */

/** Throws UsageError where there is no folder for the file. */
export function requireFolder({ handOff, out }: Pick<Arguments, 'handOff' | 'out'>): void {
  if ((handOff === 'csv' || handOff === 'slips') && out === undefined)
    throw new UsageError(`--hand-off ${handOff} writes a file: give a folder with --out.`);
}

/**
 * Mails the passwords of everybody in the scope of the run whose row says where to. Gives the lines of the plan that was
 * approved for it; what did not go out is told in the session's warnings.
 */
export function mailDetails(
  desk: Desk,
  args: Pick<Arguments, 'yes' | 'resume' | 'surface' | 'scope'>,
  { session, tenant }: { readonly session: Session; readonly tenant: Tenant },
): unknown[] {
  if (session.progress === undefined || session.stopped !== undefined) return [];
  const waiting = new Set(ask(desk.host, 'getHandOff').map(({ email }) => email));
  const all = namedRows(textTabs(desk.host.state.sheets)).filter(
    ({ tab, cells }) => tab === 'Users' && waiting.has((cells['email'] ?? '').trim().toLowerCase()),
  );
  const rows = rowsInScope(all, args.scope, tenant);
  const told = rows.filter(({ cells }) => (cells['senddetailsto'] ?? '').trim() !== '');
  const [beside, left] = [all.length - rows.length, waiting.size - all.length + rows.length - told.length];
  if (beside > 0)
    session.warnings.push(`Other passwords are of people who are not rows of this run, and still wait: ${beside}.`);
  if (left > 0)
    session.warnings.push(`Nobody said under Send details to where these passwords go; they still wait: ${left}.`);
  if (told.length === 0) return [];
  const scope = { kind: 'rows', rows: told.map(({ key }) => key) } as const;
  const mailing = work(desk, { ...args, scope, action: 'hand-off', samePerson: 'none', choices: {}, checkOnly: false });
  session.time = { ...session.time, to: mailing.time.to };
  session.warnings.push(...mailing.warnings);
  if (mailing.stopped !== undefined) session.stopped = mailing.stopped;
  return planLines(desk, mailing);
}

/** The file that `--hand-off csv` or `--hand-off slips` writes, by its name. Nothing is erased by it. */
export function handOffFile(desk: Desk, how: Arguments['handOff']): Readonly<Record<string, string>> {
  if (how === 'csv') return { 'handoff.csv': handOffCsv(waitingFor(desk)) };
  return how === 'slips' ? { 'slips.html': slipsOf(desk, emailsOf(desk)) } : {};
}

const emailsOf = ({ host }: Desk): readonly string[] => ask(host, 'getHandOff').map(({ email }) => email);

function waitingFor({ host }: Desk): readonly Handed[] {
  const people = ask(host, 'getHandOff');
  const emails = people.map(({ email }) => email);
  const shown = emails.length ? ask(host, 'showPasswords', { emails }) : [];
  const passwords = new Map(shown.map(({ email, password }) => [email, password]));
  return people.map(({ email, name }) => ({ email, name, password: passwords.get(email) ?? '' }));
}

/** The page that the sidebar shows for printing. */
function slipsOf({ host }: Desk, emails: readonly string[]): string {
  ask(host, 'showSlips', { emails });
  const [page] = host.shown.dialogs;
  if (page === undefined) throw new Error('No slips were shown.');
  return page;
}
