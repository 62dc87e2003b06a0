/** Access tokens as ScriptApp.getOAuthToken hands them out: they name the person they were made for. */

const prefix = 'ya29.sandbox-';

/** A token for a person. */
export function tokenFor(user: string): string {
  return prefix + Buffer.from(user, 'utf8').toString('base64url');
}

/** The person of an Authorization header; undefined where the header is missing or holds no token of ours. */
export function personOf(authorization: string | undefined): string | undefined {
  const token = /^Bearer (.+)$/i.exec(authorization ?? '')?.[1];
  if (token === undefined || !token.startsWith(prefix)) return undefined;
  return Buffer.from(token.slice(prefix.length), 'base64url').toString('utf8');
}
