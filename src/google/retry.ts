import type { JsonObject, Refusal } from '../engine/request';
import {
  isApiAccessOff,
  isApiDisabled,
  isDayOver,
  isForbidden,
  isNoAnswer,
  isNotComplete,
  isNotFound,
  isRateRefusal,
  isTransient,
} from './predicates';

/**
 * Which refused requests are sent again, and when. Values: Directory API, License Manager API and Reseller API limits
 * pages.
 */

export * from './predicates';

/** What the decision needs. */
export interface RetryAsk {
  readonly refusal: Refusal;
  readonly op: string;
  /** How often this request was sent again already: 0 at its first refusal. */
  readonly attempt: number;
  /** Whether the object it is about, or one that it names, was made in this run. */
  readonly isNew: boolean;
  /** Whether the account that it goes to was made in this run. */
  readonly inNewAccount?: boolean;
  /** A number from 0 up to 1, fresh for each decision. */
  readonly random: () => number;
  /** The request's body: tells a domain customer, which is its own key, from a team customer, which is not. */
  readonly body?: JsonObject;
}

/**
 * Why a request goes again: `soon` for rates and faults that pass, `later` for what Google has still to spread, or not
 * at all.
 */
export type RetryKind = 'soon' | 'later' | 'never';

/** Seconds before each new try. A request that has used them up is final. */
const patience: Readonly<
  Record<'directory' | 'licensing' | 'reseller' | 'later' | 'licenceFault' | 'orgUnitFault', readonly number[]>
> = {
  directory: [1, 2, 4, 8, 16],
  licensing: [5, 10, 20, 40],
  reseller: [5, 10, 20, 40, 40],
  // About two minutes: public reports of propagation speak of seconds, some of forty.
  later: [2, 3, 5, 10, 20, 20, 30, 30],
  // Faults that may hide an answer (no licence left, an org unit that exists): the procedure looks for itself soon
  // after.
  licenceFault: [5, 10, 20],
  orgUnitFault: [1, 2],
};

/** Google may ask for a pause; one longer than this is a refusal for the row, which says so. In seconds. */
const longestPause = 300;

/** Creates that carry their own key: sent twice, they make one object and say that it exists. */
const keyedCreates: readonly string[] = [
  'directory.users.insert',
  'directory.orgunits.insert',
  'directory.users.aliases.insert',
  'directory.roles.insert',
  'directory.roleAssignments.insert',
  'licensing.licenseAssignments.insert',
  'directory.groups.insert',
  'directory.members.insert',
];

/** Writes that set a state: sent twice, they leave the same state, though Google may say then that a thing is gone. */
const settingWrites: readonly string[] = [
  'directory.groups.patch',
  'directory.groups.delete',
  'directory.members.patch',
  'directory.customers.patch',
  'directory.users.update',
  'directory.users.delete',
  'directory.users.makeAdmin',
  'directory.users.signOut',
  'directory.members.delete',
  'directory.tokens.delete',
  'directory.asps.delete',
  'directory.users.aliases.delete',
  'directory.roleAssignments.delete',
  'licensing.licenseAssignments.delete',
  'reseller.customers.patch',
];

/**
 * Milliseconds to wait before this request is sent again, with up to a second of jitter; undefined: the refusal is
 * final. A pause that Google asks for (`Retry-After`) is kept where it is longer than ours.
 */
export function retryDelay(ask: RetryAsk): number | undefined {
  const kind = retryKind(ask);
  const seconds = kind === 'never' ? undefined : scheduleOf(ask, kind)[ask.attempt];
  if (seconds === undefined) return undefined;
  const asked = ask.refusal.options.retryAfterSeconds ?? 0;
  if (asked > longestPause) return undefined;
  return Math.round((Math.max(seconds, asked) + ask.random()) * 1000);
}

/** Whether and why a refused request goes again, whatever was tried before. */
export function retryKind(ask: Pick<RetryAsk, 'refusal' | 'op' | 'isNew' | 'inNewAccount' | 'body'>): RetryKind {
  const { refusal, op } = ask;
  if (isDayOver(refusal) || isApiDisabled(refusal) || isApiAccessOff(refusal)) return 'never';
  if (isNotComplete(refusal)) return 'later';
  if (isRateRefusal(refusal, op)) return refusal.status === 503 && isOnceOnly(ask) ? 'never' : 'soon';
  if (isNoAnswer(refusal)) return mayRepeat(ask) ? 'soon' : 'never';
  if (isTransient(refusal)) return isOnceOnly(ask) || op === 'reseller.subscriptions.insert' ? 'never' : 'soon';
  if (ask.isNew && isUnknownYet(refusal, op)) return 'later';
  // A read is answered by it: nobody of that name is there.
  return ask.inNewAccount === true && op.endsWith('.insert') && isNotFound(refusal) ? 'later' : 'never';
}

/**
 * What would be there twice if it was carried out the first time: a team customer (any number may share a domain), a
 * mail.
 */
export function isOnceOnly({ op, body }: Pick<RetryAsk, 'op' | 'body'>): boolean {
  if (op === 'reseller.customers.insert') return body === undefined || body['customerType'] === 'team';
  return !/^(directory|licensing|reseller)\./.test(op);
}

/**
 * Whether a request that nobody answered, and that may have been carried out, does no harm when it is sent once more.
 */
function mayRepeat(ask: Pick<RetryAsk, 'op' | 'body'>): boolean {
  const { op } = ask;
  if (isReading(op) || keyedCreates.includes(op) || settingWrites.includes(op)) return true;
  return op === 'reseller.customers.insert' && !isOnceOnly(ask);
}

/** Whether an operation changes nothing. */
export function isReading(op: string): boolean {
  return /\.(get|list|listFor\w+)$/.test(op);
}

/** Fields that Google finds wrong whether or not everything has spread. */
const wrongField = /given|family|password|primary_user_email|recovery/i;

/**
 * A new object that not every server knows yet: 404, or a 400 that does not blame a field's value. A new account may
 * also be forbidden ground for a moment, which the first write to it, its language, has to wait out.
 */
function isUnknownYet(refusal: Refusal, op: string): boolean {
  if (isNotFound(refusal)) return true;
  if (refusal.status === 400) return !wrongField.test(refusal.message);
  return isForbidden(refusal) && refusal.reason !== 'insufficientPermissions' && op.startsWith('directory.customers.');
}

function scheduleOf({ refusal, op }: RetryAsk, kind: RetryKind): readonly number[] {
  if (kind === 'later') return patience.later;
  const fault = !isRateRefusal(refusal, op) && !isNoAnswer(refusal);
  if (fault && op === 'directory.orgunits.insert' && refusal.status === 500) return patience.orgUnitFault;
  if (op.startsWith('licensing.')) return fault ? patience.licenceFault : patience.licensing;
  return op.startsWith('reseller.') ? patience.reseller : patience.directory;
}
