import { isObject, Refusal, type Answer } from '../engine/request';

/**
 * What Google answered, held against what a read expects of it: a value of its shape, or else a refusal. An answer that
 * is none must never pass for “there is nothing”.
 */

/** What an object has at least: fields that hold text or a number. */
export interface Shape {
  readonly has: readonly string[];
}

/** The object, or a refusal. `op`: the read that brought it. */
export function objectIn(value: unknown, { has }: Shape, op: string): Answer {
  const isOne = isObject(value) && has.every((field) => isGiven(value[field]));
  return isOne ? { value } : badAnswer(op);
}

function isGiven(value: unknown): boolean {
  return (typeof value === 'string' && value !== '') || typeof value === 'number';
}

/** The items of one page of a list, or a refusal. Google leaves the field out where there are none. */
export function itemsIn(
  value: unknown,
  { list, ...shape }: Shape & { readonly list: string },
  op: string,
): { readonly items: readonly unknown[] } | Extract<Answer, { refusal: Refusal }> {
  const items = isObject(value) ? (value[list] ?? []) : undefined;
  if (!Array.isArray(items)) return badAnswer(op);
  return items.every((item) => 'value' in objectIn(item, shape, op)) ? { items } : badAnswer(op);
}

/** The refusal of an answer that is not what was asked for. */
export function badAnswer(op: string): Extract<Answer, { refusal: Refusal }> {
  return { refusal: new Refusal(0, 'badAnswer', { message: 'The answer is not what was asked for.', op }) };
}

/** The answer with another value made of its own; a refusal as it is. */
export function mapped(answer: Answer, make: (value: unknown) => unknown): Answer {
  return 'refusal' in answer ? answer : { value: make(answer.value) };
}
