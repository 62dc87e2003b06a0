import { PlatformError } from '../exceptions';
import type { ExecutionInfo } from './info';

/** Who may call what: the scopes a member asks for, and the authorisation mode it works in. */

interface Need {
  /** Any one of these scopes does. */
  readonly scopes?: readonly string[];
  /** The least mode; LIMITED where it is left out for the document, else NONE. */
  readonly mode: ExecutionInfo['mode'];
}

const document: Need = { mode: 'LIMITED', scopes: ['spreadsheets.currentonly', 'spreadsheets'] };
const shows: Need = { mode: 'FULL', scopes: ['script.container.ui'] };
const manages: Need = { mode: 'FULL', scopes: ['script.scriptapp'] };
const identity: Need = { mode: 'FULL', scopes: ['userinfo.email'] };
const mails: Need = { mode: 'FULL', scopes: ['script.send_mail'] };

/** By class, or by class and member (references of the services; editor add-on authorisation lifecycle). */
const needs: Readonly<Record<string, Need>> = {
  'SpreadsheetApp.getActive': document,
  'SpreadsheetApp.getActiveSpreadsheet': document,
  'SpreadsheetApp.getActiveSheet': document,
  'SpreadsheetApp.getActiveRange': document,
  'SpreadsheetApp.getActiveRangeList': document,
  'SpreadsheetApp.setActiveSheet': document,
  'SpreadsheetApp.setActiveRange': document,
  'Ui.showSidebar': shows,
  'Ui.showModalDialog': shows,
  'Ui.showModelessDialog': shows,
  'Ui.alert': { mode: 'FULL' },
  'Ui.prompt': { mode: 'FULL' },
  PropertiesService: { mode: 'LIMITED' },
  CacheService: { mode: 'LIMITED' },
  LockService: { mode: 'LIMITED' },
  UrlFetchApp: { mode: 'FULL', scopes: ['script.external_request'] },
  MailApp: mails,
  'ScriptApp.newTrigger': manages,
  'ScriptApp.getProjectTriggers': manages,
  'ScriptApp.deleteTrigger': manages,
  'ScriptApp.getOAuthToken': { mode: 'FULL' },
  'Session.getActiveUser': identity,
  'Session.getEffectiveUser': identity,
  'Session.getTemporaryActiveUserKey': { mode: 'LIMITED' },
};

const modes = ['NONE', 'LIMITED', 'FULL'] as const;

/** Throws Google's text where the execution may not call this member. */
export function checkAccess(info: ExecutionInfo, type: string, member: string): void {
  const need =
    needs[`${type}.${member}`] ??
    needs[type] ??
    (/^Admin\w+\./.test(type) ? ({ mode: 'FULL' } satisfies Need) : undefined);
  if (!need) return;
  const wanted = (need.scopes ?? []).map((name) => `https://www.googleapis.com/auth/${name}`);
  const granted = wanted.length === 0 || wanted.some((scope) => info.scopes.includes(scope));
  if (granted && modes.indexOf(info.mode) >= modes.indexOf(need.mode)) return;
  const list = wanted.length > 1 ? `(${wanted.join(' || ')})` : wanted[0];
  throw new PlatformError(
    `You do not have permission to call ${type}.${member}.${list === undefined ? '' : ` Required permissions: ${list}`}`,
  );
}
