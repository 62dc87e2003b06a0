import path from 'node:path';
import type { Arguments } from './arguments';
import { ask, ServerSaidNo } from './desk';
import { lists } from './lists';
import { bundleOf, deskOf, tenantOf } from './open';
import { deskFiles, writeFiles } from './output';
import { UsageError } from './usage';
import { readWorkbook } from './workbook';

/**
 * `report NAME WORKBOOK`: fills the tab of a report. Answers the exit code: 1 where Google or the product says no.
 * Throws UsageError.
 */
export function reportCommand(args: Arguments, root: string): number {
  const [id, folder, ...more] = args.positionals;
  const names = lists.reports.map((report) => report.id);
  if (id === undefined || folder === undefined || more.length)
    throw new UsageError(`report takes a NAME (${names.join(', ')}) and a WORKBOOK.`);
  if (!names.includes(id)) throw new UsageError(`There is no report "${id}". There are: ${names.join(', ')}.`);
  const workbook = readWorkbook(folder);
  const bundle = bundleOf(path.join(root, 'dist'));
  const desk = deskOf(args, tenantOf(args, workbook), { bundle, workbook });
  try {
    console.log(ask(desk.host, 'makeReport', { id }).says);
    return 0;
  } catch (error) {
    if (!(error instanceof ServerSaidNo)) throw error;
    console.error(error.message);
    return 1;
  } finally {
    if (args.out !== undefined) writeFiles(args.out, deskFiles(desk));
  }
}
