import { asciiDomain } from '../../../engine/domain-names';
import { checkDomain } from '../../../google/limits';
import { isCustomerId } from './customer-id';
import { columns, lowerCase } from './makers';

/** The reseller's account that the customer belongs to: a domain of it or its customer id. */
export const reseller = columns.found({
  id: 'reseller',
  header: 'Reseller account',
  synonyms: ['Reseller', 'Reseller domain', 'Reseller-Konto', 'Cuenta de revendedor', 'Compte revendeur'],
  note: 'A domain of the reseller’s account that sells to this customer, or its customer id. Empty: whoever is signed in.',
  find: (text) =>
    lowerCase(asciiDomain(text), (name) =>
      isCustomerId(name) || checkDomain(name) === undefined
        ? undefined
        : 'This names no account. Write a domain of the reseller’s account, as resell.com, or its customer id.',
    ),
});
