import type { Action } from '../tabs/action';
import { reissuePassword } from '../tabs/users/deeds/reset-password';

/** A new first password for whoever never signed in: the last one was lost on its way. */
export const reIssue: Action = {
  id: 're-issue',
  label: 'New password for who never signed in',
  help: 'Gives a new first password to people who never signed in; others keep theirs.',
  menu: 'People',
  tab: 'Users',
  deed: { setsPassword: true, work: reissuePassword },
};
