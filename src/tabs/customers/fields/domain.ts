import { asciiDomain } from '../../../engine/domain-names';
import { checkCustomerDomain } from '../../../google/limits';
import { columns, lowerCase } from './makers';

/** The customer's primary domain: no row can do without. */
export const domain = columns.found({
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
    'ドメイン',
    '域名',
    '網域',
    '도메인',
    'Domínio',
    'Domein',
    'Domena',
  ],
  note: 'The customer’s primary domain, such as acme.com, without www. Domain alone is enough for a customer that exists.',
  dash: 'A - does not belong here: a row needs the customer’s domain.',
  blank: 'The row has no domain. Write the customer’s primary domain, as acme.com, or empty the row.',
  find: (text) => lowerCase(asciiDomain(text), checkCustomerDomain),
});
