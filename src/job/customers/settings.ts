import { shortened } from '../../engine/shorten';
import { isObject } from '../../engine/request';
import { findCountry } from '../../google/countries';
import type { CustomerSettings } from '../../tabs/customers/settings';
import { documentStore } from '../keeping/stores';
import type { CustomerRules, CustomerRulesView } from './wire';

/**
 * Settings about customers: for everybody of one account who works in the spreadsheet, so in its document properties,
 * under the account. They are no secrets, but they change what a run does: who changed them last is kept with them, and
 * an administrator of another account sets only what that one uses.
 */

const nameOf = (account: string): string => `customers:${account}`;
const standard: Kept = { publicId: '', countries: [], letPeopleThrough: false, changedBy: '', changedAt: '' };

interface Kept extends CustomerSettings {
  readonly changedBy: string;
  readonly changedAt: string;
}

function isKept(value: unknown): value is Kept {
  if (!isObject(value) || !Array.isArray(value.countries) || typeof value.letPeopleThrough !== 'boolean') return false;
  return [value.publicId, value.changedBy, value.changedAt, ...(value.countries as unknown[])].every(
    (text) => typeof text === 'string',
  );
}

const keptOf = (account: string): Kept => documentStore().steady(nameOf(account), isKept) ?? standard;

/** The settings of an account (customer id), with what nobody set as it is by default. */
export function customerSettings(account: string): CustomerSettings {
  const { publicId, countries, letPeopleThrough } = keptOf(account);
  return { publicId, countries, letPeopleThrough };
}

/** Who changes settings: of which account, as whom, and when (RFC 3339). */
interface By {
  readonly account: string;
  readonly by: string;
  readonly at: string;
}

/** The settings of an account for the sidebar. */
export function customerRules(account: string): CustomerRulesView {
  const { countries, ...rest } = keptOf(account);
  return { ...rest, countries: countries.join(', '), complaints: [] };
}

/**
 * Takes the settings as they were typed; where something is wrong with them, nothing is changed and the complaints say
 * what.
 */
export function takeRules(rules: CustomerRules, { account, by, at }: By): CustomerRulesView {
  const publicId = rules.publicId.trim();
  const found = rules.countries
    .split(/[,;\n]/)
    .map((text) => text.trim())
    .filter(Boolean)
    .map((text) => ({ text, country: findCountry(text) }));
  const complaints: CustomerRulesView['complaints'][number][] = [];
  if (!/^[\w.-]{0,60}$/.test(publicId))
    complaints.push({
      field: 'publicId',
      says: 'This is not a public id: letters and digits without blanks, as the Partner Sales Console shows it.',
    });
  for (const { text, country } of found) {
    if (!('found' in country))
      complaints.push({
        field: 'countries',
        says: `“${shortened(text, 60)}” is no country.${country.nearest.length ? ` Did you mean ${country.nearest.join(' or ')}?` : ' Write its name or its two letters.'}`,
      });
  }
  if (complaints.length) return { ...customerRules(account), ...rules, complaints };
  const codes = found.flatMap(({ country }) => ('found' in country ? [country.found.code] : []));
  const change = { publicId, countries: [...new Set(codes)], letPeopleThrough: rules.letPeopleThrough };
  documentStore().set(nameOf(account), { ...change, changedBy: by, changedAt: at } satisfies Kept);
  return customerRules(account);
}
