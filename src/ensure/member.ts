import { Waiting } from '../engine/outcome';
import { ask, confirm, pause, say, send, type Procedure } from '../engine/procedure';
import { aboutIt, Refusal } from '../engine/request';
import { groupsOfFact, memberFact, membersFact } from '../google/facts';
import { isMemberAlready, isTakenLater } from '../google/retry';
import type { GroupIn, GroupsInReach } from './group';
import type { Person } from './person';

/** Membership of groups (Directory API "Manage group members"). Only what is direct counts; no role is ever changed. */

/** A group as a row names it. `role`: for who is not in it yet; left out: a member's. */
export interface Named extends GroupIn {
  readonly named: string;
  readonly role?: string | undefined;
}

/** Whether somebody is in a group directly, in whatever role: read by the group or by the person, as it costs less. */
export function* isInGroup(person: Person, to: Named, inReach: GroupsInReach): Procedure<boolean> {
  const { user } = person;
  const { account, group, named } = to;
  if (account !== person.account)
    return (yield* ask(memberFact(account, { group: group.email, member: user.primaryEmail }))) !== undefined;
  if (inReach.listsMembers(named, to, user.id))
    return (yield* ask(membersFact(account, group.email))).some(({ id }) => id === user.id);
  return (yield* ask(groupsOfFact(account, user.id))).some(({ email }) => email === group.email);
}

/** Puts somebody into a group. Whoever is in it already keeps the role. Throws Waiting where Google takes its time. */
export function* ensureInGroup(person: Person, to: Named, inReach: GroupsInReach): Procedure<void> {
  if (yield* isInGroup(person, to, inReach)) return;
  const { account, group, role = 'MEMBER' } = to;
  const { primaryEmail: email } = person.user;
  try {
    yield* send(
      {
        op: 'directory.members.insert',
        account,
        params: { groupKey: group.email },
        body: { email, role },
        named: { email: person.name },
      },
      {
        plan: 'add to the group',
        what: group.email,
        ...(role === 'MEMBER' ? {} : { values: [`as ${role.toLowerCase()}`] }),
        many: 'add to groups',
        done: `added to the group ${group.email}`,
      },
    );
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    if (isTakenLater(refusal)) return yield* lookUntilIn(to, email);
    // A repeat finds its own first effect.
    if (!isMemberAlready(refusal)) throw aboutIt(refusal, group.email);
  }
}

/** Milliseconds between looks: no page of Google's says how long it takes. */
const looks: readonly number[] = [0, 5_000, 10_000, 20_000, 30_000];

function* lookUntilIn({ account, group }: GroupIn, member: string): Procedure<void> {
  for (const milliseconds of looks) {
    if (milliseconds > 0) yield* pause(milliseconds);
    const there = yield* confirm(memberFact(account, { group: group.email, member }));
    if (there) return yield* say(`Added to the group ${group.email}.`);
  }
  throw new Waiting(
    `Google has taken the membership of ${group.email}, and shows it later.`,
    'Check the row again in some minutes.',
  );
}

/** Takes somebody out of a group; one who is not in it any more, and a group that is gone, is as good. */
export function* leaveGroup({ account, user, name }: Person, group: string): Procedure<void> {
  try {
    yield* send(
      {
        op: 'directory.members.delete',
        account,
        params: { groupKey: group, memberKey: user.id },
        named: { memberKey: name },
      },
      {
        plan: 'take out of the group',
        what: group,
        many: 'take out of groups',
        done: `took out of the group ${group}`,
      },
    );
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    if (refusal.status === 404) return;
    // Nobody is told which groups are dynamic before one refuses (Cloud Identity API has them alone).
    if (![400, 412].includes(refusal.status)) throw aboutIt(refusal, group);
    yield* say(`${group} keeps its members by a query, most likely: nobody is taken out of it by hand.`);
  }
}
