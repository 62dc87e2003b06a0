import { shortened } from '../engine/shorten';
import type { Refusal } from '../engine/request';
import { apiLibraryUrl } from './consoles';
import { hasMeaning, type RefusalRow } from './refusal-rows';
import { commonRows } from './refusals-common';
import { directoryRows } from './refusals-directory';
import { groupRows } from './refusals-groups';
import { licensingRows } from './refusals-licensing';
import { resellerRows } from './refusals-reseller';

/** Refusals in an administrator's words: what happened and why, and what to do about it. */

/** What the refused request was about. All of it may stand in the sentence. */
export interface RefusalContext {
  readonly op: string;
  /** The person: an address. */
  readonly who?: string;
  readonly product?: string;
  /** The customer's domain; taken from `who` where it is left out. */
  readonly domain?: string;
}

/** A refusal explained. `code` names the meaning, for programs and tests; it never changes for the same meaning. */
export interface Explanation {
  readonly says: string;
  readonly remedy: string;
  readonly code: string;
}

/** Where nothing else fits. */
const anything: RefusalRow = {
  code: 'other',
  says: 'Google refused this and the reason is not one that Seatsheet knows.{google}',
  remedy:
    'Check the row again. If it is refused again, do this one by hand in the Admin console and keep what Google says for Google support.',
};

/** Every meaning that a refusal can have, in the order in which they are tried. */
export const refusalRows: readonly RefusalRow[] = [
  ...commonRows,
  ...licensingRows,
  ...resellerRows,
  ...groupRows,
  ...directoryRows,
  anything,
];

/** Says what a refusal means for this request, and what an administrator does about it. */
export function explain(refusal: Refusal, about: RefusalContext): Explanation {
  const row = refusalRows.find((known) => hasMeaning(known, refusal, about.op)) ?? anything;
  const words = wordsFor(refusal, about);
  return { says: fill(row.says, words), remedy: fill(row.remedy, words), code: row.code };
}

const apis: Readonly<Record<string, { readonly api: string; readonly service: string }>> = {
  directory: { api: 'Admin SDK API', service: 'Admin SDK Directory API (AdminDirectory)' },
  licensing: { api: 'Enterprise License Manager API', service: 'Enterprise License Manager API (AdminLicenseManager)' },
  reseller: { api: 'Google Workspace Reseller API', service: 'Google Workspace Reseller API (AdminReseller)' },
};

function wordsFor(refusal: Refusal, about: RefusalContext): Readonly<Record<string, string>> {
  const name = about.op.split('.')[0] ?? '';
  const who = nameOf(about.who);
  const domain = nameOf(about.domain) || nameOf(domainOf(about.who ?? ''));
  const api = apis[name] ?? { api: 'Google API', service: 'the service it needs' };
  return {
    ...api,
    who: who || 'this person',
    Who: who || 'This person',
    domain: domain || 'this customer',
    Domain: domain || 'This customer',
    product: nameOf(about.product) || 'the product',
    group: nameOf(refusal.options.about) || 'that is meant',
    library: apiLibraryUrl(name),
    google: quoteOf(refusal),
  };
}

/**
 * Google's own text stands inside quotes in a sentence of ours, so that nothing in it can begin a formula or a new
 * line.
 */
function quoteOf(refusal: Refusal): string {
  const text = oneLine(refusal.message).replace(/["“”]/g, "'");
  if (!text) return refusal.status ? ` Google gave no reason but its code ${refusal.status}.` : '';
  return ` Google says: “${text}”`;
}

/** A name as a sentence may begin with it: in a cell nothing may begin like a formula. */
function nameOf(text = ''): string {
  const line = oneLine(text);
  return /^[=+\-@]/.test(line) ? `“${line}”` : line;
}

function domainOf(who: string): string {
  const at = who.lastIndexOf('@');
  return at < 0 ? '' : who.slice(at + 1);
}

/** One line of at most 200 characters, without the tags of an error page. */
function oneLine(text: string): string {
  const line = text
    .replace(/<[^>]*>/g, ' ')
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim();
  return shortened(line, 200);
}

function fill(text: string, words: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => words[name] ?? whole);
}
