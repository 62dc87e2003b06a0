import { defined } from '../../engine/defined';
import type { Belongings } from '../../ensure/delete-user';
import { lookForGroup } from '../../ensure/group';
import { say, type Procedure } from '../../engine/procedure';
import { listing, productIdOf } from '../../google/products';
import { membersOf } from '../../table/compare';
import type { Rewrites } from '../rewrites';
import { takenFrom } from './leaving';
import type { UserRow } from './row';

/** What belonged to somebody who was deleted, or left, and comes back. */

/** Whether a row wishes somebody back who left by it, whether or not they were deleted in the end. */
export function returns({ wish, memory }: Pick<UserRow, 'wish' | 'memory'>): boolean {
  const { agreed, belongings, userId, left } = memory;
  if (left === undefined || belongings?.userId !== userId || wish.userId === undefined) return false;
  return (
    wish.state === 'Active' || (agreed?.state === 'Deleted' && wish.state !== undefined && wish.state !== 'Deleted')
  );
}

/** The row of somebody who left and was not deleted: they are where they are, under the addresses that they have. */
export function* returned(row: UserRow): Procedure<UserRow> {
  const { belongings } = row.memory;
  if (!belongings) return row;
  const back = yield* withGivenBack(row, belongings);
  const { orgUnit: _unit, aliases: _addresses, ...whole } = back.wish;
  const { orgUnit, aliases } = row.wish;
  const own = { ...defined({ orgUnit, aliases }) };
  const given: readonly string[] = [...takenFrom, 'superAdmin', 'state'];
  const agreed = Object.fromEntries(Object.entries(row.memory.agreed ?? {}).filter(([id]) => !given.includes(id)));
  return { ...back, wish: { ...whole, ...own }, memory: { ...back.memory, agreed } };
}

/** A row as if it wished what belonged to its person, where it says nothing else. */
export function* withGivenBack(row: UserRow, belongings: Belongings): Procedure<UserRow> {
  const { wish, memory } = row;
  const { left, ...known } = memory;
  const own = withoutNone(wish, left);
  const groupRoles = rolesIn(belongings);
  const groups = own.groups ? [] : yield* thoseLeft(row, Object.keys(groupRoles));
  const whole = {
    orgUnit: belongings.orgUnit,
    ...given(belongings, left),
    ...(groups.length ? { groups } : {}),
    ...own,
  };
  // What belonged to the person is no list of the row's, and takes nothing.
  return { ...row, wish: whole, groupRoles, memory: known, exact: false };
}

/**
 * Of licences also those that the row wished when the person left, as its cell does again: Cloud Identity Free belongs
 * to nobody's belongings.
 */
function given(belongings: Belongings, left: Rewrites | undefined): Partial<UserRow['wish']> {
  // Google makes these itself, and gives them back with the person.
  const aliases = belongings.aliases.filter((alias) => !alias.endsWith('.test-google-a.com'));
  const held = belongings.licences.map(productIdOf);
  const wished = membersOf(left?.licences?.was).filter((skuId) => !held.includes(productIdOf(skuId)));
  const licences = [...belongings.licences, ...wished].flatMap((skuId) => listing({ skuId }) ?? []);
  return {
    ...(licences.length ? { licences } : {}),
    ...(belongings.roles.length ? { roles: belongings.roles } : {}),
    ...(aliases.length ? { aliases } : {}),
    ...(belongings.superAdmin ? { superAdmin: true as const } : {}),
  };
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

/** The wish without the lists that say none since the person left: they are no wish of anybody's. */
function withoutNone(wish: UserRow['wish'], left: Rewrites | undefined): UserRow['wish'] {
  const says = Object.entries(wish).filter(([id, value]) => !(left?.[id]?.to === '-' && isNone(value)));
  return { ...Object.fromEntries(says), email: wish.email, account: wish.account };
}

function isNone(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}
