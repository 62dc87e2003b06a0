import type { Operation } from '../../../src/google/operations';
import { operations } from '../../workspace/operations';
import type { OperationId } from '../../workspace/operations';
import type { ServiceReply, ServiceRequest } from '../calls';
import { PlatformError } from '../exceptions';
import { Facade } from '../execution/facade';
import type { Execution } from '../execution/execution';
import { flyAlone } from '../execution/flights';
import { mismatch, record } from './arguments';

/**
 * AdminDirectory, AdminReseller and AdminLicenseManager, made from the table of operations: the body first where there
 * is one, then the required parameters in Google's order, then an object with the rest (advanced services guide).
 */

/** What the advanced service does not have although the API does: its types lack it (Apps Script type definitions). */
const missing: readonly OperationId[] = ['directory.users.signOut'];

/** Query parameters that every operation takes (discovery documents, top-level parameters). */
const common = ['fields', 'quotaUser', 'prettyPrint', 'alt', 'key'];

/** A service, or a collection of it: `AdminDirectory`, `AdminDirectory.Users`. */
export class Collection extends Facade {
  constructor(readonly _class: string) {
    super();
  }
}

/** The enabled services by their names in the script. */
export function advancedServices(run: Execution): Map<string, Collection> {
  const roots = new Map<string, Collection>();
  for (const id of Object.keys(operations) as OperationId[]) {
    const [service = '', ...path] = operations[id].call.split('.');
    if (!run.info.services.includes(service) || missing.includes(id)) continue;
    const root = roots.get(service) ?? new Collection(service);
    roots.set(service, root);
    const method = path.pop() ?? '';
    Object.assign(path.reduce(collectionIn, root), { [method]: (...args: readonly unknown[]) => call(run, id, args) });
  }
  return roots;
}

function collectionIn(parent: Collection, name: string): Collection {
  const known: unknown = Reflect.get(parent, name);
  if (known instanceof Collection) return known;
  const made = new Collection(`${parent._class}.${name}`);
  Object.assign(parent, { [name]: made });
  return made;
}

function call(run: Execution, id: OperationId, args: readonly unknown[]): unknown {
  const reply = flyAlone(run, requestOf(id, operations[id], args));
  if (reply.status === 0) throw new PlatformError(`${failurePrefix(id)}Empty response`);
  if (reply.status >= 400) throw refusal(failurePrefix(id), reply);
  return reply.body;
}

/** The request of a call. Throws as Google does for a wrong number of arguments. */
function requestOf(id: OperationId, operation: Operation, args: readonly unknown[]): ServiceRequest {
  const needed = operation.order.length + (operation.body ? 1 : 0);
  if (args.length < needed || args.length > needed + 1)
    throw new PlatformError(`Invalid number of arguments provided. Expected ${needed}-${needed + 1} only`);
  const values = operation.body ? args.slice(1) : args;
  const required = Object.fromEntries(
    operation.order.map((name, at) => [name, parameter(name, values[at], operation.call)]),
  );
  const query = { ...queryOf(required, operation), ...optional(id, operation, values[operation.order.length]) };
  const path = operation.path.replace(/\{(\w+)\}/g, (_whole, name: string) => encoded(name, required[name] ?? ''));
  return { method: operation.verb, path, query, ...(operation.body ? { body: bodyOf(args[0], operation.call) } : {}) };
}

function parameter(name: string, value: unknown, method: string): string {
  // Public scripts pass an org unit's path as a list, as Google's types have it.
  if (name === 'orgUnitPath' && Array.isArray(value)) return value.map(String).join('/');
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw mismatch(method, [value]);
}

function queryOf(required: Readonly<Record<string, string>>, operation: Operation): Record<string, string> {
  return Object.fromEntries(Object.entries(required).filter(([name]) => operation.query.includes(name)));
}

/** Throws by name for a parameter that the operation does not have; an explicit null fails as it does at Google. */
function optional(id: OperationId, operation: Operation, given: unknown): Record<string, string> {
  if (given === undefined || given === null) return {};
  const entries = Object.entries(record(given, operation.call)).filter(([, value]) => value !== undefined);
  for (const [name, value] of entries) {
    if (!operation.query.includes(name) && !common.includes(name))
      throw new PlatformError(`Invalid argument: ${id} has no optional parameter "${name}".`);
    if (value === null) throw new PlatformError('Unknown Error');
  }
  return Object.fromEntries(entries.map(([name, value]) => [name, parameter(name, value, operation.call)]));
}

/**
 * Slashes of an org unit's path stay as they are: its parameter takes several segments (discovery: `{+orgUnitPath}`).
 */
function encoded(name: string, value: string): string {
  return name === 'orgUnitPath' ? value.split('/').map(encodeURIComponent).join('/') : encodeURIComponent(value);
}

function bodyOf(body: unknown, method: string): unknown {
  return JSON.parse(JSON.stringify(record(body, method))) as unknown;
}

/** The first half of the sentence comes in the person's language, the second is Google's own. */
function failurePrefix(id: string): string {
  return `API call to ${id} failed with error: `;
}

function refusal(prefix: string, { status, body }: ServiceReply): PlatformError {
  const error = typeof body === 'object' && body !== null && 'error' in body ? body.error : undefined;
  const details =
    typeof error === 'object' && error !== null
      ? error
      : { code: status, message: typeof body === 'string' ? body : '' };
  const says = 'message' in details ? String(details.message) : '';
  return new PlatformError(prefix + says, { code: status, ...details }, 'GoogleJsonResponseException');
}
