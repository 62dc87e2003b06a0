import { Refusal, type Answer } from '../engine/request';
import { factKinds } from './facts';

/** Facts on their way from one slice to the next. */

/** What is listed together, as far as it was read. */
export interface Collection {
  state: 'reading' | 'complete' | 'tooLong';
  pagesLeft: number;
  readonly items: Map<string, unknown[]>;
}

/** What of a table outlives its slice. `newKeys`: objects made by us, with when, in milliseconds since the epoch. */
export interface Lasting {
  readonly values: Map<string, Answer>;
  readonly collections: Map<string, Collection>;
  readonly newKeys: Map<string, number>;
  readonly skusMet: Map<string, Set<string>>;
}

/** Facts as plain data, for the next slice. */
export interface SavedFacts {
  readonly values: readonly (readonly [string, unknown])[];
  readonly collections: readonly { readonly name: string; readonly complete: boolean; readonly items: readonly (readonly [string, readonly unknown[]])[] }[];
  /** With when they were made, in milliseconds since the epoch. */
  readonly newKeys: readonly (readonly [string, number])[];
  readonly skusMet: readonly (readonly [string, readonly string[]])[];
  /** Facts that Google refuses for good: name, reason and text. */
  readonly forbidden: readonly (readonly [string, string, string])[];
}

/** Facts as plain data. Refusals are left out, so that the next slice asks again, but for those that are an answer. */
export function saveFacts({ values, collections, newKeys, skusMet }: Lasting): SavedFacts {
  return {
    values: [...values].flatMap(([name, answer]) => ('value' in answer ? [[name, answer.value ?? null] as const] : [])),
    collections: [...collections].filter(([, one]) => one.state !== 'reading').map(([name, one]) => ({ name, complete: one.state === 'complete', items: [...one.items] })),
    newKeys: [...newKeys],
    skusMet: [...skusMet].map(([name, skus]) => [name, [...skus]] as const),
    forbidden: [...values].flatMap(([name, answer]) => ('refusal' in answer && isAnswer(name, answer.refusal) ? [[name, answer.refusal.reason, answer.refusal.message] as const] : [])),
  };
}

/** Takes up what an earlier slice knew. */
export function loadFacts(saved: SavedFacts, into: Lasting): void {
  for (const [name, value] of saved.values) into.values.set(name, { value: value ?? undefined });
  for (const [name, reason, message] of saved.forbidden) into.values.set(name, { refusal: new Refusal(403, reason, { message }) });
  for (const { name, complete, items } of saved.collections) {
    into.collections.set(name, { state: complete ? 'complete' : 'tooLong', pagesLeft: 0, items: new Map(items.map(([key, list]) => [key, [...list]])) });
  }
  for (const [key, at] of saved.newKeys) into.newKeys.set(key, at);
  for (const [name, skus] of saved.skusMet) into.skusMet.set(name, new Set(skus));
}

function isAnswer(name: string, refusal: Refusal): boolean {
  const kind = factKinds[name.split(' ')[0] ?? ''];
  return kind?.of === 'whole' && kind.mayBeForbidden === true && refusal.status === 403 && !/accessNotConfigured|insufficientPermissions|notEnabled/i.test(refusal.reason);
}
