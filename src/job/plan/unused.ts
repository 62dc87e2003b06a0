import { readTick } from '../../table/cell';
import { columnLetters } from '../../table/column';
import { visible } from '../../table/text';
import type { Row } from '../../tabs/tab';
import type { TabSheet } from '../rows/sheets';
import type { PlanView } from '../wire';

/** Filled columns that mean nothing here: people's own, or ones of another tool's file that nothing is done with. */

type Unused = NonNullable<PlanView['unused']>[number];

/** So many are named in the sentence where there are more than fit a line or two, and so many in the list behind it. */
const few = { named: 5, most: 7 };
const mostListed = 60;

/**
 * A sentence a tab, of the columns that hold something in these rows. What Google's file calls READ ONLY wishes
 * nothing.
 */
export function unusedColumns(sheets: readonly TabSheet[], scope: readonly Row[]): readonly Unused[] {
  const keys = new Set(scope.map(({ key }) => key));
  return sheets.filter(({ tab }) => tab.tellsUnused === true).flatMap((sheet) => unusedOn(sheet, keys));
}

function unusedOn({ tab, values, named }: TabSheet, keys: ReadonlySet<string>): readonly Unused[] {
  const used = new Set<number | undefined>(Object.values(named.positions));
  const rows = named.rows.filter(({ name }) => keys.has(name)).map(({ row }) => values[row - 1] ?? []);
  const unused = (values[0] ?? []).flatMap((header, at): Column[] => {
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

interface Column {
  readonly name: string;
  readonly letters: string;
}

function sayUnused(tab: string, all: readonly Column[]): Unused {
  const names = (some: readonly Column[]) => some.map(({ name }) => name).join(', ');
  if (all.length > few.most) {
    const more = String(all.length - few.named);
    return { says: `Not used on ${tab}: ${names(all.slice(0, few.named))} and ${more} more.`, columns: listed(all) };
  }
  const letters = all.map((one) => one.letters).join(', ');
  return { says: `Not used on ${tab}: ${names(all)} (${all.length === 1 ? 'column' : 'columns'} ${letters}).` };
}

function listed(all: readonly Column[]): readonly string[] {
  const more = all.length - mostListed;
  const some = all.slice(0, mostListed).map(({ name, letters }) => `${letters}: ${name}`);
  return more > 0 ? [...some, `${more} more`] : some;
}
