import type { Context } from './context';
import { domainOf } from './directory/addresses';
import { backendError, Refused } from './errors';
import type { State } from './state';
import { switchValue } from './switch-values';

/**
 * Google's quotas as sliding windows: a request is refused when the requests counted in the window that ends now would
 * be too many. Refused requests do not count. Numbers: Directory API and License Manager limits pages; the Reseller API
 * publishes none.
 */

/** The quotas that there are. */
export type Lane = 'directory' | 'userCreations' | 'orgUnits' | 'licences' | 'reseller';

const limits: Readonly<Record<Lane, { readonly count: number; readonly window: number }>> = {
  directory: { count: 2400, window: 60_000 },
  userCreations: { count: 10, window: 1000 },
  orgUnits: { count: 1, window: 1000 },
  licences: { count: 1, window: 1000 },
  reseller: { count: 5, window: 1000 },
};

const lanes = Object.keys(limits) as Lane[];

/**
 * Reads the `quotas` option: `documented`, `off`, or quota by quota (`licences=off,orgUnits=documented`). Throws for
 * anything else.
 */
export function readQuotas(option = 'documented'): ReadonlySet<Lane> {
  if (option === 'documented') return new Set(lanes);
  if (option === 'off') return new Set();
  const on = new Set(lanes);
  for (const part of option.split(',')) {
    const [name = '', value = ''] = part.split('=');
    const lane = lanes.find((known) => known === name.trim());
    if (!lane || (value !== 'off' && value !== 'documented'))
      throw new Error(`Quotas are documented, off, or LANE=documented|off for ${lanes.join(', ')}; not "${part}".`);
    if (value === 'off') on.delete(lane);
    else on.add(lane);
  }
  return on;
}

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
export function admit(context: Context, on: ReadonlySet<Lane>): void {
  const windows = lanesOf(context.op)
    .filter((lane) => on.has(lane))
    .map((lane) => ({
      lane,
      times: counted(context.state, windowOf(context, lane), context.now - limits[lane].window),
    }));
  const full = windows.find(({ lane, times }) => times.length >= limits[lane].count);
  if (full) throw refusals[full.lane](context.state);
  for (const { times } of windows) times.push(context.now);
}
