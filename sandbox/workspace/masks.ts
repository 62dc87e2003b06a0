import { isObject, type Json } from './json';

/** What the request log must not hold: passwords and transfer tokens, wherever they stand. */

const secrets = new Set([
  'password',
  'customerAuthToken',
  'transferToken',
  'token',
  'access_token',
  'oauth_token',
  'key',
]);

/** A body with every secret as `***`. */
export function maskBody(value: Json): Json {
  if (Array.isArray(value)) return (value as readonly Json[]).map(maskBody);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([field, content]) => [field, secrets.has(field) ? '***' : maskBody(content)]),
  );
}

/** Parameters with every secret as `***`. */
export function maskParams(params: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, secrets.has(name) ? '***' : value]));
}

/** Every secret in a body or in parameters, as it stands. */
export function secretsIn(value: Json): readonly string[] {
  if (Array.isArray(value)) return (value as readonly Json[]).flatMap(secretsIn);
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([field, content]) =>
    secrets.has(field) && typeof content === 'string' ? [content] : secretsIn(content),
  );
}
