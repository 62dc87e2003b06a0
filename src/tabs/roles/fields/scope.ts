import { checkOrgUnitPath } from '../../../google/limits';
import { conditions } from '../../../google/scoped-roles';
import { roleColumn } from './make';

/** Where a role holds, and under what, for people whose Roles cells name it alone. */

/** The org unit; the whole account where the cell is blank. */
export const scope = roleColumn.text({
  id: 'scope',
  header: 'Scope',
  width: 140,
  synonyms: ['Org unit', 'Organisationseinheit', 'Geltungsbereich', 'Ámbito', 'Unidad organizativa', 'Portée'],
  note: 'The org unit that people get the role for, as /Sales, where their Roles cell says no other (Role @ /Org unit). Blank: the whole account.',
  dash: 'A - does not belong here. Write an org unit, or leave the cell empty for the whole account.',
  check: checkOrgUnitPath,
});

/** The condition. */
export const condition = roleColumn.choice({
  id: 'condition',
  header: 'Condition',
  width: 160,
  synonyms: ['Bedingung', 'Condición'],
  note: 'For Groups Editor and Groups Reader: which groups people get the role for, where their Roles cell says no other.',
  choices: Object.keys(conditions),
  dash: 'A - does not belong here. Choose a condition, or leave the cell empty.',
});
