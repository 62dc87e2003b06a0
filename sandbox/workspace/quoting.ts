import { isObject, type Json, type JsonObject } from './json';
import { secretsIn } from './masks';
import type { Call, Reply } from './port';

/**
 * Errors that quote the request, where the switch `errorsQuote` says so: its password, its transfer token and the
 * access token that it came with, each time escaped in another way.
 */

const html: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

type Form = (text: string) => string;

/** How a text can be escaped in a quote. */
export const escapes: readonly Form[] = [
  (text) => text,
  encodeURIComponent,
  (text) => encodeURIComponent(encodeURIComponent(text)).replace(/%25(\w\w)/g, (hex) => hex.toLowerCase()),
  (text) => new URLSearchParams({ q: text }).toString().slice(2),
  (text) => JSON.stringify(text).slice(1, -1),
  (text) => text.replace(/[^a-z0-9]/gi, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`),
  (text) => text.replace(/[&<>"']/g, (sign) => html[sign] ?? sign),
  (text) => Array.from(text, (sign) => `&#x${sign.charCodeAt(0).toString(16)};`).join(''),
];

/** How a text can be encoded with what stands around it. */
export const encodings: readonly Form[] = [
  (text) => Buffer.from(text).toString('base64'),
  (text) => Buffer.from(`{"${text}"}`).toString('base64url'),
];

const forms = [...escapes, ...encodings];

/** What is quoted of a request that is the `nth` one; '' where it has no secrets. */
export function quoteOf(call: Call, nth: number): string {
  const form = forms[nth % forms.length] ?? String;
  const body = isObject(call.body) ? secretsIn(call.body) : [];
  const all = [...body, ...secretsIn(call.query as Json), ...(call.token === undefined ? [] : [call.token])];
  return all.map(form).join(' ');
}

/** An answer that quotes its request, too: in its message, or in a field of its own. */
export function quoting(reply: Reply, quote: string): Reply {
  if (quote === '' || reply.status === 0 || reply.body === undefined) return reply;
  if (!isObject(reply.body)) return { ...reply, body: `${String(reply.body)} ${quote}` };
  const { error } = reply.body;
  return { ...reply, body: isObject(error) ? { error: quotingError(error, quote) } : { ...reply.body, quoted: quote } };
}

function quotingError(error: JsonObject, quote: string): JsonObject {
  const errors = Array.isArray(error['errors']) ? (error['errors'] as readonly Json[]) : undefined;
  const said = { message: `${String(error['message'])} ${quote}` };
  return {
    ...error,
    ...said,
    ...(errors ? { errors: errors.map((one) => (isObject(one) ? { ...one, ...said } : one)) } : {}),
  };
}
