import type { Plan } from '../engine/plan';
import type { Question } from '../engine/question';
import type { Outcome } from '../engine/outcome';

/** What is kept of a row between executions. */

/** What a row learnt in earlier jobs, as JSON: each tab reads its own out of it. No secrets. */
export type Memory = Readonly<Record<string, unknown>>;

/** One line of the journal: how a row stands. */
export interface Line {
  readonly key: string;
  readonly outcome: Outcome;
  readonly details: string;
  /** Digest of the wish without its secrets. */
  readonly wish: string;
  readonly plan: Plan;
  readonly memory: Memory;
  /** Id of the check or run that wrote the line. */
  readonly work: string;
  /** RFC 3339. */
  readonly updated: string;
  /** Who started that check or run. */
  readonly by?: string;
  /** What the row asks a person. */
  readonly question?: Question;
  /** What kept the same writes from being made in the run before, where a check plans them once more. */
  readonly refused?: string;
  /** Column to go to. */
  readonly column?: string;
  /** What a run did for the row so far (`created the user`), while it is under way; its Details say it in the end. */
  readonly did?: readonly string[];
  /** What makes the line verifiable for its job and for the person who started it. */
  readonly seal?: string;
  /** A keyed code of the secret that stood in the row's cell when it was checked; left out where the tab has none. */
  readonly secret?: string;
  /** Somebody else wrote the line, or changed it: it says nothing of the row, which is looked at as new. */
  readonly strange?: true;
  /** Customer id of the account that serves the row, once that is known. */
  readonly account?: string;
  /** Whose administrator the row waits for, where whoever checked it does not reach it. */
  readonly elsewhere?: string;
}

/** The lines that there are. */
export interface Lines {
  readonly all: readonly Line[];
  line(key: string): Line | undefined;
  /** The line of shared work. */
  shared(key: string): Line | undefined;
  /** The line whose memory holds this id in a column of ids, whatever key it had when it was written. */
  byId(column: string, id: string): Line | undefined;
  /** Gives lines the keys that their rows have now, all at once; answers with the lines as they are then. */
  rename(rows: readonly { readonly line: Line | undefined; readonly key: string }[]): readonly (Line | undefined)[];
}

/** A row key without its tab: `Users!ana@shop.example` is `ana@shop.example`. */
export function titleOf(key: string): string {
  return key.slice(key.indexOf('!') + 1);
}

/** What differs at Google from what Seatsheet wrote, and was left. */
export function driftIn({ drift }: Memory): readonly string[] {
  return Array.isArray(drift) ? drift.filter((one): one is string => typeof one === 'string') : [];
}
