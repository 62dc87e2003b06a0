import type { HttpReply, HttpRequest } from '../calls';
import { PlatformError } from '../exceptions';
import { Service } from '../execution/facade';
import type { Execution } from '../execution/execution';
import { flyWave } from '../execution/flights';
import type { Simulates } from '../execution/simulates';
import { Blob, signed } from './blob';
import { list, onlyKnown, record, text } from './arguments';

/** An HTTP response, as HTTPResponse. */
export class HTTPResponse extends Service implements Simulates<HTTPResponse, GoogleAppsScript.URL_Fetch.HTTPResponse> {
  readonly _class = 'HTTPResponse';

  constructor(
    run: Execution,
    readonly _reply: HttpReply,
  ) {
    super(run);
  }

  getResponseCode(): number {
    return this._reply.status;
  }

  getContentText(): string {
    return this._reply.text;
  }

  getContent(): number[] {
    return signed(Buffer.from(this._reply.text, 'utf8'));
  }

  getBlob(): Blob {
    return new Blob(Buffer.from(this._reply.text, 'utf8'), this._reply.headers['Content-Type'] ?? null, null);
  }

  getHeaders(): object {
    return { ...this._reply.headers };
  }

  getAllHeaders(): object {
    return { ...this._reply.headers };
  }
}

const methods = ['get', 'delete', 'patch', 'post', 'put'];
const known = [
  'method',
  'headers',
  'contentType',
  'payload',
  'muteHttpExceptions',
  'followRedirects',
  'validateHttpsCertificates',
  'escaping',
  'url',
];

interface Asked {
  readonly request: HttpRequest;
  readonly mute: boolean;
}

/** UrlFetchApp: requests reach the simulated Google and nothing else. */
export class UrlFetchApp extends Service implements Simulates<UrlFetchApp, GoogleAppsScript.URL_Fetch.UrlFetchApp> {
  readonly _class = 'UrlFetchApp';

  fetch(url: unknown, params: unknown = {}): HTTPResponse {
    const asked = request({ ...record(params, 'UrlFetchApp.fetch'), url }, 'UrlFetchApp.fetch');
    return this._send([asked])[0] ?? never();
  }

  /**
   * Responses in the order of the requests. One request without an answer loses the whole wave, whatever became of the
   * others.
   */
  fetchAll(requests: unknown): HTTPResponse[] {
    const asked = list(
      requests,
      (one, method) => request(typeof one === 'string' ? { url: one } : record(one, method), method),
      'UrlFetchApp.fetchAll',
    );
    return asked.length === 0 ? [] : this._send(asked);
  }

  _send(asked: readonly Asked[]): HTTPResponse[] {
    const replies = flyWave(
      this._run,
      asked.map((one) => one.request),
    );
    replies.forEach((reply, at) => {
      const url = asked[at]?.request.url ?? '';
      if (reply.status === 0) throw new PlatformError(`Address unavailable: ${url}`);
      if (reply.status >= 400 && asked[at]?.mute !== true) throw failed(url, reply);
    });
    return replies.map((reply) => new HTTPResponse(this._run, reply));
  }
}

function never(): never {
  throw new Error('A request was not answered.');
}

function failed(url: string, { status, text: body }: HttpReply): PlatformError {
  const host = /^https?:\/\/[^/]+/.exec(url)?.[0] ?? url;
  return new PlatformError(
    `Request failed for ${host} returned code ${status}. Truncated server response: ${body.slice(0, 100)} (use muteHttpExceptions option to examine full response)`,
  );
}

function request(options: Record<string, unknown>, method: string): Asked {
  onlyKnown(options, known, method);
  const verb = text(options['method'] ?? 'get', method).toLowerCase();
  if (!methods.includes(verb)) throw new PlatformError(`Attribute provided with invalid value: method`);
  const headers = Object.fromEntries(
    Object.entries(record(options['headers'] ?? {}, method)).map(([name, value]) => [name, text(value, method)]),
  );
  const body = payload(options['payload']);
  const declared = Object.entries(headers).find(([name]) => name.toLowerCase() === 'content-type')?.[1];
  const contentType = text(options['contentType'] ?? declared ?? 'application/x-www-form-urlencoded', method);
  const shape = { url: text(options['url'], method), method: verb, headers, contentType };
  return {
    request: body === undefined ? shape : { ...shape, payload: body },
    mute: options['muteHttpExceptions'] === true,
  };
}

/** An object is sent as a form, not as JSON (reference of UrlFetchApp). */
function payload(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'string') return value;
  if (value instanceof Blob) return value.getDataAsString();
  return Object.entries(record(value, 'UrlFetchApp.fetch'))
    .map(([key, one]) => `${encodeURIComponent(key)}=${encodeURIComponent(String(one))}`)
    .join('&');
}
