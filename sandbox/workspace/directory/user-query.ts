import { invalid } from '../errors';
import { at, isObject } from '../json';
import type { Account, State, UserRecord } from '../state';
import { ownerOf } from './addresses';
import { isWithin, unitAt } from './org-unit-tree';
import { customTest } from './custom-query';
import { readClauses, textMatches, type Clause } from './query-clauses';
import { isDelegatedAdmin, isShownSuspended } from './user-resource';

/**
 * The query language of users.list (Directory API "Search for users"): clauses joined by blanks, all of which must
 * hold.
 */

/** Where a user is looked for. */
export interface Within {
  readonly state: State;
  readonly account: Account;
}

type Test = (user: UserRecord, within: Within) => boolean;
type Texts = (user: UserRecord, within: Within) => readonly string[];

const refused = () => invalid('Invalid Input: query');

/** Texts of one field of every entry in a list of the profile: `organizations`, `title`. */
const listed =
  (list: string, field: string): Texts =>
  ({ profile }) => {
    const entries: readonly unknown[] = Array.isArray(profile[list]) ? profile[list] : [];
    return entries.flatMap((entry) => (isObject(entry) && typeof entry[field] === 'string' ? [entry[field]] : []));
  };

/** Every text of every address. */
const addresses: Texts = ({ profile }) => {
  const entries: readonly unknown[] = Array.isArray(profile['addresses']) ? profile['addresses'] : [];
  return entries.filter(isObject).flatMap((entry) => Object.values(entry).filter((value) => typeof value === 'string'));
};

function managersOf({ state }: Within, user: UserRecord): UserRecord[] {
  const relations: readonly unknown[] = Array.isArray(user.profile['relations']) ? user.profile['relations'] : [];
  const named = relations.filter(isObject).filter(({ type }) => type === 'manager');
  return named.flatMap(({ value }) => at(state.users, ownerOf(state, String(value))?.id ?? '') ?? []);
}

/** Managers and their managers, to the top or until somebody comes again. */
function chainOf(within: Within, user: UserRecord): UserRecord[] {
  const chain = new Set<UserRecord>();
  const climb = (from: UserRecord): void => {
    for (const manager of managersOf(within, from)) {
      if (chain.has(manager)) continue;
      chain.add(manager);
      climb(manager);
    }
  };
  climb(user);
  return [...chain];
}

const fullName = ({ givenName, familyName }: UserRecord): string => `${givenName} ${familyName}`;

/** Fields by what they take: `=` alone, words by `:` as well, or beginnings too. */
const exact: Readonly<Record<string, Texts>> = {
  phone: listed('phones', 'value'),
  manager: (user, within) => chainOf(within, user).map(({ primaryEmail }) => primaryEmail),
  managerId: (user, within) => chainOf(within, user).map(({ id }) => id),
  directManager: (user, within) => managersOf(within, user).map(({ primaryEmail }) => primaryEmail),
  directManagerId: (user, within) => managersOf(within, user).map(({ id }) => id),
};
const worded: Readonly<Record<string, Texts>> = {
  name: (user) => [fullName(user)],
  im: listed('ims', 'im'),
  externalId: listed('externalIds', 'value'),
  addressPoBox: listed('addresses', 'poBox'),
  addressExtended: listed('addresses', 'extendedAddress'),
  addressStreet: listed('addresses', 'streetAddress'),
  addressLocality: listed('addresses', 'locality'),
  addressRegion: listed('addresses', 'region'),
  addressPostalCode: listed('addresses', 'postalCode'),
  addressCountry: listed('addresses', 'country'),
  orgName: listed('organizations', 'name'),
  orgTitle: listed('organizations', 'title'),
  orgDepartment: listed('organizations', 'department'),
  orgDescription: listed('organizations', 'description'),
  orgCostCenter: listed('organizations', 'costCenter'),
};
const begun: Readonly<Record<string, Texts>> = {
  email: (user) => [user.primaryEmail, ...user.aliases],
  givenName: (user) => [user.givenName],
  familyName: (user) => [user.familyName],
};

const flags: Readonly<Record<string, Test>> = {
  isAdmin: (user) => user.isAdmin,
  isDelegatedAdmin: (user, { account }) => isDelegatedAdmin(account, user),
  isSuspended: (user, { state, account }) => isShownSuspended(state, account, user),
  isArchived: (user) => user.archived,
  isEnrolledIn2Sv: (user) => user.isEnrolledIn2Sv ?? false,
  isEnforcedIn2Sv: (user) => user.isEnforcedIn2Sv ?? false,
};

function textTest({ field, operator, value }: Clause): Test | null {
  const texts = at(exact, field) ?? at(worded, field) ?? at(begun, field);
  if (!texts) return null;
  const prefix = operator === ':' && value.endsWith('*');
  if (operator !== '=' && (operator !== ':' || at(exact, field) !== undefined)) throw refused();
  if (prefix && at(begun, field) === undefined) throw refused();
  // An address is one word: `email:` finds whole addresses and beginnings.
  const how = prefix ? 'begins' : operator === ':' && field !== 'email' ? 'words' : 'equals';
  const wanted = prefix ? value.slice(0, -1) : value;
  return (user, within) => texts(user, within).some((text) => textMatches(text, wanted, how));
}

function addressTest({ field, operator, value }: Clause): Test | null {
  if (field !== 'address') return null;
  if (operator !== ':') throw refused();
  return (user, within) => addresses(user, within).some((text) => textMatches(text, value, 'words'));
}

function flagTest({ field, operator, value }: Clause): Test | null {
  const test = at(flags, field);
  if (!test) return null;
  if (operator !== '=' || (value !== 'true' && value !== 'false')) throw refused();
  return (user, within) => test(user, within) === (value === 'true');
}

function orgUnitTest({ field, operator, value }: Clause): Test | null {
  if (field !== 'orgUnitPath') return null;
  if (operator !== '=') throw refused();
  return (user, { account }) => {
    const unit = unitAt(account, value);
    return unit !== undefined && isWithin(account, user.orgUnit, unit.id);
  };
}

/** A word without a field is looked for in names and addresses. */
function bareTest({ field, value }: Clause): Test | null {
  if (field !== '') return null;
  return (user) =>
    [fullName(user), user.primaryEmail, ...user.aliases].some((text) => textMatches(text, value, 'words'));
}

/** Reads a query. Throws 400 `invalid` for what it does not understand, so that a mistake never lists everybody. */
export function readQuery(query: string, within: Within): (user: UserRecord) => boolean {
  const tests = readClauses(query).map((clause): Test => {
    const test =
      bareTest(clause) ??
      customTest(clause, within.account) ??
      textTest(clause) ??
      addressTest(clause) ??
      flagTest(clause) ??
      orgUnitTest(clause);
    if (!test) throw refused();
    return test;
  });
  return (user) => tests.every((test) => test(user, within));
}
