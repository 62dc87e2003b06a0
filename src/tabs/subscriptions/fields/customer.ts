import { asciiDomain } from '../../../engine/domain-names';
import { checkDomain } from '../../../google/limits';
import { quote } from '../../../table/text';
import { sold } from './sold';

/** Whose subscription it is: a domain in lower case, or a customer id as it stands. */
export const customer = sold.found({
  id: 'customer',
  header: 'Customer',
  required: true,
  width: 180,
  synonyms: [
    'Customer domain',
    'Customer ID or domain',
    'Kunde',
    'Kundendomain',
    'Cliente',
    'Dominio del cliente',
    'Client',
    'Domaine du client',
  ],
  note: 'The customer’s domain, such as acme.example, or its customer id (C…). A new customer has a row on the Customers tab.',
  blank: 'The row has no customer. Write the customer’s domain or customer id, or empty the row.',
  dash: 'A - does not belong here: write the customer’s domain or customer id.',
  find: (typed) => {
    const text = asciiDomain(typed);
    const says = checkCustomer(text);
    return says === undefined ? { kind: 'value', value: domainOrId(text) } : { kind: 'wrong', says };
  },
});

/** A domain in lower case, anything else as it stands. */
export function domainOrId(text: string): string {
  return text.includes('.') ? asciiDomain(text).toLowerCase() : text;
}

function checkCustomer(text: string): string | undefined {
  if (!text.includes('.'))
    return /^C(?=\w*\d)\w{4,}$/.test(text)
      ? undefined
      : `${quote(text)} is neither a domain nor a customer id. Write the domain, such as acme.example, or the id, which begins with C.`;
  return checkDomain(text);
}
