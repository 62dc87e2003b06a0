import { restoreUser } from '../../ensure/restore-user';
import type { Procedure } from '../../engine/procedure';
import { listing } from '../../google/products';
import type { UserRow } from './row';

/** A row that deleted somebody and wishes them back: with all that was kept of them, where it says nothing else. */

/** Whether a row wishes somebody back whom it deleted. */
export function restores({ wish, memory: { belongings, userId, agreed } }: UserRow): boolean {
  const isOwn = belongings !== undefined && belongings.userId === userId && agreed?.state === 'Deleted';
  return isOwn && wish.userId !== undefined && wish.state !== undefined && wish.state !== 'Deleted';
}

/** The row as if it wished what belonged to the person. What was agreed before the deletion says nothing any more. */
export function* restored(row: UserRow): Procedure<UserRow> {
  const { wish, memory } = row;
  const { belongings } = memory;
  if (!belongings) return row;
  const { orgUnit, superAdmin, userId } = belongings;
  // Google makes these itself, and gives them back with the person.
  const aliases = belongings.aliases.filter((alias) => !alias.endsWith('.test-google-a.com'));
  const licences = belongings.licences.flatMap((skuId) => listing({ skuId }) ?? []);
  const whole = {
    orgUnit,
    ...(licences.length ? { licences } : {}),
    ...(belongings.roles.length ? { roles: belongings.roles } : {}),
    ...(aliases.length ? { aliases } : {}),
    ...(superAdmin ? { superAdmin } : {}),
    ...wish,
  };
  yield* restoreUser({ account: wish.account, email: wish.email, userId, orgUnit: whole.orgUnit });
  return { ...row, wish: whole, memory: { ...memory, agreed: {} } };
}
