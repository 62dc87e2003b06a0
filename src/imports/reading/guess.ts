import { findColumns, type Column } from '../../table/column';
import { fold } from '../../table/text';
import { wholeName } from '../mapped';
import type { ImportRecord, Mapped } from './file';
import { fullName, isNoHeader } from './layout';

/**
 * What the columns of an unknown file may mean: by their headers, and where these say nothing, by what stands in them.
 */

/** The header line and what may be meant by each of its columns. */
export interface Guess {
  readonly headers: readonly string[];
  readonly samples: readonly (readonly string[])[];
  readonly mapping: readonly Mapped[];
}

const looked = 50;
const shown = 3;

/** Guesses for a file whose first line that says something holds the headers; none for a file without such a line. */
export function guessMapping(records: readonly ImportRecord[], columns: readonly Column[]): Guess {
  const isFilled = ({ cells }: ImportRecord): boolean => cells.filter((cell) => cell.trim() !== '').length > 1;
  const at = records.findIndex(isFilled);
  const headers = records[at]?.cells ?? [];
  if (isNoHeader(headers)) return { headers: [], samples: [], mapping: [] };
  const samples = records
    .slice(at + 1)
    .filter(isFilled)
    .slice(0, looked)
    .map(({ cells }) => cells);
  const { positions } = findColumns(headers, columns);
  const byHeader = new Map(columns.flatMap(({ id, ours }) => (ours ? [] : [[positions[id] ?? -1, id] as const])));
  const given = new Set<string>(byHeader.values());
  const mapping = headers.map((header, place): Mapped => {
    const column =
      byHeader.get(place) ??
      byContent(
        header,
        samples.map((cells) => cells[place] ?? ''),
        given,
      );
    given.add(column);
    return { header, column };
  });
  return { headers, samples: samples.slice(0, shown), mapping };
}

function byContent(header: string, texts: readonly string[], given: ReadonlySet<string>): string {
  const filled = texts.map((text) => text.trim()).filter(Boolean);
  const most = (pattern: RegExp): boolean =>
    filled.length > 0 && filled.filter((text) => pattern.test(text)).length >= filled.length * 0.8;
  if (!given.has('email') && most(/^[^\s@,;]+@[^\s@,;]+\.[^\s@,;]+$/)) return 'email';
  const isName = wholeName.some((one) => fold(one) === fold(header)) && most(/^[\p{L}\p{M}'’.,\- ]+$/u);
  if (isName && !given.has('firstName') && !given.has('lastName')) return fullName;
  return '';
}
