import type { Tick } from '../engine/ports';
import { nameUsers } from '../tabs/users/read';
import type { UserColumn } from '../tabs/users/columns';
import { book, type TabText } from './book';
import { namedRows, openUsersTab, putResults, usersName, writeResults, type RowResult } from './users-desk';

/**
 * Results on their way into the rows' own cells while a run goes on. They are written, applied, and looked at again, because
 * people sort while we write: three steps, each short enough for the gap between two requests of the lane that the run waits
 * for, so that writing back costs it nothing.
 */

/** Results go out about this often, and at the latest then, in a gap or not. In milliseconds. */
const every = 10_000;
const overdue = 15_000;
/** Seconds before the end, which writes everything anyway. */
const nearEnd = 5;
/** What writing takes at first; then it takes what it took before. */
const writingTakes = 500;
const applyingTakes = 680;
const lookingTakes = 350;
/** How often rows that were sorted while they were written are put right. */
const corrections = 3;

/** What is written back from. */
export interface Source {
  /** Writes the journal, which goes before what is shown of it. */
  save(): void;
  /** What every row should show, for when rows were moved while they were written. */
  all(): ReadonlyMap<string, RowResult>;
}

/** Results by row key, until they stand in the sheet. */
export class WriteBack {
  private readonly waiting = new Map<string, RowResult>();
  /** Where the rows stood that were written last, until that was looked at. */
  private placed: ReadonlyMap<string, number> = new Map();
  /** Something was written and not applied yet: at first, what the slice began with. */
  private unapplied = true;
  private last = Date.now();
  private urgent = false;
  private takes = writingTakes;

  constructor(private readonly from: Source) {}

  /** Takes a row's result, in the place of any earlier one. */
  add(key: string, result: RowResult): void {
    this.waiting.set(key, result);
  }

  /** Does the next step, if it is due and nothing has to wait for it; what is overdue does not wait. Shortly before the end it is not worth it. */
  step({ freeUntil, secondsLeft }: Pick<Tick, 'freeUntil' | 'secondsLeft'>): void {
    const now = Date.now();
    const since = now - this.last;
    const fits = (takes: number): boolean => freeUntil - now >= takes;
    if (this.unapplied) {
      if (fits(applyingTakes) || since >= every) this.apply();
    } else if (this.placed.size) {
      if (fits(lookingTakes) || since >= every) this.look(keysOfTab());
    } else if (this.urgent || (since >= every && ((secondsLeft >= nearEnd && fits(this.takes)) || since >= overdue))) {
      this.write();
      this.takes = Date.now() - now;
    }
  }

  /** Writes everything, applies it, and puts right what somebody sorted meanwhile. */
  finish(): void {
    for (let attempt = 0; attempt <= corrections; attempt++) {
      this.write();
      if (this.placed.size === 0) return;
      this.apply();
      this.look(keysOfTab());
      if (!this.urgent) return;
    }
  }

  /** Writes everything, and gives the tab as it was read afterwards, with what somebody sorted meanwhile put right. */
  finishAndRead(): TabText {
    this.write();
    const tab = openUsersTab();
    this.look(tab);
    return this.urgent ? writeResults(this.from.all(), tab) : tab;
  }

  /** Writes the journal and what waits. */
  private write(): void {
    const tab = keysOfTab();
    const named = namedRows(tab);
    this.look(tab);
    const mine = named.rows.filter((row) => this.waiting.has(row.name));
    // All that is read is read before the first write: a read applies what was written, which takes its time.
    if (mine.length) readBand(tab, mine.map((row) => row.row), this.columns().flatMap((id) => named.positions[id] ?? []));
    this.from.save();
    this.unapplied = mine.length > 0 && putResults(tab, this.waiting);
    this.placed = new Map(mine.map((row) => [row.name, row.row]));
    this.waiting.clear();
    this.urgent = false;
    this.last = Date.now();
  }

  private columns(): readonly UserColumn[] {
    return [...this.waiting.values()].some((result) => result.wipe !== undefined) ? [...ours, 'password'] : ours;
  }

  private apply(): void {
    SpreadsheetApp.flush();
    this.unapplied = false;
  }

  /** Where rows stand elsewhere than where they were written last, every row is written anew. */
  private look(tab: TabText): void {
    const { placed } = this;
    const moved = placed.size > 0 && namedRows(tab).rows.some((row) => placed.has(row.name) && placed.get(row.name) !== row.row);
    this.placed = new Map();
    if (!moved) return;
    this.urgent = true;
    for (const [key, result] of this.from.all()) if (!this.waiting.has(key)) this.waiting.set(key, result);
  }
}

/** Writes the results of a check, after `save`; then only the addresses are read again, to see whether somebody sorted meanwhile. */
export function writeChecked(results: ReadonlyMap<string, RowResult>, save: () => void): void {
  let tab = openUsersTab();
  save();
  for (let attempt = 0; attempt <= corrections && putResults(tab, results); attempt++) {
    SpreadsheetApp.flush();
    const before = new Map(namedRows(tab).rows.map((row) => [row.name, row.row]));
    if (namedRows(keysOfTab()).rows.every((row) => before.get(row.name) === row.row)) return;
    tab = openUsersTab();
  }
}

const ours: readonly UserColumn[] = ['status', 'details', 'userId', 'updated'];

/** The Users tab with nothing but its headers and addresses: enough to find rows. Throws Trouble where the tab cannot be used. */
function keysOfTab(): TabText {
  const sheet = book().getSheetByName(usersName);
  const [headers = []] = sheet?.getRange(1, 1, 1, sheet.getMaxColumns()).getDisplayValues() ?? [];
  const { positions: { email }, missing, duplicates } = nameUsers([headers]);
  if (!sheet || email === undefined || missing.length || duplicates.length) return openUsersTab();
  const emails = sheet.getRange(2, email + 1, Math.max(1, sheet.getMaxRows() - 1), 1).getDisplayValues().map(([text = '']) => text);
  while (emails.length && emails[emails.length - 1] === '') emails.pop();
  return { sheet, values: [headers, ...emails.map((text) => cellsWith(email, text))] };
}

function cellsWith(column: number, text: string): string[] {
  const cells: string[] = [];
  for (let at = 0; at < column; at++) cells.push('');
  cells.push(text);
  return cells;
}

/** Reads what stands in these columns, from the first to the last of these rows (1-based), into the text of the tab. */
function readBand(tab: TabText, rows: readonly number[], columns: readonly number[]): void {
  if (columns.length === 0) return;
  const first = rows.reduce((least, row) => Math.min(least, row), Infinity);
  const last = rows.reduce((most, row) => Math.max(most, row), 0);
  const left = Math.min(...columns);
  const width = Math.max(...columns) - left + 1;
  const texts = tab.sheet.getRange(first, left + 1, last - first + 1, width).getDisplayValues();
  texts.forEach((line, i) => {
    const cells = tab.values[first - 1 + i] as string[] | undefined;
    if (cells) line.forEach((text, column) => { cells[left + column] = text; });
  });
}
