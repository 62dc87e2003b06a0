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
  'Browser', 'CalendarApp', 'Charts', 'ContactsApp', 'ContentService', 'DocumentApp', 'DriveApp', 'FormApp', 'GmailApp', 'GroupsApp', 'Jdbc',
  'LanguageApp', 'Maps', 'SitesApp', 'SlidesApp', 'XmlService',
];

/** The advanced services that a manifest may enable here; one that is not enabled is undefined in the script. */
const advanced = ['AdminDirectory', 'AdminReseller', 'AdminLicenseManager'];

class Stranger extends Facade {
  constructor(readonly _class: string) {
    super();
  }
}

/** Every global name that Apps Script adds to the language, with what the script sees under it. */
export function services(run: Execution, pages: Readonly<Record<string, string>>): Map<string, Facade | undefined> {
  const own = [
    new SpreadsheetApp(run), new HtmlService(pages), new PropertiesService(run), new CacheService(run), new LockService(run), new Session(run),
    new ScriptApp(run), new MailApp(run), new UrlFetchApp(run), new Utilities(run), new Logger(run), new Console(run), new CardService(),
  ];
  const enabled = advancedServices(run);
  return new Map<string, Facade | undefined>([
    ...strangers.map((name) => [name, new Stranger(name)] as const),
    ...advanced.map((name) => [name, enabled.get(name)] as const),
    ...own.map((service) => [service._class, service] as const),
  ]);
}
