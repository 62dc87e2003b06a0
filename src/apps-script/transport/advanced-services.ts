import { noAnswer, Refusal, type Answer, type Request } from '../../engine/request';
import { withoutMethod, type Operation } from '../../google/operations';
import { fieldsOf } from '../../google/resources';
import { sendBatch } from './batch';
import { isNotGranted } from '../../google/platform-texts';
import { parallel } from './parallel';
import { operationOf } from '../../google/rest';
import { Scrubber } from '../../engine/scrub';
import { paramsWith, withSecrets, type Secrets } from '../../engine/secrets';
import type { Carrier } from '../../job/reach/carrier';

/** The advanced services as a transport: one generic adapter from an operation's id to the service's method. */

type Method = (...args: unknown[]) => unknown;

/** Sends requests one after another through AdminDirectory, AdminReseller and AdminLicenseManager. */
export function advancedServices(secrets: Secrets): Carrier {
  // The services take one request at a time: a wave of one lets each row go on at once.
  return {
    name: 'advanced',
    width: 1,
    sendAll: (requests) =>
      requests.map((request) => (hasMethod(request) ? sendOne(request, secrets) : overHttp(request, secrets))),
    sendBatch: (requests) => sendBatch(requests, secrets),
  };
}

function hasMethod({ op }: Request): boolean {
  return !withoutMethod.some((one) => one === op);
}

function overHttp(request: Request, secrets: Secrets): Answer {
  return parallel(secrets).sendAll([request])[0] ?? noAnswer(request.op);
}

function sendOne(request: Request, secrets: Secrets): Answer {
  const operation = operationOf(request.op);
  const method = methodOf(operation);
  if (!method) return { refusal: notEnabled(request.op, operation) };
  const scrubber = new Scrubber([request]);
  try {
    return { value: scrubber.value(method(...argumentsOf(request, operation, scrubber.resolving(secrets)))) };
  } catch (error) {
    return { refusal: refusalOf(error, request.op, scrubber) };
  }
}

function services(): Readonly<Record<string, unknown>> {
  return {
    AdminDirectory: typeof AdminDirectory === 'undefined' ? undefined : AdminDirectory,
    AdminReseller: typeof AdminReseller === 'undefined' ? undefined : AdminReseller,
    AdminLicenseManager: typeof AdminLicenseManager === 'undefined' ? undefined : AdminLicenseManager,
  };
}

/** `AdminDirectory.Users.Aliases.insert`, bound to its resource. */
function methodOf(operation: Operation): Method | undefined {
  const [service = '', ...path] = operation.call.split('.');
  const name = path.pop() ?? '';
  const resource = path.reduce<unknown>((holder, part) => fieldsOf(holder)[part], services()[service]);
  const method = fieldsOf(resource)[name];
  return typeof method === 'function' ? (method.bind(resource) as Method) : undefined;
}

/**
 * Body, then the required parameters in Google's order, then one object with the others (Apps Script guide, "Advanced
 * services").
 */
function argumentsOf(request: Request, operation: Operation, secrets: Secrets): unknown[] {
  const params = paramsWith(request, secrets);
  const required = operation.order.map((name) => pathValue(name, params[name] ?? ''));
  const rest = Object.entries(params).filter(([name]) => !operation.order.includes(name));
  return [
    ...(operation.body ? [withSecrets(request.body ?? {}, secrets)] : []),
    ...required,
    ...(rest.length
      ? [Object.fromEntries(rest.map(([name, value]) => [name, name === 'maxResults' ? Number(value) : value]))]
      : []),
  ];
}

/** An org unit's path goes into a URL without its leading slash (issue tracker 63418725). */
function pathValue(name: string, value: string): string {
  return name === 'orgUnitPath' ? value.replace(/^\//, '') : value;
}

function notEnabled(op: string, operation: Operation): Refusal {
  const service = operation.call.split('.')[0] ?? '';
  return new Refusal(403, 'serviceNotEnabled', { message: `The advanced service ${service} is not switched on.`, op });
}

/**
 * An error of an advanced service as a Refusal. Status and reason stand in `details`; the sentence in front of Google's
 * text is in the language of the person, so it is never looked at.
 */
function refusalOf(error: unknown, op: string, scrubber: Scrubber): Refusal {
  const details = fieldsOf(fieldsOf(error).details);
  const first = fieldsOf(Array.isArray(details.errors) ? (details.errors as unknown[])[0] : undefined);
  const text = (value: unknown): string => (typeof value === 'string' ? scrubber.text(value) : '');
  const message = text(details.message) || text(error instanceof Error ? error.message : String(error));
  const status = typeof details.code === 'number' ? details.code : platformStatus(message);
  const reason =
    text(first.reason) ||
    text(details.status) ||
    (status === 403 && (isNotGranted(message) || /permission/i.test(message)) ? 'insufficientPermissions' : '');
  return new Refusal(status, reason, { message, op });
}

/**
 * Errors of the platform carry no status: a missing permission is final, everything else is an answer that never came.
 */
function platformStatus(message: string): number {
  return isNotGranted(message) ? 403 : 0;
}
