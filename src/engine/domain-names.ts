import { passesForLatin } from './scripts';

/**
 * Internationalised domains: `müller.example` is `xn--mller-kva.example` to the domain name system. What Google shows
 * is not documented, so both forms are taken everywhere and the one of letters a–z is compared and sent.
 */

const plain = /^[ -~]*$/;

/** Punycode's constants (RFC 3492, section 5). */
const [base, tMin, tMax, skew, damp, firstBias, firstCode] = [36, 1, 26, 38, 700, 72, 128];

/**
 * The form of a domain that is made of letters a–z, in lower case where it was another. A plain text stays as it is.
 */
export function asciiDomain(text: string): string {
  if (plain.test(text)) return text;
  const labels = text.normalize('NFKC').toLowerCase().replace(/[。｡]/g, '.').split('.');
  return labels.map((label) => (plain.test(label) ? label : `xn--${punycode(label)}`)).join('.');
}

/** The same for the domains of all addresses in a text; what stands before an @ stays. */
export function asciiAddresses(text: string): string {
  if (plain.test(text) || !text.includes('@')) return text;
  return text.replace(/@([\p{L}\p{M}\p{N}.。｡·・-]+)/gu, (_, domain: string) => `@${asciiDomain(domain)}`);
}

/** The label in Punycode, without `xn--` (RFC 3492, section 6.3). */
function punycode(label: string): string {
  const codes = [...label].map((letter) => letter.codePointAt(0) ?? 0);
  const basic = codes.filter((code) => code < firstCode);
  let text = String.fromCharCode(...basic) + (basic.length ? '-' : '');
  let [code, delta, bias, done] = [firstCode, 0, firstBias, basic.length];
  while (done < codes.length) {
    const next = Math.min(...codes.filter((one) => one >= code));
    delta += (next - code) * (done + 1);
    code = next;
    for (const one of codes) {
      if (one < code) delta++;
      if (one !== code) continue;
      text += digits(delta, bias);
      bias = adapted(delta, done + 1, done === basic.length);
      delta = 0;
      done++;
    }
    delta++;
    code++;
  }
  return text;
}

/** A number of variable length: the least digit first. */
function digits(delta: number, bias: number): string {
  let text = '';
  let rest = delta;
  for (let k = base; ; k += base) {
    const threshold = Math.min(tMax, Math.max(tMin, k - bias));
    if (rest < threshold) return text + digit(rest);
    text += digit(threshold + ((rest - threshold) % (base - threshold)));
    rest = Math.floor((rest - threshold) / (base - threshold));
  }
}

const digit = (value: number): string => String.fromCharCode(value < 26 ? value + 97 : value + 22);

function adapted(delta: number, count: number, isFirst: boolean): number {
  let rest = Math.floor(delta / (isFirst ? damp : 2));
  rest += Math.floor(rest / count);
  let k = 0;
  for (; rest > ((base - tMin) * tMax) / 2; k += base) rest = Math.floor(rest / (base - tMin));
  return k + Math.floor(((base - tMin + 1) * rest) / (rest + skew));
}

/**
 * The form of a domain that people read: labels of letters a–z taken back to what they stand for (RFC 3492, section
 * 6.2).
 */
export function readableDomain(text: string): string {
  if (!/(?:^|\.)xn--/i.test(text)) return text;
  return text
    .split('.')
    .map((label) => (/^xn--/i.test(label) ? (lettersOf(label.slice(4).toLowerCase()) ?? label) : label))
    .join('.');
}

/**
 * A sentence with its domains as people write them. One whose letters pass for Latin ones stays as it is: read, it would
 * be taken for another domain (Unicode TR 39).
 */
export function readableText(text: string): string {
  if (!text.includes('xn--')) return text;
  return text.replace(/(?:[a-z0-9-]+\.)*xn--[a-z0-9-]+(?:\.[a-z0-9-]+)*/g, (domain) => {
    const read = readableDomain(domain);
    return passesForLatin(read) ? domain : read;
  });
}

/** The letters of a label in Punycode; undefined for what is none. */
function lettersOf(label: string): string | undefined {
  const cut = label.lastIndexOf('-');
  const letters = [...label.slice(0, Math.max(0, cut))];
  let [code, place, bias, at] = [firstCode, 0, firstBias, cut + 1];
  while (at < label.length) {
    const before = place;
    for (let k = base, weight = 1; ; k += base) {
      const value = digitOf(label[at++] ?? '');
      if (value === undefined) return undefined;
      place += value * weight;
      const threshold = Math.min(tMax, Math.max(tMin, k - bias));
      if (value < threshold) break;
      weight *= base - threshold;
    }
    const count = letters.length + 1;
    bias = adapted(place - before, count, before === 0);
    code += Math.floor(place / count);
    place %= count;
    if (code > 0x10ffff) return undefined;
    letters.splice(place++, 0, String.fromCodePoint(code));
  }
  return letters.join('');
}

function digitOf(letter: string): number | undefined {
  if (/^[a-z]$/.test(letter)) return letter.charCodeAt(0) - 97;
  return /^\d$/.test(letter) ? Number(letter) + 26 : undefined;
}
