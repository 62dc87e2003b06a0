import {
  adviseOnPersonName,
  checkMailAddress,
  checkOrgUnitPath,
  checkPersonName,
  checkPhone,
  plainPhone,
} from '../../google/limits';
import type { Sku } from '../../google/products';
import { checked, read, readChoice, readList, readText, readTick, type Cell } from '../../table/cell';
import type { RowReading } from '../../table/reading';
import { stateWords, type UserColumn } from './columns';
import type { Lookups } from './read-lookups';
import { holdsPassword, looksLikeHash, passwordComplaint, readPassword } from './read-password';
import type { PasswordWish, UserWish } from './wish';

/** The cells of a row of the Users tab, one by one: everything that a row says without looking at other rows. */

type Reading = RowReading<UserColumn>;

/** The fields of a wish while they are read; undefined is a blank cell, or a wrong one that was complained about. */
export type Fields = {
  readonly [Field in Exclude<keyof UserWish, 'email' | 'account' | 'sendTo'>]: UserWish[Field] | undefined;
};

/** Reads every cell but Email. `account` is the customer id of the row's account, if it is known yet. */
export function readFields(reading: Reading, lookups: Lookups, account: string | undefined): Fields {
  return {
    firstName: readName(reading, 'firstName', 'first name'),
    lastName: readName(reading, 'lastName', 'last name'),
    orgUnit: readOrgUnit(reading),
    licences: readLicences(reading, lookups),
    roles: readRoles(reading, lookups, account),
    superAdmin: readSuperAdmin(reading),
    aliases: readAliases(reading),
    state: readState(reading),
    language: readLanguage(reading, lookups),
    recoveryEmail: reading.takeClearable(
      'recoveryEmail',
      checked(lowerCase(readText(reading.text('recoveryEmail'))), checkMailAddress),
    ),
    recoveryPhone: reading.takeClearable('recoveryPhone', read(readText(reading.text('recoveryPhone')), phone)),
    changePassword: readChangePassword(reading),
    password: readPasswordWish(reading),
    userId: readUserId(reading),
  };
}

function readName(reading: Reading, column: 'firstName' | 'lastName', what: string): string | undefined {
  const name = reading.take(
    column,
    checked(readText(reading.text(column)), checkName),
    `A - does not belong here: a ${what} cannot be cleared.`,
  );
  const advice = name === undefined ? undefined : adviseOnPersonName(name);
  if (advice !== undefined) reading.warn(advice);
  return name;
}

/** Google would take a formula for a name, but nobody is called so. */
function checkName(name: string): string | undefined {
  return /^[=+@]/.test(name)
    ? 'This looks like a formula and not like a name. Write the name itself.'
    : checkPersonName(name);
}

function readOrgUnit(reading: Reading): string | undefined {
  const cell = read(
    readText(reading.text('orgUnit')),
    (text): Cell<string> => ({ kind: 'value', value: orgUnitPath(text) }),
  );
  return reading.take(
    'orgUnit',
    checked(cell, checkOrgUnitPath),
    'A - does not belong here: everybody is in an org unit. Write / for the top.',
  );
}

/** `Sales / North` is `/Sales/North`. Empty levels inside stay, so that the path is refused and not guessed at. */
function orgUnitPath(text: string): string {
  const levels = text
    .split('/')
    .map((level) => level.trim())
    .join('/');
  return `/${levels.replace(/^\/|\/$/g, '')}`;
}

function readLicences(reading: Reading, lookups: Lookups): readonly Sku[] | undefined {
  const skus = reading.takeList('licences', readList(reading.text('licences')), lookups.licence);
  const wanted = skus?.filter((sku, at) => skus.findIndex((other) => other.skuId === sku.skuId) === at);
  const says = wanted === undefined ? undefined : twoOfOneProduct(wanted);
  if (says !== undefined) reading.complain('licences', says);
  return wanted;
}

/** License Manager gives a person one SKU of a product (License Manager API, "Manage licenses"). */
function twoOfOneProduct(skus: readonly Sku[]): string | undefined {
  for (const sku of skus) {
    const names = skus.filter((other) => other.productId === sku.productId).map(({ name }) => name);
    if (names.length > 1)
      return `${names.join(' and ')} are all of ${sku.productName}; a person holds one licence of a product. Leave one of them.`;
  }
  return undefined;
}

function readRoles(reading: Reading, lookups: Lookups, account: string | undefined): readonly string[] | undefined {
  const roles = reading.takeList('roles', readList(reading.text('roles')), (text) => lookups.role(text, account));
  return roles === undefined ? undefined : [...new Set(roles)];
}

function readSuperAdmin(reading: Reading): true | undefined {
  const noDash = 'Seatsheet gives super administrator rights and does not take them away. Leave the box empty.';
  return reading.take('superAdmin', readTick(reading.text('superAdmin')), noDash) === true ? true : undefined;
}

/** The addresses as such; whose domains they are on and who else has them is looked at later. */
function readAliases(reading: Reading): readonly string[] | undefined {
  return reading.takeList('aliases', readList(reading.text('aliases')), (text) =>
    lowerCase({ kind: 'value', value: text }),
  );
}

function readState(reading: Reading): 'Active' | undefined {
  const word = reading.take(
    'state',
    readChoice(reading.text('state'), stateWords),
    'A - does not belong here. Write Active, or leave the cell empty.',
  );
  return word === undefined ? undefined : 'Active';
}

function readLanguage(reading: Reading, lookups: Lookups): string | undefined {
  return reading.take(
    'language',
    read(readText(reading.text('language')), lookups.language),
    'A - does not belong here: write the language that is wanted.',
  );
}

function phone(text: string): Cell<string> {
  return checked({ kind: 'value', value: plainPhone(text) }, checkPhone);
}

function readChangePassword(reading: Reading): boolean | undefined {
  return reading.take(
    'changePassword',
    readTick(reading.text('changePassword')),
    'A - does not belong here. Write Yes or No, or leave the cell empty.',
  );
}

function readPasswordWish(reading: Reading): PasswordWish | undefined {
  const display = reading.text('password');
  const says = passwordComplaint(display);
  if (says !== undefined) reading.complain('password', says);
  const given = readPassword(display);
  if (given === undefined) return undefined;
  if (looksLikeHash(given))
    reading.warn(
      'The password looks like a hash. It is taken as clear text unless {SHA-1}, {MD5} or {crypt} stands in front of it.',
    );
  return given.hashFunction === undefined ? { kind: 'clear' } : { kind: 'hash', hashFunction: given.hashFunction };
}

/** A long number that Sheets has turned into `1.17E+20` names nobody any more. */
function readUserId(reading: Reading): string | undefined {
  const check = (id: string): string | undefined =>
    /^[\w-]+$/.test(id)
      ? undefined
      : 'This is not a User ID as Google writes them. Clear the cell; Seatsheet fills it again.';
  return reading.take(
    'userId',
    checked(readText(reading.text('userId')), check),
    'A - does not belong here. Clear the cell.',
  );
}

function lowerCase(cell: Cell<string>): Cell<string> {
  return cell.kind === 'value' ? { kind: 'value', value: cell.value.toLowerCase() } : cell;
}

/** Whether the row's Password cell has to be wiped after use. */
export function hasPassword(reading: Reading): boolean {
  return holdsPassword(reading.text('password'));
}
