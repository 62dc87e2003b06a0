import type { Sheet } from '../ports';
import { tabOf } from '../../tabs';
import type { Line, Lines } from '../../tabs/line';
import { furnish, keysOn, makeTab, ownJournal, withoutEnd } from './journal-tab';
import { cellsOf, headers, isOver, lineOf } from './line-cells';
import { prover } from './proof';
import type { Sealer } from './seal';
import { isShared, sharedKey } from './shared-lines';
import { Stretches } from './stretches';

/**
 * The hidden Journal tab: one line per row key. It is where the truth about a row's progress is; Status is its copy.
 */

/** The journal in memory. Only changed lines are written, in as few ranges as they need. */
export class Journal implements Lines {
  private readonly lines: Line[];
  private readonly places = new Map<string, number>();
  private readonly changed = new Set<number>();
  /** Places by the ids of a column, from when they are asked for until a line changes. */
  private readonly ids = new Map<string, ReadonlyMap<string, number>>();
  private readonly known = new WeakMap<Line, string[]>();
  /** Lines that were set here, and so are no one else's. */
  private readonly own = new WeakSet<Line>();
  private sealer: Sealer | undefined;
  /** Those of the plan that is run. */
  stretches = new Stretches({});
  /** The keys as they stand in the tab, from top to bottom. */
  private written: readonly string[];
  /** How many rows the tab had when it was looked at last. */
  private rows: number;
  /** All keys are looked at before it is written next. */
  private whole = false;

  private constructor(
    private sheet: Sheet,
    lines: readonly Line[],
  ) {
    this.lines = [...lines];
    this.written = keysIn(lines);
    this.rows = sheet.getMaxRows();
    this.lines.forEach((line, place) => {
      if (!this.places.has(line.key)) this.places.set(line.key, place);
    });
  }

  /** Opens the journal, making its tab where there is none. Lines that cannot be read are left out. */
  static open(): Journal {
    const sheet = ownJournal() ?? makeTab();
    if (!sheet.isSheetHidden()) sheet.hideSheet();
    if (sheet.getMaxColumns() < headers.length) furnish(sheet);
    // Reading empty rows is cheaper than asking first where the last line is.
    const [head = [], ...rows] = sheet
      .getRange(1, 1, Math.max(2, sheet.getMaxRows()), headers.length)
      .getDisplayValues();
    if (head[0] !== headers[0] || head[headers.length - 1] !== headers[headers.length - 1]) furnish(sheet);
    while (rows.length && rows[rows.length - 1]?.every((text) => text === '')) rows.pop();
    const prove = prover(false);
    return new Journal(
      sheet,
      rows.map((cells) => lineOf(cells, prove)),
    );
  }

  /** The lines that there are; none where the tab is missing or was cut. Makes and mends nothing. */
  static look(): readonly Line[] {
    const values = ownJournal()?.getDataRange().getDisplayValues() ?? [];
    const prove = prover(false);
    return values
      .slice(1)
      .filter(([key]) => key)
      .map((cells) => lineOf(cells, prove));
  }

  get all(): readonly Line[] {
    return this.lines.filter((line) => line.key !== '');
  }

  line(key: string): Line | undefined {
    const place = this.places.get(key);
    return place === undefined ? undefined : this.lines[place];
  }

  shared(name: string): Line | undefined {
    return this.line(sharedKey(name));
  }

  /** How many more lines there is room for, where the spreadsheet takes so many more cells. */
  room(cells: number): number {
    return this.sheet.getMaxRows() - 1 - this.lines.length + Math.floor(cells / this.sheet.getMaxColumns());
  }

  /** The line whose memory holds this id in a column of ids, whatever key it had when it was written. */
  byId(column: string, id: string): Line | undefined {
    const places = this.ids.get(column) ?? placesBy(column, this.lines);
    this.ids.set(column, places);
    const line = this.lines[places.get(id) ?? -1];
    return line?.memory[column] === id && line.key !== '' ? line : undefined;
  }

  /**
   * Gives lines the keys that their rows have now, all at once, because rows may have changed places. A line that has
   * to give way keeps what it knows under a key of its own.
   */
  rename(rows: readonly { readonly line: Line | undefined; readonly key: string }[]): readonly (Line | undefined)[] {
    this.ids.clear();
    const changing = rows.filter(({ line, key }) => line && line.key !== key);
    const giveWay = changing
      .flatMap(({ key }) => this.line(key) ?? [])
      .filter((line) => !changing.some((one) => one.line === line));
    const moves = [
      ...changing.map(({ line, key }) => ({ line, key })),
      ...giveWay.map((line) => ({ line, key: `${line.key} (${idOf(line)})` })),
    ];
    const places = moves.map(({ line }) => this.places.get(line?.key ?? '') ?? -1);
    for (const { line } of moves) this.places.delete(line?.key ?? '');
    moves.forEach(({ line, key }, i) => {
      const place = places[i] ?? -1;
      if (!line || place < 0) return;
      this.lines[place] = { ...line, key };
      this.places.set(key, place);
      this.changed.add(place);
    });
    return rows.map(({ line, key }) => line && this.line(key));
  }

  /** From now on every line of this job that is set here is sealed when it is written. */
  sealWith(sealer: Sealer): void {
    this.sealer = sealer;
    this.stretches = sealer.stretches;
  }

  /** Whether a line is as its job left it: sealed, or set here since. */
  isTrusted(line: Line): boolean {
    return this.own.has(line) || this.sealer?.isSealed(line) === true;
  }

  /**
   * An execution comes to its end: what somebody moved or deleted in parts that nothing is written to is put right,
   * too.
   */
  lookThrough(): void {
    this.whole = true;
  }

  /** Seals what is open of the job for its next slice, with the next saving; not where the run has not come yet. */
  handOn(): void {
    const { sealer } = this;
    if (!sealer) return;
    this.lines.forEach((line, place) => {
      // What rows share stays open when one of them has told it: another may have to do it once more.
      const isOpen = line.outcome === 'planned' || line.outcome === 'running' || isShared(line);
      if (isOpen && line.work === sealer.job && this.stretches.isReached(line) && this.isTrusted(line)) {
        this.own.add(line);
        this.changed.add(place);
      }
    });
    sealer.handOn();
  }

  /** Sets a line; `was` is its former key where the row was renamed. */
  set(line: Line, was = line.key): void {
    this.stretches.reach(line);
    this.put(line, was);
  }

  /** Sets a line as it is approved: nothing of it is begun. */
  approve(line: Line): void {
    this.put(line, line.key);
  }

  private put(line: Line, was: string): void {
    this.ids.clear();
    const place = this.places.get(was) ?? this.lines.length;
    if (was !== line.key) this.places.delete(was);
    this.lines[place] = line;
    this.own.add(line);
    this.places.set(line.key, place);
    this.changed.add(place);
  }

  /** Writes what changed since the last time. */
  save(): void {
    if (this.changed.size === 0) return;
    for (const place of this.changed) this.seal(place);
    this.recover();
    this.makeRoom();
    const written = this.cells();
    for (const [first, last] of runsOf(this.changed, writtenAlong)) {
      const rows = this.lines.slice(first, last + 1).map(written);
      this.sheet.getRange(first + 2, 1, rows.length, headers.length).setValues(rows);
    }
    this.changed.clear();
    this.written = keysIn(this.lines);
    this.rows = this.sheet.getMaxRows();
  }

  /**
   * Lines go by their places. Where somebody moved them or deleted the tab, everything is written anew as it is known
   * here.
   */
  private recover(): void {
    const sheet = ownJournal();
    this.sheet = sheet ?? makeTab();
    if (sheet && !this.whole && this.stands(sheet)) return;
    this.whole = false;
    const keys = sheet ? withoutEnd(keysOn(sheet)) : [];
    if (keys.length === this.written.length && keys.every((key, place) => key === this.written[place])) return;
    this.lines.forEach((_, place) => this.changed.add(place));
    const surplus = keys.length - this.lines.length;
    if (surplus > 0) this.sheet.getRange(this.lines.length + 2, 1, surplus, headers.length).clearContent();
  }

  /**
   * Whether what is written now goes to where its lines stand. Little else is looked at, so that writing a few lines
   * costs the same however many there are.
   */
  private stands(sheet: Sheet): boolean {
    if (sheet.getMaxRows() !== this.rows) return false;
    return runsOf(this.changed, lookedAlong).every(([first, last]) => {
      const keys = first + 2 > this.rows ? [] : keysOn(sheet, first, Math.min(last, this.rows - 2));
      return keys.every((key, at) => key === (this.written[first + at] ?? ''));
    });
  }

  /** A tab begins with a thousand rows; more are added by hundreds, and are text as those above them. */
  private makeRoom(): void {
    const last = this.sheet.getMaxRows();
    const missing = this.lines.length + 1 - last;
    if (missing <= 0) return;
    this.sheet.insertRowsAfter(last, Math.ceil(missing / 100) * 100);
  }

  /**
   * Lines never change in place, so the cells of one that is written again along with its neighbours are those of
   * before.
   */
  private cells(): (line: Line) => string[] {
    const prove = prover(true);
    return (line) => {
      const cells = this.known.get(line) ?? cellsOf(line, prove);
      this.known.set(line, cells);
      return cells;
    };
  }

  private seal(place: number): void {
    const line = this.lines[place];
    if (!line || !this.sealer || line.work !== this.sealer.job || !this.own.has(line)) return;
    // What ended as wished is sent no more, so nobody asks whether it was approved.
    const sealed = { ...line, seal: isOver(line) ? '' : this.sealer.sealOf(line) };
    this.own.add(sealed);
    this.lines[place] = sealed;
  }
}

function placesBy(column: string, lines: readonly Line[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  lines.forEach(({ key, memory }, place) => {
    const id = memory[column];
    if (key !== '' && typeof id === 'string' && !places.has(id)) places.set(id, place);
  });
  return places;
}

/** What a line whose key another row has by now is told by. */
function idOf({ key, memory }: Line): string {
  const id = memory[tabOf(key)?.idColumn ?? ''];
  return typeof id === 'string' ? id : 'before';
}

/**
 * Lines between changed ones: so many are cheaper to write again than a range of its own, and their keys to look at.
 */
const writtenAlong = 50;
const lookedAlong = 5_000;

/** Changed places as ranges, with gaps of no more than so many lines. */
function runsOf(places: ReadonlySet<number>, along: number): [first: number, last: number][] {
  const runs: [number, number][] = [];
  for (const place of [...places].sort((a, b) => a - b)) {
    const run = runs[runs.length - 1];
    if (run && place - run[1] <= along) run[1] = place;
    else runs.push([place, place]);
  }
  return runs;
}

function keysIn(lines: readonly Line[]): string[] {
  return withoutEnd(lines.map((line) => line.key));
}
