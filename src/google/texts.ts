import { asciiAddresses, asciiDomain } from '../engine/domain-names';

/** Values of Google's answers, as far as they have the kind that is expected. */

/** An instant in milliseconds: 64-bit numbers come as texts. */
export function instant(value: unknown): number {
  return Number(typeof value === 'string' || typeof value === 'number' ? value : 0) || 0;
}

/** A domain. Whether Google shows `xn--…` or letters as they are is not documented: one form is compared. */
export function domain(value: unknown): string {
  return asciiDomain(text(value).toLowerCase());
}

/** An address, its domain in the same form. */
export function address(value: unknown): string {
  return asciiAddresses(text(value).toLowerCase());
}

/** A text; '' for anything else. */
export function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** The texts of a list that are not empty. */
export function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(text).filter(Boolean) : [];
}
