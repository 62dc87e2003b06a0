import type { User } from '../../google/resources';
import type { TwoStep } from './cover';

/** What a user of Google's says of signing in. */

/** How 2-step verification stands (Directory API, users: `isEnrolledIn2Sv`, `isEnforcedIn2Sv`). */
export function twoStepOf({ more }: User): TwoStep {
  if (more['isEnrolledIn2Sv'] === true) return more['isEnforcedIn2Sv'] === true ? 'enforced' : 'enrolled';
  return more['isEnforcedIn2Sv'] === true ? 'enforced, not enrolled' : 'no';
}

/** The day of the last sign-in, or `never`: Google then gives the year 1970. */
export function lastSignInOf({ more }: User): string {
  const { lastLoginTime } = more;
  const isSet = typeof lastLoginTime === 'string' && Date.parse(lastLoginTime) > 0;
  return isSet ? lastLoginTime.slice(0, 10) : 'never';
}

/** Whether somebody may not sign in: suspended, or in the archive. */
export function isShut({ suspended, more }: User): boolean {
  return suspended || more['archived'] === true;
}
