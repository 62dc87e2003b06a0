import { createHash } from 'node:crypto';
import { Service } from '../execution/facade';
import type { Execution } from '../execution/execution';
import type { Simulates } from '../execution/simulates';

/** A person, as User. */
export class User extends Service implements Simulates<User, GoogleAppsScript.Base.User> {
  readonly _class = 'User';

  constructor(
    run: Execution,
    readonly _email: string,
  ) {
    super(run);
  }

  getEmail(): string {
    return this._email;
  }

  override _text(): string {
    return this._email;
  }
}

/** Session: who is at the keyboard, and under whose authority the script runs. */
export class Session extends Service implements Simulates<Session, GoogleAppsScript.Base.Session> {
  readonly _class = 'Session';

  /** Nobody where a trigger started the execution. */
  getActiveUser(): User {
    return new User(this._run, this._run.info.activeUser);
  }

  getEffectiveUser(): User {
    return new User(this._run, this._run.info.effectiveUser);
  }

  getActiveUserLocale(): string {
    return this._run.info.language;
  }

  getScriptTimeZone(): string {
    return this._run.info.manifest.timeZone;
  }

  /** Anonymous, and new every 30 days (reference of Session). */
  getTemporaryActiveUserKey(): string {
    const month = Math.floor(this._run.clock.now() / (30 * 86_400_000));
    return createHash('sha256').update(`${month} ${this._run.info.activeUser}`).digest('base64url');
  }
}
