import { send, type Procedure, type Words } from '../engine/procedure';
import type { JsonObject } from '../engine/request';
import type { Group } from '../google/resources';

/** Changing what a group is called and described as. */
export function* changeGroup(ask: {
  readonly account: string;
  readonly group: Group;
  readonly body: JsonObject;
  readonly words: Words;
}): Procedure<void> {
  const { account, group, body, words } = ask;
  yield* send({ op: 'directory.groups.patch', account, params: { groupKey: group.email }, body }, words);
}
