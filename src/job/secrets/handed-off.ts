import { findLanguage } from '../../google/languages';
import type { Line } from '../../tabs/line';
import { tabOf } from '../../tabs';
import { userColumns, type UserColumn } from '../../tabs/users/columns';
import { handedOffInWords, memoryIn } from '../../tabs/users/memory';
import { readChange } from '../../tabs/users/read-beside';
import type { HandedOff } from '../../tabs/users/row';
import { Journal } from '../journal/journal';
import { resultOf } from '../journal/results';
import { Sealer } from '../journal/seal';
import { writeChecked } from '../journal/write-back';
import { planOf } from '../keeping/job-record';
import { now } from '../ports';
import { cellOf, openTab } from '../rows/cells';
import { openSheets } from '../rows/sheets';
import { Trouble } from '../trouble';
import { openRun } from './vault';
import { waiting } from './waiting';

/** Sign-in details that somebody handed on by hand, dated with the rows of the people; and what these rows say. */

/** The key of somebody's row. */
export function keyOf(email: string): string {
  return `Users!${email}`;
}

/** Somebody on the Users tab, as far as hand-off goes by it. */
interface OnSheet {
  readonly email: string;
  /** Google's code, where the row has a language. */
  readonly language: string | undefined;
  /** A new password has to be chosen at sign-in. */
  readonly changes: boolean;
  /** The row says where a mail goes. */
  readonly mail: boolean;
}

/** Everybody on the Users tab; nobody where it cannot be read, which keeps nobody from a password that waits. */
export function peopleOnSheet(): readonly OnSheet[] {
  const tab = usersTab();
  if (!tab) return [];
  const header = tab.text.values[0]?.[tab.positions.changePassword ?? -1] ?? '';
  return tab.text.values.slice(1).map((_, at) => {
    const text = (id: UserColumn): string => cellOf(tab, at + 2, id);
    const language = findLanguage(text('language'));
    const changes = readChange(text('changePassword'), header);
    return {
      email: text('email').toLowerCase(),
      language: 'found' in language ? language.found.code : undefined,
      changes: changes.kind !== 'value' || changes.value,
      mail: text('sendTo') !== '',
    };
  });
}

function usersTab(): ReturnType<typeof openTab<UserColumn>> | undefined {
  try {
    return openTab('Users', userColumns);
  } catch (error) {
    if (!(error instanceof Trouble)) throw error;
    return undefined;
  }
}

/**
 * Dates with their rows that these people, as far as they wait, were handed their passwords. A checked plan of the same
 * person stays one: its lines are sealed anew, but for those that somebody changed since.
 */
export function noteHandedOff(
  emails: readonly string[],
  { me, by }: { readonly me: string; readonly by: NonNullable<HandedOff['by']> },
): void {
  const at = new Date(now()).toISOString();
  const journal = Journal.open();
  const plan = planOf(me);
  if (plan) journal.sealWith(new Sealer(plan, openRun(plan.id, at)));
  const people = new Set(waiting(me).map(({ address }) => keyOf(address)));
  const lines = emails.flatMap((email) => (people.has(keyOf(email)) ? (journal.line(keyOf(email)) ?? []) : []));
  const dated = lines.flatMap((line) => {
    if (line.strange || (isOpen(line) && !journal.isTrusted(line))) return [];
    const handedOff: HandedOff = { at, to: '', by };
    const memory = { ...memoryIn(line.memory), handedOff };
    return [{ ...line, memory, updated: at, ...(isOpen(line) ? {} : { details: detailsOf(line, handedOff) }) }];
  });
  for (const line of dated) journal.set(line);
  const shown = new Map(dated.map((line) => [line.key, resultOf(line)]));
  writeChecked(dated.length ? openSheets((tab) => dated.some(({ key }) => tabOf(key) === tab)) : [], shown, () => {
    journal.save();
  });
}

/** A row whose plan waits to be run says what that is. */
function isOpen({ outcome }: Line): boolean {
  return outcome === 'planned' || outcome === 'running';
}

const said = / Handed off [^.]* on \d{4}-\d\d-\d\d\.$/;

function detailsOf({ details }: Line, handedOff: HandedOff): string {
  return `${details.replace(said, '')} Handed off ${handedOffInWords(handedOff)} on ${handedOff.at.slice(0, 10)}.`;
}
