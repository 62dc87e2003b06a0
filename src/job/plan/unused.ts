import { readTick } from '../../table/cell';
import { columnLetters } from '../../table/column';
import { visible } from '../../table/text';
import type { Row } from '../../tabs/tab';
import type { TabSheet } from '../rows/sheets';

/** Filled columns that mean nothing here: people's own, or ones of another tool's file that nothing is done with. */

/** So many are named. */
const most = 12;

/** One sentence a tab, of the columns that hold something in these rows. What Google's file calls READ ONLY wishes nothing. */
export function unusedColumns(sheets: readonly TabSheet[], scope: readonly Row[]): readonly string[] {
  const keys = new Set(scope.map(({ key }) => key));
  return sheets.filter(({ tab }) => tab.tellsUnused === true).flatMap((sheet) => unusedOn(sheet, keys));
}

function unusedOn({ tab, values, named }: TabSheet, keys: ReadonlySet<string>): readonly string[] {
  const used = new Set<number | undefined>(Object.values(named.positions));
  const rows = named.rows.filter(({ name }) => keys.has(name)).map(({ row }) => values[row - 1] ?? []);
  const unused = (values[0] ?? []).flatMap((header, at): { name: string; letters: string }[] => {
    const holds = !used.has(at) && !/\[READ ONLY\]/i.test(header) && rows.some((cells) => holdsSomething(cells[at]));
    return holds ? [{ name: nameOf(header), letters: columnLetters(at) }] : [];
  });
  return unused.length ? [sayUnused(tab.name, unused)] : [];
}

/** An empty box is in every row of a column of boxes. */
function holdsSomething(text = ''): boolean {
  return visible(text) !== '' && readTick(text).kind !== 'blank';
}

function nameOf(header: string): string {
  const name = visible(header).replace(/\s+/g, ' ');
  return name.length > 40 ? `${name.slice(0, 39)}…` : name || 'no header';
}

function sayUnused(tab: string, all: readonly { readonly name: string; readonly letters: string }[]): string {
  const more = all.length > most ? ` and ${String(all.length - most)} more` : '';
  const named = all.slice(0, most);
  const letters = named.map((one) => one.letters).join(', ');
  const places = all.length === 1 ? `column ${letters}` : `columns ${letters}`;
  return `Not used on ${tab}: ${named.map(({ name }) => name).join(', ')}${more} (${places}).`;
}
