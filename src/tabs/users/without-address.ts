import { findLanguage } from '../../google/languages';
import type { Called } from '../../google/address-pattern';
import { findColumns } from '../../table/column';
import { cellText, visible } from '../../table/text';
import type { Values } from '../sheet';
import { userColumns, type UserColumn } from './columns';

/** People of the tab who have names and no address, and the addresses that stand there. */

/** Somebody without an address. */
export interface Unaddressed extends Called {
  /** 1-based. */
  readonly row: number;
}

const addressColumns: readonly UserColumn[] = ['email', 'aliases', 'newEmail'];

/** Who has no address; `language` is the row's own, else ''. `taken`: every address that a row has or wishes. */
export function withoutAddress(values: Values): {
  readonly people: readonly Unaddressed[];
  readonly taken: ReadonlySet<string>;
  /** 0-based place of the column of addresses; undefined where the tab has none. */
  readonly column: number | undefined;
} {
  const { positions } = findColumns((values[0] ?? []).map(visible), userColumns);
  const rows = values.map((cells, at) => ({
    row: at + 1,
    text: (id: UserColumn): string => cellText(cells[positions[id] ?? -1] ?? ''),
  }));
  const below = rows.slice(1);
  const people = below.flatMap(({ row, text }): Unaddressed[] => {
    const [first, last] = [text('firstName'), text('lastName')];
    if (text('email') !== '' || first + last === '') return [];
    return [{ row, first, last, language: languageIn(text('language')) }];
  });
  const taken = below.flatMap(({ text }) => addressColumns.flatMap((id) => text(id).split(/[\s,;]+/)));
  return { people, taken: new Set(taken.map((one) => one.toLowerCase()).filter(Boolean)), column: positions.email };
}

/** The code of a language as a cell names it; '' for what is none. */
export function languageIn(text: string): string {
  const found = text === '' ? undefined : findLanguage(text);
  return found && 'found' in found ? found.found.code : '';
}
