import { existsSync } from 'node:fs';
import path from 'node:path';
import { compile } from '../bundle';
import type { CallName, Invoke, PersonSays } from '../calls';
import { callHere } from '../host';
import { handleBatch } from '../../workspace/batch';
import type { Host, HostOptions, Surface } from '../port';
import type { Showing } from '../showing';
import { SystemHost, askedOf, mayRun, noteFailure, spendRuntime } from '../system-host';
import type { Asked } from '../system-host';
import type { Session } from '../system/session';
import { System } from '../system/system';
import { takeDue } from '../system/triggers';
import type { Asking } from './protocol';
import type { SharedTime } from './shared-time';
import { Thread } from './thread';

/** What a host whose executions run side by side is opened with. */
export interface ThreadedOptions extends Omit<HostOptions, 'clock'> {
  readonly clock: SharedTime;
  /** Asks the person at the sheet. Left out: the host's `answers`, else the first button. */
  readonly ask?: (question: Extract<Showing, { kind: 'alert' | 'prompt' }>) => Promise<PersonSays>;
  /**
   * The source file of the threads; left out: this project's own, below the working directory, where npm runs its
   * scripts.
   */
  readonly workerFile?: string;
}

/** A host whose executions run in threads of their own, over one state. */
export interface ThreadedHost extends Host {
  /** Runs a function beside whatever else runs. Rejects with what the platform would show. */
  callAsync(name: string, args?: readonly unknown[], surface?: Surface): Promise<unknown>;
  /** Lets due triggers run in threads; resolves when the last has ended. */
  runDueTriggersAsync(): Promise<void>;
  /** Ends every thread. Executions under way reject. */
  close(): Promise<void>;
}

/**
 * Opens a host for several executions at a time. Throws as openHost does, and where the threads' source file is
 * missing.
 */
export function openThreadedHost(options: ThreadedOptions): ThreadedHost {
  return new HostOfThreads(options);
}

class HostOfThreads extends SystemHost implements ThreadedHost {
  readonly #options: ThreadedOptions;
  readonly #file: string;
  readonly #idle: Thread[] = [];
  readonly #all = new Set<Thread>();

  constructor(options: ThreadedOptions) {
    const program = compile(options.bundle);
    const system = new System(options, options.batch ?? handleBatch);
    super(system, (asked) => callHere(system, program, asked));
    this.#options = options;
    this.#file = options.workerFile ?? path.resolve('sandbox/apps-script/thread/worker.ts');
    if (!existsSync(this.#file)) throw new Error(`${this.#file} is missing: threads cannot be started.`);
  }

  callAsync(name: string, args: readonly unknown[] = [], surface: Surface = 'sidebar'): Promise<unknown> {
    return this.#start({ name, args, surface });
  }

  async runDueTriggersAsync(): Promise<void> {
    const runs = takeDue(this.state, this.system.now()).map(async (due) => {
      const begun = this.system.now();
      try {
        if (mayRun(this.system, due)) await this.#start(askedOf(this.system, due));
      } catch (error) {
        noteFailure(this.system, due, error);
      } finally {
        spendRuntime(this.system, due, begun);
      }
    });
    await Promise.all(runs);
  }

  async #start({ name, args, surface, owner }: Asked): Promise<unknown> {
    const session = this.system.begin(surface, owner);
    const thread = this.#take();
    try {
      return await thread.run({ info: session.info, name, args }, (asking) => this.#answer(session, asking));
    } finally {
      session.end();
      this.#give(thread, session);
    }
  }

  #answer(session: Session, { name, ask }: Asking): unknown {
    const { ask: askPerson } = this.#options;
    if (name === 'ui.ask' && askPerson && this.answers.length === 0)
      return this.#askPerson(session, ask as Parameters<typeof askPerson>[0]);
    return (session.invoke as (name: CallName, ask: unknown) => unknown)(name, ask);
  }

  /** The script stands still and its locks are gone until the person has answered. */
  async #askPerson(
    session: Session,
    question: Parameters<NonNullable<ThreadedOptions['ask']>>[0],
  ): Promise<PersonSays> {
    this.system.locks.releaseAll(session.info.number);
    const says = await this.#options.ask?.(question);
    return says ?? (session.invoke satisfies Invoke)('ui.ask', question);
  }

  #take(): Thread {
    const thread = this.#idle.pop() ?? new Thread(this.#file, this.#options.bundle, this.#options.clock.buffer);
    this.#all.add(thread);
    return thread;
  }

  /** A thread whose execution was killed is not used again: what is left of the script may still run in it. */
  #give(thread: Thread, session: Session): void {
    if (session.killed && this.#all.delete(thread)) void thread.close();
    else if (this.#all.has(thread)) this.#idle.push(thread);
  }

  async close(): Promise<void> {
    const threads = [...this.#all];
    this.#all.clear();
    this.#idle.length = 0;
    await Promise.all(threads.map((thread) => thread.close()));
  }
}
