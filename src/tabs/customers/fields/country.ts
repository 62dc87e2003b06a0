import { consoles } from '../../../google/consoles';
import { countries, findCountry } from '../../../google/countries';
import { at } from '../../../table/places';
import { codeOf, columns } from './makers';

/** The country of the postal address, as ISO 3166-1 alpha-2. */
export const country = columns.found({
  id: 'country',
  header: 'Country',
  choices: 'countries',
  synonyms: ['Country code', 'Land', 'País', 'Pays', '国', '国家', '國家', '국가', 'Paese', 'Kraj'],
  note: 'Name or two-letter code, such as Spain or ES. Needed for a new customer; it has to be one that you may sell in.',
  place: at('postalAddress', 'countryCode'),
  find: (text) => codeOf('country', text, findCountry(text)),
  typed: (code) => countries().find((one) => one.code === code)?.name ?? code,
  advise: (code, { settings: { countries: allowed } }) =>
    allowed.length === 0 || allowed.includes(code)
      ? undefined
      : `${code} is not among the countries that you resell in. Google refuses customers in countries that your agreement does not cover: compare ${consoles.partnerTerms.path}, or add the country under Seatsheet’s settings.`,
});
