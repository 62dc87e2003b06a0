import type { Request } from './request';
import type { Secrets } from './secrets';

/**
 * Takes secrets out of what comes back from outside. Google and the platform may quote a request, its URL or its body
 * in an error, escaped as their own formats ask for: as they stand, percent-encoded, in JSON, in HTML, in base64.
 */

/** What stands in the place of a secret. */
const masked = '***';
/** Shorter texts are no secrets: they stand in any text by chance. Google's shortest password has 8 characters. */
const shortest = 8;
/** Nothing is escaped more often than so. */
const layers = 4;

/** Of the requests that go out together: any of them may be quoted in the answer of another. */
export class Scrubber {
  private readonly secrets = new Map<string, readonly string[]>();
  private readonly open: string;

  /** What these requests say in the open is no secret, even where a password says the same. */
  constructor(requests: readonly Request[]) {
    this.open = requests.map(({ params, body }) => JSON.stringify([params, body])).join('\n');
  }

  /** Resolves secrets, each of which is scrubbed from then on. */
  resolving(secrets: Secrets): Secrets {
    return (name) => this.keep(secrets(name));
  }

  /** From here on this text is scrubbed. Gives it back. */
  keep(secret: string): string {
    if (secret.length >= shortest && !this.open.includes(JSON.stringify(secret).slice(1, -1)))
      this.secrets.set(secret, formsOf(secret));
    return secret;
  }

  /** The text without its secrets. */
  text(text: string): string {
    const plain = layersOf(text).join('\n');
    const found = [...this.secrets.values()].flat().filter((form) => plain.includes(form));
    return found.length ? without(text, found) : text;
  }

  /** A value of plain data without its secrets. */
  value(value: unknown): unknown {
    if (value === undefined) return undefined;
    const text = JSON.stringify(value);
    const scrubbed = this.text(text);
    return scrubbed === text ? value : (JSON.parse(scrubbed) as unknown);
  }
}

/**
 * A secret as its layers can show it. What is encoded in base64 may have been escaped before; and what looks like an
 * escape in a secret itself goes with the escapes around it.
 */
function formsOf(secret: string): readonly string[] {
  const encoded = new Set([secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret)]);
  const bare = iterates(secret).filter((one) => one.length >= shortest);
  return [...bare, ...bare.map((one) => one.replace(/ /g, '+')), ...[...encoded].flatMap(inBase64)];
}

const escapes = /%([0-9a-f]{2})|\\u([0-9a-f]{4})|\\x([0-9a-f]{2})|\\(["'\\/])|&#0*(\d+);|&#x0*([0-9a-f]+);|&(\w+);/gi;
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** A text with one layer of its escapes taken off, in the places of each: one sign, or the escape as it was. */
function unescaped(text: string, put: (from: number, to: number, sign: string) => void): void {
  let at = 0;
  for (const match of text.matchAll(escapes)) {
    for (; at < match.index; at++) put(at, at + 1, text.charAt(at));
    const end = at + match[0].length;
    const sign = signIn(match);
    if (sign !== undefined) put(at, (at = end), sign);
  }
  for (; at < text.length; at++) put(at, at + 1, text.charAt(at));
}

function signIn([, percent, unicode, byte, itself, decimal, hexadecimal, entity]: RegExpMatchArray):
  | string
  | undefined {
  if (itself !== undefined) return itself;
  if (entity !== undefined) return entities[entity.toLowerCase()];
  const code = decimal === undefined ? parseInt(percent ?? unicode ?? byte ?? hexadecimal ?? '', 16) : Number(decimal);
  return code <= 0xffff ? String.fromCharCode(code) : undefined;
}

/** Web-safe base64 as the usual one. */
const usual = (text: string): string => text.replace(/-/g, '+').replace(/_/g, '/');

/** The text, and with one layer of escapes less each time. */
function iterates(text: string): readonly string[] {
  const all = [text];
  for (let layer = 0, above = text; layer < layers; layer++) {
    const below = above.replace(escapes, (whole, ...groups: string[]) => signIn([whole, ...groups]) ?? whole);
    if (below === above) break;
    all.push((above = below));
  }
  return all;
}

/** Every layer of a text, each as if it were base64, too. */
function layersOf(text: string): readonly string[] {
  return iterates(text).flatMap((one) => [one, usual(one)]);
}

/** A layer of a text, and where each of its signs stands in the text itself. */
interface Layer {
  readonly signs: string;
  readonly from: readonly number[];
  readonly to: readonly number[];
}

/** The text with a mask in every place where one of these stands, in whatever layer. */
function without(text: string, found: readonly string[]): string {
  const places: [number, number][] = [];
  for (let layer = topOf(text), depth = 0; depth <= layers; layer = belowOf(layer), depth++)
    for (const signs of [layer.signs, usual(layer.signs)])
      for (const form of found) places.push(...placesOf(form, { ...layer, signs }));
  let left = '';
  let at = 0;
  for (const [from, to] of places.sort((one, other) => one[0] - other[0])) {
    if (from >= at) left += text.slice(at, from) + masked;
    at = Math.max(at, to);
  }
  return left + text.slice(at);
}

function topOf(signs: string): Layer {
  const from = Array.from({ length: signs.length }, (_, at) => at);
  return { signs, from, to: from.map((at) => at + 1) };
}

function belowOf(above: Layer): Layer {
  const below = { signs: '', from: [] as number[], to: [] as number[] };
  unescaped(above.signs, (from, to, sign) => {
    below.signs += sign;
    below.from.push(above.from[from] ?? 0);
    below.to.push(above.to[to - 1] ?? 0);
  });
  return below;
}

function placesOf(form: string, { signs, from, to }: Layer): [number, number][] {
  const places: [number, number][] = [];
  for (let at = signs.indexOf(form); at >= 0; at = signs.indexOf(form, at + 1))
    places.push([from[at] ?? 0, to[at + form.length - 1] ?? 0]);
  return places;
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** What a text looks like in base64, wherever it stands in what is encoded: the characters that it alone decides. */
function inBase64(text: string): readonly string[] {
  const bytes = Array.from(utf8Of(text), (sign) => sign.charCodeAt(0));
  return [0, 1, 2].map((before) => {
    const bits = [...Array<number>(before).fill(0), ...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
    const first = Math.ceil((before * 8) / 6);
    const last = Math.floor(bits.length / 6);
    const letters = Array.from({ length: last }, (_, at) =>
      alphabet.charAt(parseInt(bits.slice(at * 6, at * 6 + 6), 2)),
    );
    return letters.slice(first).join('');
  });
}

/** A text as the bytes of its UTF-8, each as one character. */
function utf8Of(text: string): string {
  return encodeURIComponent(text).replace(/%([0-9A-F]{2})/g, (_whole, hex: string) =>
    String.fromCharCode(parseInt(hex, 16)),
  );
}
