import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setTimeout as realTime } from 'node:timers/promises';
import type { Journey } from '../latency';
import { handleBatch } from './batch';
import { apiFor, apiForHost, discoveryDirectory, discoveryDocument } from './discovery';
import { errorReply, Refused } from './errors';
import { parseBody, readCall, type Authority } from './http-call';
import { isObject } from './json';
import type { Reply, Workspace } from './port';
import { authorityFor, issueToken, readToken } from './tokens';

/**
 * The simulated Google over HTTP: the REST paths of all three APIs on one host, `/batch`, discovery documents and a
 * token endpoint.
 */

/** What is served, and where. */
export interface ServeOptions {
  readonly workspace: Workspace;
  /** 0: any free port. */
  readonly port: number;
  /** Who a token is for when nothing else is said; else the tenant's `signedInAs`. */
  readonly signedInAs?: string;
  /** How long the next request is on its way; left out: no time. */
  readonly journey?: () => Journey;
  /** Lets that time pass. Left out: it passes in real time, for each request by itself. */
  readonly pass?: (milliseconds: number) => Promise<void>;
}

/** A server that listens. */
export interface Served {
  /** `http://localhost:PORT`, without a slash at the end. */
  readonly url: string;
  close(): Promise<void>;
}

/** Serves a simulated Google on this machine only. Resolves when it listens; rejects when the port is taken. */
export function serve(given: ServeOptions): Promise<Served> {
  const options = { ...given, signedInAs: given.signedInAs ?? given.workspace.tenant().signedInAs ?? '' };
  const server = createServer((request, response) => {
    answer(options, request).then(
      (reply) => send(request, response, reply),
      (error: unknown) => send(request, response, broken(error)),
    );
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', () => resolve({ url: urlOf(server), close: () => closed(server) }));
  });
}

function urlOf(server: Server): string {
  const address = server.address();
  return `http://localhost:${typeof address === 'object' && address ? address.port : 0}`;
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve, reject) => server.close((error) => (error ? reject(error) : resolve())));
}

const largest = 50_000_000;

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk as Uint8Array);
    size += bytes.length;
    if (size > largest) throw new Refused(413, 'uploadTooLarge', 'Request is too large.');
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString('utf8');
}

const json = (body: unknown, status = 200): Reply => ({
  status,
  headers: { 'content-type': 'application/json; charset=UTF-8' },
  body,
});

async function answer(options: ServeOptions, request: IncomingMessage): Promise<Reply> {
  const body = await bodyOf(request);
  const url = new URL(request.url ?? '/', 'http://sandbox.invalid');
  try {
    return (
      discovery(url, request) ??
      token(options, url, body) ??
      (await travelled(options, () => api(options, request, body)))
    );
  } catch (error) {
    if (error instanceof Refused) return errorReply(error, 'errors');
    throw error;
  }
}

function discovery(url: URL, request: IncomingMessage): Reply | null {
  const host = request.headers.host ?? 'localhost';
  const root = `http://${host}/`;
  if (url.pathname === '/discovery/v1/apis' || url.pathname === '/discovery/v1/apis/')
    return json(discoveryDirectory(root));
  const [, name, version] = /^\/discovery\/v1\/apis\/([^/]+)\/([^/]+)\/rest$/.exec(url.pathname) ?? [];
  const asked = url.searchParams.get('version') ?? '';
  const rest = url.pathname === '/$discovery/rest';
  if (!rest && name === undefined) return null;
  const api = rest
    ? (apiForHost(host, asked) ?? apiFor(url.searchParams.get('api') ?? '', asked))
    : apiFor(name ?? '', version ?? '');
  if (!api)
    throw new Refused(
      404,
      'notFound',
      'Not Found: ask for version=directory_v1, or version=v1 with api=licensing or api=reseller.',
    );
  return json(discoveryDocument(api, root));
}

function formOf(body: string): Record<string, string> {
  if (!body.trimStart().startsWith('{')) return Object.fromEntries(new URLSearchParams(body));
  const parsed = parseBody(body);
  return isObject(parsed)
    ? Object.fromEntries(Object.entries(parsed).map(([name, value]) => [name, String(value)]))
    : {};
}

function token({ signedInAs = '' }: ServeOptions, url: URL, body: string): Reply | null {
  if (url.pathname !== '/token') return null;
  return json(issueToken(authorityFor(formOf(body), signedInAs)));
}

function authority(request: IncomingMessage): Authority {
  const given = /^Bearer\s+(.+)$/i.exec(request.headers.authorization ?? '')?.[1];
  if (given === undefined) throw new Refused(401, 'required', 'Login Required');
  const known = readToken(given.trim());
  if (!known) throw new Refused(401, 'authError', 'Invalid Credentials');
  return known;
}

/** A request is carried out when it arrives; its answer is on its way for the rest of the latency. */
async function travelled(
  { journey, pass = (milliseconds) => realTime(milliseconds) }: ServeOptions,
  arrive: () => Reply,
): Promise<Reply> {
  const { there, back } = journey?.() ?? { there: 0, back: 0 };
  if (there > 0) await pass(there);
  const reply = arrive();
  if (back > 0) await pass(back);
  return reply;
}

function api({ workspace }: ServeOptions, request: IncomingMessage, body: string): Reply {
  const who = authority(request);
  const target = request.url ?? '/';
  const method = request.method ?? 'GET';
  if (/^\/batch(?:[/?]|$)/.test(target) && method === 'POST') {
    const reply = handleBatch(workspace, { body, contentType: request.headers['content-type'] ?? '', ...who });
    return { status: reply.status, headers: { 'content-type': reply.contentType }, body: reply.body };
  }
  return workspace.handle(readCall({ method, target, body }, who));
}

function broken(error: unknown): Reply {
  if (error instanceof Refused) return errorReply(error, 'errors');
  return errorReply(
    new Refused(500, 'internalError', error instanceof Error ? error.message : 'Internal error encountered.'),
    'errors',
  );
}

/** Writes a reply; one with status 0 is a lost answer, so the connection just ends. */
function send(request: IncomingMessage, response: ServerResponse, { status, headers, body }: Reply): void {
  if (status === 0) {
    request.socket.destroy();
    return;
  }
  response.writeHead(status, { ...headers });
  response.end(body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body));
}
