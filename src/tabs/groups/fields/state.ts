import { groupColumn } from './make';

/** Whether the group is to be there. */
export const state = groupColumn.choice({
  id: 'state',
  header: 'State',
  choices: ['Active', 'Deleted'],
  width: 90,
  synonyms: ['Group state', 'Zustand', 'Estado', 'État'],
  note: 'Active or empty: the group is there. Deleted: it is gone for good (has to be armed).',
  dash: 'A - does not belong here. Write Active or Deleted, or leave the cell empty.',
});
