import { isObject, type Json, type JsonObject, type Request } from './request';

/** Resolves `{ secret: name }` in a body; only a transport ever does, right before a request goes out. */
export type Secrets = (name: string) => string;

/** The body with its secrets filled in. */
export function withSecrets(body: JsonObject, secrets: Secrets): JsonObject {
  return Object.fromEntries(Object.entries(body).map(([field, value]) => [field, secretIn(value, secrets)]));
}

/** The parameters with their secrets filled in. */
export function paramsWith(
  { params, secrets: named = {} }: Request,
  secrets: Secrets,
): Readonly<Record<string, string>> {
  const filled = Object.entries(named).map(([param, name]) => [param, secrets(name)] as const);
  return filled.length ? { ...params, ...Object.fromEntries(filled) } : params;
}

function secretIn(value: Json, secrets: Secrets): Json {
  return isObject(value) && typeof value.secret === 'string' ? secrets(value.secret) : value;
}

/** For work that sends none. */
export function noSecrets(name: string): string {
  throw new Error(`Nothing here may send ${name}.`);
}
