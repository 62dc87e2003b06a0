import type { Action } from '../tabs/action';
import { signOut as work } from '../tabs/users/deeds/sign-out';

/** Ends every session of the chosen people, on the web and on devices. */
export const signOut: Action = {
  id: 'sign-out',
  label: 'Sign out everywhere',
  help: 'Ends every session of people, on the web and on devices; passwords stay.',
  menu: 'People',
  tab: 'Users',
  deed: { work },
};
