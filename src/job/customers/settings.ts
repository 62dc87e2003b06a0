import { isObject } from '../../engine/request';
import { findCountry } from '../../google/countries';
import type { CustomerSettings } from '../../tabs/customers/settings';
import { documentStore } from '../keeping/stores';
import type { CustomerRules, CustomerRulesView } from '../wire';

/**
 * Settings about customers: for everybody who works in the spreadsheet, so in its document properties. They are no
 * secrets, but they change what a run does: who changed them last is kept with them.
 */

const name = 'customers';
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

const kept = (): Kept => documentStore().steady(name, isKept) ?? standard;

/** The settings, with what nobody set as it is by default. */
export function customerSettings(): CustomerSettings {
  const { publicId, countries, letPeopleThrough } = kept();
  return { publicId, countries, letPeopleThrough };
}

/** Changes settings; `by` and `at` (RFC 3339) are kept with them. */
export function changeCustomerSettings(
  change: Partial<CustomerSettings>,
  by: { readonly by: string; readonly at: string },
): CustomerSettings {
  documentStore().set(name, { ...kept(), ...change, changedBy: by.by, changedAt: by.at });
  return customerSettings();
}

/** The settings for the sidebar. */
export function customerRules(): CustomerRulesView {
  const { countries, ...rest } = kept();
  return { ...rest, countries: countries.join(', '), complaints: [] };
}

/**
 * Takes the settings as they were typed; where something is wrong with them, nothing is changed and the complaints say
 * what.
 */
export function takeRules(rules: CustomerRules, by: { readonly by: string; readonly at: string }): CustomerRulesView {
  const publicId = String(rules.publicId).trim();
  const found = String(rules.countries)
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
        says: `“${text.slice(0, 60)}” is no country.${country.nearest.length ? ` Did you mean ${country.nearest.join(' or ')}?` : ' Write its name or its two letters.'}`,
      });
  }
  if (complaints.length) return { ...customerRules(), ...rules, complaints };
  const codes = found.flatMap(({ country }) => ('found' in country ? [country.found.code] : []));
  changeCustomerSettings(
    { publicId, countries: [...new Set(codes)], letPeopleThrough: rules.letPeopleThrough === true },
    by,
  );
  return customerRules();
}
