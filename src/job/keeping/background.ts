import { isObject } from '../../engine/request';
import { now, ports, type Trigger } from '../ports';
import { documentStore } from './stores';
import { noteComing, triggerPace } from './trigger-pace';

/**
 * Going on without anybody looking: a recurring trigger, made when a run starts and removed when it ends. Installable
 * triggers run as the person who made them, and only that person sees them.
 */

const backgroundHandler = 'continueInBackground';

/** What was asked for. An add-on deployment may have hourly triggers only. */
type Asked = 'every 5 minutes' | 'hourly' | 'none';

/** How a run goes on when the sidebar is closed: `unseen` was asked for every five minutes, and may come hourly. */
export type Background = Asked | 'unseen';

const name = 'background';

function isBackground(value: unknown): value is { readonly how: Asked; readonly at?: unknown } {
  return isObject(value) && ['every 5 minutes', 'hourly', 'none'].includes(String(value.how));
}

/**
 * What is kept beside a work of how it goes on; of one that has ended too, so that the next need not look for its
 * trigger.
 */
export function kept(how: Asked): Readonly<Record<string, unknown>> {
  return { [name]: { how, at: now() } };
}

/** The trigger that this execution made. */
let made: Trigger | undefined;

/** Makes the trigger unless it is there. Where the platform allows none, the run goes on while the sidebar is open. */
export function startBackground(): Asked {
  const asked = askedFor();
  return asked !== 'none' && ownTriggers().length ? asked : makeTrigger();
}

/** Notes that the trigger has come. */
export function noteTrigger(): void {
  const { how, at } = documentStore().steady(name, isBackground) ?? {};
  if (how === 'every 5 minutes' && typeof at === 'number') noteComing(at);
}

/** Removes the trigger. */
export function endBackground(): void {
  for (const trigger of made ? [made] : ownTriggers()) ports().triggers.remove(trigger);
}

/** How the run that is under way goes on. */
export function background(): Background {
  const asked = askedFor();
  return asked === 'every 5 minutes' ? (triggerPace()?.how ?? 'unseen') : asked;
}

function askedFor(): Asked {
  return documentStore().steady(name, isBackground)?.how ?? 'none';
}

function makeTrigger(): Asked {
  try {
    made = ports().triggers.everyMinutes(backgroundHandler, 5);
    return 'every 5 minutes';
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return makeHourly();
  }
}

/**
 * The platform says with nothing but text whether it is the rate, the number of triggers or a permission: so it is
 * tried.
 */
function makeHourly(): Asked {
  try {
    made = ports().triggers.everyHours(backgroundHandler, 1);
    return 'hourly';
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return 'none';
  }
}

function ownTriggers(): readonly Trigger[] {
  return ports().triggers.of(backgroundHandler);
}
