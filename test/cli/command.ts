import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { commandLine } from '../../sandbox/cli/command';
import { readCsv } from '../../sandbox/cli/csv';
import type { Summary } from '../../sandbox/cli/summary';

/** Driving the command line from tests: in this process, on folders of its own. */

export const root = path.resolve(__dirname, '..', '..');

/** What a command said and its exit code. */
export interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the command line as `npm run sandbox -- …` does, and keeps what it says. */
export async function sandbox(...args: string[]): Promise<Said> {
  const out: unknown[] = [];
  const err: unknown[] = [];
  const log = jest.spyOn(console, 'log').mockImplementation((text) => out.push(text));
  const error = jest.spyOn(console, 'error').mockImplementation((text) => err.push(text));
  try {
    return { code: await commandLine(args, root), out: out.join('\n'), err: err.join('\n') };
  } finally {
    log.mockRestore();
    error.mockRestore();
  }
}

/** Temporary folders, all removed by `cleanUp`. */
const folders: string[] = [];

/** A new empty folder. */
export function newFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'sandbox-'));
  folders.push(folder);
  return folder;
}

/** Removes every folder that was made. */
export function cleanUp(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/** A workbook of files by name; what is no text is written as JSON. */
export function workbook(files: Readonly<Record<string, unknown>>): string {
  const folder = newFolder();
  for (const [name, content] of Object.entries(files)) {
    writeFileSync(path.join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
  }
  return folder;
}

/** A copy of an example. */
export function example(name: string): string {
  const folder = newFolder();
  cpSync(path.join(root, 'examples', name), folder, { recursive: true });
  return folder;
}

/** Every file of a folder by name. */
export function filesOf(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder)
      .sort()
      .map((name) => [name, readFileSync(path.join(folder, name), 'utf8')]),
  );
}

/** summary.json of an out folder. */
export function summaryOf(folder: string): Summary {
  return readJson<Summary>(folder, 'summary.json');
}

/** A JSON file of an out folder. */
export function readJson<T>(folder: string, name: string): T {
  return JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as T;
}

/** The lines of a `.jsonl` file of an out folder. */
export function readLines<T>(folder: string, name: string): T[] {
  return readFileSync(path.join(folder, name), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);
}

/** The rows of a tab, keyed by header. */
export function rowsOf(folder: string, tab = 'Users'): Record<string, string>[] {
  const file = path.join(folder, `${tab}.csv`);
  const [headers = [], ...rows] = existsSync(file) ? readCsv(readFileSync(file, 'utf8'), tab) : [];
  return rows.map((row) => Object.fromEntries(headers.map((header, column) => [header, row[column] ?? ''])));
}
