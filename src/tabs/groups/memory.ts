import { answersIn } from '../../engine/question';
import type { Request } from '../../engine/request';
import { asGroup, fieldsOf } from '../../google/resources';
import { agreedAfter, agreedIn, keptOf, membersOf, type Agreed } from '../../table/compare';
import { textOf } from '../../table/places';
import { driftIn, type Memory } from '../line';
import { groupFields, placedFields } from './fields';
import { owners } from './fields/owners';
import type { GroupDone, GroupMemory, GroupWish } from './row';

/** What the journal learns about a group's row: from each write that Google accepted, and from a row that ended. */

/** The memory of a row from what its journal line holds: what is not understood is left out. */
export function memoryIn(json: Memory): GroupMemory {
  const { groupId, agreed, deletedAt, answers } = json;
  return {
    ...(typeof groupId === 'string' ? { groupId } : {}),
    ...(agreed === undefined ? {} : { agreed: agreedIn(agreed) }),
    ...('drift' in json ? { drift: driftIn(json) } : {}),
    ...(typeof deletedAt === 'string' ? { deletedAt } : {}),
    ...(answers === undefined ? {} : { answers: answersIn(answers) }),
  };
}

/** The memory after a write that Google accepted in the row's name. `now`: RFC 3339. */
export function afterWrite(
  memory: GroupMemory,
  { request, value, now }: { readonly request: Request; readonly value: unknown; readonly now: string },
): GroupMemory {
  const { op, body } = request;
  const agreed = memory.agreed ?? {};
  if (op === 'directory.groups.insert') return { groupId: asGroup(value).id, agreed: sentIn(body) };
  if (op === 'directory.groups.patch') return { ...memory, agreed: { ...agreed, ...sentIn(body) } };
  if (op === 'directory.groups.delete') return { ...memory, deletedAt: now };
  if (!/^directory\.members\.(insert|patch)$/.test(op)) return memory;
  const owner = textOf(body?.email) || (request.params.memberKey ?? '');
  return { ...memory, agreed: { ...agreed, owners: keptOf([...membersOf(agreed[owners.id]), owner]) } };
}

function sentIn(body: Request['body']): Agreed {
  const group = asGroup(fieldsOf(body));
  const sent = placedFields.filter(({ id }) => body && id in body);
  return Object.fromEntries(sent.map(({ id, kept, place }) => [id, kept(place.read(group, undefined))]));
}

/**
 * The memory of a row that ended: fields as wished are agreed, those that drifted stay as Seatsheet wrote them last.
 */
export function afterEnd(memory: GroupMemory, wish: GroupWish, { groupId, drift }: GroupDone): GroupMemory {
  // Of a row that deletes, nothing else is done.
  const { state } = wish;
  const done = state === 'Deleted' ? { state } : wish;
  const { deletedAt, ...others } = memory;
  const agreed = agreedAfter(groupFields, { wish: done, agreed: memory.agreed ?? {}, drift });
  return { ...others, ...(state === 'Deleted' && deletedAt ? { deletedAt } : {}), groupId, agreed, drift };
}
