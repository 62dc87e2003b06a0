import type { GroupAsked } from '../../ensure/group';
import { foldName } from '../../google/names';
import { doubtsAbout, newBody, newInWords } from '../../table/compare';
import type { BroughtGroups, JobAt } from '../tab';
import type { RowOf } from '../open-rows';
import { placedFields } from './fields';
import type { GroupRowRead } from './read';
import type { GroupWish } from './row';

/** What the rows of the tab mean for people whose rows name groups. */

/** The group that a row asks for. */
export function askedBy(wish: GroupWish): GroupAsked {
  const { account, email } = wish;
  return {
    account,
    email,
    body: newBody(placedFields, wish),
    values: newInWords(placedFields, wish),
    doubts: doubtsAbout(placedFields, wish),
  };
}

type GroupRow = RowOf<GroupRowRead>;

/** The groups that rows make, by address and by name. */
export function broughtBy(rows: readonly GroupRow[], { inScope }: Pick<JobAt, 'inScope'>): BroughtGroups {
  const byAddress = new Map([...rows].reverse().map((row) => [row.read.email ?? '', row]));
  const byName = new Map<string, GroupRow | 'several'>();
  for (const row of byAddress.values()) {
    const name = foldName(row.read.called);
    byName.set(name, byName.has(name) ? 'several' : row);
  }
  return {
    asked: (named) => {
      const row = byAddress.get(named.toLowerCase()) ?? byName.get(foldName(named));
      if (row === undefined || row === 'several') return row;
      const { wish } = row.read;
      return wish && wish.state !== 'Deleted' && inScope(row) ? askedBy(wish) : 'notReady';
    },
    takesOutsiders: (address) => byAddress.get(address)?.read.wish?.externalMembers === true,
  };
}
