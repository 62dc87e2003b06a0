import { nameKey } from '../../google/names';
import { cellText, visible } from '../../table/text';
import type { NamedSheet, Values } from '../../tabs/sheet';
import type { Tab } from '../../tabs/tab';
import { secretIn, type ImportedRow, type ImportHow, type ImportProblem } from './file';

/** Imported rows beside the rows that are there: new, or how they exist, and what would change. */

/** A cell that an import changes; `column` is its id. A secret is never shown. */
export interface Change {
  readonly column: string;
  readonly from: string;
  readonly to: string;
}

/** What happens to a row. */
export interface Compared {
  readonly imported: ImportedRow;
  /** The key that it has, or will have. */
  readonly key: string;
  readonly does: 'add' | 'update' | 'skip' | 'same';
  /** How it was found to exist. */
  readonly by?: 'key' | 'id' | 'name';
  /** The 1-based row of the sheet that it is. */
  readonly row?: number;
  readonly changes: readonly Change[];
}

/** All rows, and those that cannot be taken. */
export interface Comparison {
  readonly rows: readonly Compared[];
  readonly problems: readonly ImportProblem[];
  /** Rows whose name is on a row of the sheet with another address, whatever was said of them. */
  readonly namesakes: number;
}

/** The sheet that rows go to. */
export interface Sheet {
  readonly tab: Tab;
  readonly values: Values;
  readonly named: NamedSheet;
}

type How = Pick<ImportHow, 'existing' | 'namesakes'>;

/** Compares every row with the sheet and with the rows before it. `headerOf`: of a column in the file. */
export function compareWithSheet(
  rows: readonly ImportedRow[],
  sheet: Sheet,
  how: How & { headerOf(column: string): string },
): Comparison {
  const keys = keysOf(rows, sheet.tab);
  const found = new Found(sheet);
  const met = rows.map((row, at) => found.meet(row, keys[at]));
  const taken = new Set(met.flatMap((one) => (one && one.by !== 'name' ? [one.row] : [])));
  const seen = new Map<number | string, number>();
  const problems: ImportProblem[] = [];
  const compared = rows.flatMap((imported, at): readonly Compared[] => {
    const key = keys[at];
    const meets = meantBy(met[at], { namesakes: how.namesakes, same: imported.same, taken });
    const wrong = wrongWith({ imported, key, meets, seen, found, tab: sheet.tab });
    if (wrong || key === undefined) {
      const { column = sheet.tab.keyColumns[0], says = '' } = wrong ?? {};
      problems.push({ line: imported.line, column: how.headerOf(column), says });
      return [];
    }
    seen.set(meets?.row ?? key, imported.line);
    return [meets ? existing(imported, { meets, sheet, existing: how.existing, key }) : added(imported, key)];
  });
  const namesakes = met.filter((one) => one?.by === 'name' && !taken.has(one.row)).length;
  return { rows: compared, problems, namesakes };
}

/** The row that is meant, as far as names go: one whose own address the file has too is somebody else. */
function meantBy(
  meets: Met | undefined,
  by: {
    readonly namesakes: ImportHow['namesakes'];
    readonly same: string | undefined;
    readonly taken: ReadonlySet<number>;
  },
): Met | undefined {
  if (meets?.by !== 'name' || by.same !== undefined) return meets;
  if (by.taken.has(meets.row) || by.namesakes === 'add') return undefined;
  return by.namesakes === 'leave' ? { ...meets, asks: true } : meets;
}

function wrongWith(one: {
  readonly imported: ImportedRow;
  readonly key: string | undefined;
  readonly meets: Met | undefined;
  readonly seen: ReadonlyMap<number | string, number>;
  readonly found: Found;
  readonly tab: Tab;
}): { readonly column: string; readonly says: string } | undefined {
  const { imported, key, meets, tab } = one;
  const [column] = tab.keyColumns;
  if (key === undefined) return { column, says: noKey(imported.cells[column] ?? '') };
  const before = one.seen.get(meets?.row ?? key);
  if (before !== undefined) return { column, says: `This is on line ${before} of the file too; that line counts.` };
  if (meets?.clash)
    return { column: tab.idColumn, says: 'The id is another row’s than the address. Take one of them out.' };
  return meets?.asks ? { column, says: sameName(meets, one.found) } : undefined;
}

function noKey(text: string): string {
  return text.trim() === ''
    ? 'The line has no address, or what else a row is known by. Write it, or delete the line.'
    : 'This is no address. Put it right in the file and import it again.';
}

function sameName({ row, key }: Met, { addressOf }: Found): string {
  return `Somebody of the same name is on row ${row} with ${addressOf(key)}. Say whether people of the same name are the same.`;
}

function added(imported: ImportedRow, key: string): Compared {
  const changes = Object.entries(imported.cells).map(([column, to]) => ({ column, from: '', to }));
  return { imported, key, does: 'add', changes };
}

function existing(
  imported: ImportedRow,
  { meets, sheet, existing: choice, key }: { meets: Met; sheet: Sheet; existing: ImportHow['existing']; key: string },
): Compared {
  const { by, row } = meets;
  const changes = choice === 'skip' ? [] : changesIn(imported, { row, by, sheet, choice });
  const does = choice === 'skip' ? 'skip' : changes.length ? 'update' : 'same';
  return { imported, key: by === 'key' ? key : meets.key, does, by, row, changes };
}

/** A password of somebody who exists is a reset: it is taken where rows are changed, and not where gaps are filled. */
function changesIn(
  { cells }: ImportedRow,
  at: { readonly row: number; readonly by: Met['by']; readonly sheet: Sheet; readonly choice: 'update' | 'fill' },
): readonly Change[] {
  const { tab, values, named } = at.sheet;
  return Object.entries(cells).flatMap(([column, to]): readonly Change[] => {
    if (column === secretIn(tab)) return at.choice === 'update' ? [{ column, from: '', to }] : [];
    const shown = values[at.row - 1]?.[named.positions[column] ?? -1] ?? '';
    const from = cellText(shown);
    const isKey = tab.keyColumns.includes(column);
    // A file that was saved of the sheet has what its cells show.
    if (
      from === visible(to) ||
      visible(shown) === visible(to) ||
      (isKey && from.toLowerCase() === visible(to).toLowerCase())
    )
      return [];
    if (column === tab.idColumn && from !== '') return [];
    if (isKey && at.by === 'name') return [];
    return at.choice === 'fill' && from !== '' ? [] : [{ column, from, to }];
  });
}

/**
 * A row of the sheet that an imported one is. `clash`: its address is that of yet another one; `asks`: a person has to
 * say whether it is the same.
 */
interface Met {
  readonly row: number;
  readonly key: string;
  readonly by: 'key' | 'id' | 'name';
  readonly clash?: boolean;
  readonly asks?: true;
}

/** The rows of the sheet by key, id and name. */
class Found {
  private readonly keys: ReadonlyMap<string, number>;
  private readonly ids = new Map<string, { readonly row: number; readonly key: string }>();
  private readonly names = new Map<string, { readonly row: number; readonly key: string }>();

  constructor(private readonly sheet: Sheet) {
    const { tab, named } = sheet;
    this.keys = new Map(named.rows.map(({ name, row }) => [name, row]));
    for (const { name: key, row } of named.rows) {
      const id = this.cell(row, tab.idColumn);
      const [first, last] = [this.cell(row, 'firstName'), this.cell(row, 'lastName')];
      if (id) this.ids.set(id, { row, key });
      if (first && last) this.names.set(namedAt(`${first} ${last}`, this.cell(row, tab.keyColumns[0])), { row, key });
    }
  }

  meet({ cells, same }: ImportedRow, key: string | undefined): Met | undefined {
    const atKey = key === undefined ? undefined : this.keys.get(key);
    const byId = this.ids.get(cells[this.sheet.tab.idColumn] ?? '');
    if (byId) return { ...byId, by: 'id', clash: atKey !== undefined && atKey !== byId.row };
    if (key !== undefined && atKey !== undefined) return { row: atKey, key, by: 'key' };
    const { firstName = '', lastName = '' } = cells;
    const sameRow = same === undefined ? undefined : this.keys.get(same);
    if (same !== undefined && sameRow !== undefined) return { row: sameRow, key: same, by: 'name' };
    const address = cells[this.sheet.tab.keyColumns[0]] ?? '';
    const byName = firstName && lastName ? this.names.get(namedAt(`${firstName} ${lastName}`, address)) : undefined;
    return byName && { ...byName, by: 'name' };
  }

  readonly addressOf = (key: string): string => this.cell(this.keys.get(key) ?? 0, this.sheet.tab.keyColumns[0]);

  private cell(row: number, column: string): string {
    return cellText(this.sheet.values[row - 1]?.[this.sheet.named.positions[column] ?? -1] ?? '');
  }
}

/** A name on a domain: somebody of the same name at another customer is somebody else. */
function namedAt(name: string, address: string): string {
  return `${nameKey(name)} @${address.split('@')[1]?.toLowerCase() ?? ''}`;
}

/** The keys that rows will have; undefined where one has none that a row can be known by. */
function keysOf(rows: readonly ImportedRow[], tab: Tab): readonly (string | undefined)[] {
  const headers = tab.columns.map(({ header }) => header);
  const ids = tab.columns.map(({ id }) => id);
  const table = rows.map(({ cells }) => ids.map((id) => (id === secretIn(tab) ? '' : (cells[id] ?? ''))));
  const keys = new Map(tab.nameRows([headers, ...table]).rows.map(({ row, name }) => [row, name]));
  return rows.map((_, at) => {
    const key = keys.get(at + 2)?.replace(/#\d+$/, '');
    return key === undefined || /![a-z]*row \d+$/.test(key) ? undefined : key;
  });
}
