import { ensureSuperAdmin } from '../../../ensure/super-admin';
import { granted, known } from '../grants';
import { user } from './make';

/**
 * Rights over the whole account. They are agreed on once the row has ended: Google shows them only some time after it
 * has accepted them.
 */
export const superAdmin = granted(
  user.tick({
    id: 'superAdmin',
    header: 'Super admin',
    width: 90,
    synonyms: ['Super administrator', 'Superadmin', 'Superadministrator', 'Superadministrador', 'Super-administrateur'],
    note: 'Tick to make the person a super administrator. An empty box takes nothing away.',
    dash: 'Seatsheet gives super administrator rights and does not take them away. Leave the box empty.',
  }),
  {
    members: () => [
      {
        kept: 'yes',
        grant: ({ person }) => ensureSuperAdmin(person),
        gone: ({
          person: {
            user: { isAdmin },
          },
        }) => known(isAdmin ? undefined : 'Super administrator rights were withdrawn at Google since.'),
      },
    ],
  },
);
