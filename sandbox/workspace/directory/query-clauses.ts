import { invalid } from '../errors';

/** What users.list and groups.list share of their query languages (Directory API "Search for users", "… groups"). */

/** One clause: `field operator value`. A word by itself has neither field nor operator. */
export interface Clause {
  readonly field: string;
  readonly operator: '' | '=' | ':' | '<' | '<=' | '>' | '>=';
  readonly value: string;
}

const pattern =
  /\s*(?:([A-Za-z][\w-]*(?:\.[\w-]+)?)\s*(:|<=|>=|=|<|>)\s*)?(?:'((?:\\'|[^'])*)'|"([^"]*)"|([^\s'"]\S*))/y;

/** The clauses of a query, all of which must hold. Throws 400 `invalid` for what is none. */
export function readClauses(query: string): Clause[] {
  const clauses: Clause[] = [];
  pattern.lastIndex = 0;
  while (pattern.lastIndex < query.trimEnd().length) {
    const match = pattern.exec(query);
    const [, field = '', operator = '', quoted, doubled, bare = ''] = match ?? [];
    if (!match || (field === '' && /[:=<>]/.test(bare))) throw invalid('Invalid Input: query');
    const value = quoted?.replace(/\\'/g, "'") ?? doubled ?? bare;
    clauses.push({ field, operator: operator as Clause['operator'], value });
  }
  return clauses;
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** Whether a text is the one wanted, begins with it, or has its words one after another; capitals do not matter. */
export function textMatches(text: string, wanted: string, how: 'equals' | 'begins' | 'words'): boolean {
  if (how === 'equals') return text.toLowerCase() === wanted.toLowerCase();
  if (how === 'begins') return text.toLowerCase().startsWith(wanted.toLowerCase());
  return ` ${wordsOf(text).join(' ')} `.includes(` ${wordsOf(wanted).join(' ')} `);
}
