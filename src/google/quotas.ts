import type { Refusal, Request } from '../engine/request';
import { isQuotaText, isRateRefusal } from './predicates';

/**
 * Google's quotas as lanes: how fast requests may go, and which of them count against what. The only place with these
 * numbers.
 */

/** A quota of Google's by the name that the engine and its reports use. */
export type LaneName = 'directory' | 'userCreations' | 'orgUnits' | 'licences' | 'reseller';

/** A quota as a sliding window: at most `burst` requests in any `burst / perSecond` seconds. */
export interface Lane {
  readonly perSecond: number;
  readonly burst: number;
  /** What goes on in it, for the progress page. */
  readonly says: string;
  /** Where the number comes from. */
  readonly source: string;
  /** Google publishes no number: it is ours. */
  readonly ours?: true;
}

/** Every lane. What Google counts and how fast. */
export const lanes: Readonly<Record<LaneName, Lane>> = {
  directory: {
    perSecond: 40,
    burst: 40,
    says: 'Reading and changing the directory',
    source: 'Directory API limits page: 2,400 queries a minute for each user and project',
  },
  userCreations: {
    perSecond: 10,
    burst: 10,
    says: 'Creating people',
    source: 'Directory API limits page: 10 user creations a second for each domain',
  },
  orgUnits: {
    perSecond: 1,
    burst: 1,
    says: 'Making org units',
    source: 'Directory API limits page: 1 org unit created or changed a second for each customer',
  },
  licences: {
    perSecond: 1,
    burst: 1,
    says: 'Giving licences',
    source: 'License Manager API limits page: 1 query a second',
  },
  reseller: {
    perSecond: 2,
    burst: 2,
    says: 'Customers and orders',
    ours: true,
    source: 'Google publishes no number; its error page names a quota of queries a second. Two a second is our choice',
  },
};

/**
 * Why work in a lane takes its time: `Giving licences: Google allows 1 a second.` `perSecond`: what is sent, where that
 * was learned to be another number than the documented one.
 */
export function laneReason(name: LaneName, perSecond = lanes[name].perSecond): string {
  const { says, perSecond: documented, ours } = lanes[name];
  if (perSecond > documented * clearly)
    return `${says}: ${inWords(perSecond)} a second, as many as Google was found to take.`;
  if (perSecond * clearly < documented)
    return `${says}: Google takes only ${inWords(perSecond)} a second at the moment.`;
  return ours
    ? `${says}: ${documented} a second, so that Google takes them all.`
    : `${says}: Google allows ${documented} a second.`;
}

/** What is nearer to the documented number is that number with its margin. */
const clearly = 1.15;

function inWords(perSecond: number): string {
  return perSecond < 10 ? String(Math.round(perSecond * 10) / 10) : String(Math.round(perSecond));
}

/**
 * What a request counts against. `key` names it: the lane, and for whom Google counts (`userCreations:acme.example`).
 */
export interface LaneToll {
  readonly lane: LaneName;
  readonly key: string;
}

/** The toll with this key; undefined where no lane has it. */
export function tollOf(key: string): LaneToll | undefined {
  const lane = (Object.keys(lanes) as LaneName[]).find((name) => name === key.split(':')[0]);
  return lane && { lane, key };
}

const orgUnitWrites: readonly string[] = [
  'directory.orgunits.insert',
  'directory.orgunits.patch',
  'directory.orgunits.delete',
];

/** What a request counts against, the narrowest last. None for what is no call to Google's admin APIs (a mail). */
export function lanesOf(request: Request): readonly LaneToll[] {
  if (request.op.startsWith('licensing.')) return [{ lane: 'licences', key: 'licences' }];
  if (request.op.startsWith('reseller.')) return [{ lane: 'reseller', key: 'reseller' }];
  if (!request.op.startsWith('directory.')) return [];
  return [{ lane: 'directory', key: 'directory' }, ...narrowLanes(request)];
}

function narrowLanes(request: Request): readonly LaneToll[] {
  if (request.op === 'directory.users.insert')
    return [{ lane: 'userCreations', key: `userCreations:${domainOf(request)}` }];
  if (!orgUnitWrites.includes(request.op)) return [];
  return [{ lane: 'orgUnits', key: `orgUnits:${request.account}` }];
}

function domainOf(request: Request): string {
  const email = request.body?.['primaryEmail'];
  const domain = typeof email === 'string' ? email.slice(email.lastIndexOf('@') + 1) : '';
  return domain.toLowerCase() || request.account;
}

/**
 * The quota that a refusal speaks of; undefined where it speaks of none. Creations on a domain are refused with 503,
 * queries and concurrent requests with 403 or 429 (Directory API limits page). A 503 of the Reseller API that does not
 * name a quota may as well be a fault behind which the order was carried out: only a pause tells.
 */
export function refusedLane(request: Request, refusal: Refusal): LaneToll | undefined {
  if (!isRateRefusal(refusal, request.op)) return undefined;
  if (refusal.status === 503 && request.op.startsWith('reseller.') && !isQuotaText(refusal)) return undefined;
  const [wide, narrow] = lanesOf(request);
  if (!narrow || refusal.reason === 'userRateLimitExceeded' || refusal.status === 429) return wide;
  return request.op === 'directory.users.insert' && refusal.status === 403 ? wide : narrow;
}
