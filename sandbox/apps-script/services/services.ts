import { Facade } from '../execution/facade';
import type { Execution } from '../execution/execution';
import { advancedServices } from './advanced-services';
import { CacheService } from './cache-service';
import { CardService } from './card-service';
import { HtmlService } from './html-service';
import { LockService } from './lock-service';
import { Console, Logger } from './logging';
import { MailApp } from './mail-app';
import { PropertiesService } from './properties-service';
import { ScriptApp } from './script-app';
import { Session } from './session';
import { SpreadsheetApp } from './spreadsheet-app';
import { UrlFetchApp } from './url-fetch-app';
import { Utilities } from './utilities';

/** Services of Apps Script that are not simulated: they are there, and every use of them throws by name. */
const strangers = [
  'Browser',
  'CalendarApp',
  'Charts',
  'ContactsApp',
  'ContentService',
  'DocumentApp',
  'DriveApp',
  'FormApp',
  'GmailApp',
  'GroupsApp',
  'Jdbc',
  'LanguageApp',
  'Maps',
  'SitesApp',
  'SlidesApp',
  'XmlService',
];

/** The advanced services that a manifest may enable here; one that is not enabled is undefined in the script. */
const advanced = ['AdminDirectory', 'AdminReseller', 'AdminLicenseManager'];

class Stranger extends Facade {
  constructor(readonly _class: string) {
    super();
  }
}

/**
 * Every global name that Apps Script adds to the language, with what makes the object under it: most executions use a
 * few.
 */
export function services(
  run: Execution,
  pages: Readonly<Record<string, string>>,
): Readonly<Record<string, () => Facade | undefined>> {
  let enabled: ReturnType<typeof advancedServices> | undefined;
  const service = (name: string): Facade | undefined => (enabled ??= advancedServices(run)).get(name);
  return {
    ...Object.fromEntries(strangers.map((name) => [name, () => new Stranger(name)])),
    ...Object.fromEntries(advanced.map((name) => [name, () => service(name)])),
    SpreadsheetApp: () => new SpreadsheetApp(run),
    HtmlService: () => new HtmlService(pages),
    PropertiesService: () => new PropertiesService(run),
    CacheService: () => new CacheService(run),
    LockService: () => new LockService(run),
    Session: () => new Session(run),
    ScriptApp: () => new ScriptApp(run),
    MailApp: () => new MailApp(run),
    UrlFetchApp: () => new UrlFetchApp(run),
    Utilities: () => new Utilities(run),
    Logger: () => new Logger(run),
    console: () => new Console(run),
    CardService: () => new CardService(),
  };
}
