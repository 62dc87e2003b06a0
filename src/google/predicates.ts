import type { Refusal } from '../engine/request';

/**
 * What a refusal means, as named questions. They ask for status and reason; a text is matched only where Google gives
 * nothing else (the 412s of License Manager, errors that are no JSON, HTTP 500 for a role assignment that exists).
 * Where the operation matters it is the refusal's own, unless another is given.
 */

const duplicateReasons: readonly string[] = ['duplicate', 'alreadyExists', 'ALREADY_EXISTS'];
const notFoundReasons: readonly string[] = ['notFound', 'resourceNotFound', 'userNotFound', 'NOT_FOUND'];
const rateReasons: readonly string[] = [
  'userRateLimitExceeded',
  'rateLimitExceeded',
  'quotaExceeded',
  'RESOURCE_EXHAUSTED',
];
const passingReasons: readonly string[] = [
  'backendError',
  'internalError',
  'badGateway',
  'gatewayTimeout',
  'transientError',
  'serviceNotAvailable',
  'UNAVAILABLE',
  'INTERNAL',
];

/** The thing exists already (409). Whose it is has to be looked up. */
export function isDuplicate(refusal: Refusal): boolean {
  return refusal.status === 409 || duplicateReasons.includes(refusal.reason);
}

/** Somebody is in the group already (Directory API, members: 409 `duplicate`). */
export function isMemberAlready(refusal: Refusal): boolean {
  return isDuplicate(refusal) && !isTakenLater(refusal);
}

/**
 * A membership that Google has taken in and shows later: 409 `conflict` (GAM's source; no page of Google's lists it).
 */
export function isTakenLater(refusal: Refusal): boolean {
  return refusal.status === 409 && refusal.reason === 'conflict';
}

/** There is no such thing, or it is so new that not every server of Google's knows it. */
export function isNotFound(refusal: Refusal): boolean {
  return refusal.status === 404 || notFoundReasons.includes(refusal.reason);
}

/**
 * `User creation is not complete.`: the person exists and will take changes in seconds to minutes (Directory API,
 * users).
 */
export function isNotComplete(refusal: Refusal): boolean {
  return refusal.status === 412 && /user creation is not complete/i.test(refusal.message);
}

/** The person signed in may not do this here, or the customer is not theirs. */
export function isForbidden(refusal: Refusal): boolean {
  return (
    refusal.status === 403 && ['forbidden', 'PERMISSION_DENIED', 'insufficientPermissions'].includes(refusal.reason)
  );
}

/**
 * The person's own organisation does not let the app in (Google Identity, OAuth error `admin_policy_enforced`); Google
 * says so with texts of many kinds.
 */
export function isAppBlocked({ reason, message }: Pick<Refusal, 'reason' | 'message'>): boolean {
  return appBlocked.test(`${reason} ${message}`);
}

/** How errors of an app that is not let in read. */
export const appBlocked = /admin_policy_enforced|access_denied|org_internal|app is blocked|access blocked/i;

/** The customer has switched off API access (`domainCannotUseApis`; also as a bare text). */
export function isApiAccessOff(refusal: Refusal): boolean {
  return refusal.reason === 'domainCannotUseApis' || /domain cannot use apis/i.test(refusal.message);
}

/**
 * The API is not enabled in the script's Cloud project, or its advanced service not in the script (`serviceNotEnabled`
 * is our own word).
 */
export function isApiDisabled(refusal: Refusal): boolean {
  const named = ['accessNotConfigured', 'SERVICE_DISABLED', 'serviceNotEnabled'].includes(refusal.reason);
  return named || (refusal.status === 403 && /has not been used in project|it is disabled/i.test(refusal.message));
}

/** The day's allowance is used up: nothing helps before tomorrow. */
export function isDayOver(refusal: Refusal): boolean {
  return refusal.reason === 'dailyLimitExceeded' || /too many times for one day/i.test(refusal.message);
}

/**
 * Google is asked too fast. Creating users too fast and every quota of License Manager and of the Reseller API come as
 * 503 (their limits pages); Apps Script says it in a text alone.
 */
export function isRateRefusal(refusal: Refusal, op = refusal.options.op ?? ''): boolean {
  if (isDayOver(refusal)) return false;
  if (refusal.status === 429 || rateReasons.includes(refusal.reason)) return true;
  if (/request rate higher than configured|quota exceeded for|in a short time|Utilities\.sleep/i.test(refusal.message))
    return true;
  return refusal.status === 503 && /^(directory\.users\.insert$|licensing\.|reseller\.)/.test(op);
}

/** A quota's own text, whatever status it comes with: License Manager uses 503 for quotas and for faults alike. */
export function isQuotaText(refusal: Refusal): boolean {
  return refusal.status === 429 || /quota exceeded for|request rate higher/i.test(refusal.message);
}

/** A fault of Google's that passes. Not those answers with 5xx that mean something else. */
export function isTransient(refusal: Refusal): boolean {
  if (roleAssignmentExists(refusal) || isNotSupported(refusal)) return false;
  return [500, 502, 503, 504].includes(refusal.status) || passingReasons.includes(refusal.reason);
}

/** No answer came at all, or an empty one: the request may have been carried out or not. */
export function isNoAnswer(refusal: Refusal): boolean {
  return (
    refusal.status === 0 && !isDayOver(refusal) && !isRateRefusal(refusal) && !passingReasons.includes(refusal.reason)
  );
}

/**
 * The role was given before: Google answers HTTP 500 with a text (GAM's source; no page of Google's lists it), or 409.
 */
export function roleAssignmentExists(refusal: Refusal, op = refusal.options.op ?? ''): boolean {
  if (/role assignment exists/i.test(refusal.message)) return true;
  return refusal.status === 409 && op === 'directory.roleAssignments.insert';
}

/** `Operation not supported`, as HTTP 500: some role assignments cannot be taken away. */
export function isNotSupported(refusal: Refusal): boolean {
  return /operation not supported/i.test(refusal.message);
}

/** The person has this licence already. */
export function licenceAlreadyThere(refusal: Refusal, op = refusal.options.op ?? ''): boolean {
  if (licenceText(refusal, /already has a license for the specified product and sku/i)) return true;
  return isDuplicate(refusal) && op.startsWith('licensing.');
}

/** The person has another SKU of the same product: switch it with update. */
export function licenceOtherSku(refusal: Refusal): boolean {
  return licenceText(refusal, /already has a license of the product.*different sku/i);
}

/** All bought licences are given out. */
export function noLicencesLeft(refusal: Refusal): boolean {
  return licenceText(refusal, /enough available licenses/i);
}

/** Automatic licensing governs the person's org unit, and its licence can be neither switched nor taken. */
export function autoLicenceFixed(refusal: Refusal): boolean {
  return licenceText(refusal, /auto license (switching|un-?assignment) is not allowed/i);
}

/** A switch to the SKU that is held already. */
export function licenceSwitchToSame(refusal: Refusal): boolean {
  return licenceText(refusal, /new sku should be different from the old sku/i);
}

/** No seat is left for one more person in the account. */
export function isSeatLimit(refusal: Refusal, op = refusal.options.op ?? ''): boolean {
  if (/domain user limit reached/i.test(refusal.message)) return true;
  return refusal.reason === 'limitExceeded' && ['', 'directory.users.insert', 'directory.users.undelete'].includes(op);
}

/** Archiving without a free archived-user licence. */
export function isArchiveLimit(refusal: Refusal): boolean {
  return refusal.status === 412 && /insufficient archived user licenses/i.test(refusal.message);
}

/**
 * The org unit may exist already. Google says it as `invalid` with a text about the unit or as `backendError`, and both
 * can mean other things: look whether it is there.
 */
export function orgUnitExists(refusal: Refusal, op = refusal.options.op ?? 'directory.orgunits.insert'): boolean {
  if (op !== 'directory.orgunits.insert') return false;
  if (isDuplicate(refusal)) return true;
  if (refusal.status === 500 && refusal.reason === 'backendError') return true;
  return (
    refusal.reason === 'invalid' &&
    /ou.?id|org ?unit|exist/i.test(refusal.message) &&
    !/parent|customer/i.test(refusal.message)
  );
}

/** Google itself suspended the person; no administrator can lift that by API. */
export function adminCannotUnsuspend(refusal: Refusal): boolean {
  return refusal.reason === 'adminCannotUnsuspend';
}

/**
 * Several team customers use this domain, so the domain does not name one (Reseller API, retrieve and update
 * customers).
 */
export function isSeveralTeams(refusal: Refusal): boolean {
  return /multiple teams exist on this domain/i.test(refusal.message);
}

function licenceText(refusal: Refusal, text: RegExp): boolean {
  return refusal.status === 412 && text.test(refusal.message);
}
