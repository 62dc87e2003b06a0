import { findColumns, columnLetters, type Column } from '../../table/column';
import { fold, quote } from '../../table/text';
import { customTake } from './custom';
import { Headers, joined, type Format, type Take } from '../format';
import { formats } from '../index';
import { Unusable, type ImportHow, type ImportRecord, type Mapped } from './file';
import { splitName } from './person-names';

/** What kind of file it is, where its headers stand, and which of our columns take what. */

/** A file as it is laid out. */
export interface Layout {
  readonly format: Format;
  readonly headers: readonly string[];
  /** The place of the header line among the records. */
  readonly headerAt: number;
  readonly takes: readonly Take[];
}

/** Above the headers there may be a title and some blank lines, but not more than this. */
const searched = 10;

/** The target of a mapping that stands for first and last name. */
export const fullName = 'fullName';

/** Lays a file out. Throws Unusable where no headers are understood, or two mean the same. */
export function layoutOf(
  records: readonly ImportRecord[],
  columns: readonly Column[],
  { format, mapping, addresses }: Pick<ImportHow, 'format' | 'mapping' | 'addresses'>,
): Layout {
  const wanted = formats.filter(({ id }) => format === 'auto' || id === format);
  if (!wanted.length)
    throw new Unusable(
      `There is no import format ${quote(format)}.`,
      `There are: ${formats.map(({ id }) => id).join(', ')}.`,
    );
  const found = mapping.length
    ? mappedLayout(records, columns, mapping)
    : recognised(records, columns, { wanted, addresses });
  if (!found) throw noHeaders(records, columns, wanted);
  refuseTwice(found, columns);
  return found;
}

function recognised(
  records: readonly ImportRecord[],
  columns: readonly Column[],
  { wanted, addresses }: { readonly wanted: readonly Format[]; readonly addresses: string },
): Layout | undefined {
  // Addresses are made of names.
  const needed = addresses === '' ? columns.filter(({ required }) => required) : columns.filter(({ id }) => isName(id));
  for (const one of wanted)
    for (const [headerAt, { cells }] of records.slice(0, searched).entries()) {
      const headers = new Headers(cells);
      const takes = one.recognises(headers) ? one.takes(headers, knownTakes(cells, columns)) : [];
      const given = takes.filter(({ column, from }) => isOurs(column, columns) && from.some((place) => place >= 0));
      if (needed.every(({ id }) => given.some(({ column }) => column === id)))
        return { format: one, headers: cells, headerAt, takes: given };
    }
  return undefined;
}

function isName(id: string): boolean {
  return id === 'firstName' || id === 'lastName';
}

function isOurs(id: string, columns: readonly Column[]): boolean {
  return columns.some((column) => column.id === id);
}

/** Status, Details and Updated of a saved tab are results and no wishes; ids name the row. */
const results = ['status', 'details', 'updated'];

/** What our columns find by their headers and synonyms. */
function knownTakes(headers: readonly string[], columns: readonly Column[]): readonly Take[] {
  const { positions } = findColumns(headers, columns);
  const known = columns.flatMap(({ id }) => {
    const place = positions[id];
    return place === undefined || results.includes(id) ? [] : [{ column: id, from: [place] }];
  });
  const custom = customTake(new Headers(headers));
  return [...known.filter(({ column }) => column !== custom?.column), ...(custom ? [custom] : [])];
}

function mappedLayout(
  records: readonly ImportRecord[],
  columns: readonly Column[],
  mapping: readonly Mapped[],
): Layout | undefined {
  const wanted = mapping.filter(({ column }) => column !== '');
  const headerAt = records
    .slice(0, searched)
    .findIndex(({ cells }) => new Headers(cells).has(...wanted.map(({ header }) => header)));
  const headers = records[headerAt]?.cells;
  const format = formats.find(({ id }) => id === 'mapped');
  if (!headers || isNoHeader(headers) || !format || !wanted.length) return undefined;
  const known = wanted.filter(({ column }) => column === fullName || isOurs(column, columns));
  return { format, headers, headerAt, takes: takesOf(known, new Headers(headers)) };
}

/** How several columns of a file become one of ours; others take one alone. */
const joins: Readonly<Record<string, string>> = { firstName: ' ', lastName: ' ', address: ', ' };

function takesOf(mapping: readonly Mapped[], headers: Headers): readonly Take[] {
  const byColumn = new Map<string, number[]>();
  for (const { header, column } of mapping) byColumn.set(column, [...(byColumn.get(column) ?? []), headers.at(header)]);
  return [...byColumn].flatMap(([column, from]): readonly Take[] => {
    if (column === fullName)
      return [
        { column: 'firstName', from, make: (texts) => splitName(joined(' ')(texts)).first },
        { column: 'lastName', from, make: (texts) => splitName(joined(' ')(texts)).last },
      ];
    const separator = joins[column];
    if (separator !== undefined) return [{ column, from, make: joined(separator) }];
    return from.map((place) => ({ column, from: [place] }));
  });
}

/** Two columns of the file must not mean one of ours, and no header that is used may stand there twice. */
function refuseTwice({ takes, headers }: Layout, columns: readonly Column[]): void {
  const label = (id: string): string => columns.find((column) => column.id === id)?.header ?? id;
  const [twice] = findColumns(
    headers,
    columns.filter(({ id }) => takes.some(({ column, make }) => column === id && !make)),
  ).duplicates;
  if (twice) throw new Unusable(twice.says, 'Nothing was imported.');
  for (const [at, { column }] of takes.entries())
    if (takes.findIndex((other) => other.column === column) < at)
      throw new Unusable(`Two columns of the file are mapped to ${label(column)}.`, 'Take one of them out.');
  const folded = headers.map(fold);
  for (const place of takes.flatMap(({ from }) => from).filter((one) => one >= 0)) {
    const other = folded.findIndex((header, at) => at !== place && header !== '' && header === folded[place]);
    if (other >= 0)
      throw new Unusable(
        `The columns ${columnLetters(Math.min(place, other))} and ${columnLetters(Math.max(place, other))} of the file are both headed ${quote(headers[place] ?? '')}.`,
        'Rename or delete one of them in the file.',
      );
  }
}

/** Whether a line holds an address: it is a person’s, who would be left out with it, and is remembered nowhere. */
export function isNoHeader(cells: readonly string[]): boolean {
  return cells.some((cell) => /\S@\S+\.\S/.test(cell));
}

function noHeaders(records: readonly ImportRecord[], columns: readonly Column[], wanted: readonly Format[]): Unusable {
  const first = records[0]?.cells ?? [];
  const [only] = wanted;
  const needed = columns.filter(({ required }) => required).map(({ header }) => header);
  if (wanted.length === 1 && only && only.id !== 'mapped')
    return new Unusable(
      `The headers are not those of ${only.label}: ${quote(first.join(', '))}.`,
      'Leave the format open.',
    );
  if (isNoHeader(first))
    return new Unusable(
      `The first line holds an address and no headers: ${quote(first.join(', '))}.`,
      'Write headers above the rows, such as Email, First name, Last name, and import it again.',
    );
  const says = `None of the first lines has a header that means ${needed.join(' and ')}: ${quote(first.join(', '))}.`;
  const { positions } = findColumns(first, columns);
  const hasNames = columns.filter(({ id }) => isName(id)).some(({ id }) => positions[id] !== undefined);
  return new Unusable(
    says,
    hasNames
      ? 'Add a column Email, map the columns in the sidebar, or have addresses made of the names (Address where there is none).'
      : 'Write headers above the rows, such as Email, First name, Last name, or map the columns in the sidebar.',
  );
}
