import type { Column } from '../../table/column';

/** Ids of the columns of the Customers tab. */
export type CustomerColumn =
  | 'reseller'
  | 'domain'
  | 'type'
  | 'organisation'
  | 'contactName'
  | 'alternateEmail'
  | 'phone'
  | 'address1'
  | 'address2'
  | 'address3'
  | 'city'
  | 'region'
  | 'postalCode'
  | 'country'
  | 'language'
  | 'primaryAdmin'
  | 'fromGmail'
  | 'token'
  | 'status'
  | 'details'
  | 'customerId'
  | 'terms'
  | 'verified'
  | 'console'
  | 'updated';

/** Words that the Type column understands. */
export const typeWords = ['Domain', 'Team'] as const;

const input = { synonyms: [], ours: false, required: false, format: '@', width: 140 } as const;
const result = { synonyms: [], ours: true, required: false, format: '@', width: 140 } as const;

/**
 * The columns of the Customers tab, in the order in which set-up makes them. Synonyms are common words in English,
 * German, Spanish and French; our own result columns have none, so that nothing of a person's is written over.
 */
export const customerColumns: readonly Column<CustomerColumn>[] = [
  {
    ...input,
    id: 'reseller',
    header: 'Reseller account',
    synonyms: ['Reseller', 'Reseller domain', 'Reseller-Konto', 'Cuenta de revendedor', 'Compte revendeur'],
    note: 'A domain of the reseller’s account that sells to this customer, or its customer id. Empty: whoever is signed in.',
  },
  {
    ...input,
    id: 'domain',
    header: 'Domain',
    required: true,
    width: 180,
    synonyms: [
      'Customer domain',
      'Primary domain',
      'Domäne',
      'Kundendomain',
      'Dominio',
      'Dominio principal',
      'Domaine',
      'Domaine principal',
    ],
    note: 'The customer’s primary domain, such as acme.com, without www. Domain alone is enough for a customer that exists.',
  },
  {
    ...input,
    id: 'type',
    header: 'Type',
    choices: typeWords,
    width: 90,
    synonyms: ['Customer type', 'Typ', 'Kundentyp', 'Tipo', 'Tipo de cliente', 'Type de client'],
    note: 'Domain (also where the cell is empty), or Team: an account whose people prove their addresses by mail; only Essentials editions are sold to it. It cannot be changed later.',
  },
  {
    ...input,
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
  },
  {
    ...input,
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
  },
  {
    ...input,
    id: 'alternateEmail',
    header: 'Alternate email',
    width: 200,
    synonyms: [
      'Alternate email address',
      'Secondary email',
      'Alternative E-Mail-Adresse',
      'Correo alternativo',
      'Correo electrónico alternativo',
      'E-mail secondaire',
      'Adresse e-mail secondaire',
    ],
    note: 'An address of the customer that is not on its own domain. Needed for a new customer of type Domain.',
  },
  {
    ...input,
    id: 'phone',
    header: 'Phone',
    synonyms: ['Phone number', 'Telephone', 'Telefon', 'Telefonnummer', 'Teléfono', 'Téléphone'],
    note: 'With + and country code, such as +34600111222; - clears it.',
  },
  {
    ...input,
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
  },
  {
    ...input,
    id: 'address2',
    header: 'Address line 2',
    synonyms: ['Adresszeile 2', 'Línea de dirección 2', 'Adresse ligne 2'],
    note: 'Optional; - clears it.',
  },
  {
    ...input,
    id: 'address3',
    header: 'Address line 3',
    synonyms: ['Adresszeile 3', 'Línea de dirección 3', 'Adresse ligne 3'],
    note: 'Optional; - clears it.',
  },
  {
    ...input,
    id: 'city',
    header: 'City',
    synonyms: ['Town', 'Locality', 'Ort', 'Stadt', 'Ciudad', 'Localidad', 'Ville'],
    note: 'Optional; - clears it.',
  },
  {
    ...input,
    id: 'region',
    header: 'Region',
    synonyms: ['State', 'Province', 'Bundesland', 'Provincia', 'Région'],
    note: 'State or province. Optional; - clears it.',
  },
  {
    ...input,
    id: 'postalCode',
    header: 'Postal code',
    width: 100,
    synonyms: ['Postcode', 'ZIP', 'ZIP code', 'PLZ', 'Postleitzahl', 'Código postal', 'Code postal'],
    note: 'Needed for a new customer. It has to fit the country.',
  },
  {
    ...input,
    id: 'country',
    header: 'Country',
    choices: 'countries',
    synonyms: ['Country code', 'Land', 'País', 'Pays'],
    note: 'Name or two-letter code, such as Spain or ES. Needed for a new customer; it has to be one that you may sell in.',
  },
  {
    ...input,
    id: 'language',
    header: 'Language',
    choices: 'languages',
    width: 120,
    synonyms: ['Default language', 'Sprache', 'Standardsprache', 'Idioma', 'Langue', 'Langue par défaut'],
    note: 'The default language of people who are created from then on, so it is set before the first one. A language or its code.',
  },
  {
    ...input,
    id: 'primaryAdmin',
    header: 'Primary admin',
    width: 200,
    synonyms: [
      'Primary administrator',
      'Primary admin email',
      'Primärer Administrator',
      'Administrador principal',
      'Administrateur principal',
    ],
    note: 'For teams: the first administrator’s business address on the domain. Google mails a link to it as soon as the account is created.',
  },
  {
    ...input,
    id: 'fromGmail',
    header: 'From Gmail',
    format: 'tick',
    width: 90,
    synonyms: ['Upgraded from Gmail', 'Von Gmail', 'Desde Gmail', 'Depuis Gmail'],
    note: 'Tick if the customer was upgraded from a business account of consumer Gmail: it has to be unlocked before you can order for it.',
  },
  {
    ...input,
    id: 'token',
    header: 'Transfer token',
    synonyms: [
      'Token',
      'Auth token',
      'Transfertoken',
      'Übertragungstoken',
      'Token de transferencia',
      'Jeton de transfert',
    ],
    note: 'What a customer that exists made for your public id. Better typed in the sidebar: from here it is taken into the safe keeping of whoever checks and the cell is emptied, but the version history of the sheet keeps what was typed.',
  },
  { ...result, id: 'status', header: 'Status', note: 'Written by Seatsheet: how the row stands.' },
  {
    ...result,
    id: 'details',
    header: 'Details',
    width: 360,
    note: 'Written by Seatsheet: what was done, what not, and what to do.',
  },
  {
    ...result,
    id: 'customerId',
    header: 'Customer ID',
    note: 'Written by Seatsheet: names the customer at Google even after a new domain. Clear it in a copied row.',
  },
  {
    ...result,
    id: 'terms',
    header: 'Terms',
    note: 'Written by Seatsheet: whether the customer has accepted Google’s terms, and how long they wait.',
  },
  {
    ...result,
    id: 'verified',
    header: 'Domain verified',
    note: 'Written by Seatsheet: yes, or how many days are left.',
  },
  {
    ...result,
    id: 'console',
    header: 'Admin console',
    width: 200,
    note: 'Written by Seatsheet: the link to the customer’s Admin console.',
  },
  { ...result, id: 'updated', header: 'Updated', note: 'Written by Seatsheet: when it last worked on the row.' },
];
