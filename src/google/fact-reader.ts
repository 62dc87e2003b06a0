import type { Read } from '../engine/ports';
import type { Fact } from '../engine/procedure';
import type { Answer, Request } from '../engine/request';
import { mapped, objectIn } from './answers';
import type { MemberKind, WholeKind } from './fact-kinds';
import { collectionOf, factName, kindOf, memberKind } from './fact-reads';
import { memberIn, oneIn, pageIn } from './read-answers';
import type { ResoldCustomer } from './reseller-resources';
import type { Licence } from './resources';
import type { Collection, Lasting, ListRead } from './saved-facts';

/** What reading learns. `readAgain`: names of facts that are no longer believed. */
export interface Learned extends Lasting {
  readonly readAgain: Set<string>;
}

/** The reads that open facts need: whole lists where many of a collection are asked, single objects where few are. */
export class FactReader {
  private readonly underWay = new Set<string>();
  private rows = 0;

  /** `known`: where answers are put. */
  constructor(private readonly known: Learned) {}

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
    for (const collection of this.known.collections.values())
      if (collection.state === 'reading') collection.state = 'tooLong';
    this.underWay.clear();
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
    const known = this.known.collections.get(name);
    if (known?.state === 'reading') return [];
    const again = facts.some((fact) => this.known.readAgain.has(factName(fact)));
    const nobodySeen = !kind.single && !this.known.skusMet.get(name)?.size;
    if ((!known || (again && nobodySeen)) && facts.length >= kind.listFrom) return [this.readList(name, facts)];
    return facts.map((fact) => this.readSingle(fact, kind, name));
  }

  private readAll(fact: Fact<unknown>, members: string): readonly Read[] {
    const member: Fact<unknown> = { kind: members, account: fact.account, key: '' };
    const kind = memberKind(member);
    const name = collectionOf(member, kind);
    if (this.known.collections.get(name)?.state === 'reading') return [];
    const collection: Collection = { state: 'reading', pagesLeft: Infinity, items: new Map() };
    this.known.collections.set(name, collection);
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
    this.known.collections.set(name, collection);
    return this.page({ name, collection, kind, request: kind.listRequest(first), asked: facts });
  }

  private page(list: ListRead): Read {
    return {
      request: list.request,
      learn: (answer) => {
        const page = pageIn(answer, list);
        if ('refusal' in page) {
          list.collection.state = 'tooLong';
          for (const fact of list.asked) this.known.values.set(factName(fact), page);
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
      if (kindOf(fact).of === 'all') this.known.readAgain.delete(factName(fact));
      if (kindOf(fact).of !== 'member') continue;
      const items = list.collection.items.get(fact.key);
      if (!items && list.collection.state !== 'complete') continue;
      this.known.readAgain.delete(factName(fact));
      this.known.values.set(factName(fact), { value: list.kind.value(items ?? []) });
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
    const seen = this.known.skusMet.get(collection) ?? new Set<string>();
    this.known.skusMet.set(collection, seen.add((item as Licence).skuId));
  }

  private readSingle(fact: Fact<unknown>, kind: MemberKind, collection: string): Read {
    const name = factName(fact);
    this.underWay.add(name);
    if (!kind.single) return this.readLicence(fact, [...(this.known.skusMet.get(collection) ?? [])]);
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
    const known = this.known.values.get(factName(fact));
    if (!known || !('value' in known) || known.value === undefined) return;
    for (const key of kind.keys(known.value))
      this.known.values.set(factName({ ...fact, key: key.toLowerCase() }), known);
  }

  private learnSingle(fact: Fact<unknown>, known: Answer): readonly Read[] {
    const name = factName(fact);
    for (const open of [this.underWay, this.known.readAgain]) open.delete(name);
    this.known.values.set(name, known);
    if (fact.kind === 'resoldCustomer' && 'value' in known && known.value)
      this.known.values.set(factName({ ...fact, key: this.known.accounts.met(known.value as ResoldCustomer) }), known);
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
