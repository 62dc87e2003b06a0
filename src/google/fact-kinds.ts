import type { Fact } from '../engine/procedure';
import type { Request } from '../engine/request';

/** How facts are read. */

/** A fact that one object or one whole list answers. */
export interface WholeKind {
  readonly of: 'whole';
  request(fact: Fact<unknown>): Request;
  /** Set for lists: the field that holds the items. They are read to the last page. */
  readonly list?: string;
  /** Fields that the object, or each item, has for certain. */
  readonly has: readonly string[];
  parse(value: unknown): unknown;
  /** A 404 is an answer: there is no such thing. */
  readonly mayBeAbsent?: true;
  /** A 403 is an answer here, which the next slice may believe. */
  readonly mayBeForbidden?: true;
}

/** A fact about one member of a collection that can also be read as a list. */
export interface MemberKind {
  readonly of: 'member';
  /** What is listed together: facts of one collection are read with one list. */
  collection(fact: Fact<unknown>): string;
  listRequest(fact: Fact<unknown>): Request;
  readonly list: string;
  /** Fields that each item has for certain, listed or read singly. */
  readonly has: readonly string[];
  /** A 404 for one member is an answer: there is no such thing. */
  readonly mayBeAbsent?: true;
  /** What is kept of a listed item: the fields that are compared. */
  keep(item: unknown): unknown;
  /** Puts a kept item to the keys that it answers. */
  keys(item: unknown): readonly string[];
  /** The value of a key from the items listed for it. */
  value(items: readonly unknown[]): unknown;
  /** One request for one member; undefined: read member by member through `candidates`. */
  single?(fact: Fact<unknown>): Request;
  /** The single read answers with a list, too: the member is all that it holds. */
  readonly singleIsList?: true;
  /** Fewer open facts than this are read singly. */
  readonly listFrom: number;
}

/**
 * All of a collection whose members are facts of another kind: read to its last page, or known from a list of members.
 */
export type AllKind = Readonly<Record<'members', string>> & { readonly of: 'all' };
