import { send, type Procedure } from '../../../engine/procedure';
import type { User } from '../../../google/resources';
import { refuseForOneself } from '../shut-out';
import type { DeedRow } from './deed';

/**
 * Signs somebody out of all web and device sessions (Directory API, users.signOut: it also resets the sign-in cookies;
 * nothing is answered). Sent twice it does no harm.
 */
export function* signOut(row: DeedRow, user: User): Procedure<void> {
  const { account, email } = row.wish;
  refuseForOneself(row, user, {
    says: 'the run would end the session that it works in.',
    remedy: 'Sign yourself out at myaccount.google.com › Security › Your devices.',
  });
  yield* endSessions({ account, email, user });
}

/** The same for anybody. `values`: what the plan says beside it. */
export function* endSessions({
  account,
  email,
  user,
  values = [],
}: {
  readonly account: string;
  readonly email: string;
  readonly user: User;
  readonly values?: readonly string[];
}): Procedure<void> {
  yield* send<unknown>(
    { op: 'directory.users.signOut', account, params: { userKey: user.id }, named: { userKey: `user:${email}` } },
    {
      plan: `sign out ${email} everywhere (web and device sessions)`,
      values,
      many: 'sign people out',
      done: `signed out ${email} everywhere (web and device sessions)`,
    },
  );
}
