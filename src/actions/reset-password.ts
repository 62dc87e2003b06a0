import type { Action } from '../tabs/action';
import { resetPassword as work } from '../tabs/users/deeds/reset-password';

/** A new password for each chosen person, which waits for hand-off. Chosen again, it resets again. */
export const resetPassword: Action = {
  id: 'reset-password',
  label: 'Reset password',
  help: 'Gives people a new password, which waits under Hand-off.',
  menu: 'People',
  tab: 'Users',
  deed: { setsPassword: true, work },
};
