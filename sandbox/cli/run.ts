import path from 'node:path';
import type { Arguments } from './arguments';
import { ServerSaidNo } from './desk';
import type { Desk } from './desk';
import { handOffFile, mailDetails, requireFolder } from './hand-off';
import { inviteAdministrators } from './invite';
import { instructionsFile, mailInstructions, requireFolderForPages } from './instructions';
import { handOff } from './job';
import { missingColumns, namedRows } from './naming';
import { bundleOf, deskOf, tenantOf } from './open';
import { deskFiles, json, jsonLines, writeFiles } from './output';
import type { Files } from './output';
import { planLines } from './plan-lines';
import { exitCode, summarise, table } from './report';
import { requireCustomer, requireRows, rowsInScope, rowsOfAction, withCustomerId } from './scope';
import { work } from './session';
import { textTabs } from './sheets';
import type { Summary } from './summary';
import { UsageError, reasonOf } from './usage';
import { readWorkbook } from './workbook';
import type { Workbook } from './workbook';

/**
 * `run WORKBOOK`: checks, approves and runs. Answers the exit code; throws UsageError. `root` is the project's folder.
 */
export function runCommand(args: Arguments, root: string): number {
  const workbook = readWorkbook(workbookFolder(args));
  requireUsable(workbook, args);
  requireFolder(args);
  requireFolderForPages(args);
  const tenant = tenantOf(args, workbook);
  requireCustomer(args.scope, namedRows(workbook.tabs), tenant);
  const desk = deskOf(args, tenant, { bundle: bundleOf(path.join(root, 'dist')), workbook });
  desk.host.state.properties.document['setting:transport'] = args.transport;
  setFor(desk, args, args.as ?? tenant.signedInAs ?? '');
  desk.host.state.properties.document['setting:pace'] = args.pace;
  const session = work(desk, { ...args, scope: withCustomerId(args.scope, tenant) });
  const plan = planLines(desk, session);
  if (args.handOff === 'mail') plan.push(...mailDetails(desk, args, { session, tenant }));
  inviteAdministrators(desk, args, session);
  if (args.instructions === 'mail') mailInstructions(desk, session);
  const rows = namedRows(textTabs(desk.host.state.sheets));
  const summary = summarise(desk, session, rows);
  if (args.out !== undefined)
    writeFiles(args.out, {
      ...filesOf(desk, plan, summary),
      ...handOffFile(desk, args.handOff),
      ...instructionsFile(desk, args.instructions),
    });
  console.log(table(summary, rows));
  return exitCode(summary, rowsOfAction(rowsInScope(rows, args.scope, tenant), args.action), session);
}

function workbookFolder({ positionals }: Arguments): string {
  const [folder, ...more] = positionals;
  if (folder === undefined) throw new UsageError('run takes a WORKBOOK: a folder of CSV files.');
  if (more.length) throw new UsageError(`run takes one WORKBOOK, not also ${more.join(', ')}.`);
  return folder;
}

/**
 * Limits, protected people, what lists mean and what becomes of leavers are settings of the person at the sheet, beside
 * whatever else that person has set.
 */
function setFor({ host }: Desk, { limits, protect, licences: lists, leaveTo }: Arguments, person: string): void {
  const set = {
    ...limits,
    ...(protect ? { protect } : {}),
    ...(lists ? { lists } : {}),
    ...(leaveTo ? { leaveTo } : {}),
  };
  if (Object.keys(set).length === 0) return;
  const own = (host.state.properties.users[person] ??= {});
  own['settings'] = JSON.stringify({ ...(JSON.parse(own['settings'] ?? '{}') as object), ...set });
}

function requireUsable(workbook: Workbook, { scope, samePerson, yes, choices }: Arguments): void {
  const missing = missingColumns(workbook.tabs);
  if (missing.length) throw new UsageError(missing.join('\n'));
  const rows = namedRows(workbook.tabs);
  requireRows(scope, rows);
  for (const keys of [samePerson, yes, Object.keys(choices)])
    if (typeof keys !== 'string') requireRows({ kind: 'rows', rows: keys }, rows);
}

/** Everything that `--out` receives, as it stood when the job had ended: reading the hand-off adds nothing to it. */
function filesOf(desk: Desk, plan: readonly unknown[], summary: Summary): Files {
  return {
    ...deskFiles(desk),
    'plan.jsonl': jsonLines(plan),
    'summary.json': json(summary),
    'handoff.json': json(waitingForHandOff(desk)),
  };
}

/** Somebody who cannot work here has nobody to hand anything to; any other reason is said. */
function waitingForHandOff(desk: Desk): ReturnType<typeof handOff> {
  try {
    return handOff(desk);
  } catch (error) {
    if (!(error instanceof ServerSaidNo)) console.error(`The hand-off cannot be read: ${reasonOf(error)}`);
    return [];
  }
}
