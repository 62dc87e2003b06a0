import type { UserRecord } from '../state';
import { storePassword } from './passwords';

/**
 * Somebody signs in: accepts Google's terms and, where that is asked of them, takes a password that nobody else knows.
 * Throws where Google lets them in no more.
 */
export function signIn(user: UserRecord, now: number): void {
  if (user.suspended || user.archived)
    throw new Error(`${user.primaryEmail} is ${user.archived ? 'archived' : 'suspended'} and cannot sign in.`);
  user.lastLoginTime = new Date(now).toISOString();
  user.agreedToTerms = true;
  user.version += 1;
  if (!user.changePasswordAtNextLogin) return;
  user.changePasswordAtNextLogin = false;
  user.passwordHash = storePassword(user, `of ${user.id}'s own choice, ${now}`);
}
