import { isObject } from '../../engine/request';
import { checkEmail } from '../../google/limits';
import { Trouble } from '../trouble';
import { userStore } from './stores';

/** Settings of the person signed in, in that person's own properties: no other editor of the sheet can change them. */

/** What a person has set. */
export interface Settings {
  /** People that one run may create without asking again. */
  readonly created: number;
  /** A mail to oneself when a run has ended. */
  readonly mailWhenDone: boolean;
  /** Addresses of people who are never changed destructively without a second yes by name, in lower case. */
  readonly protect: readonly string[];
}

const name = 'settings';
const standard: Settings = { created: 500, mailWhenDone: false, protect: [] };

function isSettings(value: unknown): value is Partial<Settings> {
  return isObject(value);
}

/** The settings, with what was not set as it is by default. */
export function settings(): Settings {
  const set = userStore().steady(name, isSettings) ?? {};
  return {
    created: typeof set.created === 'number' && set.created >= 0 ? set.created : standard.created,
    mailWhenDone: set.mailWhenDone === true,
    protect: Array.isArray(set.protect) ? set.protect.map((one) => String(one).toLowerCase()) : standard.protect,
  };
}

/** Protects these people alone. Throws Trouble for what is no address. */
export function protect(addresses: readonly string[]): string {
  const wrong = addresses.find((address) => checkEmail(address) !== undefined);
  if (wrong !== undefined)
    throw new Trouble('notAnAddress', {
      says: `“${wrong}” is not an e-mail address. Nobody was protected anew.`,
      remedy: 'Write the addresses again, separated by commas.',
    });
  const { protect: all } = changeSettings({ protect: addresses.map((address) => address.toLowerCase()) });
  return all.length
    ? `Protected beside administrators: ${all.join(', ')}.`
    : 'Nobody is protected beside administrators.';
}

/** Changes settings. */
export function changeSettings(change: Partial<Settings>): Settings {
  const next = { ...settings(), ...change };
  userStore().set(name, next);
  return next;
}
