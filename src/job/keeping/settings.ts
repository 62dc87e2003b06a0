import { isObject } from '../../engine/request';
import { leaversBecome, type LeaveTo } from '../../tabs/users/leaving';
import { limited, type Limited } from '../../google/writes';
import { checkEmail } from '../../google/limits';
import { Trouble } from '../trouble';
import { userStore } from './stores';

/** Settings of the person signed in, in that person's own properties: no other editor of the sheet can change them. */

/** What a person has set. */
export interface Settings {
  /**
   * How many people one run may create, suspend, archive and delete, and how much it may take, without asking again.
   */
  readonly limits: Readonly<Record<Limited, number>>;
  /** A mail to oneself when a run has ended. */
  readonly mailWhenDone: boolean;
  /** Addresses of people who are never changed destructively without a second yes by name, in lower case. */
  readonly protect: readonly string[];
  readonly lists: Lists;
  readonly leaveTo: LeaveTo;
}

/** What becomes of licences, roles, groups and aliases that a row does not list: they are kept, or taken away. */
export const listsMean = ['at-least', 'exact'] as const;
/** One of these. */
export type Lists = (typeof listsMean)[number];

const name = 'settings';
const standard: Settings = {
  limits: { created: 500, suspended: 100, archived: 100, deleted: 20, taken: 200 },
  mailWhenDone: false,
  protect: [],
  lists: 'at-least',
  leaveTo: 'suspended',
};

function isSettings(value: unknown): value is Readonly<Record<string, unknown>> {
  return isObject(value);
}

/** The settings, with what was not set as it is by default. */
export function settings(): Settings {
  const set = userStore().steady(name, isSettings) ?? {};
  return {
    limits: limitsIn(set),
    mailWhenDone: set.mailWhenDone === true,
    protect: Array.isArray(set.protect) ? set.protect.map((one) => String(one).toLowerCase()) : standard.protect,
    lists: listsMean.find((one) => one === set.lists) ?? standard.lists,
    leaveTo: leaversBecome.find((one) => one === set.leaveTo) ?? standard.leaveTo,
  };
}

function limitsIn(set: Readonly<Record<string, unknown>>): Settings['limits'] {
  return Object.fromEntries(
    limited.map((name) => {
      const most = set[name];
      return [name, typeof most === 'number' && most >= 0 ? most : standard.limits[name]];
    }),
  ) as Settings['limits'];
}

/** The limits in a line: `created=500, suspended=100`. */
export function limitsSaid(): string {
  const { limits } = settings();
  return limited.map((name) => `${name}=${limits[name]}`).join(', ');
}

/**
 * Sets limits from a line like that, where `deleted 50` and `Deleted: 50` are as good, or from a number of people
 * created. Throws Trouble for anything else.
 */
export function setLimits(text: string): string {
  const parts = text.split(/[,;]/).map((part) => /^\s*(?:([a-z]+)\s*[=:]?\s*)?(\d{1,5})\s*$/.exec(part.toLowerCase()));
  const set = parts.map((part) => [limited.find((name) => name === (part?.[1] ?? 'created')), part?.[2]] as const);
  if (set.some(([name, most]) => name === undefined || most === undefined))
    throw new Trouble('notALimit', {
      says: 'This is no limit, and none was changed.',
      remedy: `Write whole numbers, such as ${limitsSaid()}.`,
    });
  change(Object.fromEntries(set.map(([name = '', most]) => [name, Number(most)])));
  return `Without asking you again a run may go up to ${limitsSaid()}.`;
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

/** Sets what lists mean from what a person wrote. Throws Trouble for anything else. */
export function setLists(text: string): string {
  const word = text.trim().toLowerCase().replace(/\s+/, '-');
  const lists = listsMean.find((one) => one === word);
  if (lists === undefined)
    throw new Trouble('notALists', {
      says: `“${text}” is neither “at least” nor “exact”. Nothing was changed.`,
      remedy: 'Write one of these two.',
    });
  changeSettings({ lists });
  return `Licences, roles, groups and aliases that a row does not list ${whatBecomes[lists]}.`;
}

const whatBecomes: Readonly<Record<Lists, string>> = {
  'at-least': 'are kept',
  exact: 'are taken away where their cell is filled; the plan counts them',
};

/** Sets what becomes of people who leave from what a person wrote. Throws Trouble for anything else. */
export function setLeaveTo(text: string): string {
  const leaveTo = leaversBecome.find((one) => one === text.trim().toLowerCase());
  if (leaveTo === undefined)
    throw new Trouble('notAnEnd', {
      says: `“${text}” is none of ${leaversBecome.join(', ')}. Nothing was changed.`,
      remedy: 'Write one of these.',
    });
  changeSettings({ leaveTo });
  return `People who leave are ${leaveTo}.`;
}

/** Changes settings. */
export function changeSettings(set: Partial<Omit<Settings, 'limits'>>): Settings {
  change(set);
  return settings();
}

/** Limits are kept side by side with the rest, each under its name. */
function change(set: Readonly<Record<string, unknown>>): void {
  const { limits, ...rest } = settings();
  userStore().set(name, { ...limits, ...rest, ...set });
}
