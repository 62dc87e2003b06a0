import { checkGroupText } from '../../../google/limits';
import { textOf } from '../../../table/places';
import { groupColumn } from './make';

/** What a group is called, and what it is for. */

/** The name; Google makes one of the address where there is none. */
export const name = groupColumn.text({
  id: 'name',
  header: 'Name',
  width: 180,
  synonyms: ['Group name', 'Gruppenname', 'Nombre', 'Nombre del grupo', 'Nom', 'Nom du groupe'],
  note: 'What the group is called. A new group without one is called after its address.',
  check: (text) => checkGroupText('name', text),
  place: { read: (group) => group.name, write: (body, value) => ({ ...body, name: value }) },
});

/** The description. Google clears it with an empty text. */
export const description = groupColumn.text({
  id: 'description',
  header: 'Description',
  width: 260,
  synonyms: ['Group description', 'Beschreibung', 'Descripción'],
  note: 'What the group is for; - clears it.',
  clearable: true,
  check: (text) => checkGroupText('description', text),
  place: { read: (group) => textOf(group.description), write: (body, value) => ({ ...body, description: value }) },
});
