import Papa from 'papaparse';
import { UsageError } from './usage';

/** CSV files as rows of texts, each cell exactly as it stands in the file, and back. */

/** Reads one file. `name` stands in the message of the UsageError that a broken file throws. */
export function readCsv(text: string, name: string): string[][] {
  const { data, errors } = Papa.parse<string[]>(text.replace(/^\ufeff/, ''), { delimiter: ',' });
  const broken = errors[0];
  if (broken) throw new UsageError(`${name}, row ${(broken.row ?? 0) + 1}: ${broken.message}`);
  const last = data[data.length - 1];
  if (last?.length === 1 && last[0] === '') data.pop();
  return data;
}

/** Writes rows as one file with a line feed after each. Rows and columns that are empty to the end are left out. */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  const height = rows.reduce((most, row, index) => (row.some((cell) => cell !== '') ? index + 1 : most), 0);
  const width = rows.reduce((most, row) => Math.max(most, filled(row)), 0);
  const square = rows.slice(0, height).map((row) => Array.from({ length: width }, (_, column) => row[column] ?? ''));
  return square.length ? `${Papa.unparse(square, { newline: '\n' })}\n` : '';
}

function filled(row: readonly string[]): number {
  return row.reduce((most, cell, index) => (cell !== '' ? index + 1 : most), 0);
}
