import type { IncomingMessage } from 'node:http';

/** Who may talk to the workbench: pages that this very server served, on this machine. */

/** A request that is refused or makes no sense: the status to answer, and why. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

const loopback = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;

/**
 * Throws unless the request was meant for a loopback name: a foreign name that leads here (DNS rebinding) is turned
 * away.
 */
export function requireLoopback(request: IncomingMessage): void {
  if (!loopback.test(request.headers.host ?? '')) throw new Refused(403, 'The workbench answers only under localhost.');
}

/** Throws unless a request that changes something comes from a page of this server and carries JSON. */
export function requireOwnPage(request: IncomingMessage): void {
  const { origin, host } = request.headers;
  if (origin !== `http://${host ?? ''}`) throw new Refused(403, "Only the workbench's own page may do that.");
  const type = (request.headers['content-type'] ?? '').split(';')[0]?.trim();
  if (type !== 'application/json') throw new Refused(415, 'The body has to be application/json.');
}

const longestBody = 8 * 1024 * 1024;

/** The request's JSON body. Rejects with `Refused` for what is no JSON object, or too long. */
export async function jsonBody(request: IncomingMessage): Promise<Readonly<Record<string, unknown>>> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > longestBody) throw new Refused(413, 'The body is too long.');
    parts.push(part);
  }
  const body = parsed(Buffer.concat(parts).toString('utf8'));
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw new Refused(400, 'The body has to be a JSON object.');
  return body as Readonly<Record<string, unknown>>;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refused(400, 'The body is no JSON.');
  }
}
