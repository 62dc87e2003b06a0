import type { Handlers, TriggerInfo } from '../calls';
import type { HostState } from '../host-state';
import { limits } from '../limits';
import { PlatformError } from '../exceptions';

/**
 * Clock triggers: each belongs to the person who made it, and only that person sees it (installable triggers guide).
 */

/** Whose triggers are meant, and how the script is deployed. */
export interface TriggerHost {
  readonly state: HostState;
  readonly user: string;
  readonly now: () => number;
  readonly addon: boolean;
  /** Whether one that is asked for more often comes once an hour. */
  readonly hourly: boolean;
}

type Trigger = HostState['triggers'][number];

/** The handlers of ScriptApp's triggers. */
export function triggerCalls(host: TriggerHost): Handlers<'triggers'> {
  const { state, user } = host;
  return {
    'triggers.list': () => state.triggers.filter((trigger) => trigger.owner === user).map(infoOf),
    'triggers.create': ({ handler, everyMinutes: asked, after }) => {
      const own = state.triggers.filter((trigger) => trigger.owner === user);
      check(host, own, asked);
      const everyMinutes = asked !== undefined && host.hourly ? Math.max(60, asked) : asked;
      const id = nextId(state);
      const wait = everyMinutes === undefined ? (after ?? 0) : everyMinutes * 60_000;
      const repeats = everyMinutes === undefined ? { after: wait } : { everyMinutes };
      state.triggers.push({ id, handler, ...repeats, owner: user, next: host.now() + wait });
      state.counters.triggersMade++;
      return { id, handler };
    },
    'triggers.delete': ({ id }) => {
      const at = state.triggers.findIndex((trigger) => trigger.id === id && trigger.owner === user);
      if (at < 0) throw new PlatformError('Requested entity was not found.');
      state.triggers.splice(at, 1);
    },
  };
}

function infoOf({ id, handler }: Trigger): TriggerInfo {
  return { id, handler };
}

function check({ addon }: TriggerHost, own: readonly Trigger[], everyMinutes: number | undefined): void {
  if (own.length >= limits.triggers)
    throw new PlatformError(
      'This script has too many triggers. Triggers must be deleted from the script before more can be added.',
    );
  if (addon && everyMinutes !== undefined && everyMinutes < 60)
    throw new PlatformError('Add-ons may use time-based triggers at most once per hour.');
  if (addon && own.length > 0)
    throw new PlatformError('Add-ons may have only one time-based trigger per user and document.');
}

function nextId(state: HostState): string {
  const numbers = state.triggers.map((trigger) => Number(trigger.id)).filter((number) => Number.isSafeInteger(number));
  return String(Math.max(4_000_000_000, ...numbers) + 1);
}

/**
 * Takes the triggers that are due, the longest due first, and sets when they fire next. One that repeats fires once,
 * however often it was missed.
 */
export function takeDue(
  state: HostState,
  now: number,
): { readonly id: string; readonly handler: string; readonly owner: string }[] {
  const due = state.triggers
    .filter((trigger) => trigger.fired !== true && trigger.next <= now)
    .sort((a, b) => a.next - b.next);
  const taken = due.map(({ id, handler, owner }) => ({ id, handler, owner }));
  for (const trigger of due) {
    if (trigger.everyMinutes === undefined) trigger.fired = true;
    else
      trigger.next +=
        Math.floor((now - trigger.next) / (trigger.everyMinutes * 60_000) + 1) * trigger.everyMinutes * 60_000;
  }
  return taken;
}
