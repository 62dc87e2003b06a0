import type { Format } from './format';
import { gam } from './gam';
import { googleAdmin } from './google-admin';
import { handOff } from './hand-off';
import { mapped } from './mapped';
import { microsoft365 } from './microsoft-365';
import { partnerCenter } from './partner-center';
import { peopleList } from './people-list';
import { statuses } from './statuses';

/**
 * Every import format; the first that recognises a file reads it. Sidebar, command line and docs follow from this list.
 */
export const formats: readonly Format[] = [
  googleAdmin,
  handOff,
  peopleList,
  gam,
  partnerCenter,
  microsoft365,
  mapped,
  statuses,
];
