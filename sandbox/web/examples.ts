import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { HostFile } from '../cli/workbook';
import { readWorkbook } from '../cli/workbook';
import { sheetsOf } from '../cli/sheets';
import type { SheetData } from '../apps-script/host-state';
import { parseTenant } from '../workspace/tenant';
import type { Tenant } from '../workspace/tenant';

/** The workbooks in `examples/`. */

/** One example, read from its folder. */
export interface Example {
  readonly sheets: SheetData[];
  readonly tenant: Tenant;
  readonly host?: HostFile;
}

/** Names of the examples in a folder, in alphabetical order. */
export function exampleNames(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

/** Reads an example. Throws where the workbook or its tenant cannot be read. */
export function readExample(folder: string, name: string): Example {
  const { tabs, host, tenant } = readWorkbook(path.join(folder, name));
  // Whoever keeps such a list has frozen its header; without that, sorting would take the header along.
  const sheets = sheetsOf(tabs).map((sheet) => ({ ...sheet, frozenRows: 1 }));
  return { sheets, tenant: parseTenant(tenant), ...(host && { host }) };
}
