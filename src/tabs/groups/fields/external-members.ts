import { groupColumn } from './make';

/**
 * Whether rows may put people into the group who are outside of its account. Google has a setting of its own for that,
 * which only the Groups Settings API and the Admin console change.
 */
export const externalMembers = groupColumn.yesOrNo({
  id: 'externalMembers',
  header: 'External members',
  width: 130,
  synonyms: ['Members from outside', 'Externe Mitglieder', 'Miembros externos', 'Membres externes'],
  note: 'Yes lets rows add people from outside of the account. Google has to allow it, too: Admin console › Directory › Groups › the group › Access settings.',
});
