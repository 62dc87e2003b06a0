import { checkAddressField } from '../../../google/limits';
import type { Given } from '../../../table/field';
import { at } from '../../../table/places';
import { columns } from './makers';

/** The columns that are plain texts of Google's postal address, under Google's names (Reseller API, customers). */

type More<Id extends string> = Given<Id> & { readonly clearable?: true };

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
  ],
  note: 'The customer’s name. Needed for a new customer; empty leaves it as it is.',
});

/** Whom Google may ask for. */
export const contactName = part('contactName', {
  id: 'contactName',
  header: 'Contact name',
  synonyms: [
    'Contact',
    'Contact person',
    'Ansprechpartner',
    'Kontakt',
    'Contacto',
    'Nombre de contacto',
    'Nom du contact',
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
  header: 'City',
  clearable: true,
  synonyms: ['Town', 'Locality', 'Ort', 'Stadt', 'Ciudad', 'Localidad', 'Ville'],
  note: 'Optional; - clears it.',
});

/** State or province. */
export const region = part('region', {
  id: 'region',
  header: 'Region',
  clearable: true,
  synonyms: ['State', 'Province', 'Bundesland', 'Provincia', 'Région'],
  note: 'State or province. Optional; - clears it.',
});

/** Text, whatever it looks like. */
export const postalCode = part('postalCode', {
  id: 'postalCode',
  header: 'Postal code',
  width: 100,
  synonyms: ['Postcode', 'ZIP', 'ZIP code', 'PLZ', 'Postleitzahl', 'Código postal', 'Code postal'],
  note: 'Needed for a new customer. It has to fit the country.',
});
