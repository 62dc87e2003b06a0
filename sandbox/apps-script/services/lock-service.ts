import type { Store } from '../calls';
import { PlatformError } from '../exceptions';
import { Service } from '../execution/facade';
import type { Execution } from '../execution/execution';
import type { Simulates } from '../execution/simulates';
import { whole } from './arguments';

/** How often a waiting execution looks whether the lock is free. */
const look = 100;

/** A lock, as Lock. Nothing is held until tryLock or waitLock says so; it ends with the execution. */
export class Lock extends Service implements Simulates<Lock, GoogleAppsScript.Lock.Lock> {
  readonly _class = 'Lock';

  constructor(
    run: Execution,
    readonly _lock: Store,
  ) {
    super(run);
  }

  tryLock(milliseconds: unknown): boolean {
    const until = this._run.clock.now() + whole(milliseconds, 'Lock.tryLock');
    while (!this._run.invoke('lock.try', { lock: this._lock })) {
      const left = until - this._run.clock.now();
      if (left <= 0) return false;
      this._run.pass(Math.min(look, left));
    }
    return true;
  }

  waitLock(milliseconds: unknown): void {
    if (!this.tryLock(milliseconds))
      throw new PlatformError('Lock timeout: another process was holding the lock for too long.');
  }

  hasLock(): boolean {
    return this._run.invoke('lock.has', { lock: this._lock });
  }

  releaseLock(): void {
    this._run.invoke('lock.release', { lock: this._lock });
  }
}

/** LockService of a bound script. */
export class LockService extends Service implements Simulates<LockService, GoogleAppsScript.Lock.LockService> {
  readonly _class = 'LockService';

  getDocumentLock(): Lock {
    return new Lock(this._run, 'document');
  }

  getScriptLock(): Lock {
    return new Lock(this._run, 'script');
  }

  getUserLock(): Lock {
    return new Lock(this._run, 'user');
  }
}
