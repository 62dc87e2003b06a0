import type { Fact } from '../engine/procedure';
import type { Request } from '../engine/request';
import type { FactTable } from './fact-table';
import { groupFact, groupsFact, groupsOfFact, memberFact, membersFact, userFact } from './facts';
import { asGroup, asMember, type Group, type Member } from './resources';

/** What writes of groups and memberships change in the facts. Lists that nobody has asked for stay unknown. */

type Effect = (table: FactTable, request: Request, value: unknown) => void;

/** Effects by operation. */
export const groupEffects: Readonly<Record<string, Effect>> = {
  'directory.groups.insert': (table, { account }, value) => {
    const group = asGroup(value);
    setGroup(table, account, group);
    table.markNew(group.email, group.id);
    changeKnown(table, groupsFact(account), (all) => [...all, group]);
  },
  'directory.groups.patch': (table, { account, params, body }) => {
    const group = table.valueOf(groupFact(account, params.groupKey ?? ''));
    if (!group) return;
    const { name, description } = asGroup({ ...group, ...body });
    setGroup(table, account, { ...group, name, description });
  },
  'directory.groups.delete': (table, { account, params }) => {
    const group = table.valueOf(groupFact(account, params.groupKey ?? ''));
    for (const key of group ? keysOf(group) : []) table.set(groupFact(account, key), undefined);
    changeKnown(table, groupsFact(account), (all) => all.filter(({ id }) => id !== group?.id));
  },
  'directory.members.insert': (table, request, value) => {
    const member = asMember(value);
    setMember(table, request, member);
    joinGroup(table, request, member);
  },
  'directory.members.delete': leaveGroup,
  'directory.members.patch': (table, request) => {
    const { account, params, body } = request;
    const { groupKey = '', memberKey = '' } = params;
    const member = table.valueOf(memberFact(account, { group: groupKey, member: memberKey }));
    if (member) setMember(table, request, { ...member, role: String(body?.role) });
  },
};

function leaveGroup(table: FactTable, { account, params: { groupKey = '', memberKey = '' } }: Request): void {
  changeKnown(table, membersFact(account, groupKey), (all) => all.filter(({ id }) => id !== memberKey));
  changeKnown(table, groupsOfFact(account, memberKey), (all) => all.filter(({ email }) => email !== groupKey));
  table.set(memberFact(account, { group: groupKey, member: memberKey }), undefined);
}

/** The group that a planned request would make. */
export function plannedGroup({ body }: Request): unknown {
  return { ...body, id: `planned:${String(body?.email)}` };
}

/** The member that a planned request would make. */
export function plannedMember(table: FactTable, { account, body }: Request): unknown {
  const email = String(body?.email);
  return { id: table.valueOf(userFact(account, email))?.id ?? `planned:${email}`, ...body };
}

function setGroup(table: FactTable, account: string, group: Group): void {
  for (const key of keysOf(group)) table.set(groupFact(account, key), group);
}

function keysOf({ email, id, aliases }: Group): readonly string[] {
  return [email, id, ...aliases];
}

function setMember(table: FactTable, { account, params: { groupKey = '' } }: Request, member: Member): void {
  changeKnown(table, membersFact(account, groupKey), (all) => [...all.filter(({ id }) => id !== member.id), member]);
  table.set(memberFact(account, { group: groupKey, member: member.email }), member);
}

function joinGroup(table: FactTable, { account, params: { groupKey = '' } }: Request, { id }: Member): void {
  const group = table.valueOf(groupFact(account, groupKey));
  if (group) changeKnown(table, groupsOfFact(account, id), (all) => [...all, group]);
}

function changeKnown<T>(table: FactTable, fact: Fact<readonly T[]>, change: (all: readonly T[]) => readonly T[]): void {
  const known = table.valueOf(fact);
  if (known) table.set(fact, change(known));
}
