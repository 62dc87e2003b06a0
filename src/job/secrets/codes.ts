import { hash, HMAC } from 'fast-sha256';
import { ports } from '../ports';

/**
 * Digests and message authentication. They are computed here and not by `Utilities`: a journal of thousands of lines is
 * authenticated each time it is opened, and every call that leaves the runtime has its price.
 */

/** A short name of a text: 96 bits of its SHA-256, web-safe. */
export function digest(text: string): string {
  return webSafe(hash(utf8(text)).slice(0, 12));
}

/** HMAC-SHA-256 under a secret, as bytes from 0 to 255. */
export function macWith(secret: string): (message: string) => readonly number[] {
  const hmac = new HMAC(utf8(secret));
  return (message) => [...hmac.reset().update(utf8(message)).digest()];
}

/** The first 128 bits of HMAC-SHA-256 under a secret, in hexadecimal. */
export function hexMacWith(secret: string): (message: string) => string {
  const bytes = macWith(secret);
  return (message) =>
    bytes(message)
      .slice(0, 16)
      .map((byte) => byte.toString(16).padStart(2, '0'))
      .join('');
}

/** A new secret. Apps Script has no cryptographic random source; several UUIDs are hashed together. */
export function newSecret(): string {
  const uuids = [1, 2, 3, 4].map(() => ports().codec.uuid()).join('');
  return webSafe(hash(utf8(uuids)));
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Base64 for addresses (RFC 4648, section 5), padded as `Utilities.base64EncodeWebSafe` pads it. */
function webSafe(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const group = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    const left = bytes.length - at;
    const signs = [18, 12, 6, 0].map((shift) => letters.charAt((group >> shift) & 63));
    text +=
      left > 2
        ? signs.join('')
        : signs
            .slice(0, left + 1)
            .join('')
            .padEnd(4, '=');
  }
  return text;
}

/** The bytes of a text; half of a surrogate pair counts as U+FFFD, as everywhere. Apps Script has no `TextEncoder`. */
function utf8(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 3);
  let at = 0;
  for (let i = 0; i < text.length; i++) {
    const point = text.codePointAt(i) ?? 0;
    if (point < 0x80) {
      bytes[at++] = point;
      continue;
    }
    if (point >= 0x10000) i += 1;
    for (const byte of bytesOf(point)) bytes[at++] = byte;
  }
  return bytes.subarray(0, at);
}

/** The bytes of a sign beyond ASCII. */
function bytesOf(point: number): readonly number[] {
  const tail = (shift: number): number => 0x80 | ((point >> shift) & 63);
  if (point < 0x800) return [0xc0 | (point >> 6), tail(0)];
  if (point >= 0xd800 && point < 0xe000) return [0xef, 0xbf, 0xbd];
  if (point < 0x10000) return [0xe0 | (point >> 12), tail(6), tail(0)];
  return [0xf0 | (point >> 18), tail(12), tail(6), tail(0)];
}
