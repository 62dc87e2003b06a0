import { adviseOnPersonName, checkPersonName } from '../../../google/limits';
import { doubtOfName } from '../../../table/name-doubts';
import { at } from '../../../table/places';
import { inUser, user } from './make';

/** A person's names. */

/** Given name. */
export const firstName = user.text({
  id: 'firstName',
  header: 'First name',
  synonyms: [
    'First Name [Required]',
    'Given name',
    'name.givenName',
    'Forename',
    'Vorname',
    'Nombre',
    'Prénom',
    '名',
    '名字',
    '이름',
    'Nome',
    'Primeiro nome',
    'Voornaam',
    'Imię',
    'Имя',
    'Vornamen',
    'Nombres',
    'Nombre de pila',
    'Prénoms',
    'Nome próprio',
  ],
  note: 'Needed only for a new person. Empty leaves the name as it is.',
  dash: 'A - does not belong here: a first name cannot be cleared. For somebody who has one name write it into both cells.',
  check,
  advise: adviseOnPersonName,
  doubt: doubtOfName,
  place: inUser(at('name', 'givenName')),
});

/** Family name. */
export const lastName = user.text({
  id: 'lastName',
  header: 'Last name',
  synonyms: [
    'Last Name [Required]',
    'Family name',
    'name.familyName',
    'Surname',
    'Nachname',
    'Familienname',
    'Apellido',
    'Apellidos',
    'Nom',
    'Nom de famille',
    '姓',
    '姓氏',
    '성',
    'Sobrenome',
    'Cognome',
    'Achternaam',
    'Nazwisko',
    'Фамилия',
    'Zuname',
    'Último nome',
  ],
  note: 'Needed only for a new person. Empty leaves the name as it is.',
  dash: 'A - does not belong here: a last name cannot be cleared. For somebody who has one name write it into both cells.',
  check,
  advise: adviseOnPersonName,
  doubt: doubtOfName,
  place: inUser(at('name', 'familyName')),
});

/** Google would take a formula for a name, but nobody is called so. */
function check(name: string): string | undefined {
  return /^[=+@]/.test(name)
    ? 'This looks like a formula and not like a name. Write the name itself.'
    : checkPersonName(name);
}
