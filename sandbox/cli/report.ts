import type { Desk } from './desk';
import type { NamedRow } from './naming';
import type { Session } from './session';
import { countOutcomes, countRequests, outcomesOf } from './summary';
import type { RowOutcome, Summary } from './summary';

/** What a session came to, as numbers and as a table for people. */

/** summary.json of a session; `rows` are those of the workbook as it stands now. */
export function summarise(desk: Desk, session: Session, rows: readonly NamedRow[]): Summary {
  const byKey = outcomesOf(rows, session.reached);
  const { counters, mails } = desk.host.state;
  const { begun, time } = session;
  return {
    rows: rows.length,
    outcomes: countOutcomes(byKey),
    byKey,
    requests: countRequests(desk.workspace.log, session.runFrom),
    mails: mails.length,
    documentCalls: counters.documentCalls - begun.documentCalls,
    executions: counters.executions - begun.executions,
    seconds: Math.round(time.to - time.from) / 1000,
    warnings: session.warnings,
    ...(session.plan?.added === undefined ? {} : { added: session.plan.added }),
    ...(session.stopped === undefined ? {} : { stopped: session.stopped }),
  };
}

const words: Readonly<Record<RowOutcome, string>> = {
  settled: 'up to date',
  done: 'done',
  waiting: 'waiting',
  blocked: 'needs you',
  failed: 'failed',
  notReached: 'not reached',
};

/** The table that `run` prints: how many rows of each outcome, then every row that is not settled or done. */
export function table(summary: Summary, rows: readonly NamedRow[]): string {
  const counts = (Object.keys(words) as RowOutcome[]).map(
    (outcome) => `${words[outcome].padEnd(12)}${String(summary.outcomes[outcome]).padStart(6)}`,
  );
  const { requests } = summary;
  return [
    ...counts,
    `${'rows'.padEnd(12)}${String(summary.rows).padStart(6)}`,
    '',
    `${requests.writes} writes, ${requests.checkReads + requests.reads} reads, ${requests.refused} refused, ${summary.executions} executions, ${summary.seconds} s`,
    ...(summary.added === undefined ? [] : [`${summary.added} rows of Users were added by the Team tab.`]),
    ...rows.filter((row) => !isWell(summary.byKey[row.key])).map((row) => line(row)),
    ...summary.warnings.map((warning) => `Warning: ${warning}`),
    ...(summary.stopped === undefined ? [] : [`Stopped: ${summary.stopped}`]),
  ].join('\n');
}

function line({ key, cells }: NamedRow): string {
  const status = cells['status'] || 'not reached';
  return `${key}: ${status}${cells['details'] ? `: ${cells['details'].replace(/\s*\n\s*/g, ' ')}` : ''}`;
}

function isWell(outcome: RowOutcome | undefined): boolean {
  return outcome === 'settled' || outcome === 'done';
}

/** 0 where every row of `rows` is settled or done, nothing was stopped and the arithmetic holds, else 1. */
export function exitCode(summary: Summary, rows: readonly NamedRow[], session: Session): number {
  if (summary.stopped !== undefined || session.adrift) return 1;
  return rows.every((row) => isWell(summary.byKey[row.key])) ? 0 : 1;
}
