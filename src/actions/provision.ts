import type { Action } from '../tabs/action';

/** Whatever the rows wish; what was changed at Google since is reported and left. */
export const provision: Action = {
  id: 'provision',
  label: 'Check',
  help: 'Brings accounts, orders, people, licences and roles to what the rows say.',
};
