import type { Context } from './context';
import { ownerOf } from './directory/addresses';
import { backendError, conditionNotMet, duplicate, notFound, Refused } from './errors';
import { at, type Json } from './json';
import type { State } from './state';

/**
 * Refusals thrown in at random, by a seed, and refusals that a test has ordered. Never more than two in a row for one
 * request.
 */

/**
 * What goes wrong with a request: before anything is done, or after it has been done. `null` as refusal: no answer
 * comes at all.
 */
export interface Fault {
  readonly when: 'before' | 'after';
  readonly refusal: Refused | null;
  /** Given as the answer, in the place of a refusal. */
  readonly answer?: Json;
}

const oneIn = 12;
const mostInARow = 2;
const freshFor = 60_000;

/** The next number from 0 to 1 of the seed (mulberry32). */
function draw(faults: { seed: number }): number {
  faults.seed = (faults.seed + 0x6d2b79f5) >>> 0;
  let mixed = Math.imul(faults.seed ^ (faults.seed >>> 15), faults.seed | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
}

const passing: readonly (() => Fault)[] = [
  () => ({ when: 'before', refusal: backendError() }),
  () => ({ when: 'before', refusal: new Refused(500, 'internalError', 'Internal error encountered.') }),
  () => ({ when: 'before', refusal: new Refused(429, 'rateLimitExceeded', 'Quota exceeded for quota metric') }),
  () => ({
    when: 'before',
    refusal: new Refused(403, 'userRateLimitExceeded', 'Request rate higher than configured.'),
  }),
  () => ({ when: 'before', refusal: new Refused(403, 'quotaExceeded', 'Quota exceeded for quota metric') }),
  () => ({ when: 'before', refusal: null }),
];

function freshUser({ state, params, body, now }: Context): boolean {
  const key =
    params['userKey'] ??
    params['userId'] ??
    (typeof body['assignedTo'] === 'string' ? body['assignedTo'] : body['userId']);
  if (typeof key !== 'string') return false;
  const user = at(state.users, ownerOf(state, key)?.id ?? key);
  return user !== undefined && now - user.createdAt < freshFor;
}

/**
 * What can go wrong with this request: what can happen to any, and what only new users and applied changes are prone
 * to.
 */
function repertoire(context: Context): readonly (() => Fault)[] {
  const reads = /\.(get|list)\w*$/.test(context.op);
  const extra: (() => Fault)[] = [];
  const notYet = () =>
    reads ? notFound('Resource Not Found: userKey') : conditionNotMet('User creation is not complete.');
  if (freshUser(context)) extra.push(() => ({ when: 'before', refusal: notYet() }));
  if (!reads) extra.push(() => ({ when: 'after', refusal: null }));
  if (context.op === 'directory.members.insert')
    extra.push(() => ({ when: 'after', refusal: new Refused(409, 'conflict', 'Conflict') }));
  if (context.op === 'directory.users.update') extra.push(() => ({ when: 'after', refusal: duplicate() }));
  return [...passing, ...extra];
}

const identity = ({ op, params, body }: Context): string => JSON.stringify([op, params, body]);

/** What the seed has in store for this request; null: nothing. */
export function drawFault(context: Context): Fault | null {
  const { faults } = context.state;
  if (!faults) return null;
  const chance = draw(faults);
  const choice = draw(faults);
  const request = identity(context);
  const run = at(faults.runs, request) ?? 0;
  if (chance >= 1 / oneIn || run >= mostInARow) {
    Reflect.deleteProperty(faults.runs, request);
    return null;
  }
  faults.runs[request] = run + 1;
  const kinds = repertoire(context);
  return kinds[Math.floor(choice * kinds.length)]?.() ?? null;
}

/** The next refusal that a test has ordered for this operation, used up by being given; null: none is due. */
export function orderedFault(state: State, op: string): Fault | null {
  const order = state.failures.find((known) => known.op === op && known.times > 0);
  if (!order) return null;
  if (order.skip > 0) {
    order.skip -= 1;
    return null;
  }
  order.times -= 1;
  state.failures = state.failures.filter((known) => known.times > 0);
  return {
    ...(order.answer === undefined ? {} : { answer: order.answer }),
    when: order.applied ? 'after' : 'before',
    refusal: order.status === 0 ? null : new Refused(order.status, order.reason, order.message),
  };
}
