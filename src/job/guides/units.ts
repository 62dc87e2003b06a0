import { findSku } from '../../google/products';
import { readChoice, readList } from '../../table/cell';
import { peopleRows, type PersonRow } from '../../tabs/people-rows';
import { pathOf } from '../../tabs/users/fields/org-unit';
import { isWatched } from '../../tabs/users/units';
import { users } from '../../tabs/users/tab';
import { ownersOfDomains } from '../accounts/known';
import { valuesOf } from '../instructions/accounts';
import { Journal } from '../journal/journal';

/** The org units that rows with nothing but Cloud Identity use. */

/** One of them, and how many rows are on it. `account`: customer id. */
export interface UsedUnit {
  readonly account: string;
  /** A domain of the account that such a row is on. */
  readonly domain: string;
  readonly orgUnit: string;
  readonly rows: number;
}

/** Each unit once, in the order of the rows. A row whose account nobody knows yet is left out: it was never checked. */
export function usedUnits(): readonly UsedUnit[] {
  const lines = new Map(Journal.look().map(({ key, account }) => [key, account]));
  const owners = ownersOfDomains();
  const units = new Map<string, UsedUnit>();
  for (const row of peopleRows(valuesOf(users.name)).filter(isWatchedRow)) {
    const domain = row.email.slice(row.email.lastIndexOf('@') + 1);
    const account = owners.get(domain)?.id ?? lines.get(`${users.name}!${row.email}`);
    if (account === undefined) continue;
    const orgUnit = pathOf(row.text('orgUnit'));
    const key = `${account} ${orgUnit.toLowerCase()}`;
    units.set(key, { account, domain, orgUnit, rows: (units.get(key)?.rows ?? 0) + 1 });
  }
  return [...units.values()];
}

function isWatchedRow({ text }: PersonRow): boolean {
  const named = readList(text('licences'));
  const found = named.kind === 'value' ? named.value.map((name) => findSku(name, [])) : [];
  const licences = found.flatMap((one) => ('found' in one ? [one.found] : []));
  const state = readChoice(text('state'), ['Active']);
  return ['blank', 'value'].includes(state.kind) && isWatched({ licences });
}
