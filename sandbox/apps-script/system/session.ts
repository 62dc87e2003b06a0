import { appliesWrites, leavesWrites, touchesCache, touchesDocument, touchesProperties } from '../costs';
import type { CallName, Invoke, SystemCalls } from '../calls';
import { mixSeeds } from '../../chance';
import { latencyOf } from '../../latency';
import { PlatformError } from '../exceptions';
import type { ExecutionInfo } from '../execution/info';
import type { Reply } from '../../workspace/port';
import { grantedScopes } from '../manifest';
import type { Manifest } from '../manifest';
import { Killed } from '../port';
import type { HostState } from '../host-state';
import type { BatchHandler, EffectKind, HostOptions, Surface } from '../port';
import { documentCalls } from './document';
import { googleCalls } from './google';
import type { Locks } from './locks';
import { mailCalls } from './mail';
import { quotaLeft, useQuota } from './quotas';
import type { Screen } from './screen';
import { cacheCalls, propertyCalls } from './storage';
import { tokenFor } from './tokens';
import { triggerCalls } from './triggers';
import { TypedColumns } from './typed-columns';

/** The calls that go to the spreadsheet. */
type DocumentCall = keyof ReturnType<typeof documentCalls>;

/** What an execution finds around it: all that outlives it, and who is told of what it does. */
export interface SessionHost {
  readonly options: HostOptions;
  readonly manifest: Manifest;
  readonly state: HostState;
  readonly book: { readonly id: string; readonly name: string };
  readonly services: readonly string[];
  readonly locks: Locks;
  readonly screen: Screen;
  readonly batch: BatchHandler;
  readonly now: () => number;
  /** Told before a write to the spreadsheet, which waits until it is applied, and when all are. */
  aboutToWrite(): void;
  writesApplied(): void;
  /** Lets something happen, and tells the effect hook before and after it. */
  effect<T>(kind: EffectKind, happen: () => T): T;
  /** Sends requests to Google and counts the writes that it accepted. */
  accepted(send: () => readonly Reply[], isWrite: (at: number) => boolean): readonly Reply[];
  end(session: Session): void;
}

/** What an execution tells of at its end, by the names under which it is counted. */
const spentNames = ['utilitiesCalls', 'cellsRead', 'cellsWritten', 'bytesRead', 'bytesWritten'] as const;

/** The system's side of one execution. */
export class Session {
  readonly info: ExecutionInfo;
  readonly #calls: SystemCalls;
  readonly #typed = new TypedColumns();
  #dead: Killed | undefined;

  constructor(
    readonly system: SessionHost,
    surface: Surface,
    user: string,
  ) {
    this.info = infoOf(system, surface, user);
    this.#calls = {
      ...callsOf(system, this.info, (count) => this.#spendFetches(count)),
      ...documentCalls({ state: system.state, book: system.book, user, typed: this.#typed }),
    };
  }

  /** Set once a crash was placed here: nothing of the execution reaches the system any more. */
  get killed(): Killed | undefined {
    return this.#dead;
  }

  /** The system-call function of this execution. */
  readonly invoke: Invoke = (name, ask) => {
    if (this.#dead && name !== 'execution.spent') throw this.#dead;
    this.#count(name);
    try {
      return this.#run(name, ask);
    } catch (error) {
      if (error instanceof Killed) this.#dead = error;
      throw error;
    }
  };

  #run<N extends CallName>(name: N, ask: Parameters<SystemCalls[N]>[0]): ReturnType<SystemCalls[N]> {
    const handler = this.#calls[name] as (ask: Parameters<SystemCalls[N]>[0]) => ReturnType<SystemCalls[N]>;
    const happen = (): ReturnType<SystemCalls[N]> => handler(ask);
    if (appliesWrites(name)) {
      this.#typed.raise();
      this.system.writesApplied();
    }
    if (leavesWrites(name)) this.system.aboutToWrite();
    if (leavesWrites(name)) return this.system.effect('sheet', happen);
    return name === 'properties.set' || name === 'properties.delete'
      ? this.system.effect('property', happen)
      : happen();
  }

  #count(name: CallName): void {
    const { counters } = this.system.state;
    if (touchesDocument(name)) counters.documentCalls++;
    if (touchesCache(name)) counters.cacheCalls++;
    if (name === 'google.leave' || name === 'google.call') counters.waves++;
    if (!touchesProperties(name)) return;
    counters.propertyCalls++;
    if (!useQuota(quotaHost(this.system), { quota: 'propertyCalls', user: this.info.effectiveUser, amount: 1 })) {
      throw new PlatformError('Service invoked too many times for one day: properties.');
    }
  }

  /** How many of so many requests go out before the day's quota ends. */
  #spendFetches(count: number): number {
    const host = quotaHost(this.system);
    const user = this.info.effectiveUser;
    const left = Math.max(0, quotaLeft(host, 'urlFetch', user));
    const isBefore = this.system.options.fetchQuota?.() === 'before';
    const amount = left < count && isBefore ? 0 : Math.min(left, count);
    this.system.state.counters.urlFetches += count;
    useQuota(host, { quota: 'urlFetch', user, amount });
    return amount;
  }

  /** Ends the execution. */
  end(): void {
    this.system.end(this);
  }
}

/** The system as the quotas see it. */
export function quotaHost(system: SessionHost): Parameters<typeof useQuota>[0] {
  const { quotaTier: tier = 'workspace', mailQuota } = system.options;
  return { state: system.state, now: system.now, tier, ...(mailQuota && { mailQuota }) };
}

function infoOf(system: SessionHost, surface: Surface, user: string): ExecutionInfo {
  const { options, manifest, state } = system;
  const number = state.counters.executions;
  return {
    number,
    surface,
    mode: surface === 'open' ? (options.openMode ?? 'LIMITED') : 'FULL',
    effectiveUser: user,
    activeUser: surface === 'trigger' ? '' : user,
    scopes: grantedScopes(manifest, options.refusedScopes ?? []),
    services: system.services,
    manifest,
    language: options.errorLanguage ?? 'en',
    latency: latencyOf(options),
    priced: options.priced ?? 1,
    // The time is mixed in so that a spreadsheet that is opened again later does not draw its old ids anew.
    seed: mixSeeds(options.seed ?? 1, number, system.now(), system.now() / 4_294_967_296),
    token: tokenFor(user),
  };
}

function callsOf(
  system: SessionHost,
  info: ExecutionInfo,
  spendFetches: (count: number) => number,
): Omit<SystemCalls, DocumentCall> {
  const { state, locks, screen, options } = system;
  const host = { ...quotaHost(system), user: info.effectiveUser };
  return {
    ...propertyCalls(host),
    ...cacheCalls(host),
    ...locks.calls(info.number, info.effectiveUser),
    ...triggerCalls({
      ...host,
      addon: options.deployment === 'addon',
      hourly: system.manifest.hasCard && options.hourlyWithCard?.() === true,
    }),
    ...mailCalls(host),
    ...googleCalls({
      workspace: options.workspace,
      batch: system.batch,
      manifest: system.manifest,
      services: info.services,
      scopes: info.scopes,
      user: info.effectiveUser,
      accepted: (send, isWrite) => system.accepted(send, isWrite),
      spendFetches,
      fetchAll: options.fetchAll?.() ?? 'answers',
      fetchAllMost: options.fetchAllMost?.() ?? Infinity,
      waves: () => state.counters.waves,
    }),
    'execution.spent': (spent) => {
      for (const name of spentNames) state.counters[name] += spent[name];
    },
    // Locks do not survive a dialog (LockService reference).
    ...screen.calls(() => {
      locks.releaseAll(info.number);
    }),
  };
}
