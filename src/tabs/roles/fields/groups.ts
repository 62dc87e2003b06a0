import { checkMailAddress } from '../../../google/limits';
import { roleColumn } from './make';

/** Groups that get the role: everybody in them holds it. Google takes security groups alone ("Manage roles"). */
export const groups = roleColumn.list({
  id: 'groups',
  header: 'Given to groups',
  optional: true,
  width: 220,
  synonyms: ['Groups', 'Gruppen', 'Grupos', 'Groupes'],
  note: 'Addresses of security groups that get the role for the whole account, separated by commas. Empty leaves it as it is; - means none.',
  find: (text) => {
    const says = checkMailAddress(text);
    return says === undefined ? { kind: 'value', value: text.toLowerCase() } : { kind: 'wrong', says };
  },
  shown: (address) => address,
  kept: (address) => address,
});
