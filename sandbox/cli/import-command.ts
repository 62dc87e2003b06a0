import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { ImportAsk, ImportProblem } from '../../src/job/imports/wire';
import { allProblems, partsOf } from '../../src/sidebar/file/parts';
import { FileTrouble, readFile, type FileText } from '../../src/sidebar/file/read-file';
import type { Arguments } from './arguments';
import { ask, ServerSaidNo } from './desk';
import type { Desk } from './desk';
import { lists } from './lists';
import { bundleOf, deskOf, exampleTenant, tenantOf } from './open';
import { deskFiles, json, writeFiles } from './output';
import { UsageError, orUsage } from './usage';
import { readWorkbook } from './workbook';
import type { Workbook } from './workbook';

/** What `import.json` tells. */
export interface ImportSummary {
  readonly format: string;
  /** Records that say something. */
  readonly rows: number;
  readonly added: number;
  readonly updated: number;
  readonly skipped: number;
  readonly problems: readonly ImportProblem[];
  readonly unused: readonly string[];
}

/**
 * `import FILE --into WORKBOOK`: a file becomes rows. Answers the exit code: 1 where something was left out by a
 * problem. Throws UsageError, also for a file that cannot be used at all: then nothing is written.
 */
export function importCommand(args: Arguments, root: string): number {
  const [file, ...more] = args.positionals;
  if (file === undefined || more.length) throw new UsageError('import takes one FILE.');
  if (args.into === undefined) throw new UsageError('import needs --into WORKBOOK, a folder of CSV files.');
  if (args.out === undefined)
    throw new UsageError('import needs --out FOLDER: the workbook it read from stays as it is.');
  const { records } = textOf(file);
  const workbook = withTab(readWorkbook(args.into), args.import.tab ?? 'Users');
  const bundle = bundleOf(path.join(root, 'dist'));
  const desk = deskOf(args, tenantOf(args, workbook, exampleTenant(root)), { bundle, workbook });
  const { summary, same, says } = written(desk, { records, how: args.import });
  writeFiles(args.out, { ...deskFiles(desk), 'import.json': json(summary) });
  console.log(told(summary, same, says));
  return summary.problems.length ? 1 : 0;
}

function textOf(file: string): FileText {
  const bytes = orUsage(file, () => readFileSync(file));
  try {
    return readFile(bytes);
  } catch (error) {
    if (error instanceof FileTrouble) throw new UsageError(`${file}: ${error.message}`);
    throw error;
  }
}

/** The workbook with the tab that rows go to, made where it is missing. Throws UsageError for a tab of nobody's. */
export function withTab(workbook: Workbook, wanted: string): Workbook {
  const tab = lists.tabs.find(({ name }) => name.toLowerCase() === wanted.toLowerCase());
  if (!tab) throw new UsageError(`--tab takes ${lists.tabs.map(({ name }) => name).join(', ')}, not "${wanted}".`);
  if (workbook.tabs.some(({ name }) => name === tab.name)) return workbook;
  const headers = tab.columns.filter(({ optional }) => !optional).map(({ header }) => header);
  return { ...workbook, tabs: [...workbook.tabs, { name: tab.name, rows: [headers] }] };
}

interface Written {
  readonly summary: ImportSummary;
  readonly same: number;
  readonly says: string;
}

function written(desk: Desk, { records, how }: ImportAsk): Written {
  try {
    const view = ask(desk.host, 'lookAtImport', { records, how });
    const id = nameOf(desk, { records, how });
    const parts = partsOf(view, records).map((part, at) =>
      ask(desk.host, 'writeImport', { id, part: at, records: part, how: { ...how, namesakes: 'add' } }),
    );
    const problems = allProblems(view.problems, parts);
    const { says } = ask(desk.host, 'endImport', { problems, unused: view.unused });
    const sum = (name: 'added' | 'updated' | 'skipped' | 'same'): number =>
      parts.reduce((total, part) => total + part[name], 0);
    const { format, rows, unused } = view;
    const counts = { added: sum('added'), updated: sum('updated'), skipped: sum('skipped') };
    return { summary: { format, rows, ...counts, problems, unused }, same: sum('same'), says };
  } catch (error) {
    if (error instanceof ServerSaidNo) throw new UsageError(error.message);
    throw error;
  }
}

/** Names this import: another file, other options and another time are another one. */
function nameOf({ clock }: Desk, file: ImportAsk): string {
  const text = JSON.stringify([file, clock.now()]);
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

function told({ format, rows, added, updated, skipped, problems, unused }: ImportSummary, same: number, says: string) {
  return [
    `${format}: ${rows} rows. Added ${added}, updated ${updated}, skipped ${skipped}, unchanged ${same}. ${problems.length} problems.`,
    ...problems
      .slice(0, 20)
      .map(({ line, column, says: what }) => `  line ${line}${column ? `, ${column}` : ''}: ${what}`),
    ...(unused.length ? [`Nothing came of: ${unused.join(', ')}.`] : []),
    ...(says ? [says] : []),
  ].join('\n');
}
