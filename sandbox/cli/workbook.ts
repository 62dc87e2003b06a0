import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { HostState } from '../apps-script/host-state';
import { tabOfFile } from './sheets';
import type { TextTab } from './sheets';
import { UsageError, orUsage } from './usage';

/** A WORKBOOK folder: CSV files named after tabs and, from an earlier run, what outlived its executions. */

/** What host.json holds: everything of the host that a later run needs and that no tab shows. */
export type HostFile = Pick<HostState, 'properties' | 'triggers'>;

/** A workbook as read. */
export interface Workbook {
  readonly tabs: readonly TextTab[];
  readonly host?: HostFile;
  /** tenant.json, parsed but not checked; undefined: there is none. */
  readonly tenant?: unknown;
}

/** Reads a workbook. Throws UsageError for a folder or a file that cannot be read. */
export function readWorkbook(folder: string): Workbook {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) throw new UsageError(`${folder} is not a folder.`);
  const files = readdirSync(folder)
    .filter((file) => /\.csv$/i.test(file))
    .sort();
  const tabs = files.map((file) => tabOfFile(file, readFileSync(path.join(folder, file), 'utf8')));
  const host = path.join(folder, 'host.json');
  const tenant = path.join(folder, 'tenant.json');
  return {
    tabs,
    ...(existsSync(host) ? { host: readHostFile(host) } : {}),
    ...(existsSync(tenant) ? { tenant: readJson(tenant) } : {}),
  };
}

/** Reads a JSON file. Throws UsageError where there is none or it is broken. */
export function readJson(file: string): unknown {
  return orUsage(file, () => JSON.parse(readFileSync(file, 'utf8')) as unknown);
}

function readHostFile(file: string): HostFile {
  const data = readJson(file);
  if (!isHostFile(data)) throw new UsageError(`${file} is not a host file: it needs "properties" and "triggers".`);
  return data;
}

function isHostFile(data: unknown): data is HostFile {
  if (!isObject(data) || !isObject(data['properties']) || !Array.isArray(data['triggers'])) return false;
  const { document, script, users } = data['properties'];
  return isTexts(document) && isTexts(script) && isObject(users) && Object.values(users).every(isTexts);
}

function isTexts(data: unknown): boolean {
  return isObject(data) && Object.values(data).every((value) => typeof value === 'string');
}

function isObject(data: unknown): data is Record<string, unknown> {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}
