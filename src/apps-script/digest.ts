/** Digests and message authentication with Utilities. */

/** A short name of a text: 96 bits of its SHA-256, web-safe. */
export function digest(text: string): string {
  const bytes = Utilities.computeDigest(Utilities.DigestAlgorithm.SHA_256, text, Utilities.Charset.UTF_8);
  return Utilities.base64EncodeWebSafe(bytes.slice(0, 12));
}

/** HMAC-SHA-256 under a secret, as bytes from 0 to 255: Apps Script gives them signed. */
export function macWith(secret: string): (message: string) => readonly number[] {
  return (message) =>
    Utilities.computeHmacSha256Signature(message, secret, Utilities.Charset.UTF_8).map((byte) => byte & 255);
}

/** A new secret. Apps Script has no cryptographic random source; several UUIDs are hashed together. */
export function newSecret(): string {
  const uuids = [1, 2, 3, 4].map(() => Utilities.getUuid()).join('');
  return Utilities.base64EncodeWebSafe(
    Utilities.computeDigest(Utilities.DigestAlgorithm.SHA_256, uuids, Utilities.Charset.UTF_8),
  );
}
