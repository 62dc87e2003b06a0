import { findColumns } from '../table/column';
import { cellText, visible } from '../table/text';
import type { Memory } from './line';
import type { Values } from './sheet';
import type { Tab } from './tab';
import { userColumns, type UserColumn } from './users/columns';
import { memoryIn } from './users/memory';
import { users } from './users/tab';

export { languageIn } from './users/without-address';
export type { UserColumn } from './users/columns';

/** The rows of people, for tabs that have to find somebody there. */

/** A row with an address; other cells by the ids of their columns. */
export interface PersonRow {
  /** 1-based. */
  readonly row: number;
  /** In lower case. */
  readonly email: string;
  /** What a cell says; '' where the tab lacks the column. */
  text(id: UserColumn): string;
}

/** The rows of the Users tab that have an address, unjudged. */
export function peopleRows(values: Values): readonly PersonRow[] {
  const { positions } = findColumns((values[0] ?? []).map(visible), userColumns);
  const rows = values.map((cells, at) => {
    const text = (id: UserColumn): string => cellText(cells[positions[id] ?? -1] ?? '');
    return { row: at + 1, email: text('email').toLowerCase(), text };
  });
  return rows.slice(1).filter(({ email }) => email.includes('@'));
}

/** Whether a tab is the one of people. */
export function isPeople(tab: Tab): boolean {
  return tab === users;
}

/** Whether something was taken from the person of such a row since, as they left. */
export function hasBegunToLeave(memory: Memory): boolean {
  return memoryIn(memory).left !== undefined;
}

/** Whether a row of people has had its account at Google, by what the journal remembers of it. */
export function hadAccount(memory: Memory): boolean {
  return memoryIn(memory).userId !== undefined;
}
