import { joined, same, type Format, type Headers, type Take } from './format';
import { nameTakes } from './reading/person-names';

/** How Microsoft heads each column in English, and in the admin's language: German, Spanish, French. */
const headed = {
  email: [
    'User principal name',
    'User name',
    'Username',
    'Benutzerprinzipalname',
    'Benutzername',
    'Nombre principal de usuario',
    'Nombre de usuario',
    'Nom d’utilisateur principal',
    'Nom d’utilisateur',
  ],
  first: ['First name', 'givenName', 'Vorname', 'Nombre', 'Prénom'],
  last: ['Last name', 'surname', 'Nachname', 'Apellidos', 'Nom', 'Nom de famille'],
  whole: ['Display name', 'displayName', 'Anzeigename', 'Nombre para mostrar', 'Nom d’affichage', 'Nom complet'],
  title: ['Job title', 'Title', 'Position', 'Puesto', 'Cargo', 'Fonction', 'Poste'],
  department: ['Department', 'Abteilung', 'Departamento', 'Service', 'Département'],
  workPhone: [
    'Office phone',
    'Phone number',
    'telephoneNumber',
    'Telefon (geschäftlich)',
    'Bürotelefon',
    'Teléfono de la oficina',
    'Teléfono del trabajo',
    'Téléphone (bureau)',
    'Téléphone professionnel',
  ],
  mobilePhone: ['Mobile phone', 'mobile', 'Mobiltelefon', 'Teléfono móvil', 'Téléphone mobile'],
  recoveryEmail: [
    'Alternate email address',
    'alternateEmailAddress',
    'Alternative E-Mail-Adresse',
    'Dirección de correo electrónico alternativa',
    'Adresse e-mail de secours',
    'Autre adresse e-mail',
  ],
  language: ['Preferred language', 'Bevorzugte Sprache', 'Idioma preferido', 'Langue préférée'],
  licences: ['Licenses', 'Lizenzen', 'Licencias', 'Licences'],
  proxies: ['Proxy addresses', 'Proxyadressen', 'Direcciones de proxy', 'Adresses proxy'],
} as const;

/** The parts of an address, in the order in which they are joined. */
const addressed = [
  ['Street address', 'streetAddress', 'Address', 'Straße', 'Adresse', 'Dirección', 'Dirección postal'],
  ['ZIP or postal code', 'Postal code', 'postalCode', 'Postleitzahl', 'Código postal', 'Code postal'],
  ['City', 'Ort', 'Stadt', 'Ciudad', 'Ville'],
  ['State or province', 'State', 'Bundesland oder Kanton', 'Bundesland', 'Estado o provincia', 'État ou province'],
  ['Country or region', 'Country', 'Land oder Region', 'Land', 'País o región', 'Pays ou région'],
] as const;

/**
 * Microsoft's files of people: the template of the Microsoft 365 admin center, its export of active users, and the
 * download of the Entra admin center (Microsoft 365 admin help, "Add several users at the same time"; Entra ID,
 * "Download a list of users"). The headers are in the language of whoever downloads them.
 */
export const microsoft365: Format = {
  id: 'microsoft-365',
  label: 'Microsoft 365',
  recognises: (headers) => headers.at(...headed.email) >= 0 && headers.at(...headed.whole) >= 0,
  takes,
  foreignProducts: true,
};

function takes(headers: Headers): readonly Take[] {
  const { email, first, last, whole, licences, proxies, ...texts } = headed;
  return [
    same(headers, 'email', ...email),
    ...nameTakes(headers, { first, last, whole }),
    ...Object.entries(texts).map(([column, names]) => same(headers, column, ...names)),
    { column: 'licences', from: [headers.at(...licences)], make: ([text = '']) => productsOf(text) },
    { column: 'aliases', from: [headers.at(...proxies)], make: ([text = '']) => aliasesOf(text) },
    // The columns of the admin center’s export and of Entra’s download.
    { column: 'state', from: [headers.at('Block credential'), headers.at('accountEnabled')], make: stateOf },
    { column: 'address', from: addressed.map((names) => headers.at(...names)), make: joined(', ') },
  ];
}

/** Who is blocked from signing in there cannot sign in here either. */
function stateOf([blocked = '', enabled = '']: readonly string[]): string {
  return /^true$/i.test(blocked.trim()) || /^false$/i.test(enabled.trim()) ? 'Suspended' : '';
}

/** `A+B` is two products. */
function productsOf(licences: string): string {
  return /^(?:unlicensed|nicht lizenziert|sin licencia|sans licence)$/i.test(licences.trim())
    ? ''
    : joined(', ')(licences.split('+'));
}

/** `SMTP:` marks the person's own address, `smtp:` a further one; others are no mail addresses of the domain. */
function aliasesOf(proxies: string): string {
  const further = proxies.split(/[+,;]/).map((one) => one.trim());
  return further.flatMap((one) => (one.startsWith('smtp:') ? [one.slice('smtp:'.length)] : [])).join(', ');
}
