import { say, type Procedure } from '../../../engine/procedure';
import { updateUser } from '../../../ensure/user';
import type { User } from '../../../google/resources';
import { askForProtected, deedsIn } from '../ask-first';
import { deedReset, givenOrMade } from '../bodies';
import { stateOf } from '../fields/state';
import { refuseOwnPassword } from '../shut-out';
import type { DeedRow } from './deed';

/**
 * A new password: that of the row's cell, else one that Seatsheet makes. Administrators only on a yes by name, oneself
 * never. A repeat within a run sends the same password, and none once it is known to be sent.
 */
export function* resetPassword(row: DeedRow, user: User): Procedure<void> {
  const { account, email, password, changePassword } = row.wish;
  refuseOwnPassword(row, user);
  if (row.passwordSent) return;
  const body = deedReset(row);
  askForProtected(row, user, deedsIn(body));
  const state = stateOf(user);
  if (state !== 'Active')
    yield* say(`The account is ${state.toLowerCase()}: the password serves once it is active again.`);
  const whose = `the password of ${email} (${givenOrMade(password)}${changePassword === false ? ', to be kept at sign-in' : ''})`;
  yield* updateUser({
    account,
    user,
    name: `user:${email}`,
    body,
    words: { plan: `reset ${whose}`, many: 'reset passwords', done: `reset ${whose}` },
  });
}

/** The same for whoever never signed in; of anybody else it is said when they did. */
export function* reissuePassword(row: DeedRow, user: User): Procedure<void> {
  const seen = lastSignIn(user);
  if (seen === undefined || row.passwordSent) return yield* resetPassword(row, user);
  yield* say(
    `${user.primaryEmail} signed in on ${seen.slice(0, 10)} and keeps the password. A lost one is reset with People › Reset password.`,
  );
}

/** When somebody last signed in; undefined for never, which Google writes as 1970 (Directory API, users). */
export function lastSignIn({ more }: User): string | undefined {
  const { lastLoginTime } = more;
  return typeof lastLoginTime === 'string' && Date.parse(lastLoginTime) > 0 ? lastLoginTime : undefined;
}
