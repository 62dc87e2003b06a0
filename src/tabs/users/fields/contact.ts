import { doubtOfPhone } from '../../../google/calling-codes';
import { checkMailAddress } from '../../../google/limits';
import { inList } from '../../../table/places';
import { inUser, user } from './make';
import { optional } from './optional';

/** How somebody is reached, and known: one entry each of Google's lists, whose other entries stay as they are. */

/** The manager's address. */
export const manager = user.text({
  ...optional,
  id: 'manager',
  header: 'Manager',
  width: 200,
  synonyms: [
    'Manager Email',
    'Vorgesetzter',
    'Responsable',
    'E-Mail des Vorgesetzten',
    'Correo del jefe',
    'E-mail du responsable',
    'E-mail do gestor',
  ],
  note: 'The address of the manager; - clears it.',
  anyCase: true,
  tidy: (text) => text.toLowerCase(),
  check: checkMailAddress,
  place: inUser(inList('relations', { type: 'manager' }, 'value')),
});

/** A phone at work, as people write it: Google takes any text. */
export const workPhone = user.text({
  ...optional,
  id: 'workPhone',
  header: 'Work phone',
  synonyms: [
    'Office phone',
    'Geschäftstelefon',
    'Teléfono del trabajo',
    'Téléphone professionnel',
    'Telefon geschäftlich',
    'Diensttelefon',
    'Bürotelefon',
    'Teléfono de trabajo',
    'Teléfono de oficina',
    'Teléfono de la oficina',
    'Téléphone bureau',
    'Telefone comercial',
    'Telefone do trabalho',
  ],
  note: '- clears it.',
  doubt: doubtOfPhone,
  place: inUser(inList('phones', { type: 'work' }, 'value')),
});

/** A mobile phone. */
export const mobilePhone = user.text({
  ...optional,
  id: 'mobilePhone',
  header: 'Mobile phone',
  synonyms: [
    'Mobile',
    'Cell phone',
    'Mobiltelefon',
    'Handy',
    'Teléfono móvil',
    'Téléphone portable',
    '携帯電話',
    '手机',
    '手機',
    '휴대전화',
    'Celular',
    'Cellulare',
    'Mobiel',
    'Telefon komórkowy',
    'Handynummer',
    'Mobil',
    'Mobilnummer',
    'Móvil',
    'Número de móvil',
    'Teléfono celular',
    'Téléphone mobile',
    'Telemóvel',
    'Telefone celular',
    'Telefone móvel',
  ],
  note: '- clears it.',
  doubt: doubtOfPhone,
  place: inUser(inList('phones', { type: 'mobile' }, 'value')),
});

/** A postal address at work, in one text. */
export const address = user.text({
  ...optional,
  id: 'address',
  header: 'Address',
  width: 200,
  synonyms: [
    'Work Address',
    'Geschäftsadresse',
    'Dirección',
    'Adresse',
    'Dienstanschrift',
    'Dirección del trabajo',
    'Dirección de trabajo',
    'Endereço',
    'Endereço comercial',
  ],
  note: 'The postal address at work; - clears it.',
  place: inUser(inList('addresses', { type: 'work' }, 'formatted')),
});

/** The number that the company knows the person by. */
export const employeeId = user.text({
  ...optional,
  id: 'employeeId',
  header: 'Employee ID',
  synonyms: [
    'Employee number',
    'Personalnummer',
    'Número de empleado',
    'Matricule',
    '社員番号',
    '员工编号',
    '員工編號',
    '사번',
    'Matrícula',
    'Matricola',
    'Personeelsnummer',
    'Numer pracownika',
    'Personalnr.',
    'Mitarbeiternummer',
    'Mitarbeiternr.',
    'Mitarbeiter-ID',
    'ID de empleado',
    'Nº de empleado',
    'Numéro d’employé',
    'Numéro de matricule',
    'ID do funcionário',
    'Número do funcionário',
  ],
  note: '- clears it.',
  place: inUser(inList('externalIds', { type: 'organization' }, 'value')),
});
