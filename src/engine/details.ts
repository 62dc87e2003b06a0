import { defined } from './defined';
import { Blocked, failuresIn, NotApproved, Waiting, type Outcome } from './outcome';
import type { Question } from './question';
import { Refusal } from './request';
import { inPlan, type Words } from './words';

/** From what a row ended with to its outcome and its Details. */

/** How a row ended, in words. */
export interface Ending {
  readonly outcome: Outcome;
  readonly details: string;
  readonly question?: Question;
  /** Header id of the column to go to. */
  readonly column?: string;
}

/** Explains a refusal of Google's; `final`: only a person can help. */
export type Explain = (refusal: Refusal) => { readonly says: string; readonly remedy: string; readonly final: boolean };

const order: readonly Outcome[] = ['stale', 'blocked', 'failed', 'waiting'];

/** The ending of a row that threw. All its failures are told; the one that asks most of a person gives the outcome. */
export function endingOf(error: unknown, explain: Explain): Ending {
  const endings = failuresIn(error).map((failure) => endingOfOne(failure, explain));
  const worst = [...endings].sort((a, b) => order.indexOf(a.outcome) - order.indexOf(b.outcome))[0];
  if (!worst) throw new Error('An error without any failure in it.');
  return { ...worst, details: [...new Set(endings.map((ending) => ending.details))].join(' ') };
}

function endingOfOne(error: unknown, explain: Explain): Ending {
  if (error instanceof Blocked) {
    const { question, column } = error.options;
    return { outcome: 'blocked', details: error.message, ...defined({ question, column }) };
  }
  if (error instanceof Waiting) return { outcome: 'waiting', details: error.message };
  if (error instanceof NotApproved) return { outcome: 'stale', details: `${error.message} Check this row again.` };
  if (error instanceof Refusal) {
    const { says, remedy, final } = explain(error);
    return { outcome: final ? 'blocked' : 'failed', details: `${says} ${remedy}`.trim() };
  }
  // A mistake of our own ends this row and no other; the row says that it is one.
  return {
    outcome: 'failed',
    details: `Something went wrong inside Seatsheet (${error instanceof Error ? `${error.name}: ${error.message}` : 'unknown'}). Please report it.`,
  };
}

/**
 * What was done, in words: `Created the user, gave Cloud Identity Free.` Empty where nothing was. What `planned` lists
 * comes in that order, so that it does not matter in which order answers came.
 */
export function deedsInWords(done: readonly string[], planned: readonly string[] = []): string {
  const all = new Set(done);
  const text = listed([...planned.filter((one) => all.has(one)), ...done]);
  return text && `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

/** What a plan means to do, in words, each write once: `Will create the user (first name Ana), give the role X.` */
export function planInWords(writes: readonly { readonly need: 'must' | 'may'; readonly words: Words }[]): string {
  const text = listed(writes.filter(({ need }) => need === 'must').map(({ words }) => inPlan(words)));
  return text && `Will ${text}.`;
}

/** A cell holds 50,000 characters, and nobody reads so many. */
const longestList = 4_000;

/** `this, that`, each once. What does not fit is counted, never cut in a word. */
function listed(parts: readonly string[]): string {
  const all = [...new Set(parts)];
  let length = 0;
  const fit = all.filter((part, at) => (length += part.length + 2) <= longestList || at === 0);
  const more = all.length - fit.length;
  return [...fit, ...(more ? [`${more} more (the plan has them all)`] : [])].join(', ');
}
