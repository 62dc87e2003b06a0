import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Desk } from './desk';
import { fileOfTab, textTabs } from './sheets';
import { orUsage } from './usage';
import type { HostFile } from './workbook';

/** The files of `--out`. */

/** File name and content. */
export type Files = Readonly<Record<string, string>>;

/** The files that every command with `--out` writes: the tabs, host.json, tenant.json, the requests and the mails. */
export function deskFiles({ host, workspace, clock }: Desk): Files {
  const { properties, triggers, mails } = host.state;
  const hostFile: HostFile = { properties, triggers };
  return {
    ...Object.fromEntries(textTabs(host.state.sheets).map(fileOfTab)),
    'host.json': json(hostFile),
    'tenant.json': json({ ...workspace.tenant(), now: new Date(clock.now()).toISOString() }),
    'requests.jsonl': jsonLines(workspace.log),
    'mail.jsonl': jsonLines(mails),
  };
}

/** Data as a file of its own. */
export function json(data: unknown): string {
  return `${JSON.stringify(data, null, 2)}\n`;
}

/** Data as one JSON text a line. */
export function jsonLines(lines: readonly unknown[]): string {
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
}

/** Writes files into a folder, which is made where it is missing. Throws UsageError where that cannot be done. */
export function writeFiles(folder: string, files: Files): void {
  orUsage(`--out ${folder}`, () => {
    mkdirSync(folder, { recursive: true });
    for (const [name, content] of Object.entries(files)) writeFileSync(path.join(folder, name), content);
  });
}
