import { isObject } from '../../engine/request';
import { userStore } from './stores';

/** Settings of the person signed in, in that person's own properties: no other editor of the sheet can change them. */

/** What a person has set. */
export interface Settings {
  /** People that one run may create without asking again. */
  readonly created: number;
  /** A mail to oneself when a run has ended. */
  readonly mailWhenDone: boolean;
}

const name = 'settings';
const standard: Settings = { created: 500, mailWhenDone: false };

function isSettings(value: unknown): value is Partial<Settings> {
  return isObject(value);
}

/** The settings, with what was not set as it is by default. */
export function settings(): Settings {
  const set = userStore().steady(name, isSettings) ?? {};
  return {
    created: typeof set.created === 'number' && set.created >= 0 ? set.created : standard.created,
    mailWhenDone: set.mailWhenDone === true,
  };
}

/** Changes settings. */
export function changeSettings(change: Partial<Settings>): Settings {
  const next = { ...settings(), ...change };
  userStore().set(name, next);
  return next;
}
