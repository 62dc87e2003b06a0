import type { Handlers, Store } from '../calls';

/** Locks: held by one execution at a time, never longer than it lives. */
export class Locks {
  readonly #holders = new Map<string, number>();

  /** The handlers of LockService for one execution. */
  calls(execution: number, user: string): Handlers<'lock'> {
    const name = (lock: Store): string => (lock === 'user' ? `user ${user}` : lock);
    return {
      'lock.try': ({ lock }) => {
        const holder = this.#holders.get(name(lock)) ?? execution;
        if (holder !== execution) return false;
        this.#holders.set(name(lock), execution);
        return true;
      },
      'lock.release': ({ lock }) => {
        if (this.#holders.get(name(lock)) === execution) this.#holders.delete(name(lock));
      },
      'lock.has': ({ lock }) => this.#holders.get(name(lock)) === execution,
    };
  }

  /** Takes away everything that an execution holds: at its end, and while it waits for a person's answer. */
  releaseAll(execution: number): void {
    for (const [name, holder] of this.#holders) if (holder === execution) this.#holders.delete(name);
  }
}
