import type { Context } from './context';
import { domainOf } from './directory/addresses';
import { backendError, Refused } from './errors';
import type { State } from './state';
import type { Lane, Limits } from './limits';
import { switchValue } from './switch-values';

/**
 * Google's quotas as sliding windows: a request is refused when the requests counted in the window that ends now would
 * be too many. Refused requests do not count (Service Control API, services.allocateQuota: a request above the quota
 * allocates none), unless a switch says so.
 */

/** The quotas of an operation, the narrowest first; none for what is no operation of ours. */
export function lanesOf(op: string): readonly Lane[] {
  if (op.startsWith('licensing.')) return ['licences'];
  if (op.startsWith('reseller.')) return ['reseller'];
  if (op === 'directory.users.insert') return ['userCreations', 'directory'];
  if (/^directory\.orgunits\.(insert|patch)$/.test(op)) return ['orgUnits', 'directory'];
  return op.startsWith('directory.') ? ['directory'] : [];
}

/** Whose window a request counts in: a user's, a domain's, a customer's, or everybody's. */
function windowOf({ actor, params, body }: Context, lane: Lane): string {
  if (lane === 'directory') return `${lane}/${actor.email}`;
  if (lane === 'userCreations') return `${lane}/${domainOf(String(body['primaryEmail'] ?? ''))}`;
  if (lane === 'orgUnits')
    return `${lane}/${params['customerId'] === 'my_customer' ? (actor.account?.id ?? '') : (params['customerId'] ?? '')}`;
  return lane;
}

const tooFast = 'Request rate higher than configured.';
const usedUp = "Quota exceeded for quota metric 'Queries' and limit 'Queries per second'";

const refusals: Readonly<Record<Lane, (state: State) => Refused>> = {
  directory: () => new Refused(403, 'userRateLimitExceeded', tooFast),
  userCreations: () => backendError(),
  orgUnits: (state) =>
    switchValue(state, 'orgUnitLimit') === 'backendError' ? backendError() : new Refused(403, 'quotaExceeded', tooFast),
  licences: (state) =>
    switchValue(state, 'licenceLimit') === '503'
      ? backendError('Quota exceeded for the current request')
      : new Refused(429, 'rateLimitExceeded', usedUp),
  reseller: () => new Refused(429, 'quotaExceeded', usedUp),
};

function counted(state: State, key: string, from: number): number[] {
  const window = (state.windows[key] ??= []);
  const stale = window.findIndex((time) => time > from);
  window.splice(0, stale < 0 ? window.length : stale);
  return window;
}

/** Counts a request against its quotas, or throws the refusal of the first that is used up. */
export function admit(context: Context, limits: Limits): void {
  const { state, now } = context;
  const windows = lanesOf(context.op).flatMap((lane) => {
    const limit = limits[lane];
    return limit ? [{ lane, limit, times: counted(state, windowOf(context, lane), now - limit.window) }] : [];
  });
  const full = windows.find(({ limit, times }) => times.length >= limit.count);
  if (full && switchValue(state, 'refusedRequests') === 'counted') full.times.push(now);
  if (full) throw refusals[full.lane](state);
  for (const { times } of windows) times.push(now);
}
