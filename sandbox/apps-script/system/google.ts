import { hosts } from '../../../src/google/operations';
import type { Api } from '../../../src/google/operations';
import type { Call, Reply, Workspace } from '../../workspace/port';
import type { Handlers, HttpReply, HttpRequest, ServiceRequest, WaveFault } from '../calls';
import type { BatchHandler, FetchAll } from '../port';
import { limits } from '../limits';
import type { Manifest } from '../manifest';
import { PlatformError } from '../exceptions';
import { personOf } from './tokens';

/** Requests that leave for Google: of the advanced services, and of UrlFetchApp. */

/** What these calls need of the system. */
export interface GoogleHost {
  readonly workspace: Workspace;
  readonly batch: BatchHandler;
  readonly manifest: Manifest;
  /**
   * The advanced services that are enabled. A service in the manifest also enables its API (advanced services guide).
   */
  readonly services: readonly string[];
  readonly scopes: readonly string[];
  readonly user: string;
  /**
   * Counts the writes that Google accepts, and lets a crash happen before or after one. Several: those of one batch.
   */
  accepted(send: () => readonly Reply[], isWrite: (at: number) => boolean): readonly Reply[];
  /** Uses up UrlFetch's daily quota: how many of so many requests it lets go. */
  spendFetches(count: number): number;
  /** What becomes of waves with several writes, and how many waves went before. */
  readonly fetchAll: FetchAll;
  readonly waves: () => number;
  /** How many requests a wave may hold. */
  readonly fetchAllMost: number;
}

const apiServices: Readonly<Record<Api, string>> = {
  directory: 'AdminDirectory',
  licensing: 'AdminLicenseManager',
  reseller: 'AdminReseller',
};
const unanswered: HttpReply = { status: 0, headers: {}, text: '' };

/** The handlers of the advanced services and of UrlFetchApp. */
export function googleCalls(host: GoogleHost): Handlers<'google'> {
  return {
    'google.call': (request) => serviceCall(host, request),
    'google.leave': ({ requests }) => {
      for (const request of requests) checkFetch(host, request);
      const goOut = host.spendFetches(requests.length);
      return goOut < requests.length
        ? { goOut, message: 'Service invoked too many times for one day: urlfetch.' }
        : waveFault(host, requests);
    },
    'google.fetch': (request) => fetchOne(host, request),
  };
}

/**
 * Every third wave of several requests is lost where the switch says so: before any of it went out, or when half had.
 */
function waveFault(host: GoogleHost, requests: readonly HttpRequest[]): WaveFault | undefined {
  const { fetchAll, waves } = host;
  if (requests.length > host.fetchAllMost)
    return { goOut: 0, message: `Address unavailable: ${requests[0]?.url ?? ''}` };
  if (fetchAll === 'answers' || requests.length < 2 || waves() % 3 !== 0) return undefined;
  const goOut = fetchAll === 'throwsBefore' ? 0 : Math.ceil(requests.length / 2);
  return { goOut, message: `Address unavailable: ${requests[0]?.url ?? ''}` };
}

function serviceCall(
  host: GoogleHost,
  { method, path, query, body }: ServiceRequest,
): { status: number; body?: unknown } {
  const reply = send(host, {
    method,
    path,
    query,
    as: host.user,
    scopes: host.scopes,
    ...(body === undefined ? {} : { body }),
  });
  return reply.body === undefined ? { status: reply.status } : { status: reply.status, body: reply.body };
}

function send(host: GoogleHost, call: Call): Reply {
  if (call.method === 'GET') return host.workspace.handle(call);
  return (
    host.accepted(
      () => [host.workspace.handle(call)],
      () => true,
    )[0] ?? { status: 0, headers: {} }
  );
}

function sendTogether(host: GoogleHost, calls: readonly Call[]): readonly Reply[] {
  const send = (): readonly Reply[] => host.workspace.handleAll(calls);
  return calls.every((call) => call.method === 'GET')
    ? send()
    : host.accepted(send, (at) => calls[at]?.method !== 'GET');
}

function checkFetch({ manifest }: GoogleHost, request: HttpRequest): void {
  const { url } = request;
  if (url.length > limits.urlLength) throw new PlatformError('Limit Exceeded: URLFetch URL Length.');
  if (Buffer.byteLength(request.payload ?? '') > limits.fetchPayload)
    throw new PlatformError('Limit Exceeded: URLFetch POST Size.');
  const headers = Object.entries(request.headers).reduce((sum, [name, value]) => sum + name.length + value.length, 0);
  if (headers > limits.fetchHeaders) throw new PlatformError('Limit Exceeded: URLFetch Header Size.');
  const allowed = manifest.urlFetchWhitelist;
  if (allowed && !allowed.some((prefix) => matches(url, prefix))) {
    throw new PlatformError(
      `UrlFetch calls to ${url} are not permitted: the manifest's urlFetchWhitelist does not list it.`,
    );
  }
}

/** Whether a URL begins with an entry of the whitelist; an entry may begin with `https://*.` (manifest reference). */
function matches(url: string, prefix: string): boolean {
  const wild = /^https:\/\/\*(\.[^/]+)(\/.*)$/.exec(prefix);
  if (!wild) return url.startsWith(prefix);
  const [, host = '', path = ''] = wild;
  const parts = /^https:\/\/([^/?#]+)(\/.*)$/.exec(url);
  return (parts?.[1] ?? '').endsWith(host) && (parts?.[2] ?? '').startsWith(path);
}

function fetchOne(host: GoogleHost, request: HttpRequest): HttpReply {
  const url = parse(request.url);
  const api = (Object.keys(hosts) as Api[]).find((one) => hosts[one] === url.origin);
  if (!api) throw new PlatformError(`DNS error: ${request.url}`);
  const authorization = header(request, 'authorization');
  const as = personOf(authorization);
  if (as === undefined)
    return textReply(
      refusal(
        401,
        'authError',
        'Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or other valid authentication credential.',
      ),
    );
  if (!host.services.includes(apiServices[api]))
    return textReply(
      refusal(
        403,
        'accessNotConfigured',
        `Access Not Configured. The API of ${url.hostname} has not been used in this project before or it is disabled.`,
      ),
    );
  const by = { as, token: (authorization ?? '').replace(/^Bearer /, '') };
  return url.pathname === '/batch' ? batch(host, request, by) : single(host, { request, url, by });
}

/** Whose request it is, and the access token that says so. */
interface Bearer {
  readonly as: string;
  readonly token: string;
}

function parse(url: string): URL {
  try {
    return new URL(url);
  } catch {
    throw new PlatformError(`Invalid argument: ${url}`);
  }
}

function header(request: HttpRequest, name: string): string | undefined {
  return Object.entries(request.headers).find(([key]) => key.toLowerCase() === name)?.[1];
}

function single(host: GoogleHost, { request, url, by }: { request: HttpRequest; url: URL; by: Bearer }): HttpReply {
  const call = {
    method: request.method.toUpperCase(),
    path: url.pathname,
    query: Object.fromEntries(url.searchParams),
    ...by,
    scopes: host.scopes,
  };
  if (request.payload === undefined || request.payload === '') return textReply(send(host, call));
  const body = json(request);
  if (body === undefined) return textReply(refusal(400, 'parseError', 'Parse Error'));
  return textReply(send(host, { ...call, body }));
}

/**
 * The JSON of a request; undefined where it is none, or is not sent as JSON: then Google takes the payload for a form.
 */
function json({ contentType, payload = '' }: HttpRequest): unknown {
  if (!/^application\/json\b/i.test(contentType)) return undefined;
  try {
    return JSON.parse(payload) as unknown;
  } catch {
    return undefined;
  }
}

function batch(host: GoogleHost, request: HttpRequest, by: Bearer): HttpReply {
  const counted: Workspace = {
    ...bound(host.workspace),
    handle: (call) => send(host, call),
    handleAll: (calls) => sendTogether(host, calls),
  };
  const reply = host.batch(counted, {
    body: request.payload ?? '',
    contentType: request.contentType,
    ...by,
    scopes: host.scopes,
  });
  return reply.status === 0
    ? unanswered
    : { status: reply.status, headers: { 'Content-Type': reply.contentType }, text: reply.body };
}

function bound(workspace: Workspace): Workspace {
  return {
    handle: (call) => workspace.handle(call),
    handleAll: (calls) => workspace.handleAll(calls),
    tenant: () => workspace.tenant(),
    get log() {
      return workspace.log;
    },
    snapshot: () => workspace.snapshot(),
    restore: (snapshot) => {
      workspace.restore(snapshot);
    },
  };
}

function textReply(reply: Reply): HttpReply {
  if (reply.status === 0) return unanswered;
  const text = reply.body === undefined ? '' : typeof reply.body === 'string' ? reply.body : JSON.stringify(reply.body);
  return { status: reply.status, headers: { ...reply.headers }, text };
}

function refusal(code: number, reason: string, message: string): Reply {
  const domain = reason === 'accessNotConfigured' ? 'usageLimits' : 'global';
  return {
    status: code,
    headers: { 'Content-Type': 'application/json; charset=UTF-8' },
    body: { error: { code, message, errors: [{ domain, reason, message }] } },
  };
}
