import type { Refusal } from '../engine/request';

/**
 * One meaning of a refusal: which refusals have it, and what to tell the administrator. A refusal has the meaning when
 * every condition that is given holds. In the texts `{who}`, `{group}`, `{product}`, `{domain}`, `{api}`, `{service}`
 * and `{library}` are filled in (`{Who}` at the start of a sentence), and `{google}` is a sentence that quotes Google.
 */
export interface RefusalRow {
  readonly code: string;
  readonly status?: readonly number[];
  readonly reason?: readonly string[];
  readonly text?: RegExp;
  /** Operations it is about: a whole id, or the beginning of one that ends in a dot. */
  readonly op?: readonly string[];
  readonly means?: (refusal: Refusal, op: string) => boolean;
  readonly says: string;
  readonly remedy: string;
}

/** Whether a refusal of an operation has the meaning of a row. */
export function hasMeaning(row: RefusalRow, refusal: Refusal, op: string): boolean {
  if (row.status && !row.status.includes(refusal.status)) return false;
  if (row.reason && !row.reason.includes(refusal.reason)) return false;
  if (row.text && !row.text.test(refusal.message)) return false;
  if (row.op && !row.op.some((known) => known === op || (known.endsWith('.') && op.startsWith(known)))) return false;
  return row.means === undefined || row.means(refusal, op);
}
