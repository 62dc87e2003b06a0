import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ImportSummary } from '../../sandbox/cli/import-command';
import { newFolder, readJson, rowsOf, sandbox, workbook, type Said } from '../cli/command';
import { oneDomain } from '../sandbox-desk';

/** Importing files from the command line, into workbooks that a test makes. */

/** What an import came to. */
export interface Imported extends Said {
  readonly folder: string;
  /** import.json; undefined where nothing was written. */
  readonly summary: ImportSummary;
  /** The rows of Users by header. */
  readonly rows: readonly Readonly<Record<string, string>>[];
}

/** A workbook with these rows of Users, at a Google of one domain. */
export function into(users = 'Email,First name,Last name\n', domain = 'shop.example'): string {
  return workbook({ 'Users.csv': users, 'tenant.json': oneDomain(domain) });
}

/** A file with this content. */
export function fileOf(content: string | Uint8Array, name = 'file.csv'): string {
  const file = path.join(newFolder(), name);
  writeFileSync(file, content);
  return file;
}

/** Imports a file into a workbook. */
export async function importFile(file: string, target: string, ...options: string[]): Promise<Imported> {
  const folder = newFolder();
  const said = await sandbox('import', file, '--into', target, '--out', folder, ...options);
  const summary = said.code === 2 ? ({} as ImportSummary) : readJson<ImportSummary>(folder, 'import.json');
  return { ...said, folder, summary, rows: said.code === 2 ? [] : rowsOf(folder) };
}

/** Imports a text into a workbook. */
export function importText(text: string, target = into(), ...options: string[]): Promise<Imported> {
  return importFile(fileOf(text), target, ...options);
}
