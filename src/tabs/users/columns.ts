import type { Column } from '../../table/column';

/** Ids of the columns of the Users tab. */
export type UserColumn =
  | 'email'
  | 'firstName'
  | 'lastName'
  | 'orgUnit'
  | 'licences'
  | 'roles'
  | 'superAdmin'
  | 'aliases'
  | 'state'
  | 'language'
  | 'recoveryEmail'
  | 'recoveryPhone'
  | 'changePassword'
  | 'password'
  | 'status'
  | 'details'
  | 'userId'
  | 'updated';

/** Words that the State column understands. */
export const stateWords = ['Active'] as const;

const input = { synonyms: [], ours: false, required: false, format: '@', width: 140 } as const;
const result = { synonyms: [], ours: true, required: false, format: '@', width: 140 } as const;

/**
 * The columns of the Users tab, in the order in which set-up makes them. Synonyms are the headers of the file that the
 * Admin console offers for adding users in bulk, and common words in English, German, Spanish and French. Our own
 * result columns have none, so that nothing of a person's is written over because it sounds like them.
 */
export const userColumns: readonly Column<UserColumn>[] = [
  {
    ...input,
    id: 'email',
    header: 'Email',
    required: true,
    width: 220,
    synonyms: [
      'Primary email',
      'Email address',
      'Email Address [Required]',
      'Primary email address',
      'Work email',
      'E-Mail-Adresse',
      'Primäre E-Mail-Adresse',
      'Correo',
      'Correo electrónico',
      'Dirección de correo electrónico',
      'Courriel',
      'Adresse e-mail',
      'Adresse e-mail principale',
    ],
    note: 'The address the person signs in with, such as ana@shop.example. To rename somebody, change the address and leave the User ID.',
  },
  {
    ...input,
    id: 'firstName',
    header: 'First name',
    synonyms: ['First Name [Required]', 'Given name', 'Forename', 'Vorname', 'Nombre', 'Prénom'],
    note: 'Needed only for a new person. Empty leaves the name as it is.',
  },
  {
    ...input,
    id: 'lastName',
    header: 'Last name',
    synonyms: [
      'Last Name [Required]',
      'Family name',
      'Surname',
      'Nachname',
      'Familienname',
      'Apellido',
      'Apellidos',
      'Nom',
      'Nom de famille',
    ],
    note: 'Needed only for a new person. Empty leaves the name as it is.',
  },
  {
    ...input,
    id: 'orgUnit',
    header: 'Org unit',
    choices: 'orgUnits',
    width: 160,
    synonyms: [
      'OU',
      'Org Unit Path',
      'Org Unit Path [Required]',
      'Organisational unit',
      'Organizational unit',
      'Organisationseinheit',
      'Unidad organizativa',
      'Unité organisationnelle',
    ],
    note: 'Path of the organisational unit, such as /Sales/North; / is the top. One that is not there yet is created.',
  },
  {
    ...input,
    id: 'licences',
    header: 'Licences',
    choices: 'products',
    width: 200,
    synonyms: [
      'Licence',
      'License',
      'Licenses',
      'New Licenses [UPLOAD ONLY]',
      'SKU',
      'SKUs',
      'Lizenz',
      'Lizenzen',
      'Licencia',
      'Licencias',
    ],
    note: 'Names or SKU ids of products, separated by commas. Empty leaves the licences as they are; - means none.',
  },
  {
    ...input,
    id: 'roles',
    header: 'Roles',
    choices: 'roles',
    width: 180,
    synonyms: ['Role', 'Admin role', 'Admin roles', 'Rolle', 'Rollen', 'Administratorrolle', 'Rol', 'Rôle', 'Rôles'],
    note: 'Names of admin roles, separated by commas. Empty leaves the roles as they are; - means none. For Super Admin tick the next column.',
  },
  {
    ...input,
    id: 'superAdmin',
    header: 'Super admin',
    format: 'tick',
    width: 90,
    synonyms: ['Super administrator', 'Superadmin', 'Superadministrator', 'Superadministrador', 'Super-administrateur'],
    note: 'Tick to make the person a super administrator. An empty box takes nothing away.',
  },
  {
    ...input,
    id: 'aliases',
    header: 'Aliases',
    width: 200,
    synonyms: [
      'Alias',
      'Email aliases',
      'Email alias',
      'Aliasse',
      'E-Mail-Aliasse',
      'Alias de correo electrónico',
      'Alias de messagerie',
    ],
    note: 'Further addresses on domains of the same account, separated by commas. Empty leaves them as they are; - means none.',
  },
  {
    ...input,
    id: 'state',
    header: 'State',
    choices: stateWords,
    width: 90,
    synonyms: ['New Status [UPLOAD ONLY]', 'Account state', 'Zustand', 'Estado', 'État'],
    note: 'Active, or empty to leave the account as it is.',
  },
  {
    ...input,
    id: 'language',
    header: 'Language',
    choices: 'languages',
    width: 120,
    synonyms: ['Preferred language', 'Sprache', 'Idioma', 'Langue'],
    note: 'A language or its code, such as Spanish or es. Empty: a new person gets the language of the account.',
  },
  {
    ...input,
    id: 'recoveryEmail',
    header: 'Recovery email',
    width: 200,
    synonyms: [
      'Recovery email address',
      'E-Mail-Adresse zur Wiederherstellung',
      'E-Mail-Adresse zur Kontowiederherstellung',
      'Correo electrónico de recuperación',
      'E-mail de récupération',
      'Adresse e-mail de récupération',
    ],
    note: 'A private address for getting back into the account; - clears it.',
  },
  {
    ...input,
    id: 'recoveryPhone',
    header: 'Recovery phone',
    synonyms: [
      'Recovery Phone [MUST BE IN THE E.164 FORMAT]',
      'Recovery phone number',
      'Telefonnummer zur Wiederherstellung',
      'Telefonnummer zur Kontowiederherstellung',
      'Teléfono de recuperación',
      'Téléphone de récupération',
    ],
    note: 'A phone number with + and country code, such as +34600111222; - clears it.',
  },
  {
    ...input,
    id: 'changePassword',
    header: 'Change password at sign-in',
    choices: ['Yes', 'No'],
    width: 120,
    synonyms: [
      'Change Password at Next Sign-In',
      'Change password at next login',
      'Change password at next sign in',
      'Passwort bei der nächsten Anmeldung ändern',
      'Cambiar la contraseña al iniciar sesión',
      'Modifier le mot de passe à la prochaine connexion',
    ],
    note: 'Yes or No. Empty (or an empty box) leaves it to Seatsheet: people choose a new password when they first sign in.',
  },
  {
    ...input,
    id: 'password',
    header: 'Password',
    synonyms: ['Password [Required]', 'Passwort', 'Kennwort', 'Contraseña', 'Mot de passe'],
    note: 'Better left empty: Seatsheet then makes a first password. Otherwise 8 to 100 characters, or a hash such as {SHA-1}…, {MD5}… or {crypt}$6$…. For somebody who exists it is a reset. The cell is wiped, but the version history of the sheet keeps what was typed.',
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
    id: 'userId',
    header: 'User ID',
    width: 180,
    note: 'Written by Seatsheet: names the person at Google even after a new address. Clear it in a copied row.',
  },
  { ...result, id: 'updated', header: 'Updated', note: 'Written by Seatsheet: when it last worked on the row.' },
];
