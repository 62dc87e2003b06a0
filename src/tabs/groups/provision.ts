import { ensureGroup, isPlannedGroup } from '../../ensure/group';
import { changeGroup } from '../../ensure/group-change';
import { deleteGroup } from '../../ensure/group-delete';
import { ensureOwner, isOwner } from '../../ensure/owner';
import { peopleMayCome } from '../../ensure/people-may-come';
import { Blocked } from '../../engine/outcome';
import { ask, say, together, type Procedure } from '../../engine/procedure';
import { groupFact } from '../../google/facts';
import type { Group } from '../../google/resources';
import { changesIn, drifted, judge, remarksOn, toChange, tookAway, wordsFor } from '../../table/compare';
import { placedFields } from './fields';
import { owners } from './fields/owners';
import { state } from './fields/state';
import { askedBy } from './brings';
import type { GroupDone, GroupRow } from './row';

/** A group as the row wishes: found or made, called as it should be, with its owners; or gone. */
export function* provisionGroup(row: GroupRow): Procedure<GroupDone> {
  const { wish, customer } = row;
  if (customer) yield* peopleMayCome(customer, false);
  const known = yield* ask(groupFact(wish.account, wish.email));
  if (wish.state === 'Deleted') return yield* gone(row, known);
  if (!known && wasTakenAway(row)) return yield* leftDeleted(row);
  const group = yield* ensureGroup(askedBy(wish));
  // What was made now is as the row says; in a check it is not there to be compared.
  const left = isPlannedGroup(group) ? [] : yield* asWished(row, group);
  const lost = yield* ownersOf(row, group);
  return { groupId: group.id, drift: [...left, ...(lost ? [owners.header] : [])] };
}

/** The row had its group, did not delete it, and Google has it no more. */
function wasTakenAway({ memory, putBack }: GroupRow): boolean {
  return !putBack && memory.groupId !== undefined && memory.agreed?.state !== 'Deleted';
}

function* leftDeleted({ wish, memory }: GroupRow): Procedure<GroupDone> {
  yield* say(`The group ${wish.email} was deleted at Google since. Left as it is; “Put back” makes it anew, empty.`);
  return { groupId: memory.groupId ?? '', drift: [state.header] };
}

function* asWished({ wish, memory, putBack }: GroupRow, group: Group): Procedure<readonly string[]> {
  const agreed = memory.groupId === undefined || memory.groupId === group.id ? (memory.agreed ?? {}) : {};
  const judged = judge(placedFields, { wish, agreed, thing: group, putBack });
  for (const says of remarksOn(judged)) yield* say(says);
  const changes = toChange(judged);
  if (changes.length)
    yield* changeGroup({
      account: wish.account,
      group,
      body: changesIn(changes, group),
      words: { ...wordsFor(changes), many: 'change groups' },
    });
  return drifted(judged).map(({ header }) => header);
}

/** Whether an owner was left who is none any more at Google. */
function* ownersOf(row: GroupRow, group: Group): Procedure<boolean> {
  const wished = row.wish.owners ?? [];
  return (yield* together(...wished.map((owner) => oneOwner(row, group, owner)))).includes(true);
}

function* oneOwner({ wish, memory, putBack, rowsOf }: GroupRow, group: Group, owner: string): Procedure<boolean> {
  const to = { account: wish.account, group, owner };
  const was = tookAway({ member: owner, agreed: memory.agreed?.[owners.id], putBack });
  if (was && memory.groupId === group.id && !(yield* isOwner(to))) {
    yield* say(`${owner} was taken out of the owners at Google since. Left as it is; “Put back” restores it.`);
    return true;
  }
  yield* ensureOwner({ ...to, outside: wish.externalMembers === true, rows: rowsOf(owner) });
  return false;
}

function* gone(row: GroupRow, group: Group | undefined): Procedure<GroupDone> {
  const { wish, memory, armed, putBack } = row;
  if (!group && memory.groupId === undefined)
    throw new Blocked(`There is no group ${wish.email} to delete.`, 'Correct the address, or delete the row.', {
      column: 'email',
    });
  if (!group) {
    yield* say(
      memory.deletedAt === undefined ? 'The group is deleted.' : `Deleted on ${memory.deletedAt.slice(0, 10)}.`,
    );
    return { groupId: memory.groupId ?? '', drift: [] };
  }
  if (memory.agreed?.state === 'Deleted' && !putBack) {
    yield* say(`There is a group ${wish.email} again at Google. Left as it is; “Put back” deletes it.`);
    return { groupId: group.id, drift: [state.header] };
  }
  yield* deleteGroup({ account: wish.account, group, armed });
  return { groupId: group.id, drift: [] };
}
