import { checkMailAddress } from '../../../google/limits';
import type { Cell } from '../../../table/cell';
import { groupColumn } from './make';

/** Who owns the group: people by their addresses. */
export const owners = {
  ...groupColumn.list({
    id: 'owners',
    header: 'Owners',
    width: 220,
    synonyms: ['Owner', 'Group owners', 'Besitzer', 'Inhaber', 'Propietarios', 'Propriétaires'],
    note: 'Addresses of people who own the group, separated by commas. They are added or made owners; nobody is taken out.',
    find: readOwner,
    shown: (owner) => owner,
    kept: (owner) => owner,
  }),
  dash: 'A - does not belong here: Seatsheet takes no owners away. Empty the cell to leave them as they are.',
};

function readOwner(text: string): Cell<string> {
  const says = checkMailAddress(text);
  return says === undefined ? { kind: 'value', value: text.toLowerCase() } : { kind: 'wrong', says };
}
