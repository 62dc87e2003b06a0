import { foldName } from '../../google/names';
import type { RolesInReach } from '../../ensure/role';
import type { JobAt } from '../tab';
import type { UserRowRead } from './read';
import { RolePlaces } from './role-places';

/** What giving roles goes by: the rows of the sheet, and how much room the accounts have. */
export function rolesInReach(rows: readonly { readonly read: UserRowRead }[], at: JobAt): RolesInReach {
  const places = new RolePlaces(at.facts);
  let units: ReadonlySet<string> | undefined;
  return {
    rows: (account, roleName) => at.belonging('role', `${account} ${foldName(roleName)}`).map(({ place }) => place),
    // What a run gives was counted by its check.
    takePlace: (account, unitId) => at.running || places.take(account, unitId),
    wishesUnit: (account, path) => (units ??= wishedUnits(rows)).has(placeOf(account, path)),
  };
}

/** Every org unit that rows put people into, with those above it. */
function wishedUnits(rows: readonly { readonly read: UserRowRead }[]): ReadonlySet<string> {
  return new Set(
    rows.flatMap(({ read: { wish } }) => {
      const names = (wish?.orgUnit ?? '').split('/').filter(Boolean);
      return names.map((_, at) => placeOf(wish?.account ?? '', `/${names.slice(0, at + 1).join('/')}`));
    }),
  );
}

function placeOf(account: string, path: string): string {
  return `${account} ${path.toLowerCase()}`;
}
