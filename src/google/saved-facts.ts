import type { Fact } from '../engine/procedure';
import { Refusal, type Answer, type Request } from '../engine/request';
import type { MemberKind } from './fact-kinds';
import { factKinds, memberKind } from './fact-reads';
import type { NewAccounts } from './new-accounts';

/** Facts on their way from one slice to the next. */

/** What is listed together, as far as it was read. */
export interface Collection {
  state: 'reading' | 'complete' | 'tooLong';
  pagesLeft: number;
  readonly items: Map<string, unknown[]>;
}

/** A list of a collection under way, page by page. `asked`: for whom it is read. */
export interface ListRead {
  readonly name: string;
  readonly collection: Collection;
  readonly kind: MemberKind;
  readonly request: Request;
  readonly asked: readonly Fact<unknown>[];
}

/** What of a table outlives its slice. `newKeys`: objects made by us, with when, in milliseconds since the epoch. */
export interface Lasting {
  readonly values: Map<string, Answer>;
  readonly collections: Map<string, Collection>;
  readonly newKeys: Map<string, number>;
  readonly skusMet: Map<string, Set<string>>;
  readonly accounts: NewAccounts;
}

/** Facts as plain data, for the next slice. */
export interface SavedFacts {
  /** Each value with the names of the facts that have it. */
  readonly values: readonly (readonly [readonly string[], unknown])[];
  readonly collections: readonly {
    readonly name: string;
    readonly complete: boolean;
    readonly items: readonly unknown[];
  }[];
  /** With when they were made, in milliseconds since the epoch. */
  readonly newKeys: readonly (readonly [string, number])[];
  readonly skusMet: readonly (readonly [string, readonly string[]])[];
  /** Accounts that this run made, by their names in plans, with Google's ids. */
  readonly accounts: readonly (readonly [string, string])[];
  /** Facts that Google refuses for good: name, reason and text. */
  readonly forbidden: readonly (readonly [string, string, string])[];
}

/** Facts as plain data. Refusals are left out, so that the next slice asks again, but for those that are an answer. */
export function saveFacts({ values, collections, newKeys, skusMet, accounts }: Lasting): SavedFacts {
  return {
    values: byValue(values),
    collections: [...collections]
      .filter(([, one]) => one.state !== 'reading')
      .map(([name, one]) => ({ name, complete: one.state === 'complete', items: distinct(one.items) })),
    newKeys: [...newKeys],
    skusMet: [...skusMet].map(([name, skus]) => [name, [...skus]] as const),
    accounts: accounts.save(),
    forbidden: [...values].flatMap(([name, answer]) =>
      'refusal' in answer && isAnswer(name, answer.refusal)
        ? [[name, answer.refusal.reason, answer.refusal.message] as const]
        : [],
    ),
  };
}

/** A user is known by address, id and aliases: it is kept once. */
function byValue(values: ReadonlyMap<string, Answer>): SavedFacts['values'] {
  const names = new Map<unknown, string[]>();
  for (const [name, answer] of values) {
    if (!('value' in answer)) continue;
    const { value = null } = answer;
    const known = names.get(value);
    if (known) known.push(name);
    else names.set(value, [name]);
  }
  return [...names].map(([value, all]) => [all, value] as const);
}

function distinct(items: ReadonlyMap<string, readonly unknown[]>): readonly unknown[] {
  const all = new Set<unknown>();
  for (const list of items.values()) for (const item of list) all.add(item);
  return [...all];
}

function byKey(name: string, items: readonly unknown[]): Map<string, unknown[]> {
  const kind = memberKind({ kind: name.split(' ')[0] ?? '', account: '', key: '' });
  const lists = new Map<string, unknown[]>();
  for (const item of items) {
    for (const key of kind.keys(item)) {
      const list = lists.get(key);
      if (list) list.push(item);
      else lists.set(key, [item]);
    }
  }
  return lists;
}

/** Takes up what an earlier slice knew. */
export function loadFacts(saved: SavedFacts, into: Lasting): void {
  for (const [names, value] of saved.values)
    for (const name of names) into.values.set(name, { value: value ?? undefined });
  for (const [name, reason, message] of saved.forbidden)
    into.values.set(name, { refusal: new Refusal(403, reason, { message }) });
  for (const { name, complete, items } of saved.collections) {
    into.collections.set(name, { state: complete ? 'complete' : 'tooLong', pagesLeft: 0, items: byKey(name, items) });
  }
  for (const [key, at] of saved.newKeys) into.newKeys.set(key, at);
  for (const [name, id] of saved.accounts) into.accounts.name(name, id);
  for (const [name, skus] of saved.skusMet) into.skusMet.set(name, new Set(skus));
}

/** Of what was kept, only the products of which nobody in an account was seen to hold a licence. */
export function unheldProducts({ collections }: SavedFacts): SavedFacts {
  const unheld = collections.filter(
    ({ name, complete, items }) => complete && items.length === 0 && name.startsWith('licences '),
  );
  return { values: [], collections: unheld, newKeys: [], skusMet: [], accounts: [], forbidden: [] };
}

function isAnswer(name: string, refusal: Refusal): boolean {
  const kind = factKinds[name.split(' ')[0] ?? ''];
  return (
    kind?.of === 'whole' &&
    kind.mayBeForbidden === true &&
    refusal.status === 403 &&
    !/accessNotConfigured|insufficientPermissions|notEnabled/i.test(refusal.reason)
  );
}
