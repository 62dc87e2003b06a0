import type { Call, Reply, Workspace } from './port';
import { errorReply, invalid, Refused } from './errors';
import { readCall } from './http-call';

/**
 * HTTP batches: `multipart/mixed`, up to 1,000 calls of one API, answered in the order sent (Directory API "Batch
 * requests"). The Reseller API does not fill in `Content-ID`.
 */

/** A batch as it arrives. `as` and `scopes` are those of the batch's own token. */
export interface BatchCall {
  readonly body: string;
  readonly contentType: string;
  readonly as: string;
  readonly scopes?: readonly string[];
  readonly token?: string;
}

/** The answer to a batch. */
export interface BatchReply {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
}

const most = 1000;

interface Part {
  readonly id: string;
  readonly call: Call;
}

/** Carries out a batch. A batch that cannot be read, is too large or mixes APIs is refused as a whole. */
export function handleBatch(workspace: Workspace, batch: BatchCall): BatchReply {
  try {
    const parts = readParts(batch);
    if (parts.length > most) throw invalid(`The batch request holds more than ${most} calls.`);
    const apis = new Set(parts.map(({ call }) => apiOf(call.path)));
    if (apis.size > 1) throw invalid('All calls of a batch request must be of the same API.');
    return answer(parts, workspace.handleAll(parts.map(({ call }) => call)));
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return {
      status: error.status,
      contentType: 'application/json; charset=UTF-8',
      body: JSON.stringify(errorReply(error, 'errors').body),
    };
  }
}

const apiOf = (path: string): string => /^\/apps\/(licensing|reseller)\//.exec(path)?.[1] ?? 'directory';

function readParts(batch: BatchCall): Part[] {
  const boundary = /boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(batch.contentType);
  const mark = boundary?.[1] ?? boundary?.[2];
  if (!/^multipart\/mixed/i.test(batch.contentType) || !mark)
    throw invalid('Failed to parse batch request, error: Missing boundary.');
  const pieces = `\n${batch.body.replace(/\r\n/g, '\n')}`.split(`\n--${mark}`);
  if (!pieces.some((piece) => piece.startsWith('--')))
    throw invalid('Failed to parse batch request, error: Missing end boundary.');
  return pieces
    .slice(1)
    .filter((piece) => !piece.startsWith('--'))
    .map((piece) => readPart(piece.replace(/^[ \t]*\n/, ''), batch));
}

function readPart(piece: string, batch: BatchCall): Part {
  const [outer, request] = divide(piece);
  const [head, body] = divide(request);
  const [line = ''] = head.split('\n');
  const match = /^([A-Z]+) (\S+)(?: HTTP\/[\d.]+)?$/.exec(line.trim());
  if (!match) throw invalid('Failed to parse batch request, error: Failed in parsing HTTP headers.');
  const [, method = '', target = ''] = match;
  const id = /^content-id:\s*(.+)$/im.exec(outer)?.[1]?.trim() ?? '';
  return { id, call: readCall({ method, target, body }, batch) };
}

/** Head and body of a message, divided at the first empty line. */
function divide(message: string): [string, string] {
  const trimmed = message.replace(/^\n+/, '');
  const gap = trimmed.indexOf('\n\n');
  return gap < 0 ? [trimmed, ''] : [trimmed.slice(0, gap), trimmed.slice(gap + 2)];
}

const statusTexts: Readonly<Record<number, string>> = {
  200: 'OK',
  201: 'Created',
  202: 'Accepted',
  204: 'No Content',
  400: 'Bad Request',
  403: 'Forbidden',
  404: 'Not Found',
  409: 'Conflict',
  412: 'Precondition Failed',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  501: 'Not Implemented',
  503: 'Service Unavailable',
};

/** A lost answer has no place among the parts: it shows as 503, whether or not Google did what was asked. */
function shown(reply: Reply): Reply {
  return reply.status === 0
    ? errorReply(new Refused(503, 'backendError', 'Service unavailable. Please try again'), 'errors')
    : reply;
}

function answer(parts: readonly Part[], replies: readonly Reply[]): BatchReply {
  const boundary = 'batch_simulated';
  const written = parts.map(({ id, call }, index) =>
    writePart(
      id && apiOf(call.path) !== 'reseller' ? responseId(id) : '',
      shown(replies[index] ?? { status: 503, headers: {} }),
    ),
  );
  return {
    status: 200,
    contentType: `multipart/mixed; boundary=${boundary}`,
    body: [...written.map((part) => `--${boundary}\r\n${part}`), `--${boundary}--\r\n`].join(''),
  };
}

const responseId = (id: string): string => (id.startsWith('<') ? `<response-${id.slice(1)}` : `response-${id}`);

function writePart(id: string, { status, headers, body }: Reply): string {
  const text = body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body);
  const type = headers['content-type'];
  const outer = ['Content-Type: application/http', ...(id ? [`Content-ID: ${id}`] : [])];
  const inner = [
    `HTTP/1.1 ${status} ${statusTexts[status] ?? ''}`.trimEnd(),
    ...(type ? [`Content-Type: ${type}`] : []),
    `Content-Length: ${Buffer.byteLength(text)}`,
  ];
  return `${outer.join('\r\n')}\r\n\r\n${inner.join('\r\n')}\r\n\r\n${text}\r\n`;
}
