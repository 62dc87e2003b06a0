import { Refusal, type Answer, type Request } from '../../engine/request';
import { sendBatch } from './batch';
import { Scrubber } from '../../engine/scrub';
import { answerOf, httpOf } from '../../google/rest';
import type { Secrets } from '../../engine/secrets';
import { mayNotFetch, type Carrier } from '../../job/reach/carrier';
import { isNotFetched, isNotGranted } from '../../google/platform-texts';

/** Many requests at once with UrlFetchApp.fetchAll, to the same REST methods and with the script's own token. */

/** Third parties see 10 to 30 requests in flight; Google documents no number. A wave is never larger. */
const widest = 30;

type Fetch = GoogleAppsScript.URL_Fetch.URLFetchRequest;

/** Sends waves. A wave that fails as a whole gives every request the answer that none came. */
export function parallel(secrets: Secrets): Carrier {
  return {
    name: 'parallel',
    width: widest,
    sendAll: (requests) => sendAll(requests, secrets),
    sendBatch: (requests) => sendBatch(requests, secrets),
  };
}

function sendAll(requests: readonly Request[], secrets: Secrets): readonly Answer[] {
  const scrubber = new Scrubber(requests);
  const token = scrubber.keep(ScriptApp.getOAuthToken());
  const fetches = requests.map((request) => fetchOf(request, scrubber.resolving(secrets), token));
  try {
    return UrlFetchApp.fetchAll(fetches).map((response, i) => read(requests[i]?.op ?? '', response, scrubber));
  } catch (error) {
    // Even muted, a failure of the connection throws for the whole wave; what each request did is unknown.
    const { status, reason, message } = waveFailed(
      scrubber.text(error instanceof Error ? error.message : String(error)),
    );
    return requests.map(({ op }) => ({ refusal: new Refusal(status, reason, { message, op }) }));
  }
}

function fetchOf(request: Request, secrets: Secrets, token: string): Fetch {
  const { url, method, body } = httpOf(request, secrets);
  const payload = body === undefined ? {} : { contentType: 'application/json', payload: JSON.stringify(body) };
  return { url, method, headers: { Authorization: `Bearer ${token}` }, muteHttpExceptions: true, ...payload };
}

function read(op: string, response: GoogleAppsScript.URL_Fetch.HTTPResponse, scrubber: Scrubber): Answer {
  const headers = response.getHeaders() as Readonly<Record<string, unknown>>;
  const after = headers['Retry-After'] ?? headers['retry-after'];
  return answerOf(op, {
    status: response.getResponseCode(),
    text: scrubber.text(response.getContentText()),
    retryAfter: typeof after === 'string' ? after : '',
  });
}

/** The platform's errors carry nothing but text. */
function waveFailed(message: string): { readonly status: number; readonly reason: string; readonly message: string } {
  // A day's quota may end in mid-wave: only where a permission is missing nothing has gone out for sure.
  if (isNotGranted(message)) return { status: 403, reason: mayNotFetch, message };
  if (isNotFetched(message)) return { status: 0, reason: mayNotFetch, message };
  return { status: 0, reason: 'noAnswer', message };
}
