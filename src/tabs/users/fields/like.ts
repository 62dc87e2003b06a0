import { user } from './make';

/** Whom the row is set up like: somebody by address, or a template row by its name (`like/`). */
export const like = user.text({
  id: 'like',
  header: 'Like',
  optional: true,
  synonyms: ['Set up like', 'Template', 'Wie', 'Vorlage', 'Igual que', 'Plantilla', 'Comme', 'Modèle'],
  note: 'Whom the person is set up like: an address, or the name of a template row, whose Email cell says Template: and that name. Org unit, licences, roles and title come from there where this row is blank.',
  dash: 'A - does not belong here. Empty the cell to take nothing over from anybody.',
  anyCase: true,
});
