import type { GroupsInReach } from '../../ensure/group';
import { groupsOfFact, membersFact } from '../../google/facts';
import type { JobAt } from '../tab';
import type { UserWish } from './wish';

/** What the rows of a job say about reading groups. */

/** The most that a page of members holds (Directory API, members). */
const perPage = 200;

/**
 * Groups as they are read for rows of people. One read tells all groups of a person, one page the members of a group:
 * a group is read where its pages are fewer than the people whom it spares a read, each of whom is as much of one as
 * the groups of the row.
 */
export function groupsInReach(
  wishes: () => readonly UserWish[],
  at: Pick<JobAt, 'reach' | 'facts' | 'groups'>,
): GroupsInReach {
  let spared: ReadonlyMap<string, number> | undefined;
  return {
    asked: (named) => at.groups?.asked(named),
    takesOutsiders: (address) => at.groups?.takesOutsiders(address) === true,
    accountOf: (domain) => at.reach.domains.find(({ name }) => name === domain)?.account,
    listsMembers: (named, { account, group }, userId) => {
      if (at.facts.valueOf(groupsOfFact(account, userId))) return false;
      if (at.facts.valueOf(membersFact(account, group.email))) return true;
      spared ??= readsSpared(wishes());
      return Math.max(1, Math.ceil(group.members / perPage)) <= (spared.get(named) ?? 0);
    },
  };
}

function readsSpared(wishes: readonly UserWish[]): ReadonlyMap<string, number> {
  const spared = new Map<string, number>();
  for (const { groups = [] } of wishes)
    for (const named of groups) spared.set(named, (spared.get(named) ?? 0) + 1 / groups.length);
  return spared;
}
