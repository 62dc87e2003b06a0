import { isObject } from '../../engine/request';
import { now } from '../ports';
import { limits } from '../../google/numbers';
import { readToken, tokenComplaint } from '../../tabs/customers/fields/token';
import type { Secrets } from '../../engine/secrets';
import { userStore } from '../keeping/stores';
import { Trouble } from '../trouble';

/**
 * Transfer tokens of customers, each in the user properties of the person who typed it: no other editor of the sheet
 * can read them, and none ever stands in a cell, a log, the journal or an error. Google's own end after 30 days, so
 * ours do too.
 */

const dayInMilliseconds = 86_400_000;
const prefix = 'token:';
const named = 'transfer token of ';

interface Kept {
  readonly token: string;
  readonly since: number;
}

function isKept(value: unknown): value is Kept {
  return isObject(value) && typeof value.token === 'string' && typeof value.since === 'number';
}

/** `Customers!acme.example` in the journal is `acme.example` in plans and here. */
export function plainKey(key: string): string {
  return key.replace(/^Customers!/, '');
}

const nameOf = (key: string): string => prefix + plainKey(key);

/** What requests call the token of a row: only a transport resolves it. */
export function tokenName(key: string): string {
  return `${named}${plainKey(key)}`;
}

/**
 * Keeps a token for the row, and forgets every one that has run out. `now` in milliseconds. Throws Trouble for what is
 * no token.
 */
export function keepToken(key: string, token: string, now: number): void {
  const text = readToken(token);
  if (text === undefined)
    throw new Trouble('badToken', { says: tokenComplaint(token) ?? 'No token was typed.', remedy: '' });
  keptTokens(now);
  userStore().setShort(nameOf(key), { token: text, since: now });
}

function isOver(kept: Kept | undefined, now: number): boolean {
  return !kept || kept.since + limits.transferTokenDays * dayInMilliseconds < now;
}

/** The token of the row; undefined where the person signed in keeps none, or one that has run out. */
export function tokenOf(key: string): string | undefined {
  const kept = userStore().get(nameOf(key), isKept);
  return isOver(kept, now()) ? undefined : kept?.token;
}

/** Forgets the token of a row: it was used, or is wrong. */
export function forgetToken(key: string): void {
  userStore().remove(nameOf(key));
}

/**
 * The keys of every row that the person signed in keeps a token for; those that have run out are forgotten. `now` in
 * milliseconds.
 */
export function keptTokens(now: number): ReadonlySet<string> {
  const store = userStore();
  const names = store.names(prefix);
  const over = names.filter((name) => isOver(store.get(name, isKept), now));
  for (const name of over) store.remove(name);
  return new Set(names.filter((name) => !over.includes(name)).map((name) => name.slice(prefix.length)));
}

/**
 * Resolves the names of transfer tokens; for work that sends no other secrets. Throws for any other name, and for a
 * token that is gone.
 */
export function tokenSecret(name: string): string {
  const token = name.startsWith(named) ? tokenOf(name.slice(named.length)) : undefined;
  if (token === undefined) throw new Error(`Nothing here may send ${name}.`);
  return token;
}

/** Resolves the names of transfer tokens, and leaves all others to `others`. */
export function secretOf(others: Secrets): Secrets {
  return (name) => (name.startsWith(named) ? tokenSecret(name) : others(name));
}
