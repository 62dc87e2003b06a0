import { givePorts, type Trigger } from '../job/ports';
import { makeColumns, makeTabs, offerLists, offerWords } from './sheet/set-up';
import { advancedServices } from './transport/advanced-services';
import { granted, protectedTabs } from './rights';
import { parallel } from './transport/parallel';

/** Gives a job what it needs of Apps Script. */
givePorts({
  spreadsheet: {
    active: () => SpreadsheetApp.getActiveSpreadsheet(),
    apply: () => {
      SpreadsheetApp.flush();
    },
  },
  properties: {
    document: () => PropertiesService.getDocumentProperties(),
    user: () => PropertiesService.getUserProperties(),
  },
  cache: () => CacheService.getUserCache(),
  // There is no cache of a document for a script that is bound to none (reference of CacheService).
  sharedCache: () => CacheService.getDocumentCache() ?? CacheService.getUserCache(),
  lock: () => LockService.getDocumentLock(),
  layout: { makeMissing: makeTabs, makeColumns, offer: offerWords, offerLists },
  clock: {
    now: () => Date.now(),
    sleep: (milliseconds) => {
      Utilities.sleep(milliseconds);
    },
    random: () => Math.random(),
  },
  codec: {
    uuid: () => Utilities.getUuid(),
    zip: (text) => Utilities.base64Encode(Utilities.gzip(Utilities.newBlob(text, 'application/json')).getBytes()),
    unzip: (text) =>
      Utilities.ungzip(Utilities.newBlob(Utilities.base64Decode(text), 'application/x-gzip')).getDataAsString(),
  },
  mail: {
    left: () => MailApp.getRemainingDailyQuota(),
    send: (to, subject, text) => {
      MailApp.sendEmail(to, subject, text);
    },
  },
  triggers: {
    of: (handler) => ScriptApp.getProjectTriggers().filter((trigger) => trigger.getHandlerFunction() === handler),
    everyMinutes: (handler, minutes) => ScriptApp.newTrigger(handler).timeBased().everyMinutes(minutes).create(),
    everyHours: (handler, hours) => ScriptApp.newTrigger(handler).timeBased().everyHours(hours).create(),
    remove: (trigger: Trigger) => {
      // Only what `of` and the makers above gave comes back here.
      ScriptApp.deleteTrigger(trigger as GoogleAppsScript.Script.Trigger);
    },
  },
  rights: { granted, protectedTabs },
  ways: { advanced: advancedServices, parallel },
  signedIn: () => Session.getEffectiveUser().getEmail().toLowerCase(),
});
