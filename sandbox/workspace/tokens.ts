import { isObject, type JsonObject } from './json';
import type { Authority } from './http-call';

/**
 * Tokens of the simulated Google: they carry whose authority they give, so that any client library can fetch and send
 * them.
 */

const mark = 'simulated.';

/**
 * Whom a token request is for: the `sub` of a signed assertion or of the form, a refresh token that is an address, else
 * the person signed in.
 */
export function authorityFor(form: Readonly<Record<string, string>>, signedInAs: string): Authority {
  const claims = claimsOf(form['assertion'] ?? '');
  const subject = [claims['sub'], form['sub'], form['refresh_token']].find(
    (value) => typeof value === 'string' && value.includes('@'),
  );
  const scope = typeof claims['scope'] === 'string' ? claims['scope'] : form['scope'];
  return { as: typeof subject === 'string' ? subject : signedInAs, ...(scope && { scopes: scope.split(' ') }) };
}

function claimsOf(assertion: string): JsonObject {
  try {
    const claims: unknown = JSON.parse(Buffer.from(assertion.split('.')[1] ?? '', 'base64url').toString('utf8'));
    return isObject(claims) ? claims : {};
  } catch {
    return {};
  }
}

/** The answer of the token endpoint. */
export function issueToken(authority: Authority): object {
  const content = Buffer.from(JSON.stringify([authority.as, authority.scopes ?? null]), 'utf8').toString('base64url');
  return {
    access_token: mark + content,
    expires_in: 3599,
    token_type: 'Bearer',
    ...(authority.scopes && { scope: authority.scopes.join(' ') }),
  };
}

/** Whose authority a bearer token gives: one of ours, or simply an address. Null for any other. */
export function readToken(token: string): Authority | null {
  if (/^[^@\s]+@[^@\s]+$/.test(token)) return { as: token };
  if (!token.startsWith(mark)) return null;
  try {
    const content: unknown = JSON.parse(Buffer.from(token.slice(mark.length), 'base64url').toString('utf8'));
    if (!Array.isArray(content) || typeof content[0] !== 'string') return null;
    return { as: content[0], ...(Array.isArray(content[1]) && { scopes: content[1].map(String) }) };
  } catch {
    return null;
  }
}
