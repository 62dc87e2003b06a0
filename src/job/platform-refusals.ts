import { appNotLetIn } from '../google/app-access';
import { appBlocked } from '../google/predicates';
import { isNotGranted, isTooManyCells } from '../google/platform-texts';
import { ports, type Properties } from './ports';
import { fullWords, emptyingWords, spreadsheetCells } from './spreadsheet-cells';

/**
 * What Apps Script itself did not do. Its texts come in the language of whoever is signed in, so they tell little: what
 * counts is who called, what the platform answers when it is asked, and what no language changes (addresses, names of
 * functions). Of anything else the text is shown as it came.
 */

/** Why something stopped, and what to do, with a code that no language changes. */
export interface Told {
  readonly code: string;
  readonly says: string;
  readonly remedy: string;
  /** The same may work in a moment. */
  readonly passes?: true;
}

/** What exceptions of the platform are called, in every language; errors of our own are never called so. */
const exceptions: readonly string[] = ['Exception', 'GoogleJsonResponseException', 'ScriptError'];

/** Whether the platform threw this. */
function isPlatforms(error: unknown): error is Error {
  return error instanceof Error && exceptions.includes(error.name);
}

/** The properties did not do what they were asked for. `message` is the platform's own. */
class PropertiesRefused extends Error {
  override readonly name = 'PropertiesRefused';

  constructor(
    readonly why: 'full' | 'silent' | 'unknown',
    message: string,
  ) {
    super(message);
  }
}

/** Bytes that a store takes (Apps Script quotas page). */
export const storeSize = 500 * 1024;
/** A store in which only this is left is told as full. */
const littleLeft = 10 * 1024;

/**
 * Looks into properties, or writes. `adds`: what is written. Throws an error that `toldByPlatform` understands where
 * the platform does not do it.
 */
export function withProperties<T>(
  properties: Properties,
  act: (properties: Properties) => T,
  adds?: Readonly<Record<string, string>>,
): T {
  try {
    return act(properties);
  } catch (error) {
    if (!isPlatforms(error) || isNotGranted(error.message)) throw error;
    throw new PropertiesRefused(whyOf(properties, adds), error.message);
  }
}

/**
 * A store that can be read and has room took it for a fault; one that cannot even be read has its day's use behind it.
 */
function whyOf(properties: Properties, adds: Readonly<Record<string, string>> | undefined): PropertiesRefused['why'] {
  const kept = adds && read(properties);
  if (!kept) return 'silent';
  return sizeOf({ ...kept, ...adds }) > storeSize - littleLeft ? 'full' : 'unknown';
}

function read(properties: Properties): Readonly<Record<string, string>> | undefined {
  try {
    return properties.getProperties();
  } catch (error) {
    if (isPlatforms(error)) return undefined;
    throw error;
  }
}

/** What a store holds, in bytes of UTF-8, names and values. Whether Google counts bytes or characters is not said. */
export function sizeOf(kept: Readonly<Record<string, string>>): number {
  return Object.entries(kept).reduce((sum, [name, value]) => sum + bytesOf(name) + bytesOf(value), 0);
}

function bytesOf(text: string): number {
  // All but strangers' properties are ASCII (`jsonOf`).
  return text.length + 2 * (text.match(/[\u0080-\uffff]/g)?.length ?? 0);
}

/** What the platform's error means for a person; undefined for errors that are none of its own. */
export function toldByPlatform(error: Error): Told | undefined {
  const { message } = error;
  if (appBlocked.test(message)) return { code: 'appBlocked', ...appNotLetIn };
  if (error instanceof PropertiesRefused) return ofProperties(error);
  if (!isPlatforms(error)) return undefined;
  if (isNotGranted(message) || !asked(() => ports().rights.granted(), true)) return notGranted;
  if (isTooManyCells(message)) return tooManyCells();
  const [protectedTab] = asked(() => ports().rights.protectedTabs(), []);
  if (protectedTab !== undefined && !passes.test(message)) return protectedFrom(protectedTab, message);
  return {
    code: 'platform',
    says: `Google’s scripts or sheets did not do what Seatsheet asked of them: “${message}”`,
    remedy: 'Mostly this passes: try again in a minute. What was done stays done.',
    passes: true,
  };
}

/** What no language changes about faults that pass. */
const passes = /DEADLINE_EXCEEDED|Utilities\.sleep/;

const notGranted: Told = {
  code: 'scopeNotGranted',
  says: 'Seatsheet has not been given a permission that it needs.',
  remedy:
    'Open the Readiness page from the menu, or choose any menu item again and accept every permission that Google asks for.',
};

function ofProperties({ why, message }: PropertiesRefused): Told {
  if (why === 'full')
    return {
      code: 'storeFull',
      says: 'The script’s own memory (its properties) is full.',
      remedy:
        'Another script bound to this spreadsheet has filled it, or very many first passwords wait: hand them off and erase them. Then start again: what was done stays done.',
    };
  if (why === 'silent')
    return {
      code: 'dailyQuota',
      says: `A daily quota of Apps Script is used up, or its memory does not answer: “${message}”`,
      remedy: 'Try again in some minutes, and go on tomorrow if it says the same: what was done stays done.',
    };
  return {
    code: 'platform',
    says: `The script’s own memory (its properties) did not take something: “${message}”`,
    remedy: 'Mostly this passes: try again in a minute. What was done stays done.',
    passes: true,
  };
}

function tooManyCells(): Told {
  const { cells, most } = asked(spreadsheetCells, { cells: NaN, most: '' });
  return {
    code: 'spreadsheetFull',
    says: most ? fullWords(cells) : 'The spreadsheet is full: Google Sheets takes no more cells.',
    remedy: `Make room${most ? `: ${emptyingWords(most)}` : ''}, then start again: what was done stays done. Or go on with further rows in another copy of the spreadsheet.`,
  };
}

function protectedFrom(tab: string, message: string): Told {
  return {
    code: 'protectedRange',
    says: `A protected range on the tab ${tab} keeps Seatsheet from writing: “${message}”`,
    remedy: 'Remove the protection of the Seatsheet columns (Data › Protect sheets and ranges), then start again.',
  };
}

/** The platform is in trouble already, and may have no answer. */
function asked<T>(question: () => T, otherwise: T): T {
  try {
    return question();
  } catch (error) {
    if (isPlatforms(error)) return otherwise;
    throw error;
  }
}
