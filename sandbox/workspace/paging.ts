import { sha256 } from './ids';
import { backendError, invalid, Refused } from './errors';
import type { Context } from './context';

/**
 * Pages of lists. A token names the listing, the instant it began and the place where it goes on, so it survives
 * changes in between.
 */

interface Token {
  readonly list: string;
  readonly began: number;
  readonly after: string;
}

const hour = 60 * 60 * 1000;
const day = 24 * hour;

function listing({ op, params, actor }: Context): string {
  const rest = Object.entries(params)
    .filter(([name]) => name !== 'pageToken' && name !== 'maxResults' && name !== 'fields')
    .sort();
  return sha256(JSON.stringify([op, actor.email, rest])).slice(0, 16);
}

const write = (token: Token): string =>
  Buffer.from(JSON.stringify([token.list, token.began, token.after]), 'utf8').toString('base64url');

function read(context: Context, text: string): Token {
  try {
    const value: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    if (
      Array.isArray(value) &&
      value[0] === listing(context) &&
      typeof value[1] === 'number' &&
      typeof value[2] === 'string'
    )
      return { list: value[0], began: value[1], after: value[2] };
  } catch {
    throw invalid('Invalid Input: pageToken');
  }
  throw invalid('Invalid Input: pageToken');
}

/** How a list is paged. `key` orders the items and marks the place; it must be unique. */
export interface Paging<T> {
  readonly key: (item: T) => string;
  readonly most: number;
  readonly usual: number;
  /** The largest page given, where it is smaller than what may be asked for. */
  readonly given?: number;
  /** Whether the items stand in descending order of their keys. */
  readonly descending?: boolean;
}

/** Reads `maxResults`; throws 400 outside 1 to `most`. */
export function pageSize(
  { params }: Context,
  { most, usual }: { readonly most: number; readonly usual: number },
): number {
  const asked = params['maxResults'];
  if (asked === undefined) return usual;
  const size = Number(asked);
  if (Number.isInteger(size) && size >= 1 && size <= most) return size;
  throw new Refused(400, 'invalidParameter', `Invalid value '${asked}'. Values must be within the range: [1, ${most}]`);
}

/**
 * One page of items that are sorted by their key. Directory API: a token lives three days, and a listing that takes
 * more than an hour fails with `backendError`. Throws 400 for a token of another listing.
 */
export function page<T>(
  context: Context,
  sorted: readonly T[],
  paging: Paging<T>,
): { items: T[]; nextPageToken?: string } {
  const size = Math.min(pageSize(context, paging), paging.given ?? Infinity);
  const given = context.params['pageToken'];
  const token = given === undefined || given === '' ? null : read(context, given);
  const began = token?.began ?? context.now;
  if (context.now - began > 3 * day) throw invalid('Invalid Input: pageToken');
  if (context.now - began > hour) throw backendError();
  const rest =
    token && token.after !== ''
      ? sorted.filter((item) => (paging.descending ? paging.key(item) < token.after : paging.key(item) > token.after))
      : sorted;
  const items = rest.slice(0, size);
  const last = items[items.length - 1];
  if (rest.length <= size || last === undefined) return { items };
  return { items, nextPageToken: write({ list: listing(context), began, after: paging.key(last) }) };
}

/** A token that goes on at the very start: what an empty first page carries. */
export function startToken(context: Context): string {
  return write({ list: listing(context), began: context.now, after: '' });
}

/** Orders by code units, the same on every machine. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
