import { defined } from '../../engine/defined';
import { outcomes } from '../../engine/outcome';
import { noPlan, type Plan } from '../../engine/plan';
import { choicesIn } from '../../engine/question';
import { isObject, isTexts } from '../../engine/request';
import type { Line } from '../../tabs/line';
import { asText, asWrittenFirst, cleanText, says } from '../../table/safe';
import { detailsIn, detailsText, overPlan, planIn, planText } from './plan-cell';
import type { Prove } from './proof';
import { isShared } from './shared-lines';
import { longTexts, shortTexts } from './short-texts';

/** A line of the journal as the cells of a row, and back. */

export const headers = [
  'Key',
  'Outcome',
  'Details',
  'Wish',
  'Plan',
  'Memory',
  'Job',
  'Updated',
  'Seal',
  'Proof',
] as const;

/** The cells of a line, with the proof that Seatsheet wrote it. */
export function cellsOf(line: Line, prove: Prove): string[] {
  const texts = textsOf(line).map(cleanText);
  return [...texts, line.strange ? '' : prove(texts)].map(asText);
}

function textsOf(line: Line): string[] {
  const { question: asks, column, account, did, secret, by, refused, elsewhere, memory } = line;
  // Undefined fields leave no trace in JSON.
  const kept = { ...memory, asks, column, account, did, secret, refused, elsewhere };
  const plan = isOver(line) ? overPlan(line.plan) : line.plan;
  return [
    line.key,
    line.outcome,
    detailsText(isOver(line) ? { ...line, plan: noPlan } : line),
    line.wish,
    planText(plan),
    JSON.stringify({ ...shortTexts(kept, line), startedBy: by }),
    line.work,
    line.updated,
    line.seal ?? '',
  ];
}

/** Whether nothing of a line's plan will be sent or told any more. What rows share is approved for all of them. */
export function isOver(line: Pick<Line, 'key' | 'outcome'>): boolean {
  return !isShared(line) && (line.outcome === 'done' || line.outcome === 'settled');
}

/** The line in a row of cells. One that Seatsheet did not write remembers nothing, plans nothing and is `strange`. */
export function lineOf(cells: readonly string[], prove: Prove): Line {
  const texts = textsIn(cells, prove);
  const [key = '', outcome = '', details = '', wish = '', plan = '', memory = '', work = '', updated = '', seal = ''] =
    texts;
  const known = { key, outcome: outcomes.find((one) => one === outcome) ?? 'notChecked', work, updated } as const;
  if (key !== '' && !isProved(texts, cells, prove))
    return { ...known, details: '', wish: '', plan: noPlan, memory: {}, strange: true };
  const { startedBy, ...short } = objectIn(memory);
  const by = typeof startedBy === 'string' ? startedBy : undefined;
  const long = longTexts(short, { key, work, by });
  const { asks, column, account, did, secret, refused, elsewhere, ...kept } = long;
  let parsed: Plan | undefined;
  // Most lines are looked at without their plans.
  const planned = (): Plan => (parsed ??= planIn(plan));
  return {
    ...known,
    get details() {
      return detailsIn(details, planned);
    },
    wish,
    seal,
    get plan() {
      return planned();
    },
    memory: kept,
    ...questionIn(asks),
    ...(typeof column === 'string' ? { column } : {}),
    ...(typeof account === 'string' ? { account } : {}),
    ...(Array.isArray(did) ? { did: did.map(String) } : {}),
    ...(typeof secret === 'string' ? { secret } : {}),
    ...defined({ by }),
    ...(typeof refused === 'string' ? { refused } : {}),
    ...(typeof elsewhere === 'string' ? { elsewhere } : {}),
  };
}

function isProved(texts: readonly string[], cells: readonly string[], prove: Prove): boolean {
  return says(cells[headers.length - 1] ?? '', prove([...texts]));
}

/** The texts of a line as they were written: where apostrophes before them were kept, the proof holds without these. */
function textsIn(cells: readonly string[], prove: Prove): readonly string[] {
  const held = cells.slice(0, headers.length - 1);
  if (!held.some((text) => text.startsWith("'")) || isProved(held, cells, prove)) return held;
  const written = held.map(asWrittenFirst);
  return isProved(written, cells, prove) ? written : held;
}

function questionIn(asks: unknown): Pick<Line, 'question'> {
  if (!isObject(asks) || typeof asks.kind !== 'string' || typeof asks.says !== 'string' || !isTexts(asks.about))
    return {};
  const { kind, says, about, given } = asks;
  const choices = choicesIn(asks.choices);
  return { question: { kind, says, about, ...defined({ choices }), ...(typeof given === 'string' ? { given } : {}) } };
}

/** Older versions may have written what is not understood any more: the row is then looked at afresh. */
function objectIn(text: string): Record<string, unknown> {
  if (!text.startsWith('{')) return {};
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : {};
  } catch (error) {
    if (error instanceof SyntaxError) return {};
    throw error;
  }
}
