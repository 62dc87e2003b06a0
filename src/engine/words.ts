import { defined } from './defined';
import { shortened } from './shorten';

/** What writes are called, and the values that they carry, so that a plan tells exactly what will be sent. */

/**
 * A value that is sent: in words (`last name Ruíz`), as a pair that totals tell apart (`password`, `made`), or as a
 * change: what, from what, to what. Values from outside have gone through `shownValue`.
 */
export type Told = string | readonly [what: string, is: string] | readonly [what: string, from: string, to: string];

/** What a write is called in plans, and once it is done. */
export interface Words {
  /** What is done, without what it is of: `create the user`, `give the role`. */
  readonly plan: string;
  /** What of it, which totals tell apart: `Customer Care`. */
  readonly what?: string;
  readonly values?: readonly Told[];
  /** A text that is sent as it stands here: a mail. */
  readonly text?: string;
  /** The kind, in totals, where that is worded otherwise: `create users`. */
  readonly many?: string;
  /** Whom or what it is about, where that is not the row itself. */
  readonly of?: string;
  /** A check cannot know whether it is needed: it stands in the plan as what may be done. */
  readonly maybe?: true;
  readonly done: string;
}

type Loose = { readonly [Part in keyof Omit<Words, 'maybe'>]: Words[Part] | undefined } & Pick<Words, 'plan' | 'done'>;

/** The words of a write that stand in its plan, always in the same order: they are sealed as they stand. */
export function planWords({ plan, what, values, text, many, of, done }: Loose): Words {
  return { plan, ...defined({ what }), ...(values?.length ? { values } : {}), ...defined({ text, many, of }), done };
}

/**
 * A write in one line: `change last name Ruiz → Ruíz, org unit / → /Sales`, `create the user (first name Ana, password
 * made)`.
 */
export function inPlan({ plan, what = '', values = [] }: Pick<Words, 'plan' | 'what' | 'values'>): string {
  const others = values
    .filter((told) => !isChange(told))
    .map((told) => (typeof told === 'string' ? told : told.join(' ')));
  const text = withChanges(plan, { what, values });
  return others.length ? `${text} (${others.join(', ')})` : text;
}

/** A verb with what it is about and what it changes: `changed last name Ruiz → Ruíz`, `gave Cloud Identity Free`. */
export function withChanges(verb: string, { what = '', values = [] }: Pick<Words, 'what' | 'values'>): string {
  const changes = values.filter(isChange).map(changeInWords).join(', ');
  return [verb, what, changes].filter(Boolean).join(' ');
}

/**
 * `last name Ruiz → Ruíz`. Between two values that are written from right to left an arrow would point from the new one
 * to the old one (Unicode Bidirectional Algorithm, neutral types), in a cell too: there a word stands, `“כהן” to “לוי”`.
 */
export function changeInWords([what, from, to]: readonly [what: string, from: string, to: string]): string {
  const change = `${from} → ${to}`;
  return `${what} ${toTheLeft.test(change) ? `${quoted(from)} to ${quoted(to)}` : change}`;
}

/** An arrow whose nearest letters on both sides are Hebrew or Arabic, which are written from right to left. */
const toTheLeft = /[\p{sc=Hebr}\p{sc=Arab}]\P{L}* → \P{L}*[\p{sc=Hebr}\p{sc=Arab}]/u;

function quoted(value: string): string {
  return value.startsWith('“') ? value : `“${value}”`;
}

/** Whether a value is a change. */
export function isChange(told: Told): told is readonly [what: string, from: string, to: string] {
  return typeof told !== 'string' && told.length === 3;
}

/** Longer values end at a word, and say how long they are: a plan is read, and has to fit a cell. */
const longest = 200;

/** What could be taken for words of ours: what separates values, and quotation marks. */
const unclear = /[,;:()→“”"«»…]|^nothing$|\s\s/;

/** Directions of writing that would put the words of a plan into another order. */
const turning = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;

/**
 * A value as it stands in a sentence: on one line, between quotation marks where it could be taken for anything else,
 * and `nothing` where it is empty.
 */
export function shownValue(value: string): string {
  const text = value
    .replace(turning, '')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim();
  if (text === '') return 'nothing';
  const { length } = Array.from(text);
  const short = `${shortened(text, longest)}${length > longest ? ` (${length} characters)` : ''}`;
  return unclear.test(short) ? `“${short.replace(/[“”]/g, '"')}”` : short;
}
