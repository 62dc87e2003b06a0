import { checkDomain, checkEmail } from './checks';
import { limits } from './numbers';
import { transliterated } from './transliterate';

/** Addresses made of names by a pattern, such as `{first}.{last}@{domain}`. */

/** Whose address it is to be. `language`: a code, or ''. */
export interface Called {
  readonly first: string;
  readonly last: string;
  readonly language: string;
}

/** What a pattern may hold; `{f}` and `{l}` are first letters. */
const parts = ['first', 'last', 'f', 'l'] as const;
type Part = (typeof parts)[number];

/** What is usual. */
export const usualPattern = '{first}.{last}@{domain}';

/** What is wrong with a pattern, as a sentence; undefined where nothing is. */
export function checkPattern(pattern: string): string | undefined {
  const [local = '', domain = '', ...more] = withDomain(pattern).split('@');
  const names = [...local.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '');
  const unknown = names.find((name) => !parts.some((part) => part === name));
  if (unknown !== undefined)
    return `{${unknown}} is not understood in a pattern. There are {first}, {last}, {f} and {l}.`;
  if (!names.length) return `A pattern needs a part of the name, as in ${usualPattern}.`;
  if (more.length || !/^[\w.{}-]+$/.test(local)) return `Write the pattern as ${usualPattern}.`;
  return domain === '{domain}' ? undefined : checkDomain(domain);
}

/** The domain that a pattern names itself; '' where it leaves it open. */
export function domainInPattern(pattern: string): string {
  const [, domain = ''] = withDomain(pattern).split('@');
  return domain === '{domain}' ? '' : domain.toLowerCase();
}

function withDomain(pattern: string): string {
  const text = pattern.trim();
  return text.includes('@') ? text : `${text}@{domain}`;
}

/** The part before the @ for somebody; undefined where the name has no letters for it. */
export function localPart(pattern: string, { first, last, language }: Called): string | undefined {
  const [given, family] = [transliterated(first, language), transliterated(last, language)];
  if (given === undefined || family === undefined) return undefined;
  const [one, other] = [joined(given), joined(family)];
  const values: Record<Part, string> = { first: one, last: other, f: one.charAt(0), l: other.charAt(0) };
  const [local = ''] = withDomain(pattern.toLowerCase()).split('@');
  const text = local.replace(/\{(\w+)\}/g, (_, name: string) => values[name as Part] ?? '');
  const tidy = text.replace(/([._-])[._-]*(?=[._-])/g, '').replace(/^[._-]+|[._-]+$/g, '');
  return checkEmail(`${tidy.slice(0, 1)}@x.example`) === undefined ? tidy.slice(0, limits.localPart.most) : undefined;
}

/** `Ana María` is `anamaria`; hyphens stay. */
function joined(name: string): string {
  return name.replace(/ +/g, '').replace(/^-+|-+$/g, '');
}

/** The n-th address of a local part, counted from 1: `ana.ruiz`, `ana.ruiz2`. */
export function numbered(local: string, n: number): string {
  const number = n > 1 ? String(n) : '';
  return local.slice(0, limits.localPart.most - number.length).replace(/[._-]+$/, '') + number;
}
