import type { Action } from '../tabs/action';
import { leave as work } from '../tabs/users/deeds/leave';

/** Everything that has to be done when somebody leaves, in one row and one plan. */
export const leave: Action = {
  id: 'leave',
  label: 'Somebody leaves…',
  help: 'Signs people out, suspends them (or as set under Set up › People who leave…), takes applications, application passwords, roles, groups and licences, and writes that into their rows.',
  menu: 'People',
  tab: 'Users',
  deed: { leaves: true, work },
};
