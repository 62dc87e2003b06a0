import type { FactSource, Read } from '../engine/ports';
import type { Fact } from '../engine/procedure';
import type { Answer, Request } from '../engine/request';
import type { MemberKind, WholeKind } from './fact-kinds';
import { collectionOf, factName, kindOf, memberKind } from './fact-reads';
import { emptyOf, hangsOn } from './hanging';
import { NewAccounts } from './new-accounts';
import { memberIn, oneIn, pageIn } from './read-answers';
import { mapped, objectIn } from './answers';
import type { Licence } from './resources';
import type { ResoldCustomer } from './reseller-resources';
import { loadFacts, saveFacts, type Collection, type Lasting, type ListRead, type SavedFacts } from './saved-facts';

/** What is known of Google at the moment: read, or changed by our own writes. */

/** The facts of a slice. Reads whole lists where many facts of a collection are asked, single objects where few are. */
export class FactTable implements FactSource, Lasting {
  /** Accounts that this run makes. */
  readonly accounts = new NewAccounts();
  readonly values = new Map<string, Answer>();
  readonly collections = new Map<string, Collection>();
  private readonly underWay = new Set<string>();
  private readonly readAgain = new Set<string>();
  readonly newKeys = new Map<string, number>();
  readonly skusMet = new Map<string, Set<string>>();
  private readonly planned = { values: new Map<string, Answer>(), newKeys: new Set<string>() };
  private planning = false;
  private rows = 0;

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

  /**
   * How many rows there are in all, of which only some ask at a time: a list goes on for as many pages as they are
   * worth.
   */
  expectRows(rows: number): void {
    this.rows = rows;
  }

  reads(facts: readonly Fact<unknown>[]): readonly Read[] {
    const open = facts.filter((fact) => !this.underWay.has(factName(fact)));
    // Whole collections first: whoever asks for a member of one then waits for its list.
    const lists = open.flatMap((fact) => {
      const kind = kindOf(fact);
      return kind.of === 'all' ? this.readAll(fact, kind.members) : [];
    });
    const members = [...this.byCollection(open)].flatMap(([collection, some]) => this.readMembers(collection, some));
    const others = open.flatMap((fact) => {
      const kind = kindOf(fact);
      return kind.of === 'whole' ? [this.readWhole(fact, kind)] : [];
    });
    return [...lists, ...members, ...others];
  }

  /** Whoever read has ended, and what was under way is lost: lists that were not read to their end stay so. */
  dropReads(): void {
    for (const collection of this.collections.values())
      if (collection.state === 'reading') collection.state = 'tooLong';
    this.underWay.clear();
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

  private byCollection(facts: readonly Fact<unknown>[]): Map<string, Fact<unknown>[]> {
    const groups = new Map<string, Fact<unknown>[]>();
    for (const fact of facts) {
      const kind = kindOf(fact);
      if (kind.of !== 'member') continue;
      const name = collectionOf(fact, kind);
      const group = groups.get(name);
      if (group) group.push(fact);
      else groups.set(name, [fact]);
    }
    return groups;
  }

  private readMembers(name: string, facts: readonly Fact<unknown>[]): readonly Read[] {
    const first = facts[0];
    if (!first) return [];
    const kind = memberKind(first);
    const known = this.collections.get(name);
    if (known?.state === 'reading') return [];
    const again = facts.some((fact) => this.readAgain.has(factName(fact)));
    const nobodySeen = !kind.single && !this.skusMet.get(name)?.size;
    if ((!known || (again && nobodySeen)) && facts.length >= kind.listFrom) return [this.readList(name, facts)];
    return facts.map((fact) => this.readSingle(fact, kind, name));
  }

  private readAll(fact: Fact<unknown>, members: string): readonly Read[] {
    const member: Fact<unknown> = { kind: members, account: fact.account, key: '' };
    const kind = memberKind(member);
    const name = collectionOf(member, kind);
    if (this.collections.get(name)?.state === 'reading') return [];
    const collection: Collection = { state: 'reading', pagesLeft: Infinity, items: new Map() };
    this.collections.set(name, collection);
    return [this.page({ name, collection, kind, request: kind.listRequest(member), asked: [fact] })];
  }

  /**
   * A list goes on for about a tenth as many pages as there are rows that ask; what it does not reach is read singly.
   */
  private readList(name: string, facts: readonly Fact<unknown>[]): Read {
    const first = facts[0];
    if (!first) throw new Error('A list is read for at least one fact.');
    const kind = memberKind(first);
    const pagesLeft = Math.max(kind.single ? 1 : 10, Math.ceil(Math.max(facts.length, this.rows) / 10));
    const collection: Collection = { state: 'reading', pagesLeft, items: new Map() };
    this.collections.set(name, collection);
    return this.page({ name, collection, kind, request: kind.listRequest(first), asked: facts });
  }

  private page(list: ListRead): Read {
    return {
      request: list.request,
      learn: (answer) => {
        const page = pageIn(answer, list);
        if ('refusal' in page) {
          list.collection.state = 'tooLong';
          for (const fact of list.asked) this.values.set(factName(fact), page);
          return [];
        }
        this.take(list, page.items);
        const token = page.next;
        list.collection.pagesLeft -= 1;
        list.collection.state = token ? (list.collection.pagesLeft > 0 ? 'reading' : 'tooLong') : 'complete';
        if (list.collection.state !== 'reading') return this.listEnded(list);
        return [
          this.page({ ...list, request: { ...list.request, params: { ...list.request.params, pageToken: token } } }),
        ];
      },
    };
  }

  /** What was asked for again is what the list says now, also of an object that we made. */
  private listEnded(list: ListRead): readonly Read[] {
    for (const fact of list.asked) {
      // What is known of all is the collection itself.
      if (kindOf(fact).of === 'all') this.readAgain.delete(factName(fact));
      if (kindOf(fact).of !== 'member') continue;
      const items = list.collection.items.get(fact.key);
      if (!items && list.collection.state !== 'complete') continue;
      this.readAgain.delete(factName(fact));
      this.values.set(factName(fact), { value: list.kind.value(items ?? []) });
    }
    return [];
  }

  private take(list: ListRead, page: readonly unknown[]): void {
    for (const item of page.map(list.kind.keep)) {
      this.meetSku(list.name, item);
      for (const key of list.kind.keys(item)) {
        const items = list.collection.items.get(key);
        if (items) items.push(item);
        else list.collection.items.set(key, [item]);
      }
    }
  }

  private meetSku(collection: string, item: unknown): void {
    if (!collection.startsWith('licences ')) return;
    const seen = this.skusMet.get(collection) ?? new Set<string>();
    this.skusMet.set(collection, seen.add((item as Licence).skuId));
  }

  private readSingle(fact: Fact<unknown>, kind: MemberKind, collection: string): Read {
    const name = factName(fact);
    this.underWay.add(name);
    if (!kind.single) return this.readLicence(fact, [...(this.skusMet.get(collection) ?? [])]);
    const request = kind.single(fact);
    return {
      request,
      learn: (answer) => {
        this.learnSingle(fact, memberIn(answer, kind, request));
        if (!kind.singleIsList) this.learnOtherKeys(fact, kind);
        return [];
      },
    };
  }

  /**
   * An object read by one key is known by all of them: a write that names its id changes what is known of its address.
   */
  private learnOtherKeys(fact: Fact<unknown>, kind: MemberKind): void {
    const known = this.values.get(factName(fact));
    if (!known || !('value' in known) || known.value === undefined) return;
    for (const key of kind.keys(known.value)) this.values.set(factName({ ...fact, key: key.toLowerCase() }), known);
  }

  private learnSingle(fact: Fact<unknown>, known: Answer): readonly Read[] {
    const name = factName(fact);
    for (const open of [this.underWay, this.readAgain]) open.delete(name);
    this.values.set(name, known);
    if (fact.kind === 'resoldCustomer' && 'value' in known && known.value)
      this.values.set(factName({ ...fact, key: this.accounts.met(known.value as ResoldCustomer) }), known);
    return [];
  }

  /**
   * License Manager has no list of one user's licences: each SKU seen in the account is asked for, until one is held.
   */
  private readLicence(fact: Fact<unknown>, skus: readonly string[]): Read {
    const [productId = '', userId = ''] = fact.key.split(' ');
    const [skuId = '', ...rest] = skus;
    return {
      request: { op: 'licensing.licenseAssignments.get', account: fact.account, params: { productId, skuId, userId } },
      learn: (answer) => {
        const missing = 'refusal' in answer && answer.refusal.status === 404;
        if (missing && rest.length) return [this.readLicence(fact, rest)];
        const held =
          'refusal' in answer ? answer : objectIn(answer.value, { has: ['skuId'] }, 'licensing.licenseAssignments.get');
        return this.learnSingle(fact, missing ? { value: [] } : mapped(held, () => [skuId]));
      },
    };
  }

  private readWhole(fact: Fact<unknown>, kind: WholeKind): Read {
    this.underWay.add(factName(fact));
    const field = kind.list;
    const request = kind.request(fact);
    return field
      ? this.wholePage({ fact, kind: { ...kind, list: field }, request, items: [] })
      : { request, learn: (answer) => this.learnSingle(fact, oneIn(answer, kind, request)) };
  }

  private wholePage(list: {
    fact: Fact<unknown>;
    kind: WholeKind & { readonly list: string };
    request: Request;
    items: readonly unknown[];
  }): Read {
    return {
      request: list.request,
      learn: (answer) => {
        const page = pageIn(answer, list);
        if ('refusal' in page) return this.learnSingle(list.fact, page);
        const items = [...list.items, ...page.items.map(list.kind.parse)];
        if (!page.next) return this.learnSingle(list.fact, { value: items });
        return [
          this.wholePage({
            ...list,
            items,
            request: { ...list.request, params: { ...list.request.params, pageToken: page.next } },
          }),
        ];
      },
    };
  }
}
