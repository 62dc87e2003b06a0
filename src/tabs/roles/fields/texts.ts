import { checkRoleName } from '../../../google/limits';
import { roleColumn } from './make';

/** What a role is called, and what it is for. */

/** The name, which tells the roles of an account apart. */
export const roleName = roleColumn.text({
  id: 'roleName',
  header: 'Role name',
  required: true,
  width: 180,
  synonyms: ['Role', 'Admin role', 'Rolle', 'Rollenname', 'Nombre del rol', 'Rol', 'Nom du rôle', 'Rôle'],
  note: 'What the role is called. A role of that name is taken up as it is; otherwise it is made. Customer Care needs no Privileges.',
  blank: 'The row has no role. Write its name, or empty the row.',
  dash: 'A - does not belong here: write the name of the role.',
  check: checkRoleName,
});

/** The description of a role that is made. */
export const description = roleColumn.text({
  id: 'description',
  header: 'Description',
  width: 240,
  synonyms: ['Role description', 'Beschreibung', 'Descripción'],
  note: 'What the role is for. Only a role that the row makes gets it.',
});
