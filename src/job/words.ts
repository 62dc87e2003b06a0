import { outcomes, type Outcome } from '../engine/outcome';
import { statusWord } from '../table/status';
import type { Counts } from './wire';

/** How work stands, in words of texts that are read outside of the sidebar: mails and cards. */

/** The words that do not read well after a number. */
const after: Readonly<Partial<Record<Outcome, string>>> = { blocked: 'need you', notChecked: 'not checked' };

/** What was done first, then what was not, then what somebody has to look at. */
const order: readonly Outcome[] = ['done', 'settled', 'planned', 'running', 'notReached', 'stale', 'waiting'];

/** `106 done, 160 not reached, 34 need you`; '' where there are no rows. */
export function countsInWords(counts: Counts): string {
  return [...order, ...outcomes.filter((outcome) => !order.includes(outcome))]
    .map((outcome) => [counts[outcome] ?? 0, after[outcome] ?? statusWord(outcome).toLowerCase()] as const)
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${count} ${word}`)
    .join(', ');
}

/** An instant as `2026-11-22 14:31 UTC`. */
export function atUtc(instant: string): string {
  return `${instant.slice(0, 16).replace('T', ' ')} UTC`;
}
