import { noAnswer, type Answer, type Request } from '../../engine/request';
import { hosts } from '../../google/operations';
import { answerOf, httpOf, operationOf } from '../../google/rest';
import { Scrubber } from '../../engine/scrub';
import type { Secrets } from '../../engine/secrets';

/**
 * Several requests as one: the batch endpoint of an API (`POST host/batch`, multipart/mixed; Directory API guide,
 * "Batch requests"). Google carries some things out only so: transfers and cancellations of several subscriptions.
 */

const boundary = 'seatsheet_batch';
const newLine = '\r\n';

/**
 * Sends requests of one API as one batch; answers in their order. Throws where they are of several APIs, which is a
 * mistake of ours.
 */
export function sendBatch(requests: readonly Request[], secrets: Secrets): readonly Answer[] {
  const [api, ...others] = [...new Set(requests.map((request) => operationOf(request.op).api))];
  if (api === undefined) return [];
  if (others.length) throw new Error('A batch goes to one API.');
  const scrubber = new Scrubber(requests);
  try {
    const response = UrlFetchApp.fetch(`${hosts[api]}/batch`, {
      method: 'post',
      contentType: `multipart/mixed; boundary=${boundary}`,
      payload: bodyOf(requests, scrubber.resolving(secrets)),
      headers: { Authorization: `Bearer ${scrubber.keep(ScriptApp.getOAuthToken())}` },
      muteHttpExceptions: true,
    });
    const text = scrubber.text(response.getContentText());
    const parts = partsOf(text, boundaryOf(response));
    if (parts.length !== requests.length) return refusedWhole(requests, response.getResponseCode(), text);
    // Google leaves Content-ID empty for resellers, so parts are matched by position (Reseller API guide, "Batch").
    return requests.map(({ op }, i) => answerIn(op, parts[i] ?? ''));
  } catch (error) {
    const message = error instanceof Error ? scrubber.text(error.message) : undefined;
    return requests.map(({ op }) => noAnswer(op, message));
  }
}

/** Every part carries the path only, never the host. */
function bodyOf(requests: readonly Request[], secrets: Secrets): string {
  const parts = requests.map((request) => {
    const { url, method, body } = httpOf(request, secrets);
    const path = url.replace(/^https:\/\/[^/]+/, '');
    const head = [`--${boundary}`, 'Content-Type: application/http', '', `${method.toUpperCase()} ${path} HTTP/1.1`];
    return [
      ...head,
      ...(body === undefined ? ['', ''] : ['Content-Type: application/json', '', JSON.stringify(body)]),
    ].join(newLine);
  });
  return [...parts, `--${boundary}--`, ''].join(newLine);
}

function boundaryOf(response: GoogleAppsScript.URL_Fetch.HTTPResponse): string {
  const headers = response.getHeaders() as Readonly<Record<string, unknown>>;
  const type = headers['Content-Type'] ?? headers['content-type'];
  return /boundary="?([^";]+)"?/.exec(typeof type === 'string' ? type : '')?.[1] ?? '';
}

function partsOf(text: string, mark: string): readonly string[] {
  return mark === ''
    ? []
    : text
        .split(`--${mark}`)
        .slice(1)
        .filter((part) => !part.startsWith('--'));
}

/** A part is a head, an empty line, and a whole HTTP response. */
function answerIn(op: string, part: string): Answer {
  const [, response = ''] = halves(part.replace(/^\r?\n/, ''));
  const [head, text] = halves(response);
  const status = Number(/^HTTP\/\S+ (\d{3})/.exec(head)?.[1] ?? 0);
  const retryAfter = /^retry-after: *(\d+)/im.exec(head)?.[1] ?? '';
  return status === 0 ? noAnswer(op) : answerOf(op, { status, text: text.trim(), retryAfter });
}

function halves(text: string): readonly [string, string] {
  const gap = /\r?\n\r?\n/.exec(text);
  return gap ? [text.slice(0, gap.index), text.slice(gap.index + gap[0].length)] : [text, ''];
}

function refusedWhole(requests: readonly Request[], status: number, text: string): readonly Answer[] {
  const whole = { status, text, retryAfter: '' };
  return requests.map(({ op }) => (status >= 400 ? answerOf(op, whole) : noAnswer(op)));
}
