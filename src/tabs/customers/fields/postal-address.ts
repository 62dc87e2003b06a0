import { doubtOfDay, doubtOfText } from '../../../engine/stand-in';
import { findCountry } from '../../../google/countries';
import { checkAddressField } from '../../../google/limits';
import { adviseOnPostcode } from '../../../google/postcodes';
import type { Given } from '../../../table/field';
import { doubtOfName } from '../../../table/name-doubts';
import { at } from '../../../table/places';
import { columns, type CustomerAt } from './makers';

/** The columns that are plain texts of Google's postal address, under Google's names (Reseller API, customers). */

type More<Id extends string> = Given<Id> & {
  readonly clearable?: true;
  doubt?(text: string): string | undefined;
  advise?(text: string, at: CustomerAt): string | undefined;
};

const part = <const Id extends string>(field: string, more: More<Id>) =>
  columns.text({ ...more, place: at('postalAddress', field), check: (text) => checkAddressField(more.header, text) });

/** The customer's name. */
export const organisation = part('organizationName', {
  id: 'organisation',
  header: 'Organisation',
  width: 180,
  synonyms: [
    'Organization',
    'Organisation name',
    'Organization name',
    'Company',
    'Firma',
    'Unternehmen',
    'Empresa',
    'Organización',
    'Entreprise',
    'Société',
    '組織名',
    '会社名',
    '公司',
    '조직',
    '회사',
    'Organização',
    'Organizzazione',
    'Azienda',
    'Organisatie',
    'Bedrijf',
    'Organizacja',
  ],
  note: 'The customer’s name. Needed for a new customer; empty leaves it as it is.',
});

/** Whom Google may ask for. */
export const contactName = part('contactName', {
  id: 'contactName',
  doubt: doubtOfName,
  header: 'Contact name',
  synonyms: [
    'Contact',
    'Contact person',
    'Ansprechpartner',
    'Kontakt',
    'Contacto',
    'Nombre de contacto',
    'Nom du contact',
    '担当者名',
    '联系人',
    '聯絡人',
    '담당자',
    'Nome do contato',
    'Nome del contatto',
    'Contactpersoon',
    'Osoba kontaktowa',
  ],
  note: 'Needed for a new customer; empty leaves it as it is.',
});

/** Street and number. */
export const address1 = part('addressLine1', {
  id: 'address1',
  header: 'Address line 1',
  synonyms: [
    'Address',
    'Street',
    'Adresse',
    'Straße',
    'Dirección',
    'Adresszeile 1',
    'Línea de dirección 1',
    'Adresse ligne 1',
    '住所',
    '地址',
    '주소',
    'Endereço',
    'Indirizzo',
    'Adres',
  ],
  note: 'Street and number.',
});

/** The second line. */
export const address2 = part('addressLine2', {
  id: 'address2',
  header: 'Address line 2',
  clearable: true,
  synonyms: ['Adresszeile 2', 'Línea de dirección 2', 'Adresse ligne 2'],
  note: 'Optional; - clears it.',
});

/** The third line. */
export const address3 = part('addressLine3', {
  id: 'address3',
  header: 'Address line 3',
  clearable: true,
  synonyms: ['Adresszeile 3', 'Línea de dirección 3', 'Adresse ligne 3'],
  note: 'Optional; - clears it.',
});

/** Google calls it locality. */
export const city = part('locality', {
  id: 'city',
  doubt: (text) => doubtOfText(text) ?? doubtOfDay(text),
  header: 'City',
  clearable: true,
  synonyms: [
    'Town',
    'Locality',
    'Ort',
    'Stadt',
    'Ciudad',
    'Localidad',
    'Ville',
    '市区町村',
    '城市',
    '도시',
    'Cidade',
    'Città',
    'Plaats',
    'Miasto',
  ],
  note: 'Optional; - clears it.',
});

/** State or province. */
export const region = part('region', {
  id: 'region',
  header: 'Region',
  clearable: true,
  synonyms: [
    'State',
    'Province',
    'Bundesland',
    'Provincia',
    'Région',
    '都道府県',
    '省',
    'Regione',
    'Provincie',
    'Województwo',
  ],
  note: 'State or province. Optional; - clears it.',
});

/** Text, whatever it looks like: that it does not fit the country is remarked on. */
export const postalCode = part('postalCode', {
  id: 'postalCode',
  header: 'Postal code',
  width: 100,
  synonyms: [
    'Postcode',
    'ZIP',
    'ZIP code',
    'PLZ',
    'Postleitzahl',
    'Código postal',
    'Code postal',
    '郵便番号',
    '邮政编码',
    '郵遞區號',
    '우편번호',
    'CEP',
    'CAP',
    'Kod pocztowy',
  ],
  note: 'Needed for a new customer. It has to fit the country; 00000 where that has none.',
  advise: (text, { country }) => {
    const where = findCountry(country);
    return 'found' in where ? adviseOnPostcode(text, where.found) : undefined;
  },
});
