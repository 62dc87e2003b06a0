import { lookForGroup } from '../../ensure/group';
import { restoreUser } from '../../ensure/restore-user';
import { say, type Procedure } from '../../engine/procedure';
import { listing } from '../../google/products';
import type { Belongings } from '../../ensure/delete-user';
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
  const groupRoles = rolesIn(belongings);
  const groups = wish.groups ? [] : yield* thoseLeft(row, Object.keys(groupRoles));
  const whole = {
    orgUnit,
    ...(licences.length ? { licences } : {}),
    ...(belongings.roles.length ? { roles: belongings.roles } : {}),
    ...(aliases.length ? { aliases } : {}),
    ...(groups.length ? { groups } : {}),
    ...(superAdmin ? { superAdmin } : {}),
    ...wish,
  };
  yield* restoreUser({ account: wish.account, email: wish.email, userId, orgUnit: whole.orgUnit });
  // What belonged to the person is no list of the row's, and takes nothing.
  return { ...row, wish: whole, groupRoles, memory: { ...memory, agreed: {} }, exact: false };
}

function rolesIn({ groups = [] }: Belongings): Readonly<Record<string, string>> {
  return Object.fromEntries(groups.map((one): [string, string] => [one.split(' ')[0] ?? '', one.split(' ')[1] ?? '']));
}

/** Groups that were deleted meanwhile keep nobody from coming back. */
function* thoseLeft(
  { wish: { account }, groups: inReach }: UserRow,
  all: readonly string[],
): Procedure<readonly string[]> {
  const left: string[] = [];
  for (const group of all)
    if (yield* lookForGroup(group, { account, inReach })) left.push(group);
    else yield* say(`Was in the group ${group}, which was deleted since.`);
  return left;
}
