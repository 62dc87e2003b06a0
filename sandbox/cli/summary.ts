import { isOperationId, operations } from '../workspace/operations';
import type { LoggedRequest } from '../workspace/port';
import type { NamedRow } from './naming';

/** The arithmetic of summary.json. */

/** How a row ended, as summary.json counts it. */
export type RowOutcome = 'settled' | 'done' | 'waiting' | 'blocked' | 'failed' | 'notReached';

/**
 * How many requests there were: reads of the check and of the run, writes that Google accepted, and whatever it
 * refused.
 */
export interface RequestCounts {
  readonly checkReads: number;
  readonly reads: number;
  readonly writes: number;
  readonly refused: number;
}

/** summary.json. `seconds` are those of the clock, virtual or real, from the click on Check to the last row. */
export interface Summary {
  readonly rows: number;
  readonly outcomes: Readonly<Record<RowOutcome, number>>;
  readonly byKey: Readonly<Record<string, RowOutcome>>;
  readonly requests: RequestCounts;
  readonly mails: number;
  readonly documentCalls: number;
  readonly executions: number;
  readonly seconds: number;
  readonly warnings: readonly string[];
  /** Rows of Users that the Team tab added at the last check. */
  readonly added?: number;
  readonly stopped?: string;
}

const words: Readonly<Record<string, RowOutcome>> = {
  'up to date': 'settled',
  done: 'done',
  waiting: 'waiting',
  'needs you': 'blocked',
  failed: 'failed',
};

/**
 * The outcome that a Status word stands for. Ready, Running, Changed since check and an empty cell are all not reached.
 */
export function outcomeOf(status: string): RowOutcome {
  return words[status.trim().toLowerCase()] ?? 'notReached';
}

/**
 * Every row by its key, in sheet order. `reached` false: the check never ended, and an older Status says nothing about
 * now.
 */
export function outcomesOf(rows: readonly NamedRow[], reached: boolean): Record<string, RowOutcome> {
  return Object.fromEntries(
    rows.map((row) => [row.key, reached ? outcomeOf(row.cells['status'] ?? '') : 'notReached']),
  );
}

/** How many rows there are of each outcome, all six of them. */
export function countOutcomes(byKey: Readonly<Record<string, RowOutcome>>): Record<RowOutcome, number> {
  const counts: Record<RowOutcome, number> = { settled: 0, done: 0, waiting: 0, blocked: 0, failed: 0, notReached: 0 };
  for (const outcome of Object.values(byKey)) counts[outcome] += 1;
  return counts;
}

/** Whether a logged request only read. An operation that nobody knows is none. */
export function isRead({ op }: LoggedRequest): boolean {
  return isOperationId(op) && operations[op].verb === 'GET';
}

/**
 * Whether a logged request changed something at Google: it was no read and was accepted, even if its answer was lost.
 */
export function isWrite(line: LoggedRequest): boolean {
  return !isRead(line) && (isAccepted(line) || line.reason === 'noAnswerApplied');
}

/** Whether Google said no, or nothing at all. */
export function isRefused(line: LoggedRequest): boolean {
  return !isAccepted(line);
}

function isAccepted({ status }: LoggedRequest): boolean {
  return status >= 200 && status < 400;
}

/** Counts the log; the run began with its line `runFrom`. */
export function countRequests(log: readonly LoggedRequest[], runFrom: number): RequestCounts {
  return {
    checkReads: log.slice(0, runFrom).filter(isRead).length,
    reads: log.slice(runFrom).filter(isRead).length,
    writes: log.filter(isWrite).length,
    refused: log.filter(isRefused).length,
  };
}
