import { shortened } from '../engine/shorten';
import { Refusal, type Answer, type JsonObject, type Request } from '../engine/request';
import { hosts, isOperationId, operationNamed, type Operation } from './operations';
import { fieldsOf } from './resources';
import { paramsWith, withSecrets, type Secrets } from '../engine/secrets';

/** A request of the engine's as an HTTP request to Google's REST API, and the HTTP response as an answer. */

/** An HTTP request as UrlFetchApp takes it. */
export interface HttpRequest {
  readonly url: string;
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  readonly body?: JsonObject;
}

/** The HTTP request of a request. */
export function httpOf(request: Request, secrets: Secrets): HttpRequest {
  const operation = operationOf(request.op);
  const method = operation.verb.toLowerCase() as HttpRequest['method'];
  const body = operation.body ? { body: withSecrets(request.body ?? {}, secrets) } : {};
  const params = paramsWith(request, secrets);
  return { url: `${hosts[operation.api]}${pathOf(operation, params)}${queryOf(operation, params)}`, method, ...body };
}

/** The table's entry of an operation. Throws for one that is not in it: that is a mistake of ours. */
export function operationOf(op: string): Operation {
  if (!isOperationId(op)) throw new Error(`${op} is not in the table of operations.`);
  return operationNamed(op);
}

function pathOf(operation: Operation, params: Request['params']): string {
  return operation.path.replace(/\{(\w+)\}/g, (_all, name: string) => encoded(name, params[name] ?? ''));
}

/**
 * An org unit's path keeps its slashes and loses the leading one (discovery: reserved expansion; issue tracker
 * 63418725).
 */
function encoded(name: string, value: string): string {
  if (name !== 'orgUnitPath') return encodeURIComponent(value);
  return value.replace(/^\//, '').split('/').map(encodeURIComponent).join('/');
}

function queryOf(operation: Operation, params: Request['params']): string {
  const query = operation.query.flatMap((name) => {
    const value = params[name];
    return value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`];
  });
  return query.length ? `?${query.join('&')}` : '';
}

/** A response as it came over HTTP. */
export interface HttpResponse {
  readonly status: number;
  readonly text: string;
  /** The header `Retry-After`, or `''`. */
  readonly retryAfter: string;
}

/**
 * The answer in a response. Some refusals are no JSON at all (rate texts, HTML of a gateway); their text is all there
 * is.
 */
export function answerOf(op: string, response: HttpResponse): Answer {
  const value = jsonIn(response.text);
  if (response.status >= 200 && response.status < 300) return { value: response.text === '' ? undefined : value };
  const error = fieldsOf(fieldsOf(value).error);
  const first = fieldsOf(Array.isArray(error.errors) ? (error.errors as unknown[])[0] : undefined);
  const message = textOf(error.message) || plain(response.text) || `HTTP ${response.status}`;
  const seconds = Number(response.retryAfter);
  const after = response.retryAfter !== '' && seconds >= 0 ? { retryAfterSeconds: seconds } : {};
  return {
    refusal: new Refusal(response.status, textOf(first.reason) || textOf(error.status), { message, op, ...after }),
  };
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** The first words of a text that is no JSON, without markup. */
function plain(text: string): string {
  const line = text
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return shortened(line, 200);
}
