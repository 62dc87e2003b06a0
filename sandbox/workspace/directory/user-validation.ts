import { accountOfDomain, enter } from '../access';
import type { Context } from '../context';
import { list, object, text } from '../body';
import { duplicate, forbidden, invalid, required } from '../errors';
import type { JsonObject } from '../json';
import { switchMillis, switchValue } from '../switch-values';
import type { Account, OrgUnitRecord, State } from '../state';
import { domainOf, onParentDomain, ownerOf } from './addresses';
import { unitFor } from './org-unit-tree';

/**
 * What Google accepts in a user's fields (Users reference; Directory API limits page), with the texts that it refuses
 * with.
 */

const threeWeeks = 21 * 24 * 60 * 60 * 1000;
const badAddress = (field: string) => invalid(`Invalid Input: ${field}`);

/** Letters, digits, `-`, `_` and `.`, not two dots in a row; an apostrophe is let through as in names. */
function isLocalPart(local: string): boolean {
  return /^[a-z0-9_'-]+(?:\.[a-z0-9_'-]+)*$/i.test(local) && local.length <= 64;
}

/** Whether addresses may be made on a domain: verified, or the primary one in its first 21 days. */
export function isUsable(account: Account, domain: string, now: number): boolean {
  const record = account.domains.find((known) => known.name === domain);
  return record !== undefined && (record.verified || (record.primary && now < account.createdAt + threeWeeks));
}

/**
 * The account in which a new address is to stand. Throws 400 for a malformed one or an unverified domain, 403 for a
 * domain that is in no account of the actor's.
 */
export function accountForAddress(context: Context, address: string, field: string): Account {
  const [local = '', ...rest] = address.split('@');
  if (rest.length !== 1 || !isLocalPart(local)) throw badAddress(field);
  const domain = domainOf(onParentDomain(context.state, address));
  const account = accountOfDomain(context, domain);
  if (!account) throw forbidden();
  enter(context, account);
  const onAlias = domain !== domainOf(address) && switchValue(context.state, 'aliasDomains', account) === 'refused';
  if (onAlias || !isUsable(account, domain, context.now)) throw badAddress(field);
  return account;
}

function lateDeletions(state: State, address: string, now: number): boolean {
  return Object.values(state.deleted).some(
    (user) =>
      user.primaryEmail === address &&
      now < (user.deletedAt ?? 0) + switchMillis(state, 'addressReuse', state.accounts[user.account]),
  );
}

/**
 * Throws 409 for an address that a user, alias or group has, that another Google product uses, or whose user was
 * deleted a moment ago.
 */
export function mustBeFree({ state, now }: Context, account: Account, address: string): void {
  if (ownerOf(state, address) || account.takenElsewhere.includes(address) || lateDeletions(state, address, now))
    throw duplicate();
}

/** A given or family name. Throws 400 for one that is empty, too long or holds what names cannot. */
export function checkName(context: Context, name: string | undefined, field: 'GivenName' | 'FamilyName'): string {
  const longest = Number(switchValue(context.state, 'nameLength'));
  const fits = name !== undefined && name.trim() !== '' && [...name].length <= longest && !/[<>=\p{Cc}]/u.test(name);
  if (!fits) throw invalid(`Invalid Given/Family Name: ${field}`);
  return name;
}

/** The org unit of a body. Throws 400 `INVALID_OU_ID` for one that does not exist. */
export function checkOrgUnit(account: Account, path: string): OrgUnitRecord {
  const unit = unitFor(account, path);
  if (!unit || path === '') throw invalid('Invalid Input: INVALID_OU_ID');
  return unit;
}

/** Throws 400 for a recovery address, recovery phone or language list that Google does not accept. */
export function checkContact(body: JsonObject): void {
  const email = text(body, 'recoveryEmail');
  if (email !== undefined && email !== '' && !/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(email))
    throw invalid('Invalid Input: recoveryEmail');
  const phone = text(body, 'recoveryPhone');
  if (phone !== undefined && phone !== '' && !/^\+[1-9]\d{6,14}$/.test(phone))
    throw invalid('Invalid Input: recoveryPhone');
  const languages = list(body, 'languages');
  if (languages && JSON.stringify(languages).length > 1024) throw invalid('Invalid Input: languages');
  const name = object(body, 'name');
  const displayName = name && text(name, 'displayName');
  if (displayName !== undefined && displayName.length > 256) throw invalid('Invalid Input: displayName');
}

/** The address of a body, in lower case. Throws 400 `required` when it is missing. */
export function addressOf(body: JsonObject, field: string): string {
  const address = text(body, field);
  if (address === undefined || address === '') throw required(field);
  return address.trim().toLowerCase();
}
