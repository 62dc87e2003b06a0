import type { Action } from '../tabs/action';

/** The same, with what was changed at Google since put back to what the rows say. */
export const putBack: Action = {
  id: 'put-back',
  label: 'Put back',
  help: 'Undoes what was changed at Google since Seatsheet wrote it.',
  putBack: true,
};
