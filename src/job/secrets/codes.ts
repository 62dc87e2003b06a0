import { ports } from '../ports';
/** Digests and message authentication with Utilities. */

/** A short name of a text: 96 bits of its SHA-256, web-safe. */
export function digest(text: string): string {
  const bytes = ports().codec.sha256(text);
  return ports().codec.base64Web(bytes.slice(0, 12));
}

/** HMAC-SHA-256 under a secret, as bytes from 0 to 255: Apps Script gives them signed. */
export function macWith(secret: string): (message: string) => readonly number[] {
  return (message) =>
    ports()
      .codec.hmac(message, secret)
      .map((byte) => byte & 255);
}

/** A new secret. Apps Script has no cryptographic random source; several UUIDs are hashed together. */
export function newSecret(): string {
  const uuids = [1, 2, 3, 4].map(() => ports().codec.uuid()).join('');
  return ports().codec.base64Web(ports().codec.sha256(uuids));
}
