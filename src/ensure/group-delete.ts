import { Blocked } from '../engine/outcome';
import { say, send, type Procedure } from '../engine/procedure';
import { Refusal } from '../engine/request';
import type { Group } from '../google/resources';

/** Deletes a group for good, where that is armed. One that is not there any more is deleted as well. */
export function* deleteGroup(ask: {
  readonly account: string;
  readonly group: Group;
  readonly armed: boolean;
}): Procedure<void> {
  const { account, group, armed } = ask;
  if (!armed)
    throw new Blocked(
      'Deleting has to be armed.',
      'Choose Seatsheet › Set up › Arm deleting and cancelling…, then check and run the row again.',
      { column: 'state' },
    );
  try {
    yield* send(
      { op: 'directory.groups.delete', account, params: { groupKey: group.email } },
      { plan: 'delete the group', many: 'delete groups', done: 'deleted the group' },
    );
  } catch (refusal) {
    if (!(refusal instanceof Refusal) || refusal.status !== 404) throw refusal;
  }
  yield* say(
    `Its address takes no mail any more, its ${group.members} members lose what they have through it, and its conversations are gone: Seatsheet cannot bring a group back.`,
  );
}
