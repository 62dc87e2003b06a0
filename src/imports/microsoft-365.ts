import { joined, same, type Format, type Headers, type Take } from './format';
import { nameTakes } from './reading/person-names';

/**
 * Microsoft's files of people: the template of the Microsoft 365 admin center, its export of active users, and the
 * download of the Entra admin center (Microsoft 365 admin help, "Add several users at the same time"; Entra ID, "Download
 * a list of users").
 */
export const microsoft365: Format = {
  id: 'microsoft-365',
  label: 'Microsoft 365',
  recognises: (headers) =>
    (headers.at('User name', 'Username') >= 0 && headers.has('Display name')) ||
    (headers.has('User principal name') && headers.at('Display name', 'displayName') >= 0),
  takes,
  foreignProducts: true,
};

function takes(headers: Headers): readonly Take[] {
  return [
    same(headers, 'email', 'User principal name', 'User name', 'Username'),
    ...nameTakes(headers, {
      first: ['First name', 'givenName'],
      last: ['Last name', 'surname'],
      whole: ['Display name', 'displayName'],
    }),
    same(headers, 'title', 'Job title', 'Title'),
    same(headers, 'department', 'Department'),
    same(headers, 'workPhone', 'Office phone', 'Phone number', 'telephoneNumber'),
    same(headers, 'mobilePhone', 'Mobile phone', 'mobile'),
    same(headers, 'recoveryEmail', 'Alternate email address', 'alternateEmailAddress'),
    same(headers, 'language', 'Preferred language'),
    { column: 'licences', from: [headers.at('Licenses')], make: ([licences = '']) => productsOf(licences) },
    { column: 'aliases', from: [headers.at('Proxy addresses')], make: ([proxies = '']) => aliasesOf(proxies) },
    addressOf(headers),
  ];
}

/** `A+B` is two products. */
function productsOf(licences: string): string {
  return /^unlicensed$/i.test(licences.trim()) ? '' : joined(', ')(licences.split('+'));
}

/** `SMTP:` marks the person's own address, `smtp:` a further one; others are no mail addresses of the domain. */
function aliasesOf(proxies: string): string {
  const further = proxies.split(/[+,;]/).map((one) => one.trim());
  return further.flatMap((one) => (one.startsWith('smtp:') ? [one.slice('smtp:'.length)] : [])).join(', ');
}

function addressOf(headers: Headers): Take {
  const parts = [
    headers.at('Street address', 'streetAddress', 'Address'),
    headers.at('ZIP or postal code', 'Postal code', 'postalCode'),
    headers.at('City'),
    headers.at('State or province', 'State'),
    headers.at('Country or region', 'Country'),
  ];
  return { column: 'address', from: parts, make: joined(', ') };
}
