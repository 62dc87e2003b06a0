import type { Procedure } from '../../engine/procedure';
import { askForProtected } from './ask-first';
import { grantedFields } from './fields';
import { toTake, type Holding } from './grants';
import type { UserRow } from './row';
import { refuseTakingRights } from './shut-out';

/** From whom an exact list takes what is beyond it. */

/**
 * Throws Blocked where nobody may take it, or until there is a yes by name. What was approved was asked about: a run
 * that goes on after a part of it finds less to ask about.
 */
export function* mayBeTaken(row: UserRow, holding: Holding): Procedure<void> {
  const spares = yield* toTake(grantedFields, holding);
  const { user } = holding.person;
  if (spares.some(({ rights }) => rights)) yield* refuseTakingRights(row, user);
  if (row.approved || spares.length === 0) return;
  const names = spares.map(({ shown }) => shown).sort();
  askForProtected(row, user, [`take away ${names.join(', ')}`]);
}
