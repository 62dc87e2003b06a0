import type { Arguments } from './arguments';
import { writeCsv } from './csv';
import { ask, type Desk } from './desk';
import { namedRows } from './naming';
import { planLines } from './plan-lines';
import { work, type Session } from './session';
import { textTabs } from './sheets';
import { UsageError } from './usage';

/** What `--hand-off` does with the passwords that wait when the run has ended. */

/** Where everybody signs in. */
const signIn = 'https://accounts.google.com';

/** Somebody with the password that waits. */
interface Handed {
  readonly email: string;
  readonly name: string;
  readonly password: string;
}

/** Throws UsageError where there is no folder for the file. */
export function requireFolder({ handOff, out }: Pick<Arguments, 'handOff' | 'out'>): void {
  if ((handOff === 'csv' || handOff === 'slips') && out === undefined)
    throw new UsageError(`--hand-off ${handOff} writes a file: give a folder with --out.`);
}

/**
 * Mails the passwords of everybody whose row says where to. Gives the lines of the plan that was approved for it; what
 * did not go out is told in the session's warnings.
 */
export function mailDetails(
  desk: Desk,
  args: Pick<Arguments, 'yes' | 'resume' | 'surface'>,
  session: Session,
): unknown[] {
  if (session.progress === undefined || session.stopped !== undefined) return [];
  const waiting = new Set(ask(desk.host, 'getHandOff').map(({ email }) => email));
  const rows = namedRows(textTabs(desk.host.state.sheets)).filter(
    ({ tab, cells }) => tab === 'Users' && waiting.has((cells['email'] ?? '').trim().toLowerCase()),
  );
  const told = rows.filter(({ cells }) => (cells['senddetailsto'] ?? '').trim() !== '');
  const left = waiting.size - told.length;
  if (left > 0)
    session.warnings.push(`Nobody said under Send details to where these passwords go; they still wait: ${left}.`);
  if (told.length === 0) return [];
  const scope = { kind: 'rows', rows: told.map(({ key }) => key) } as const;
  const mailing = work(desk, { ...args, scope, action: 'hand-off', samePerson: 'none', checkOnly: false });
  session.time = { ...session.time, to: mailing.time.to };
  session.warnings.push(...mailing.warnings);
  if (mailing.stopped !== undefined) session.stopped = mailing.stopped;
  return planLines(desk, mailing);
}

/** The file that `--hand-off csv` or `--hand-off slips` writes, by its name. Nothing is erased by it. */
export function handOffFile(desk: Desk, how: Arguments['handOff']): Readonly<Record<string, string>> {
  if (how === 'csv') return { 'handoff.csv': csvOf(waitingFor(desk)) };
  return how === 'slips' ? { 'slips.html': slipsOf(waitingFor(desk)) } : {};
}

function waitingFor({ host }: Desk): readonly Handed[] {
  const people = ask(host, 'getHandOff');
  const emails = people.map(({ email }) => email);
  const shown = emails.length ? ask(host, 'showPasswords', { emails }) : [];
  const passwords = new Map(shown.map(({ email, password }) => [email, password]));
  return people.map(({ email, name }) => ({ email, name, password: passwords.get(email) ?? '' }));
}

/** A spreadsheet program that opens the file would take such a cell for a formula. */
const formulaLike = /^[=+\-@\t\r]/;

/** A password stands exactly as it is or not at all; of other cells a sign in front says that they are text. */
function csvOf(people: readonly Handed[]): string {
  const asText = (cell: string): string => (formulaLike.test(cell) ? `'${cell}` : cell);
  const passwordCell = (password: string): string =>
    formulaLike.test(password) ? '(not here: it begins like a formula)' : password;
  return writeCsv([
    ['Email', 'Name', 'First password', 'Sign in at'],
    ...people.map(({ email, name, password }) => [asText(email), asText(name), passwordCell(password), signIn]),
  ]);
}

const style = 'body{font:14pt sans-serif}section{break-after:page;padding:3em}code{font-size:18pt}';

function slipsOf(people: readonly Handed[]): string {
  const slips = people.map(
    ({ email, name, password }) =>
      `<section><h1>${html(name || email)}</h1><p>Sign in at <a href="${signIn}">${signIn}</a></p><p>Address: ${html(email)}</p><p>Password: <code>${html(password)}</code></p></section>\n`,
  );
  const head = `<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>Sign-in details</title><style>${style}</style></head><body>\n`;
  return `${head}${slips.join('')}</body></html>\n`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function html(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}
