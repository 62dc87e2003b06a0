import type { Arguments } from './arguments';
import { bundleOf, deskOf, exampleTenant, tenantOf } from './open';
import { deskFiles, writeFiles } from './output';
import { UsageError, reasonOf } from './usage';
import { readWorkbook } from './workbook';

/**
 * `script FOLDER --function NAME`: runs a function as the script editor would. Answers the exit code: 1 where it
 * throws.
 */
export function scriptCommand(args: Arguments, root: string): number {
  const [folder, ...more] = args.positionals;
  if (folder === undefined || more.length) throw new UsageError('script takes one FOLDER with an Apps Script project.');
  if (args.function === undefined) throw new UsageError('script needs --function NAME.');
  const workbook = readWorkbook(args.workbook ?? folder);
  const desk = deskOf(args, tenantOf(args, workbook, exampleTenant(root)), { bundle: bundleOf(folder), workbook });
  try {
    const value = desk.host.call(args.function, [], 'editor');
    if (value !== undefined) console.log(typeof value === 'string' ? value : JSON.stringify(value, null, 2));
    return 0;
  } catch (error) {
    console.error(reasonOf(error));
    return 1;
  } finally {
    if (args.out !== undefined) writeFiles(args.out, deskFiles(desk));
  }
}
