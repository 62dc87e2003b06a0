import { read, readChoice, type Cell } from '../../../table/cell';
import { columns } from './makers';

const words = ['Domain', 'Team'] as const;

/** Google's two kinds of accounts, which never become each other. */
export const type = columns.found({
  id: 'type',
  header: 'Type',
  choices: words,
  width: 90,
  synonyms: ['Customer type', 'Typ', 'Kundentyp', 'Tipo', 'Tipo de cliente', 'Type de client'],
  note: 'Domain (also where the cell is empty), or Team: an account whose people prove their addresses by mail; only Essentials editions are sold to it. It cannot be changed later.',
  find: readType,
  shown: (value) => (value === 'team' ? 'Team' : 'Domain'),
});

/** The type of a row by its cell: a domain unless it says Team. */
export function typeIn(text: string): 'domain' | 'team' {
  const cell = readType(text);
  return cell.kind === 'value' ? cell.value : 'domain';
}

function readType(text: string): Cell<'domain' | 'team'> {
  return read(readChoice(text, words), (word) => ({ kind: 'value', value: word === 'Team' ? 'team' : 'domain' }));
}
