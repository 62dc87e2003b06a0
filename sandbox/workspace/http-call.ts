import { badRequest } from './errors';
import type { Call } from './port';

/** A request as text: what stands in a request line and body, of a connection or of a batch's part. */
export interface RawRequest {
  readonly method: string;
  /** Path and query, or a whole URL. */
  readonly target: string;
  readonly body: string;
}

/** Whose authority a request has. */
export interface Authority {
  readonly as: string;
  readonly scopes?: readonly string[];
  /** The access token itself. */
  readonly token?: string;
}

/** A JSON body as it was sent. Throws 400 for one that is not JSON. */
export function parseBody(body: string): unknown {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    throw badRequest('Parse Error');
  }
}

/** The call that a request makes. Throws 400 for a body that is not JSON. */
export function readCall({ method, target, body }: RawRequest, { as, scopes, token }: Authority): Call {
  const url = new URL(target, 'http://sandbox.invalid');
  return {
    method,
    path: url.pathname,
    query: Object.fromEntries(url.searchParams),
    as,
    ...(scopes && { scopes }),
    ...(token !== undefined && { token }),
    ...(body.trim() !== '' && { body: parseBody(body) }),
  };
}
