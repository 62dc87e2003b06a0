import type { Operation } from '../../src/google/operations';
import { notSimulated } from './coverage';
import { badRequest } from './errors';
import { operations, type OperationId } from './operations';

/** From verb and path to an operation and its path parameters, by the operation table alone. */

interface Route {
  readonly op: string;
  readonly verb: string;
  readonly names: readonly string[];
  readonly pattern: RegExp;
}

/**
 * Org unit paths are sent with their slashes as they stand (discovery: `{+orgUnitPath}`); every other parameter is one
 * segment.
 */
function route(op: string, { verb, path }: { readonly verb: string; readonly path: string }): Route {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
  const pattern = path
    .replace(/[.]/g, '\\.')
    .replace(/\{(\w+)\}/g, (_, name: string) => (name === 'orgUnitPath' ? '(.+)' : '([^/]+)'));
  return { op, verb, names, pattern: new RegExp(`^${pattern}$`) };
}

const entries = Object.entries(operations) as [OperationId, Operation][];
const routes: readonly (Route & { readonly op: OperationId })[] = entries.map(([op, operation]) => ({
  ...route(op, operation),
  op,
}));
const missing: readonly Route[] = Object.entries(notSimulated).map(([op, operation]) => route(op, operation));

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw badRequest();
  }
}

/** The operation for a request, with its path parameters decoded; null when the table has none. */
export function match(verb: string, path: string): { op: OperationId; params: Record<string, string> } | null {
  for (const { op, verb: its, names, pattern } of routes) {
    const found = its === verb ? pattern.exec(path) : null;
    if (found)
      return { op, params: Object.fromEntries(names.map((name, index) => [name, decode(found[index + 1] ?? '')])) };
  }
  return null;
}

/** What to call a request that is not simulated: Google's id for it, or verb and path. */
export function nameOf(verb: string, path: string): string {
  return missing.find((known) => known.verb === verb && known.pattern.test(path))?.op ?? `${verb} ${path}`;
}
