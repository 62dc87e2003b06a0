import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { Refused, requireLoopback } from './gate';
import { withGoogleScript } from './frame-html';
import type { PageBundle } from './page-bundle';
import { pageHtml } from './page-bundle';
import { answerApi } from './routes';
import type { Workbench } from './workbench';

/** The HTTP side: pages, frames and the API, on this machine only. */

/** What an answer consists of. */
interface Answer {
  readonly type: string;
  readonly text: string;
  readonly policy?: string;
}

/** Scripts and styles come from here; frames from the other loopback name, whatever port leads to it. */
const pagePolicy =
  "default-src 'self'; img-src data:; style-src 'self'; frame-src http://localhost:* http://127.0.0.1:*; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
/**
 * Google serves a script's HTML from a host of its own, from which our API cannot be called; here that is forbidden to
 * frames.
 */
const framePolicy = 'connect-src https:; frame-ancestors http://localhost:* http://127.0.0.1:*';

/** Listens on a loopback port (0: any free one). Resolves with the server and its address. */
export function listen(
  bench: Workbench,
  bundle: PageBundle,
  port: number,
): Promise<{ readonly server: Server; readonly url: string }> {
  const server = createServer((request, response) => {
    void serve(bench, bundle, { request, response });
  });
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(
        error.code === 'EADDRINUSE'
          ? new Error(`Port ${port} is taken. Choose another one: PORT=${port + 1} npm start`)
          : error,
      );
    });
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      const actual = typeof address === 'object' && address ? address.port : port;
      resolve({ server, url: `http://localhost:${actual}` });
    });
  });
}

async function serve(
  bench: Workbench,
  bundle: PageBundle,
  { request, response }: { readonly request: IncomingMessage; readonly response: ServerResponse },
): Promise<void> {
  try {
    requireLoopback(request);
    const url = new URL(request.url ?? '/', `http://${request.headers.host ?? 'localhost'}`);
    if (url.pathname.startsWith('/api/')) send(response, 200, json(await answerApi(bench, request, url)));
    else send(response, 200, fileOf(bench, bundle, url.pathname));
  } catch (error) {
    send(
      response,
      error instanceof Refused ? error.status : 500,
      json({ error: error instanceof Error ? error.message : String(error) }),
    );
  }
}

function json(value: unknown): Answer {
  return { type: 'application/json; charset=utf-8', text: JSON.stringify(value) };
}

function fileOf(bench: Workbench, bundle: PageBundle, path: string): Answer {
  if (path === '/') return { type: 'text/html; charset=utf-8', text: pageHtml, policy: pagePolicy };
  if (path === '/page.js') return { type: 'text/javascript; charset=utf-8', text: bundle.script };
  if (path === '/page.css') return { type: 'text/css; charset=utf-8', text: bundle.style };
  const serial = /^\/frame\/(\d+)$/.exec(path)?.[1];
  const html = serial === undefined ? undefined : bench.session.surfaces.html(Number(serial));
  if (html === undefined) throw new Refused(404, `There is no ${path}.`);
  const text = withGoogleScript(html, { script: bundle.frameScript, functions: bench.session.functions });
  return { type: 'text/html; charset=utf-8', text, policy: framePolicy };
}

function send(response: ServerResponse, status: number, { type, text, policy }: Answer): void {
  if (response.destroyed) return;
  response.writeHead(status, {
    'content-type': type,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    ...(policy && { 'content-security-policy': policy }),
  });
  response.end(text);
}
