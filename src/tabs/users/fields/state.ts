import type { JsonObject } from '../../../engine/request';
import type { User } from '../../../google/resources';
import { user } from './make';

/** Whether somebody can sign in, or is there at all, in words. */
export type State = 'Active' | 'Suspended' | 'Archived' | 'Deleted';

/**
 * How a user stands at Google. Whether an archived one reads as suspended, too, is not public: archived counts first.
 */
export function stateOf({ suspended, more }: Pick<User, 'suspended' | 'more'>): State {
  if (more.archived === true) return 'Archived';
  return suspended ? 'Suspended' : 'Active';
}

/** Whether somebody can sign in. Who is made without a word of it can. */
export const state = user.choice<'state', State>({
  id: 'state',
  header: 'State',
  choices: ['Active', 'Suspended', 'Archived', 'Deleted'],
  width: 90,
  synonyms: [
    'New Status [UPLOAD ONLY]',
    'Account state',
    'Zustand',
    'Estado',
    'État',
    'Account status',
    'User status',
    'Kontostatus',
    'Benutzerstatus',
    'Estado de la cuenta',
    'Estado del usuario',
    'État du compte',
    'Statut du compte',
    'Estado da conta',
  ],
  note: 'Active, Suspended (cannot sign in, everything is kept) or Archived (the same on a cheaper licence) or Deleted (has to be armed); empty leaves the account as it is.',
  dash: 'A - does not belong here. Write Active, Suspended, Archived or Deleted, or leave the cell empty.',
  place: { read: stateOf, write: (body, value, known) => ({ ...body, ...stateBody(value, known) }) },
});

/** What brings a user into a state. An archived one has to come back first: Google suspends nobody in the archive. */
function stateBody(value: State, known: User | undefined): JsonObject {
  if (!known) return value === 'Suspended' ? { suspended: true } : {};
  const back: JsonObject = known.more.archived === true ? { archived: false } : {};
  if (value === 'Archived') return { archived: true };
  // A row that wishes somebody deleted does so by a request of its own.
  if (value === 'Deleted') return {};
  if (value === 'Suspended') return { ...back, suspended: true };
  return known.suspended ? { ...back, suspended: false } : back;
}
