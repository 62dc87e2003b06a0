import { invalid } from '../errors';
import type { Account, State, UserRecord } from '../state';
import { isWithin, unitAt } from './org-unit-tree';
import { isDelegatedAdmin, isShownSuspended } from './user-resource';

/**
 * The query language of users.list (Directory API "Search for users"): clauses joined by blanks, all of which must
 * hold.
 */

type Test = (user: UserRecord, place: { readonly state: State; readonly account: Account }) => boolean;

const clause = /\s*([A-Za-z.]+)\s*(:|=)\s*(?:\{[^}]*\}|'((?:\\'|[^'])*)'|"([^"]*)"|(\S+))/y;

const texts: Readonly<Record<string, (user: UserRecord) => readonly string[]>> = {
  email: (user) => [user.primaryEmail, ...user.aliases],
  givenName: (user) => [user.givenName],
  familyName: (user) => [user.familyName],
  name: (user) => [user.givenName, user.familyName, `${user.givenName} ${user.familyName}`],
};

const flags: Readonly<Record<string, Test>> = {
  isAdmin: (user) => user.isAdmin,
  isDelegatedAdmin: (user, { account }) => isDelegatedAdmin(account, user),
  isSuspended: (user, { state, account }) => isShownSuspended(state, account, user),
  isArchived: (user) => user.archived,
};

const fold = (text: string): string => text.toLowerCase();

function textTest(field: string, operator: string, wanted: string): Test | null {
  const values = Object.hasOwn(texts, field) ? texts[field] : undefined;
  if (!values) return null;
  if (wanted.endsWith('*') && operator === ':')
    return (user) => values(user).some((value) => fold(value).startsWith(fold(wanted.slice(0, -1))));
  if (operator === ':' && field !== 'email')
    return (user) => values(user).some((value) => fold(value).includes(fold(wanted)));
  return (user) => values(user).some((value) => fold(value) === fold(wanted));
}

function flagTest(field: string, wanted: string): Test | null {
  const test = Object.hasOwn(flags, field) ? flags[field] : undefined;
  if (!test) return null;
  if (wanted !== 'true' && wanted !== 'false') throw invalid('Invalid Input: query');
  return (user, place) => test(user, place) === (wanted === 'true');
}

function orgUnitTest(field: string, path: string): Test | null {
  if (field !== 'orgUnitPath') return null;
  return (user, { account }) => {
    const unit = unitAt(account, path);
    return unit !== undefined && isWithin(account, user.orgUnit, unit.id);
  };
}

/** Reads a query. Throws 400 `invalid` for what it does not understand, so that a mistake never lists everybody. */
export function readQuery(query: string): Test {
  const tests: Test[] = [];
  clause.lastIndex = 0;
  while (clause.lastIndex < query.trimEnd().length) {
    const match = clause.exec(query);
    if (!match) throw invalid('Invalid Input: query');
    const [, field = '', operator = '', quoted, doubled, bare] = match;
    const wanted = quoted?.replace(/\\'/g, "'") ?? doubled ?? bare ?? '';
    const test = textTest(field, operator, wanted) ?? flagTest(field, wanted) ?? orgUnitTest(field, wanted);
    if (!test) throw invalid('Invalid Input: query');
    tests.push(test);
  }
  return (user, place) => tests.every((test) => test(user, place));
}
