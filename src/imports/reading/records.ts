import { defined } from '../../engine/defined';
import { besideHeader, type Column } from '../../table/column';
import { cellLimit } from '../../table/safe';
import { outcomeOf } from '../../table/status';
import { quote, visible } from '../../table/text';
import type { Tab } from '../../tabs/tab';
import type { Take } from '../format';
import { answerIn, onDomain, translated } from './adjust';
import { secretIn, type ImportedRow, type ImportHow, type ImportProblem, type ImportRecord } from './file';
import { isGarbled } from './garbled';
import type { Layout } from './layout';

/** Records read one by one: cells of ours, and what had to be left out. */

/** All that a file says. */
export interface Records {
  readonly rows: readonly ImportedRow[];
  /** Records that say something, among them those that were left out. */
  readonly count: number;
  readonly problems: readonly ImportProblem[];
  /** Headers of filled columns that nothing came of. */
  readonly unused: readonly string[];
  /** Products that nobody has translated. */
  readonly products: readonly string[];
}

/** Reads every record. */
export function readRecords(records: readonly ImportRecord[], layout: Layout, at: With): Records {
  const reading = new Reading(layout, at);
  records.forEach((record, place) => {
    if (place > layout.headerAt) reading.take(record, place);
  });
  return reading.read();
}

interface With {
  readonly tab: Tab;
  readonly how: ImportHow;
}

class Reading {
  private readonly rows: ImportedRow[] = [];
  private readonly problems: ImportProblem[] = [];
  private readonly products = new Set<string>();
  private readonly filled = new Set<number>();
  private readonly statuses = new Set<string>();
  private count = 0;

  constructor(
    private readonly layout: Layout,
    private readonly at: With,
  ) {}

  take({ line, cells, same, address = '' }: ImportRecord, record: number): void {
    const isBlank = cells.every((cell) => visible(cell) === '');
    if (isBlank || this.layout.format.passesOver?.(cells)) return;
    this.count += 1;
    const wrong = this.wrongWith(cells);
    if (wrong !== undefined) {
      this.problems.push({ line, column: '', says: wrong });
      return;
    }
    const status = this.layout.headers.indexOf('Status');
    cells.forEach((cell, place) => {
      if (visible(cell) === '') return;
      this.filled.add(place);
      if (place === status) this.statuses.add(cell);
    });
    const made = this.cellsOf(cells, line);
    const [key] = this.at.tab.keyColumns;
    if (address !== '' && made[key] === undefined) made[key] = address;
    this.rows.push({ line, record, cells: made, ...defined({ same }) });
  }

  read(): Records {
    const { headers, takes } = this.layout;
    const used = new Set(takes.flatMap(({ from }) => from));
    return {
      rows: this.rows,
      count: this.count,
      problems: this.problems,
      unused: headers.filter(
        (header, place) => header.trim() !== '' && this.filled.has(place) && !used.has(place) && !this.isOurs(header),
      ),
      products: [...this.products].sort(),
    };
  }

  /** Columns that Seatsheet writes itself are no loss, unless the Status is somebody’s own. */
  private isOurs(header: string): boolean {
    const ours = this.at.tab.columns.flatMap((column) => (column.ours ? [column.header] : []));
    if (ours.some((one) => besideHeader(one) === header.trim())) return true;
    if (this.statuses.size > 0 && ![...this.statuses].some(outcomeOf)) return false;
    return ours.includes(header.trim());
  }

  private wrongWith(cells: readonly string[]): string | undefined {
    const { headers } = this.layout;
    const filled = cells.reduce((most, cell, place) => (cell.trim() === '' ? most : place + 1), 0);
    const width = headers.reduce((most, header, place) => (header.trim() === '' ? most : place + 1), 0);
    if (filled > headers.length || cells.length < width)
      return `The line has ${cells.length} cells and the header has ${headers.length}. Put the line right in the file and import it again.`;
    if (cells.some((cell) => cell.length > cellLimit))
      return `A cell of the line has more than ${cellLimit} characters, too many for a spreadsheet. Shorten it.`;
    const garbled = cells.find(isGarbled);
    return garbled === undefined
      ? undefined
      : `${quote(garbled)} was read in another encoding than it was saved in. Save the file as UTF-8 and import it again.`;
  }

  private cellsOf(cells: readonly string[], line: number): Record<string, string> {
    const made: Record<string, string> = {};
    for (const take of this.layout.takes) {
      const column = this.at.tab.columns.find(({ id }) => id === take.column);
      const text = column ? this.textOf(take, column, { cells, line }) : '';
      if (column && text !== '') made[column.id] = text;
    }
    for (const [id, text] of Object.entries(this.at.how.defaults)) if (!made[id] && text !== '') made[id] = text;
    return made;
  }

  private textOf(
    { from, make }: Take,
    column: Column,
    { cells, line }: { readonly cells: readonly string[]; readonly line: number },
  ): string {
    const texts = from.map((place) => cells[place] ?? '');
    const text = make ? make(texts) : (texts[0] ?? '');
    const leave = (says: string): string => {
      this.problems.push({ line, column: this.layout.headers[from.find((place) => place >= 0) ?? 0] ?? '', says });
      return '';
    };
    if (typeof text !== 'string') return leave(text.leftOut);
    if (column.id === secretIn(this.at.tab)) return text;
    if (visible(text) === '') return '';
    if (column.id === 'licences' && this.layout.format.foreignProducts) return this.inOurs(text, leave);
    return onDomain(column.id, answerIn(column, text), this.at.how);
  }

  private inOurs(text: string, leave: (says: string) => string): string {
    const { text: ours, unknown } = translated(text, this.at.how.products);
    for (const name of unknown) {
      this.products.add(name);
      leave(
        `It is not known which Google product ${quote(name)} becomes. Say it in the import, or write the licence into the row.`,
      );
    }
    return ours;
  }
}
