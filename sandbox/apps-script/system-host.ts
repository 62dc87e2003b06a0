import { dailyQuotas } from './limits';
import { editingOf } from './editing';
import type { Editing } from './editing';
import { Killed } from './port';
import type { HostState } from './host-state';
import type { Host, Surface } from './port';
import type { MenuEntry } from './showing';
import { quotaLeft, useQuota } from './system/quotas';
import { quotaHost } from './system/session';
import type { System } from './system/system';
import { takeDue } from './system/triggers';

/** One call as a host is asked for it. `owner`: the person whose trigger it is. */
export interface Asked {
  readonly name: string;
  readonly args: readonly unknown[];
  readonly surface: Surface;
  readonly owner?: string;
}

/** A trigger whose time has come. */
export type Due = ReturnType<typeof takeDue>[number];

/** A host around a system; how executions run is handed in. */
export class SystemHost implements Host {
  readonly edit: Editing;

  constructor(
    readonly system: System,
    readonly run: (asked: Asked) => unknown,
  ) {
    this.edit = editingOf(system.state);
  }

  call(name: string, args: readonly unknown[] = [], surface: Surface = 'sidebar'): unknown {
    return this.run({ name, args, surface });
  }

  get state(): HostState {
    return this.system.state;
  }

  get menu(): Host['menu'] {
    return this.system.screen.items();
  }

  get menus(): readonly MenuEntry[] {
    return this.system.screen.menus;
  }

  get shown(): Host['shown'] {
    return this.system.screen.shown;
  }

  get answers(): string[] {
    return this.system.screen.answers;
  }

  get logs(): readonly string[] {
    return this.system.screen.logs;
  }

  get failures(): Host['failures'] {
    return this.system.failures;
  }

  get onEffect(): NonNullable<Host['onEffect']> {
    return (effect) => this.system.onEffect?.(effect);
  }

  set onEffect(hook: NonNullable<Host['onEffect']> | undefined) {
    this.system.onEffect = hook;
  }

  get onShow(): NonNullable<Host['onShow']> {
    return (showing) => this.system.screen.onShow?.(showing);
  }

  set onShow(listener: NonNullable<Host['onShow']> | undefined) {
    this.system.screen.onShow = listener;
  }

  become(user: string): void {
    this.system.user = user;
  }

  /** A trigger that fails is listed among the failures and the next one runs; a crash that was placed ends it all. */
  runDueTriggers(): void {
    for (const due of takeDue(this.state, this.system.now())) {
      const begun = this.system.now();
      try {
        if (mayRun(this.system, due)) this.run(askedOf(this.system, due));
      } catch (error) {
        noteFailure(this.system, due, error);
      } finally {
        spendRuntime(this.system, due, begun);
      }
    }
  }

  snapshot(unapplied: 'kept' | 'lost' = 'kept'): unknown {
    return this.system.snapshot(unapplied);
  }

  restore(snapshot: unknown): void {
    this.system.restore(snapshot);
  }
}

/** Whether the owner has trigger runtime left today; the failure is noted where not. */
export function mayRun(system: System, due: Due): boolean {
  if (quotaLeft(quotaHost(system), 'triggerMinutes', due.owner) > 0) return true;
  noteFailure(system, due, new Error('Service using too much computer time for one day'));
  return false;
}

/** The call that a trigger makes, with the event that it hands over (event objects guide). */
export function askedOf(system: System, { id, handler, owner }: Due): Asked {
  const now = new Date(system.now());
  const event = {
    authMode: 'FULL',
    triggerUid: id,
    timezone: 'UTC',
    year: now.getUTCFullYear(),
    month: now.getUTCMonth() + 1,
    'day-of-month': now.getUTCDate(),
    'day-of-week': now.getUTCDay() || 7,
    hour: now.getUTCHours(),
    minute: now.getUTCMinutes(),
    second: now.getUTCSeconds(),
  };
  return { name: handler, args: [event], surface: 'trigger', owner };
}

/** Lists a failure as Google's summary would. Throws a crash that was placed on. */
export function noteFailure(system: System, { handler }: Due, error: unknown): void {
  if (error instanceof Killed) throw error;
  system.failures.push({ handler, message: error instanceof Error ? error.message : String(error) });
}

/** Uses up the owner's trigger runtime. */
export function spendRuntime(system: System, { owner }: Due, begun: number): void {
  const host = quotaHost(system);
  const left = quotaLeft(host, 'triggerMinutes', owner);
  const minutes = Math.min(left, (system.now() - begun) / 60_000, dailyQuotas[host.tier].triggerMinutes);
  useQuota(host, { quota: 'triggerMinutes', user: owner, amount: minutes });
  system.state.counters.triggerMinutes += (system.now() - begun) / 60_000;
}
