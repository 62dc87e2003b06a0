import type { Fact } from '../engine/procedure';
import type { Request } from '../engine/request';
import type { FactTable } from './fact-table';
import { groupFact, groupsOfFact, membersFact, userFact } from './facts';
import { asMember, type Member } from './resources';

/** What writes of groups and memberships change in the facts. Lists that nobody has asked for stay unknown. */

type Effect = (table: FactTable, request: Request, value: unknown) => void;

/** Effects by operation. */
export const groupEffects: Readonly<Record<string, Effect>> = {
  'directory.members.insert': (table, request, value) => {
    const member = asMember(value);
    changeMembers(table, request, (all) => [...all.filter(({ id }) => id !== member.id), member]);
    joinGroup(table, request, member);
  },
};

/** The member that a planned request would make. */
export function plannedMember(table: FactTable, { account, body }: Request): unknown {
  const email = String(body?.email);
  return { id: table.valueOf(userFact(account, email))?.id ?? `planned:${email}`, ...body };
}

function changeMembers(
  table: FactTable,
  { account, params: { groupKey = '' } }: Request,
  change: (all: readonly Member[]) => readonly Member[],
): void {
  changeKnown(table, membersFact(account, groupKey), change);
}

function joinGroup(table: FactTable, { account, params: { groupKey = '' } }: Request, { id }: Member): void {
  const group = table.valueOf(groupFact(account, groupKey));
  if (group) changeKnown(table, groupsOfFact(account, id), (all) => [...all, group]);
}

function changeKnown<T>(table: FactTable, fact: Fact<readonly T[]>, change: (all: readonly T[]) => readonly T[]): void {
  const known = table.valueOf(fact);
  if (known) table.set(fact, change(known));
}
