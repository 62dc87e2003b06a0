import { user } from './make';

/** Whether somebody can sign in. Who is made now can, so nothing is said of it at creation. */
export const state = user.choice<'state', 'Active' | 'Suspended'>({
  id: 'state',
  header: 'State',
  choices: ['Active'],
  width: 90,
  synonyms: ['New Status [UPLOAD ONLY]', 'Account state', 'Zustand', 'Estado', 'État'],
  note: 'Active, or empty to leave the account as it is.',
  dash: 'A - does not belong here. Write Active, or leave the cell empty.',
  place: {
    read: ({ suspended }) => (suspended ? 'Suspended' : 'Active'),
    write: (body, value, known) => (known ? { ...body, suspended: value === 'Suspended' } : body),
  },
});
