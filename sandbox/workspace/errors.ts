import type { Reply } from './port';

/**
 * Google's refusals and the envelopes they travel in. Shape of the JSON: "Resolve errors" (Directory API guide);
 * reasons and texts: the Reseller, Directory and License Manager error pages and the texts that GAM recognises.
 */

/** Thrown by a handler to refuse a request. `reason` is Google's own word, '' where it gives none. */
export class Refused extends Error {
  override readonly name = 'Refused';

  constructor(
    readonly status: number,
    readonly reason: string,
    message: string,
  ) {
    super(message);
  }
}

/** Reasons that travel in the error domain `usageLimits`: quotas and the project's configuration. */
const usageLimits = new Set([
  'accessNotConfigured',
  'dailyLimitExceeded',
  'userRateLimitExceeded',
  'rateLimitExceeded',
  'quotaExceeded',
]);

/** 400 `invalid`: a field or parameter that Google does not accept. */
export const invalid = (message: string): Refused => new Refused(400, 'invalid', message);
/** 400 `badRequest`: a malformed request, or one that the state of the thing does not allow. */
export const badRequest = (message = 'Bad Request'): Refused => new Refused(400, 'badRequest', message);
/** 400 `required`: a field that is missing. */
export const required = (field: string): Refused => new Refused(400, 'required', `Missing required field: ${field}`);
/** 403 `forbidden`: no privilege, not the caller's customer, or a domain that is in no account of the caller's. */
export const forbidden = (message = 'Not Authorized to access this resource/api'): Refused =>
  new Refused(403, 'forbidden', message);
/** 404 `notFound`. */
export const notFound = (message: string): Refused => new Refused(404, 'notFound', message);
/** 409 `duplicate`. */
export const duplicate = (message = 'Entity already exists.'): Refused => new Refused(409, 'duplicate', message);
/** 412 `conditionNotMet`: a precondition, told apart by its text alone. */
export const conditionNotMet = (message: string): Refused => new Refused(412, 'conditionNotMet', message);
/** 412 `limitExceeded`: a number of users, roles or aliases is used up. */
export const limitExceeded = (message: string): Refused => new Refused(412, 'limitExceeded', message);
/** 500 or 503 `backendError`. */
export const backendError = (message = 'Service unavailable. Please try again', status = 503): Refused =>
  new Refused(status, 'backendError', message);

const statusNames: Readonly<Record<number, string>> = {
  400: 'INVALID_ARGUMENT',
  401: 'UNAUTHENTICATED',
  403: 'PERMISSION_DENIED',
  404: 'NOT_FOUND',
  409: 'ALREADY_EXISTS',
  412: 'FAILED_PRECONDITION',
  429: 'RESOURCE_EXHAUSTED',
  500: 'INTERNAL',
  501: 'UNIMPLEMENTED',
  503: 'UNAVAILABLE',
};

/** Failures that reach clients as plain text instead of JSON (GAM, checkGAPIError). */
const plainTexts: readonly string[] = [
  'Request rate higher than configured.',
  'Invalid domain.',
  'Domain cannot use apis.',
  'Quota exceeded for quota metric',
  'Quota exceeded for the current request',
];

const isPlainText = (refused: Refused): boolean =>
  refused.status === 502 || refused.status === 504 || plainTexts.some((text) => refused.message.startsWith(text));

/** How errors are written: with `errors[]` and `status`, with one of them, or with some of them as plain text. */
export type ErrorShape = 'full' | 'errors' | 'status' | 'plain';

/** The HTTP response that carries a refusal. One without a reason comes from a back end that gives only a status. */
export function errorReply(refused: Refused, shape: ErrorShape): Reply {
  const { status, message, reason } = refused;
  const domain = usageLimits.has(reason) ? 'usageLimits' : 'global';
  if (shape === 'plain' && isPlainText(refused))
    return { status, headers: { 'content-type': 'text/html; charset=UTF-8' }, body: message };
  const bare = shape === 'status' || reason === '';
  const error = {
    code: status,
    message,
    ...(bare ? {} : { errors: [{ domain, reason, message }] }),
    ...(bare || shape === 'full' ? { status: statusNames[status] ?? 'UNKNOWN' } : {}),
  };
  return { status, headers: { 'content-type': 'application/json; charset=UTF-8' }, body: { error } };
}
