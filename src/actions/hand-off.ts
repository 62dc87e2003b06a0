import type { Action } from '../tabs/action';
import { handOff as work } from '../tabs/users/deeds/hand-off';

/** Passwords that wait, by mail to where each row says; what went out waits no more. */
export const handOff: Action = {
  id: 'hand-off',
  label: 'Mail sign-in details…',
  help: 'Mails passwords that wait to the addresses under Send details to, once each, and erases them here.',
  menu: 'People',
  tab: 'Users',
  deed: { work },
};
