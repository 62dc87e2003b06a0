import { Waiting } from '../engine/outcome';
import { ask, pause, say, type Procedure } from '../engine/procedure';
import { consoles } from '../google/consoles';
import { licencesFact, peopleInUnitFact } from '../google/facts';
import { workspaceProduct } from '../google/products';
import type { User } from '../google/resources';
import { heldNow } from './licence';
import type { Person } from './person';

/**
 * Automatic licensing gives everybody in an org unit a paid licence, and no API shows the setting (License Manager API
 * guide). Where people are to have Cloud Identity alone, one of them comes first and is looked at.
 */

/**
 * What was found out of an org unit. `clean`: nobody gets a licence; `removable`: somebody got one, and it could be
 * taken away; `held`: somebody got one that Google does not give up.
 */
export interface UnitLicensing {
  readonly how: 'clean' | 'removable' | 'held';
  /** The person that it was seen at. */
  readonly by: string;
  /** When, as RFC 3339. */
  readonly at: string;
}

/** Days for which somebody who got no licence speaks for the unit: an administrator may switch the setting on. */
const believedFor = 30;

/** Whether what was found out still holds good. `now`: RFC 3339. */
export function isBelieved({ how, at }: UnitLicensing, now: string): boolean {
  return how === 'clean' && Date.parse(now) - Date.parse(at) < believedFor * 86_400_000;
}

/** How old somebody is at each look, in seconds: no page of Google’s says how soon licences come. */
const looks: readonly number[] = [5, 15, 30, 60, 90, 120];

/**
 * The paid licence that somebody new has got, after some time; undefined for none. `now`: RFC 3339; an execution that
 * goes on with the row waits for the rest of the time only.
 */
export function* gotPaidLicence(person: Person, now: string): Procedure<string | undefined> {
  let age = Math.max(0, (Date.parse(now) - Date.parse(person.user.creationTime)) / 1000 || 0);
  const left = looks.filter((seconds) => seconds > age);
  for (const seconds of left.length ? left : [age]) {
    yield* pause((seconds - age) * 1000);
    age = seconds;
    const held = yield* heldNow(person, workspaceProduct);
    if (held !== undefined) return held;
  }
  return undefined;
}

/** So old somebody is who would have a licence by now, in milliseconds. */
const settledAfter = 86_400_000;
/** Of how many people it is looked. */
const witnesses = 10;

/**
 * Somebody of an org unit who has been there for a day without a paid licence. Undefined where nobody tells, or where
 * one of them holds one: who gave it nobody knows.
 */
export function* witnessIn(account: string, orgUnit: string, now: string): Procedure<User | undefined> {
  const people = yield* ask(peopleInUnitFact(account, orgUnit));
  const settled = people.filter(
    ({ orgUnitPath, suspended, creationTime }) =>
      orgUnitPath.toLowerCase() === orgUnit.toLowerCase() &&
      !suspended &&
      Date.parse(now) - Date.parse(creationTime) > settledAfter,
  );
  const asked = settled.slice(0, witnesses);
  for (const user of asked) {
    const held = yield* ask(licencesFact(account, workspaceProduct, user.primaryEmail));
    if (held.length > 0) return undefined;
  }
  return asked[0];
}

/** Where the setting is. */
const page = `${consoles.automaticLicensing.path} (${consoles.automaticLicensing.url})`;

/** Who said that it is switched off for a unit, and when: RFC 3339. */
export interface SaidOff {
  readonly by: string;
  readonly at: string;
}

/** That somebody was wrong, where they were. */
export function yetItCame(orgUnit: string, said: SaidOff | undefined): string {
  return said
    ? ` ${said.by} ticked on ${said.at.slice(0, 10)} that it is off for ${orgUnit}, yet a paid licence came.`
    : '';
}

/** Nobody else comes into the unit: they would be given a licence that is paid for. `said`: that it is off. */
export function unitHolds(orgUnit: string, { by }: UnitLicensing, said: SaidOff | undefined): Waiting {
  return new Waiting(
    `Automatic licensing gave ${by} a paid licence in ${orgUnit}, and Google does not let it be taken away. Nobody else is created there.${yetItCame(orgUnit, said)}`,
    `Choose ${orgUnit} under ${page}, or the customer under ${consoles.partnerCustomers.path} › Auto-licensing, turn automatic licensing off there, then check again.`,
  );
}

/** What is said to the row that will show how its unit licenses: a check notes how long that takes. */
export function* sayItShows(orgUnit: string): Procedure<void> {
  yield* pause((looks[looks.length - 1] ?? 0) * 1000);
  yield* say(
    `Comes first and alone in ${orgUnit}, to see whether automatic licensing gives a paid licence there (${page} has the setting, which no program can read).`,
  );
}
