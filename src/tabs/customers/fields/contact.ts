import { doubtOfPhone } from '../../../google/calling-codes';
import { checkAlternateEmail, checkPhone, plainPhone } from '../../../google/limits';
import { at } from '../../../table/places';
import { columns, lowerCase } from './makers';

/** How the customer is reached before its own domain works. */
export const alternateEmail = columns.found({
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
  place: at('alternateEmail'),
  find: (text, { domain }) => lowerCase(text, (email) => checkAlternateEmail(email, domain)),
});

/** Google drops an invalid number without a word (Reseller API reference, customers: phoneNumber). */
export const phone = columns.text({
  id: 'phone',
  header: 'Phone',
  synonyms: [
    'Phone number',
    'Telephone',
    'Telefon',
    'Telefonnummer',
    'Teléfono',
    'Téléphone',
    '電話番号',
    '电话',
    '電話',
    '전화번호',
    'Telefone',
    'Telefono',
    'Telefoon',
    'Telefoonnummer',
  ],
  note: 'With + and country code, such as +34600111222; - clears it.',
  clearable: true,
  place: at('phoneNumber'),
  tidy: plainPhone,
  check: checkPhone,
  doubt: doubtOfPhone,
});
