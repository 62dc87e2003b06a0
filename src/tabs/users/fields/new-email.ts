import { checkEmail } from '../../../google/limits';
import { user } from './make';

/** The address that somebody is to have from now on: renames without a User ID, and stays. */
export const newEmail = user.found({
  id: 'newEmail',
  header: 'New email',
  optional: true,
  width: 220,
  synonyms: [
    'New primary email',
    'New Primary Email [UPLOAD ONLY]',
    'New email address',
    'Neue E-Mail-Adresse',
    'Neue primäre E-Mail-Adresse',
    'Nuevo correo electrónico',
    'Nueva dirección de correo electrónico',
    'Nouvelle adresse e-mail',
    'Nouvelle adresse e-mail principale',
    'Novo endereço de e-mail',
  ],
  note: 'The address that the person of the Email cell is to have instead. The old one stays as an alias. The row is in order once that is so.',
  dash: 'A - does not belong here: everybody has an address. Empty the cell to leave it as it is.',
  find: (text) => {
    const says = checkEmail(text);
    return says === undefined ? { kind: 'value', value: text.toLowerCase() } : { kind: 'wrong', says };
  },
});
