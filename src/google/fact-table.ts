import type { FactSource, Read } from '../engine/ports';
import type { Fact } from '../engine/procedure';
import type { Answer, Request } from '../engine/request';
import { FactReader, type Learned } from './fact-reader';
import { collectionOf, factName, kindOf, memberKind } from './fact-reads';
import { emptyOf, hangsOn } from './hanging';
import { NewAccounts } from './new-accounts';
import { loadFacts, saveFacts, type Collection, type SavedFacts } from './saved-facts';

/** What is known of Google at the moment: read, or changed by our own writes. */

/** The facts of a slice: what was read (`fact-reader.ts`), and what our own writes changed. */
export class FactTable implements FactSource, Learned {
  /** Accounts that this run makes. */
  readonly accounts = new NewAccounts();
  readonly values = new Map<string, Answer>();
  readonly collections = new Map<string, Collection>();
  readonly readAgain = new Set<string>();
  private readonly reader = new FactReader(this);
  readonly newKeys = new Map<string, number>();
  readonly skusMet = new Map<string, Set<string>>();
  private readonly planned = { values: new Map<string, Answer>(), newKeys: new Set<string>() };
  private planning = false;

  /** `now`: milliseconds since the epoch. */
  constructor(private readonly now: () => number = () => 0) {}

  known(fact: Fact<unknown>): Answer | undefined {
    const name = factName(fact);
    const value = this.planned.values.get(name) ?? this.values.get(name);
    if (value) return value;
    if (this.readAgain.has(name)) return undefined;
    if (this.isNewObject(fact)) return { value: emptyOf(fact) };
    return this.accounts.known(fact) ?? this.listed(fact);
  }

  private listed(fact: Fact<unknown>): Answer | undefined {
    const kind = kindOf(fact);
    if (kind.of === 'whole') return undefined;
    if (kind.of === 'all') return this.everything(fact, kind.members);
    const collection = this.collections.get(collectionOf(fact, kind));
    if (!collection) return undefined;
    const items = collection.items.get(fact.key);
    if (!items && collection.state !== 'complete') return undefined;
    return { value: kind.value(items ?? []) };
  }

  /** All of a collection that was read to its end, as each is known now. */
  private everything({ account }: Fact<unknown>, members: string): Answer | undefined {
    const one = (key: string): Fact<unknown> => ({ kind: members, account, key });
    const kind = memberKind(one(''));
    const collection = this.collections.get(collectionOf(one(''), kind));
    if (collection?.state !== 'complete') return undefined;
    const names = new Set([...collection.items.values()].flatMap((items) => items.map((item) => kind.keys(item)[0])));
    return { value: [...names].flatMap((name) => (name === undefined ? [] : (this.valueOf(one(name)) ?? []))) };
  }

  /** The value of a fact, where it is known and was not refused. */
  valueOf<T>(fact: Fact<T>): T | undefined {
    const known = this.known(fact);
    return known && 'value' in known ? (known.value as T) : undefined;
  }

  forget(fact: Fact<unknown>): void {
    this.values.delete(factName(fact));
    this.planned.values.delete(factName(fact));
    this.readAgain.add(factName(fact));
  }

  /** How many rows there are in all, of which only some ask at a time. */
  expectRows(rows: number): void {
    this.reader.expectRows(rows);
  }

  reads(facts: readonly Fact<unknown>[]): readonly Read[] {
    return this.reader.reads(facts);
  }

  /** Whoever read has ended, and what was under way is lost: lists that were not read to their end stay so. */
  dropReads(): void {
    this.reader.dropReads();
  }

  /** What Google has, as plain data, without what is only planned. */
  save(): SavedFacts {
    return saveFacts(this);
  }

  /** Takes up what an earlier slice knew. */
  load(saved: SavedFacts): void {
    loadFacts(saved, this);
  }

  /** Sets a fact to what is known now: an effect of a write. */
  set<T>(fact: Fact<T>, value: T): void {
    this.readAgain.delete(factName(fact));
    this.changed.set(factName(fact), { value });
  }

  /** What `apply` changes is only planned: known here, but never taken for what Google has. */
  plan(apply: () => void): void {
    this.planning = true;
    try {
      apply();
    } finally {
      this.planning = false;
    }
  }

  private get changed(): Map<string, Answer> {
    return this.planning ? this.planned.values : this.values;
  }

  /** What was known under an address is known under the new one: License Manager goes by the present address. */
  rename(account: string, from: string, to: string): void {
    for (const name of this.collections.keys()) {
      const [kind, of, productId] = name.split(' ');
      if (kind !== 'licences' || of !== account || !productId) continue;
      const known = this.known({ kind, account, key: `${productId} ${from}` });
      if (known) this.changed.set(factName({ kind, account, key: `${productId} ${to}` }), known);
    }
  }

  /** Marks an object as created by us: nothing hangs on it yet, and Google may not have heard of it everywhere. */
  markNew(...keys: readonly string[]): void {
    for (const key of keys.map((one) => one.toLowerCase())) {
      if (this.planning) this.planned.newKeys.add(key);
      else this.newKeys.set(key, this.now());
    }
  }

  /** Whether a request is about an object that was created by us a short time ago. */
  isNew(request: Request): boolean {
    return this.bornAt(request) !== undefined;
  }

  /** Whether a request goes to an account that was created by us a short time ago. */
  isInNewAccount({ account }: Request): boolean {
    return this.newKeys.has(account.toLowerCase());
  }

  /**
   * When the object that a request is about was created by us, in milliseconds since the epoch; undefined where it was
   * not.
   */
  bornAt(request: Request): number | undefined {
    if (this.newKeys.size === 0) return undefined;
    const { userId, assignedTo, email } = request.body ?? {};
    const subjects = [...Object.values(request.params), userId, assignedTo, email];
    const born = subjects.flatMap((subject) =>
      typeof subject === 'string' ? (this.newKeys.get(subject.toLowerCase()) ?? []) : [],
    );
    return born.length ? Math.max(...born) : undefined;
  }

  /**
   * Whether a fact is taken for granted because its object was created by us: nothing was read or written of it since.
   */
  assumes(fact: Fact<unknown>): boolean {
    const name = factName(fact);
    return !this.values.has(name) && !this.readAgain.has(name) && this.isNewObject(fact);
  }

  /** The SKU ids of a product that were seen on anybody in the account. */
  skusSeen(account: string, productId: string): readonly string[] {
    return [...(this.skusMet.get(`licences ${account} ${productId}`) ?? [])];
  }

  private isNewObject(fact: Fact<unknown>): boolean {
    if (this.newKeys.size + this.planned.newKeys.size === 0) return false;
    const subject = hangsOn(fact);
    return subject !== undefined && (this.newKeys.has(subject) || this.planned.newKeys.has(subject));
  }
}
