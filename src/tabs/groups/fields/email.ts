import { checkEmail } from '../../../google/limits';
import { groupColumn } from './make';

/** The group’s address, which names the row. */
export const email = groupColumn.text({
  id: 'email',
  header: 'Group email',
  required: true,
  width: 220,
  synonyms: ['Group address', 'Group email [Required]', 'Gruppenadresse', 'Correo del grupo', 'Adresse du groupe'],
  note: 'The group’s address, on a domain of one of your accounts.',
  blank: 'The row has no address. Write the group’s address, or empty the row.',
  dash: 'A - does not belong here: write the group’s address.',
  anyCase: true,
  tidy: (text) => text.toLowerCase(),
  check: checkEmail,
});
