import { consoles } from '../../google/consoles';
import { findCountry } from '../../google/countries';
import { complaintOf, type Found } from '../../google/find';
import { findLanguage } from '../../google/languages';
import {
  checkAddressField,
  checkAlternateEmail,
  checkDomain,
  checkEmail,
  checkPhone,
  plainPhone,
} from '../../google/limits';
import { checked, read, readChoice, readText, readTick, type Cell } from '../../table/cell';
import type { RowReading } from '../../table/reading';
import { typeWords, type CustomerColumn } from './columns';
import { addressCells, type AddressCell } from './fields';
import { tokenComplaint } from './read-token';
import type { CustomerSettings } from './row';
import type { AddressField, CustomerWish } from './wish';

/** The cells of a row of the Customers tab, one by one: everything that a row says without looking at other rows. */

type Reading = RowReading<CustomerColumn>;

/** The fields of a wish while they are read; undefined is a blank cell, or a wrong one that was complained about. */
export type Fields = {
  readonly [Field in Exclude<keyof CustomerWish, 'key' | 'domain'>]: CustomerWish[Field] | undefined;
};

/** Reads every cell but Domain. `domain` is that of the row, in lower case; '' where it has none. */
export function readFields(reading: Reading, domain: string, settings: CustomerSettings): Fields {
  const says = tokenComplaint(reading.text('token'));
  if (says !== undefined) reading.complain('token', says);
  const type = readType(reading);
  return {
    reseller: readReseller(reading),
    type,
    address: readAddress(reading, settings),
    alternateEmail: takeText(reading, 'alternateEmail', (email) => checkAlternateEmail(email, domain))?.toLowerCase(),
    phone: reading.takeClearable('phone', read(readText(reading.text('phone')), phone)),
    language: reading.take(
      'language',
      named(reading.text('language'), { what: 'language', find: findLanguage }),
      noDash,
    ),
    primaryAdmin: readPrimaryAdmin(reading, type, domain),
    fromGmail: reading.take('fromGmail', readTick(reading.text('fromGmail')), noDash) === true ? true : undefined,
    customerId: takeText(reading, 'customerId', checkId),
  };
}

const noDash = 'A - does not belong here: this cannot be cleared. Empty the cell to leave it as it is.';

function takeText(
  reading: Reading,
  column: CustomerColumn,
  check: (text: string) => string | undefined,
): string | undefined {
  return reading.take(column, checked(readText(reading.text(column)), check), noDash);
}

function checkId(id: string): string | undefined {
  return isCustomerId(id)
    ? undefined
    : 'This is not a Customer ID as Google writes them, such as C0123abcd. Clear the cell; Seatsheet fills it again.';
}

function isCustomerId(text: string): boolean {
  return /^C\w{2,}$/i.test(text);
}

function readReseller(reading: Reading): string | undefined {
  const check = (text: string): string | undefined =>
    isCustomerId(text) || checkDomain(text) === undefined
      ? undefined
      : 'This names no account. Write a domain of the reseller’s account, as resell.com, or its customer id.';
  return takeText(reading, 'reseller', check)?.toLowerCase();
}

/** What cannot be changed later is not guessed: an administrator on a row without a type may mean either. */
function readType(reading: Reading): CustomerWish['type'] {
  const word = reading.take('type', readChoice(reading.text('type'), typeWords), noDash);
  const admin = readText(reading.text('primaryAdmin')).kind === 'value';
  if (word === undefined && admin && readText(reading.text('type')).kind === 'blank') {
    reading.complain(
      'type',
      'Primary admin is for teams only, and Type is empty. Write Team, or write Domain and put the first administrator on the Users tab (tick Super admin).',
    );
  }
  if (word === 'Domain' && admin)
    reading.warn(
      'Primary admin is for teams only and not used here: the first administrator of a domain is a row of the Users tab (tick Super admin).',
    );
  return word === 'Team' ? 'team' : 'domain';
}

function readPrimaryAdmin(reading: Reading, type: CustomerWish['type'], domain: string): string | undefined {
  if (type !== 'team') return undefined;
  if (readText(reading.text('primaryAdmin')).kind === 'blank') {
    reading.complain(
      'primaryAdmin',
      'A team needs the business address of its first administrator: Google mails the link there that makes the account work.',
    );
  }
  const check = (email: string): string | undefined =>
    checkEmail(email) ??
    (domain === '' || email.toLowerCase().endsWith(`@${domain}`)
      ? undefined
      : `The first administrator of a team has an address on its domain, ${domain}. Write that one.`);
  return takeText(reading, 'primaryAdmin', check)?.toLowerCase();
}

function readAddress(reading: Reading, settings: CustomerSettings): CustomerWish['address'] {
  const address: Partial<Record<AddressField, string | null>> = {};
  for (const one of addressCells) {
    const value = one.field === 'countryCode' ? readCountry(reading, settings) : readPart(reading, one);
    if (value !== undefined) address[one.field] = value;
  }
  return address;
}

function readPart(reading: Reading, { column, header, clearable }: AddressCell): string | null | undefined {
  const part = checked(readText(reading.text(column)), (text) => checkAddressField(header, text));
  return clearable ? reading.takeClearable(column, part) : reading.take(column, part, noDash);
}

function readCountry(reading: Reading, { countries }: CustomerSettings): string | undefined {
  const code = reading.take('country', named(reading.text('country'), { what: 'country', find: findCountry }), noDash);
  if (code !== undefined && countries.length > 0 && !countries.includes(code)) {
    reading.warn(
      `${code} is not among the countries that you resell in. Google refuses customers in countries that your agreement does not cover: compare ${consoles.partnerTerms.path}, or add the country under Seatsheet’s settings.`,
    );
  }
  return code;
}

function named(
  display: string,
  by: { readonly what: string; readonly find: (text: string) => Found<{ readonly code: string }> },
): Cell<string> {
  return read(readText(display), (text): Cell<string> => {
    const found = by.find(text);
    return 'found' in found
      ? { kind: 'value', value: found.found.code }
      : { kind: 'wrong', says: complaintOf(by.what, text, found) };
  });
}

function phone(text: string): Cell<string> {
  return checked({ kind: 'value', value: plainPhone(text) }, checkPhone);
}
