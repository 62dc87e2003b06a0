import type { Complaint } from './row';
import { fold, quote, visible } from './text';

/** Lists that are known only when somebody is signed in; the choices of a column are taken from the one it names. */
export type NamedList = 'products' | 'roles' | 'orgUnits' | 'domains' | 'languages' | 'countries';

/** A column of a tab as data: enough to make it when a spreadsheet is set up and to find it when one is read. */
export interface Column<Id extends string = string> {
  readonly id: Id;
  readonly header: string;
  /** Other headers that mean this column; matched like the header, without case, accents, blanks and punctuation. */
  readonly synonyms: readonly string[];
  /** The note at the header: what to write into the column. */
  readonly note: string;
  /** True for the columns that Seatsheet writes and people only read. */
  readonly ours: boolean;
  /** True where the tab cannot be read without the column. */
  readonly required: boolean;
  /** `@` keeps what is typed as text; `tick` is a box to tick. */
  readonly format: '@' | 'tick';
  /** What the drop-down offers: a named list, or these words. */
  readonly choices?: NamedList | readonly string[];
  /** Width in pixels. */
  readonly width: number;
  /** True for a column that set-up leaves out: it is there where somebody types its header, or a file needs it. */
  readonly optional?: boolean;
}

/** Where the columns of a tab stand in a header row. */
export interface FoundColumns<Id extends string> {
  /** 0-based position of each column that was found. */
  readonly positions: Readonly<Partial<Record<Id, number>>>;
  /** Headers of required columns that are not there. */
  readonly missing: readonly string[];
  /** One complaint for each column that stands there more than once; its position is the first. */
  readonly duplicates: readonly Complaint<Id>[];
}

/** The letters of a 0-based column position: 0 is `A`, 26 is `AA`. */
export function columnLetters(position: number): string {
  const last = String.fromCharCode(65 + (position % 26));
  return position < 26 ? last : columnLetters(Math.floor(position / 26) - 1) + last;
}

/** What a column of ours is called where somebody has one of that name already. */
export function besideHeader(header: string): string {
  return `Seatsheet ${header}`;
}

/**
 * Finds the columns by their headers or synonyms, in any order. Headers that mean none of them belong to the person
 * whose sheet it is and are passed over.
 */
export function findColumns<Id extends string>(
  headerRow: readonly string[],
  columns: readonly Column<Id>[],
): FoundColumns<Id> {
  const places = placesIn(headerRow, columns);
  const positions: Partial<Record<Id, number>> = {};
  const missing: string[] = [];
  const duplicates: Complaint<Id>[] = [];
  for (const column of columns) {
    const found = places.get(column) ?? [];
    const [first] = found;
    if (first !== undefined) positions[column.id] = first;
    else if (column.required) missing.push(column.header);
    if (found.length > 1) duplicates.push(twice(column, found, headerRow));
  }
  return { positions, missing, duplicates };
}

/** The headers of each list of columns that were looked at last: a sheet is asked again and again. */
const lastPlaces = new WeakMap<readonly Column[], { readonly headers: string; readonly places: Places }>();

type Places = ReadonlyMap<Column, readonly number[]>;

function placesIn(headerRow: readonly string[], columns: readonly Column[]): Places {
  const headers = headerRow.join('\u0000');
  const last = lastPlaces.get(columns);
  if (last?.headers === headers) return last.places;
  const places = foundIn(headerRow, columns);
  lastPlaces.set(columns, { headers, places });
  return places;
}

function foundIn(headerRow: readonly string[], columns: readonly Column[]): Places {
  const own = new Map(columns.map((column) => [column.header, column]));
  const places = new Map<Column, number[]>();
  headerRow.forEach((header, position) => {
    if (header === '') return;
    const exact = own.get(header);
    // Most headers are as set-up wrote them, and to fold every way to write every one takes long.
    for (const column of exact ? [exact] : (spellingsOf(columns).get(fold(header)) ?? []))
      places.set(column, [...(places.get(column) ?? []), position]);
  });
  for (const column of columns) {
    const place = column.ours ? headerRow.indexOf(besideHeader(column.header)) : -1;
    if (place >= 0) places.set(column, [place]);
  }
  return places;
}

/** Every way to write a header, folded, with the columns that it means: they are looked for before each write. */
const spellings = new WeakMap<readonly Column[], ReadonlyMap<string, readonly Column[]>>();

function spellingsOf(columns: readonly Column[]): ReadonlyMap<string, readonly Column[]> {
  const known = spellings.get(columns);
  if (known) return known;
  const spelled = new Map<string, Column[]>();
  for (const column of columns)
    for (const name of new Set([column.header, ...column.synonyms].map(fold)))
      spelled.set(name, [...(spelled.get(name) ?? []), column]);
  spellings.set(columns, spelled);
  return spelled;
}

function twice<Id extends string>(
  column: Column<Id>,
  places: readonly number[],
  headerRow: readonly string[],
): Complaint<Id> {
  const named = places.map((place) => `column ${columnLetters(place)} (${quote(headerRow[place] ?? '')})`);
  const last = named.pop() ?? '';
  const says = `${named.join(', ')} and ${last} both mean ${column.header}. Rename or delete all but one of them.`;
  return { column: column.id, header: visible(headerRow[places[0] ?? 0] ?? ''), says: capital(says) };
}

function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
