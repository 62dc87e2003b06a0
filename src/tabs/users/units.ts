import { failuresIn } from '../../engine/outcome';
import { after, ask, once, say, type Procedure } from '../../engine/procedure';
import {
  gotPaidLicence,
  isBelieved,
  sayItShows,
  unitHolds,
  witnessIn,
  yetItCame,
  type SaidOff,
  type UnitLicensing,
} from '../../ensure/automatic-licensing';
import { tellAutomaticLicence } from '../../ensure/cloud-identity';
import { HeldFast, licencesOf } from '../../ensure/licence';
import type { Person } from '../../ensure/person';
import { orgUnitsFact } from '../../google/facts';
import { workspaceProduct } from '../../google/products';
import type { UnitWatch, UserRow } from './row';
import { wantsNothingPaid } from './spare-licences';
import type { UserWish } from './wish';

/** People with nothing but Cloud Identity come into an org unit one first, then all. */

/** What was found out of units, kept for everybody at the spreadsheet. `unit`: account and path. */
export interface UnitsKnown {
  unit(unit: string): UnitLicensing | undefined;
  rememberUnit(unit: string, found: UnitLicensing): void;
  /** Who said that automatic licensing is off for an org unit. */
  saidOff(account: string, orgUnit: string): SaidOff | undefined;
}

/** Gives each row that is watched what it has to know. `now`: RFC 3339. */
export function watches(
  rows: readonly { readonly place: number; readonly wish: UserWish }[],
  { known, now, running }: { readonly known: UnitsKnown; readonly now: string; readonly running: boolean },
): ReadonlyMap<number, UnitWatch> {
  const seen = new Map<string, UnitLicensing>();
  const places = new Map<string, number[]>();
  const watched = new Map<number, UnitWatch>();
  for (const { place, wish } of rows.filter((row) => isWatched(row.wish))) {
    const unit = `${wish.account} ${(wish.orgUnit ?? '/').toLowerCase()}`;
    const before = places.get(unit) ?? [];
    places.set(unit, [...before, place]);
    const kept = known.unit(unit);
    if (kept && isBelieved(kept, now)) seen.set(unit, kept);
    watched.set(place, {
      before,
      known: () => seen.get(unit),
      saidOff: known.saidOff(wish.account, wish.orgUnit ?? '/'),
      learn: (found) => {
        // Hundreds of rows may find the same at once, and keeping it takes its time.
        if (seen.get(unit)?.how === found.how) return;
        seen.set(unit, found);
        if (running) known.rememberUnit(unit, found);
      },
    });
  }
  return watched;
}

/** Whether a row is about somebody who signs in with nothing but Cloud Identity. */
export function isWatched({ licences, state }: Pick<UserWish, 'licences' | 'state'>): boolean {
  return licences !== undefined && wantsNothingPaid(licences) && (state === undefined || state === 'Active');
}

/** Whether somebody new may come. Throws Waiting where the unit gives paid licences that Google does not take back. */
export function* mayCome({ wish, now, approved }: UserRow, watch: UnitWatch): Procedure<void> {
  const { account, orgUnit = '/' } = wish;
  if (watch.known()?.how === 'clean') return;
  const witness = yield* once(`canary:witness:${account}:${orgUnit.toLowerCase()}`, () => witnessOf(wish, now));
  if (witness !== '') return watch.learn({ how: 'clean', by: witness, at: now });
  // A check sends nothing, so nobody shows anything: it says who will.
  if (!approved)
    return yield* watch.before.length ? say(`Waits for whom is first in ${orgUnit}.`) : sayItShows(orgUnit);
  for (const place of watch.before) {
    if (watch.known()) break;
    yield* after([place]);
  }
  const found = watch.known();
  if (found?.how === 'held') throw unitHolds(orgUnit, found, watch.saidOff);
}

/**
 * The address of somebody who shows that the unit gives nothing; '' for nobody. A unit that is not there has nobody.
 */
function* witnessOf({ account, orgUnit = '/' }: UserWish, now: string): Procedure<string> {
  const units = yield* ask(orgUnitsFact(account));
  const there = orgUnit === '/' || units.some((one) => one.orgUnitPath.toLowerCase() === orgUnit.toLowerCase());
  return there ? ((yield* witnessIn(account, orgUnit, now))?.primaryEmail ?? '') : '';
}

/** Gives a watched person what their row wishes, and learns how their unit licenses. `isNew`: made in this run. */
export function* giveWatched<T>(
  { now, approved, memory: { mark } }: UserRow,
  { watch, person, isNew }: { readonly watch: UnitWatch; readonly person: Person; readonly isNew: boolean },
  give: () => Procedure<T>,
): Procedure<T> {
  const by = person.user.primaryEmail;
  if (!approved || watch.known()?.how === 'clean') return yield* give();
  const came = isNew ? yield* gotPaidLicence(person, now) : (yield* licencesOf(person, workspaceProduct))[0];
  if (came === undefined && isNew) watch.learn({ how: 'clean', by, at: now });
  const wrong = came !== undefined && person.createdHere && yetItCame(person.user.orgUnitPath, watch.saidOff).trim();
  if (wrong) yield* say(`Automatic licensing: ${wrong}`);
  // An execution that died made the person: what it would have said of the licence is said by this one.
  if (came !== undefined && !isNew && mark) yield* tellAutomaticLicence(person, came);
  try {
    const given = yield* give();
    if (came !== undefined && person.createdHere) watch.learn({ how: 'removable', by, at: now });
    return given;
  } catch (error) {
    if (failuresIn(error).some((one) => one instanceof HeldFast)) watch.learn({ how: 'held', by, at: now });
    throw error;
  }
}
