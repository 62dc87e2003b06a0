import { Blocked } from '../../../engine/outcome';
import { groupOf, isAddress, lookForGroup, type GroupIn } from '../../../ensure/group';
import { ensureInGroup, isInGroup, leaveGroup, type Named } from '../../../ensure/member';
import type { Person } from '../../../ensure/person';
import { ask, type Procedure } from '../../../engine/procedure';
import { groupsOfFact } from '../../../google/facts';
import { checkMailAddress } from '../../../google/limits';
import type { Cell } from '../../../table/cell';
import { granted, pointedOut, type Giving, type Grant, type Spare, type Whose } from '../grants';
import { user } from './make';

/** Groups that the person is a member of, by their addresses or names: which ones these are Google is asked. */
export const groups = granted(
  user.list({
    id: 'groups',
    header: 'Groups',
    optional: true,
    takenOver: true,
    width: 200,
    synonyms: [
      'Group',
      'Group memberships',
      'Gruppe',
      'Gruppen',
      'Grupo',
      'Grupos',
      'Groupe',
      'Groupes',
      'Gruppenmitgliedschaften',
    ],
    note: 'Addresses or names of groups, separated by commas. Empty leaves the groups as they are; - means none.',
    find: readGroup,
    shown: (group) => group,
    kept: (group) => group.toLowerCase(),
  }),
  {
    members: (wished) => wished.map(memberOf),
    *pointOut(person) {
      const held = yield* heldGroups(person);
      if (held.length === 0) return undefined;
      const says = `Is in the groups ${held.join(', ')} although the row says none.`;
      return pointedOut(says, person, { remove: 'them', page: 'Groups' });
    },
    spare: sparesOf,
    handOn: { held: heldGroups, value: (addresses) => addresses },
    afterWrite: ({ op, params: { groupKey = '' } }, agreed) => {
      if (op === 'directory.members.insert') return [...agreed, groupKey];
      const isTaken = op === 'directory.members.delete' && agreed.includes(groupKey);
      return isTaken ? agreed.filter((one) => one !== groupKey) : undefined;
    },
  },
);

function* heldGroups({ account, user }: Person): Procedure<readonly string[]> {
  return (yield* ask(groupsOfFact(account, user.id))).map(({ email }) => email);
}

function* sparesOf(wished: readonly string[], { person, groups: inReach }: Whose): Procedure<readonly Spare[]> {
  const held = yield* ask(groupsOfFact(person.account, person.user.id));
  const kept: string[] = [];
  for (const named of held.length ? wished : []) {
    const found = yield* lookForGroup(named, { account: person.account, inReach });
    if (found) kept.push(found.group.email);
  }
  return held
    .filter(({ email }) => !kept.includes(email))
    .map(({ email, name }) => ({
      kept: email,
      also: name.toLowerCase(),
      shown: `the group ${email}`,
      take: () => leaveGroup(person, email),
    }));
}

function readGroup(text: string): Cell<string> {
  if (!isAddress(text)) return { kind: 'value', value: text };
  const says = checkMailAddress(text);
  return says === undefined ? { kind: 'value', value: text.toLowerCase() } : { kind: 'wrong', says };
}

function memberOf(named: string): Grant {
  return {
    kept: named.toLowerCase(),
    *grant({ person, groups: inReach, groupRoles }) {
      const found = yield* groupOf(named, { account: person.account, inReach });
      refuseOutsider(person, found, inReach);
      yield* ensureInGroup(person, { ...found, named, role: groupRoles?.[found.group.email] }, inReach);
    },
    *gone({ person, groups: inReach }) {
      const found = yield* lookForGroup(named, { account: person.account, inReach });
      if (!found) return `The group ${named} was deleted at Google since.`;
      return yield* leftAtGoogle(person, { ...found, named }, inReach);
    },
  };
}

/** Somebody of another account is let in only where the group's row says so. */
function refuseOutsider({ account, user }: Person, { account: own, group }: GroupIn, inReach: Giving['groups']): void {
  if (own === account || inReach.takesOutsiders(group.email)) return;
  throw new Blocked(
    `${user.primaryEmail} is outside of the account of the group ${group.email}.`,
    'Write the group on the tab Groups with Yes in External members, or take it out of this row.',
    { column: 'groups' },
  );
}

function* leftAtGoogle(person: Person, to: Named, inReach: Giving['groups']): Procedure<string | undefined> {
  return (yield* isInGroup(person, to, inReach))
    ? undefined
    : `Was taken out of the group ${to.group.email} at Google since.`;
}
