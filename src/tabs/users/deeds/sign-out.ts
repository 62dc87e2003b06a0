import { send, type Procedure } from '../../../engine/procedure';
import type { User } from '../../../google/resources';
import { refuseForOneself, type DeedRow } from './deed';

/**
 * Signs somebody out of all web and device sessions (Directory API, users.signOut: it also resets the sign-in cookies;
 * nothing is answered). Sent twice it does no harm.
 */
export function* signOut(row: DeedRow, user: User): Procedure<void> {
  const { account, email } = row.wish;
  refuseForOneself(row, user, {
    says: 'This is your own account: the run would end the session that it works in.',
    remedy: 'Sign yourself out at myaccount.google.com › Security › Your devices.',
  });
  yield* send<unknown>(
    { op: 'directory.users.signOut', account, params: { userKey: user.id }, named: { userKey: `user:${email}` } },
    {
      plan: `sign out ${email} everywhere (web and device sessions)`,
      many: 'sign people out',
      done: `signed out ${email} everywhere (web and device sessions)`,
    },
  );
}
