import { createHash, createHmac } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { PlatformError } from '../exceptions';
import { limits } from '../limits';
import { EnumValue, Service, enumOf } from '../execution/facade';
import type { Simulates } from '../execution/simulates';
import { formatDate } from '../format-date';
import { Blob, bytesOf, signed } from './blob';
import { instance, mismatch, text, whole } from './arguments';
import { parseCsv } from './parse-csv';

const digests = { MD5: 'md5', SHA_1: 'sha1', SHA_256: 'sha256', SHA_384: 'sha384', SHA_512: 'sha512' } as const;
const macs = {
  HMAC_MD5: 'md5',
  HMAC_SHA_1: 'sha1',
  HMAC_SHA_256: 'sha256',
  HMAC_SHA_384: 'sha384',
  HMAC_SHA_512: 'sha512',
} as const;

/** Utilities. Charsets other than UTF-8 are not simulated. */
export class Utilities extends Service implements Simulates<Utilities, GoogleAppsScript.Utilities.Utilities> {
  readonly _class = 'Utilities';
  readonly DigestAlgorithm = enumOf('Utilities.DigestAlgorithm', ['MD5', 'SHA_1', 'SHA_256', 'SHA_384', 'SHA_512']);
  readonly MacAlgorithm = enumOf('Utilities.MacAlgorithm', [
    'HMAC_MD5',
    'HMAC_SHA_1',
    'HMAC_SHA_256',
    'HMAC_SHA_384',
    'HMAC_SHA_512',
  ]);
  readonly Charset = enumOf('Utilities.Charset', ['US_ASCII', 'UTF_8']);

  sleep(milliseconds: unknown): void {
    const time = whole(milliseconds, 'Utilities.sleep');
    if (time < 0 || time > limits.sleep)
      throw new PlatformError(`Invalid argument: milliseconds must be between 0 and ${limits.sleep}.`);
    this._run.pass(time);
  }

  /** A version-4 UUID from the execution's own chance, so that two runs draw the same. */
  getUuid(): string {
    const bytes = Buffer.from(Array.from({ length: 16 }, () => Math.floor(this._run.random() * 256)));
    bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x40, 6);
    bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
    return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  }

  computeDigest(algorithm: unknown, value: unknown, charset?: unknown): number[] {
    const { _name: name } = instance(algorithm, EnumValue, 'Utilities.computeDigest');
    onlyUtf8(charset);
    return signed(
      createHash(digests[name as keyof typeof digests])
        .update(bytesOf(value, 'Utilities.computeDigest'))
        .digest(),
    );
  }

  computeHmacSha256Signature(value: unknown, key: unknown, charset?: unknown): number[] {
    onlyUtf8(charset);
    return hmac('sha256', value, key);
  }

  computeHmacSignature(...[algorithm, value, key, charset]: readonly unknown[]): number[] {
    const { _name: name } = instance(algorithm, EnumValue, 'Utilities.computeHmacSignature');
    onlyUtf8(charset);
    return hmac(macs[name as keyof typeof macs], value, key);
  }

  base64Encode(value: unknown, charset?: unknown): string {
    onlyUtf8(charset);
    return bytesOf(value, 'Utilities.base64Encode').toString('base64');
  }

  base64EncodeWebSafe(value: unknown, charset?: unknown): string {
    return this.base64Encode(value, charset).replace(/\+/g, '-').replace(/\//g, '_');
  }

  base64Decode(encoded: unknown, charset?: unknown): number[] {
    onlyUtf8(charset);
    return decoded(text(encoded, 'Utilities.base64Decode'), /^[A-Za-z0-9+/\s]*={0,2}$/);
  }

  base64DecodeWebSafe(encoded: unknown, charset?: unknown): number[] {
    onlyUtf8(charset);
    return decoded(text(encoded, 'Utilities.base64DecodeWebSafe'), /^[A-Za-z0-9_\-\s]*={0,2}$/);
  }

  newBlob(data: unknown, type: unknown = null, name: unknown = null): Blob {
    const method = 'Utilities.newBlob';
    return new Blob(
      bytesOf(data, method),
      type === null ? (typeof data === 'string' ? 'text/plain' : null) : text(type, method),
      name === null ? null : text(name, method),
    );
  }

  gzip(blob: unknown, name: unknown = 'archive.gz'): Blob {
    // Level and header are fixed, so that two runs give the same bytes.
    return new Blob(
      gzipSync(instance(blob, Blob, 'Utilities.gzip')._bytes, { level: 6 }),
      'application/x-gzip',
      text(name, 'Utilities.gzip'),
    );
  }

  ungzip(blob: unknown): Blob {
    try {
      return new Blob(gunzipSync(instance(blob, Blob, 'Utilities.ungzip')._bytes), null, null);
    } catch (error) {
      if (error instanceof PlatformError) throw error;
      throw new PlatformError('Invalid argument: the blob is no gzip archive.');
    }
  }

  formatDate(date: unknown, zone: unknown, pattern: unknown): string {
    if (!(date instanceof Date)) throw mismatch('Utilities.formatDate', [date, zone, pattern]);
    return formatDate(date, text(zone, 'Utilities.formatDate'), text(pattern, 'Utilities.formatDate'));
  }

  parseCsv(csv: unknown, delimiter: unknown = ','): string[][] {
    return parseCsv(text(csv, 'Utilities.parseCsv'), text(delimiter, 'Utilities.parseCsv'));
  }
}

function hmac(algorithm: string, value: unknown, key: unknown): number[] {
  const method = 'Utilities.computeHmacSignature';
  if (typeof value !== typeof key) throw mismatch(method, [value, key]);
  return signed(createHmac(algorithm, bytesOf(key, method)).update(bytesOf(value, method)).digest());
}

function onlyUtf8(charset: unknown): void {
  if (charset === undefined || (charset instanceof EnumValue && charset._name === 'UTF_8')) return;
  if (!(charset instanceof EnumValue)) throw mismatch('Utilities.Charset', [charset]);
  throw new Error(`Charset ${charset._name} is not simulated`);
}

function decoded(encoded: string, allowed: RegExp): number[] {
  if (!allowed.test(encoded)) throw new PlatformError('Could not decode string.');
  return signed(Buffer.from(encoded, 'base64'));
}
