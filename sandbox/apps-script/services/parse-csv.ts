import { PlatformError } from '../exceptions';

/**
 * Comma-separated values as rows of texts: quotes may hold separators, new lines and doubled quotes. Throws where a
 * quote never ends.
 */
export function parseCsv(csv: string, delimiter: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < csv.length) {
    const field = csv[at] === '"' ? quoted(csv, at) : bare(csv, at, delimiter);
    row.push(field.value);
    at = field.end;
    if (csv.startsWith(delimiter, at)) {
      at += delimiter.length;
      if (at === csv.length) row.push('');
      continue;
    }
    at += csv.startsWith('\r\n', at) ? 2 : 1;
    rows.push(row);
    row = [];
  }
  if (row.length > 0) rows.push(row);
  return rows;
}

interface Field {
  readonly value: string;
  readonly end: number;
}

function bare(csv: string, start: number, delimiter: string): Field {
  let end = start;
  while (end < csv.length && !csv.startsWith(delimiter, end) && csv[end] !== '\n' && csv[end] !== '\r') end++;
  return { value: csv.slice(start, end), end };
}

function quoted(csv: string, start: number): Field {
  let value = '';
  for (let at = start + 1; at < csv.length; at++) {
    if (csv[at] !== '"') value += csv[at];
    else if (csv[at + 1] === '"') value += csv[at++];
    else return { value, end: at + 1 };
  }
  throw new PlatformError('Could not parse text.');
}
