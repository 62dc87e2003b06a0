import { checkMailAddress, checkEmail, checkOrgUnitPath, checkPersonName } from '../../google/limits';
import { Fields } from '../../table/field';

/** The columns that people fill in on the Team tab; beside them each reseller domain has one to tick. */

const team = new Fields();

const firstName = team.text({
  id: 'firstName',
  header: 'First name',
  synonyms: ['Given name', 'Vorname', 'Nombre', 'Prénom'],
  note: 'The person’s first name, on every domain.',
  blank: 'Write the first name: Google needs a first and a last name for a new person.',
  check: checkPersonName,
});

const lastName = team.text({
  id: 'lastName',
  header: 'Last name',
  synonyms: ['Family name', 'Surname', 'Nachname', 'Apellidos', 'Nom'],
  note: 'The person’s last name, on every domain.',
  blank: 'Write the last name: Google needs a first and a last name for a new person.',
  check: checkPersonName,
});

const workAddress = team.text({
  id: 'workAddress',
  header: 'Work address',
  width: 220,
  synonyms: ['Work email', 'Dienstadresse', 'Correo de trabajo', 'Adresse professionnelle'],
  note: 'The address that the person reads already: sign-in details and instructions go there.',
  tidy: (text) => text.toLowerCase(),
  check: checkMailAddress,
});

const userName = team.text({
  id: 'userName',
  header: 'User name',
  required: true,
  synonyms: ['Username', 'Benutzername', 'Nombre de usuario', 'Nom d’utilisateur'],
  note: 'The part before the @, the same on every domain: mara.lindqvist. Left empty, a check proposes one from the names. Where it is taken, a number follows.',
  tidy: (text) => text.toLowerCase(),
  check: (text) => (text.includes('@') ? noDomain : checkEmail(`${text}@x.example`)),
});

const noDomain = 'Write the part before the @ alone: the domains are ticked in columns of their own.';

const orgUnit = team.text({
  id: 'orgUnit',
  header: 'Org unit',
  synonyms: ['Org unit path', 'Organisationseinheit', 'Unidad organizativa', 'Unité organisationnelle'],
  note: 'The org unit on every domain, as /Support: one for which licences are not assigned automatically.',
  check: checkOrgUnitPath,
});

const role = team.text({
  id: 'role',
  header: 'Role',
  width: 180,
  synonyms: ['Roles', 'Admin role', 'Rolle', 'Función', 'Rôle'],
  note: 'The administrator role on every domain, as Reseller Admin; several are separated by commas.',
});

const language = team.text({
  id: 'language',
  header: 'Language',
  synonyms: ['Sprache', 'Idioma', 'Langue'],
  note: 'The language of the accounts and of instructions.',
});

const left = team.tick({
  id: 'left',
  header: 'Left',
  width: 70,
  synonyms: ['Leaver', 'Gone', 'Ausgeschieden', 'Baja', 'Parti'],
  note: 'Tick it when the person leaves: every account that Team made is signed out, suspended (or as set under People who leave…) and loses roles, groups and licences.',
  dash: 'A - does not belong here. Tick the box, or leave it empty.',
});

/** In the order of the sheet. */
export const teamFields = [firstName, lastName, workAddress, userName, orgUnit, role, language, left] as const;

/** Ids of these columns. */
export type TeamField = (typeof teamFields)[number]['id'];
