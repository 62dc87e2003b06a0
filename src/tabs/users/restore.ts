import { lookForGroup } from '../../ensure/group';
import { restoreUser } from '../../ensure/restore-user';
import { say, type Procedure } from '../../engine/procedure';
import { listing } from '../../google/products';
import type { Belongings } from '../../ensure/delete-user';
import type { Rewrites } from '../rewrites';
import { takenFrom } from './leaving';
import type { UserRow } from './row';

/** A row that deleted somebody and wishes them back: with all that was kept of them, where it says nothing else. */

/** Whether a row wishes somebody back whom it deleted, or who left. */
export function restores({ wish, memory }: Pick<UserRow, 'wish' | 'memory'>): boolean {
  const { belongings, userId, left } = memory;
  if (belongings?.userId !== userId || wish.userId === undefined) return false;
  if (isDeleted(memory)) return wish.state !== undefined && wish.state !== 'Deleted';
  return left !== undefined && wish.state === 'Active';
}

function isDeleted({ agreed }: UserRow['memory']): boolean {
  return agreed?.state === 'Deleted';
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
  const own = withoutNone(wish, memory.left);
  const groups = own.groups ? [] : yield* thoseLeft(row, Object.keys(groupRoles));
  const whole = {
    orgUnit,
    ...(licences.length ? { licences } : {}),
    ...(belongings.roles.length ? { roles: belongings.roles } : {}),
    ...(aliases.length ? { aliases } : {}),
    ...(groups.length ? { groups } : {}),
    ...(superAdmin ? { superAdmin } : {}),
    ...own,
  };
  const { left: _over, ...known } = memory;
  if (!isDeleted(memory)) return asBefore({ ...row, groupRoles, memory: known }, whole);
  yield* restoreUser({ account: wish.account, email: wish.email, userId, orgUnit: whole.orgUnit });
  // What belonged to the person is no list of the row's, and takes nothing.
  return { ...row, wish: whole, groupRoles, memory: { ...known, agreed: {} }, exact: false };
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

/** Who was never deleted is where they are, under the addresses that they have; what else was agreed holds. */
function asBefore(row: UserRow, { orgUnit: _unit, aliases: _addresses, ...whole }: UserRow['wish']): UserRow {
  const { wish, memory } = row;
  const given = [...takenFrom, 'superAdmin', 'state'];
  const agreed = Object.fromEntries(Object.entries(memory.agreed ?? {}).filter(([id]) => !given.includes(id)));
  const { orgUnit, aliases } = wish;
  const own = { ...(orgUnit === undefined ? {} : { orgUnit }), ...(aliases === undefined ? {} : { aliases }) };
  return { ...row, wish: { ...whole, ...own }, memory: { ...memory, agreed }, exact: false };
}

/** The wish without the lists that say none since the person left: they are no wish of anybody's. */
function withoutNone(wish: UserRow['wish'], left: Rewrites | undefined): UserRow['wish'] {
  const says = Object.entries(wish).filter(([id, value]) => !(left?.[id]?.to === '-' && isNone(value)));
  return { ...Object.fromEntries(says), email: wish.email, account: wish.account };
}

function isNone(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}
