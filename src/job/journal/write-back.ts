import { now, ports } from '../ports';
import type { Tick } from '../../engine/ports';
import { endHiddenRows } from '../rows/hidden-rows';
import { placesOn, readBand, type Places } from '../rows/places';
import { tabOf } from '../../tabs';
import type { NamedRow } from '../../tabs/sheet';
import type { Tab } from '../../tabs/tab';
import { reopened, type TabSheet } from '../rows/sheets';
import { putResults, resultColumns, writeResults, type RowResult } from './results';

/**
 * Results on their way into the rows' own cells while a run goes on. They are written, applied, and looked at again,
 * because people sort while we write: three steps, each short enough for the gap between two requests of the lane that
 * the run waits for, so that writing back costs it nothing.
 */

/** Results go out about this often, and at the latest then, in a gap or not. In milliseconds. */
const every = 10_000;
const overdue = 15_000;
/** Seconds before the end, which writes everything anyway: what is overdue waits for it, but no longer than this. */
const nearEnd = 5;
const atLast = 25_000;
/** What writing takes at first; then it takes what it took before. */
const writingTakes = 500;
const applyingTakes = 680;
const lookingTakes = 350;
/** A gap that is so much of what a step takes costs less than waiting for a longer one. */
const nearly = 0.75;
/** How often rows that were sorted while they were written are put right. */
const corrections = 3;

/** What is written back from. */
export interface Source {
  /** Writes the journal, which goes before what is shown of it. */
  save(): void;
  /** Told that all that was written is applied. */
  applied(): void;
  /** What every row should show, for when rows were moved while they were written. */
  all(): ReadonlyMap<string, RowResult>;
}

/** Results of all tabs by row key, until they stand in the sheet. */
export class WriteBack {
  private readonly sheets: readonly SheetWriteBack[];

  /**
   * `all`: the tabs as they were read when the slice began. One without rows takes none, and is not looked at again.
   */
  constructor(
    private readonly all: readonly TabSheet[],
    from: Source,
  ) {
    this.sheets = all.filter(({ named }) => named.rows.length > 0).map((sheet) => new SheetWriteBack(sheet, from));
  }

  /** Takes a row's result, in the place of any earlier one. */
  add(key: string, result: RowResult): void {
    this.sheets.find(({ tab }) => tab === tabOf(key))?.add(key, result);
  }

  /** Does the next step of each tab, if it is due and nothing has to wait for it. */
  step(state: Pick<Tick, 'freeUntil' | 'secondsLeft'>): void {
    for (const sheet of this.sheets) sheet.step(state);
  }

  /** Writes what waits for one tab, and the journal, without waiting for a gap. */
  writeNow(tab: Tab): void {
    for (const sheet of this.sheets.filter((one) => one.tab === tab)) sheet.finish();
  }

  /** Writes everything, applies it, and puts right what somebody sorted meanwhile. */
  finish(): void {
    for (const sheet of this.sheets) sheet.finish();
  }

  /**
   * Writes everything, and gives the tabs as they were read afterwards, with what somebody sorted meanwhile put right.
   */
  finishAndRead(): readonly TabSheet[] {
    return this.all.map((sheet) => this.sheets.find(({ tab }) => tab === sheet.tab)?.finishAndRead() ?? sheet);
  }
}

/** Results of one tab. */
class SheetWriteBack {
  readonly tab: Tab;
  private readonly waiting = new Map<string, RowResult>();
  private places: Places;
  /** Rows that were written last, until it was looked at whether they stood there. */
  private placed: readonly string[] = [];
  /** Something was written and not applied yet: at first, what the slice began with. */
  private unapplied = true;
  private last = now();
  private urgent = false;
  private takes = writingTakes;

  constructor(
    private readonly sheet: TabSheet,
    private readonly from: Source,
  ) {
    this.tab = sheet.tab;
    this.places = placesOn(sheet);
  }

  /** Takes a row's result, in the place of any earlier one. */
  add(key: string, result: RowResult): void {
    this.waiting.set(key, result);
  }

  /**
   * Does the next step, if it is due and nothing has to wait for it; what is overdue does not wait. Shortly before the
   * end it is not worth it.
   */
  step({ freeUntil, secondsLeft }: Pick<Tick, 'freeUntil' | 'secondsLeft'>): void {
    const begun = now();
    const since = begun - this.last;
    const fits = (takes: number): boolean => freeUntil - begun >= takes * nearly;
    const isDue = (): boolean => since >= (fits(this.takes) ? every : overdue);
    if (this.unapplied) {
      if (fits(applyingTakes) || since >= every) this.apply();
    } else if (this.placed.length) {
      if (fits(lookingTakes) || since >= every) this.look();
    } else if (this.urgent || (secondsLeft < nearEnd ? since >= atLast : isDue())) {
      this.write();
      this.takes = now() - begun;
    }
  }

  /** Writes everything, applies it, and puts right what somebody sorted meanwhile. */
  finish(): void {
    for (let attempt = 0; attempt <= corrections; attempt++) {
      this.write();
      this.apply();
      if (this.placed.length === 0) return;
      this.look();
      if (!this.urgent) return;
    }
  }

  /** Writes everything, and gives the tab as it was read afterwards, with what somebody sorted meanwhile put right. */
  finishAndRead(): TabSheet {
    this.write();
    const sheet = reopened(this.sheet);
    this.from.applied();
    const places = placesOn(sheet);
    const moved = this.placed.some((key) => places.get(key)?.row !== this.places.get(key)?.row);
    return moved ? writeResults(this.from.all(), sheet) : sheet;
  }

  /** Writes the journal and what waits. */
  private write(): void {
    // All that is read is read before the first write: a read applies what was written, which takes its time.
    const sheet = this.bandOf(this.found(), columnsFor(this.tab, [...this.waiting.values()])) ?? this.wholeSheet();
    this.from.save();
    this.placed = this.found();
    putResults(
      sheet,
      this.waiting,
      this.placed.map((name) => ({ name, row: this.places.get(name)?.row ?? 0 })),
    );
    this.unapplied = true;
    this.waiting.clear();
    this.urgent = false;
    this.last = now();
  }

  /** The rows that wait and are on the tab. */
  private found(): readonly string[] {
    return [...this.waiting.keys()].filter((key) => this.places.has(key));
  }

  private apply(): void {
    ports().spreadsheet.apply();
    this.from.applied();
    this.unapplied = false;
  }

  /** Where rows do not stand any more where they were written, every row is written anew. */
  private look(): void {
    const moved = !this.bandOf(this.placed, []);
    this.placed = [];
    if (!moved) return;
    this.urgent = true;
    for (const [key, result] of this.from.all())
      if (tabOf(key) === this.tab && !this.waiting.has(key)) this.waiting.set(key, result);
  }

  /** These columns of the part of the tab with these rows; undefined where the rows stand elsewhere by now. */
  private bandOf(keys: readonly string[], columns: readonly string[]): TabSheet | undefined {
    return readBand(
      this.tab,
      keys.flatMap((key) => this.places.get(key) ?? []),
      columns,
    );
  }

  /** The whole sheet, where rows stand elsewhere than when they were looked for last. */
  private wholeSheet(): TabSheet {
    const sheet = reopened(this.sheet);
    this.places = placesOn(sheet);
    return sheet;
  }
}

/**
 * Writes the results of a check, after `save`. `sheets`: the tabs as they were read when its slice began. What rows are
 * named by is looked at before and afterwards: a tab is read again only where somebody sorted meanwhile.
 */
export function writeChecked(
  sheets: readonly TabSheet[],
  results: ReadonlyMap<string, RowResult>,
  save: () => void,
): void {
  const wanted = new Set([...results.keys()].map(tabOf));
  const ready = sheets.filter(({ tab }) => wanted.has(tab)).map((sheet) => asItIsNow(sheet, results));
  save();
  endHiddenRows();
  for (const one of ready) writeSheet(one, results);
}

/** A tab that results go into, and where the rows stand that they are of. */
interface Standing {
  readonly sheet: TabSheet;
  readonly places: Places;
}

/** The part of a tab that results go into; all of it where its rows stand elsewhere by now. */
function asItIsNow(sheet: TabSheet, results: ReadonlyMap<string, RowResult>): Standing {
  const places = new Map([...placesOn(sheet)].filter(([key]) => results.has(key)));
  const band = readBand(sheet.tab, [...places.values()], columnsFor(sheet.tab, [...results.values()]));
  return band ? { sheet: band, places } : standing(reopened(sheet));
}

const standing = (sheet: TabSheet): Standing => ({ sheet, places: placesOn(sheet) });

function writeSheet(before: Standing, results: ReadonlyMap<string, RowResult>): void {
  let now = before;
  for (let attempt = 0; attempt <= corrections && putResults(now.sheet, results, rowsAt(now.places)); attempt++) {
    ports().spreadsheet.apply();
    if (readBand(now.sheet.tab, [...now.places.values()], [])) return;
    now = standing(reopened(now.sheet));
  }
}

function rowsAt(places: Places): readonly NamedRow[] {
  return [...places].map(([name, { row }]) => ({ name, row }));
}

/** The columns that results go into. */
function columnsFor(tab: Tab, results: readonly RowResult[]): readonly string[] {
  const ours = resultColumns(tab);
  return results.some((result) => result.wipe !== undefined) ? [...ours, tab.secretColumn] : ours;
}
