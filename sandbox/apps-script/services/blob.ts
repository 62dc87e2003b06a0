import { Facade } from '../execution/facade';
import type { Simulates } from '../execution/simulates';
import { list, text, whole } from './arguments';

/** Bytes as Apps Script has them: numbers from -128 to 127. */
export function signed(bytes: Uint8Array): number[] {
  return Array.from(new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length));
}

/** Bytes of the script's, or the UTF-8 bytes of its text. */
export function bytesOf(value: unknown, method: string): Buffer {
  if (typeof value === 'string') return Buffer.from(value, 'utf8');
  return Buffer.from(Int8Array.from(list(value, whole, method)).buffer);
}

/** Bytes with a type and a name, as Blob. */
export class Blob extends Facade implements Simulates<Blob, GoogleAppsScript.Base.Blob> {
  readonly _class = 'Blob';

  constructor(
    public _bytes: Buffer,
    public _type: string | null,
    public _title: string | null,
  ) {
    super();
  }

  getBytes(): number[] {
    return signed(this._bytes);
  }

  setBytes(bytes: unknown): this {
    this._bytes = bytesOf(bytes, 'Blob.setBytes');
    return this;
  }

  getDataAsString(charset: unknown = 'UTF-8'): string {
    return this._bytes.toString(encoding(text(charset, 'Blob.getDataAsString')));
  }

  setDataFromString(content: unknown): this {
    this._bytes = Buffer.from(text(content, 'Blob.setDataFromString'), 'utf8');
    return this;
  }

  getContentType(): string | null {
    return this._type;
  }

  setContentType(type: unknown): this {
    this._type = type === null ? null : text(type, 'Blob.setContentType');
    return this;
  }

  getName(): string | null {
    return this._title;
  }

  setName(name: unknown): this {
    this._title = text(name, 'Blob.setName');
    return this;
  }
}

/** Node's name of a charset. Throws by name for those that are not simulated. */
export function encoding(charset: string): 'utf8' | 'ascii' {
  if (/^utf[-_]?8$/i.test(charset)) return 'utf8';
  if (/^us[-_]ascii$/i.test(charset)) return 'ascii';
  throw new Error(`Charset ${charset} is not simulated`);
}
