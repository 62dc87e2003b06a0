import type { Arguments } from './arguments';
import { ask, type Desk } from './desk';
import type { Session } from './session';
import { UsageError } from './usage';

/** What `--instructions` does when the run has ended: with those who have all their accounts and were not told yet. */

/** Throws UsageError where there is no folder for the page. */
export function requireFolderForPages({ instructions, out }: Pick<Arguments, 'instructions' | 'out'>): void {
  if (instructions === 'page' && out === undefined)
    throw new UsageError('--instructions page writes a file: give a folder with --out.');
}

/** Mails them; who has no work address, and who lacks accounts, is told in the session's warnings. */
export function mailInstructions({ host }: Desk, session: Session): void {
  if (session.progress === undefined || session.stopped !== undefined) return;
  const { lines } = ask(host, 'getInstructions');
  const due = lines.filter((line) => line.due && line.to !== '');
  const homeless = lines.filter((line) => line.due && line.to === '').map(({ name }) => name);
  if (homeless.length) session.warnings.push(`No work address, so no instructions: ${homeless.join(', ')}.`);
  const partly = lines.filter(({ missing }) => missing.length > 0).map(({ name }) => name);
  if (partly.length) session.warnings.push(`Instructions wait for accounts of: ${partly.join(', ')}.`);
  for (let from = 0; from < due.length; from += 25)
    ask(host, 'sendInstructions', { ...chosen(due.slice(from, from + 25)), again: false });
}

/** The page of everybody who has all accounts and was not told, by its name; none where there is nobody. */
export function instructionsFile({ host }: Desk, how: Arguments['instructions']): Readonly<Record<string, string>> {
  if (how !== 'page') return {};
  const due = ask(host, 'getInstructions').lines.filter((line) => line.due);
  if (due.length === 0) return {};
  const before = host.shown.dialogs.length;
  ask(host, 'showInstructions', chosen(due));
  const page = host.shown.dialogs[before];
  if (page === undefined) throw new Error('No instructions were shown.');
  return { 'instructions.html': page };
}

function chosen(lines: readonly { readonly person: string; readonly mark: string }[]) {
  return { people: lines.map(({ person }) => person), marks: lines.map(({ mark }) => mark) };
}
