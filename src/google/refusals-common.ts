import { consoles } from './consoles';
import { appNotLetIn } from './app-access';
import {
  isApiAccessOff,
  isApiDisabled,
  isAppBlocked,
  isDayOver,
  isNoAnswer,
  isNotComplete,
  isRateRefusal,
} from './predicates';
import type { RefusalRow } from './refusal-rows';

/**
 * Refusals that mean the same on every API: permissions, switches, propagation, rates, and what Apps Script itself
 * says.
 */
export const commonRows: readonly RefusalRow[] = [
  { code: 'appBlocked', means: isAppBlocked, ...appNotLetIn },
  {
    code: 'signedOut',
    means: (refusal) =>
      refusal.status === 401 ||
      ['authError', 'UNAUTHENTICATED'].includes(refusal.reason) ||
      /login required/i.test(refusal.message),
    says: 'Google does not know who is asking: the permission of the script is missing or has ended.',
    remedy: `Choose Seatsheet › Open Seatsheet and give the permissions that Google asks for. If it does not ask, remove Seatsheet under ${consoles.accountPermissions.path} and open it again.`,
  },
  {
    code: 'permissionsMissing',
    means: (refusal) =>
      ['insufficientPermissions', 'ACCESS_TOKEN_SCOPE_INSUFFICIENT'].includes(refusal.reason) ||
      /insufficient (authentication scopes|permission)/i.test(refusal.message),
    says: 'The script was not given every permission that this needs.',
    remedy: `Remove Seatsheet under ${consoles.accountPermissions.path}, open the spreadsheet again, and tick every permission in the window that Google shows. Then check again.`,
  },
  {
    code: 'apiDisabled',
    means: isApiDisabled,
    says: 'The {api} is not switched on for this script.',
    remedy: `Open ${consoles.scriptEditor.path}, remove {service} where it stands in the list (being listed is not enough), add it again with + under the same name, and save. Google needs some minutes. If the script belongs to a Google Cloud project of your own, also enable the {api} there: {library}. Then check again.`,
  },
  {
    code: 'apiAccessOff',
    means: isApiAccessOff,
    says: 'The account of {domain} has switched off API access, so no program can read or change anything in it.',
    remedy: `Ask an administrator of {domain} to allow API access under ${consoles.apiControls.path}, then check the row again. Orders can be placed meanwhile.`,
  },
  {
    code: 'mailQuota',
    reason: ['mailQuota'],
    says: 'The mails that Google lets you send today are used up.',
    remedy: 'Check the row again tomorrow, or write yourself.',
  },
  {
    code: 'mailRefused',
    reason: ['mailRefused'],
    says: 'The mail was not taken.{google}',
    remedy: 'Look at the address in the row, or write yourself.',
  },
  {
    code: 'notComplete',
    means: isNotComplete,
    says: 'Google has not finished creating {who} yet and takes no changes before that.',
    remedy: 'Wait some minutes and run the row again; nothing is done twice.',
  },
  {
    code: 'scriptTooFast',
    status: [0],
    text: /in a short time/i,
    says: 'Apps Script has called one of its services too many times in a short time.',
    remedy: 'Wait a few minutes and choose Run again: what is done stays done.',
  },
  {
    code: 'scriptDayOver',
    text: /too many times for one day/i,
    says: "The day's allowance of Apps Script for the person signed in is used up.",
    remedy:
      'Run again tomorrow, or have another administrator of the account run it: Apps Script counts by person, over 24 hours.',
  },
  {
    code: 'dayOver',
    means: isDayOver,
    says: "The day's quota of the {api} is used up.",
    remedy: `Run again tomorrow. If it happens often, ask for more under ${consoles.cloudQuotas.path}.`,
  },
  {
    code: 'creatingTooFast',
    status: [503],
    op: ['directory.users.insert'],
    says: 'Google did not create {who}: people were created on {domain} faster than the ten a second that Google allows, or its service was unavailable.',
    remedy:
      'Choose Run again; Seatsheet keeps to the limit. If another tool creates people on this domain at the same time, let it finish first.',
  },
  {
    code: 'orderingTooFast',
    op: ['reseller.'],
    status: [403, 429],
    means: isRateRefusal,
    says: 'The Reseller API was asked more often than its quota allows, and went on refusing after several tries.',
    remedy: `Wait ten minutes and choose Run again. If other tools order for you at the same time, stop them; the quota stands under ${consoles.cloudQuotas.path}.`,
  },
  {
    code: 'accountBusy',
    status: [429],
    op: ['directory.'],
    says: 'Too many requests were running in the account of {domain} at the same moment, from all programs together. Google does not raise this limit.',
    remedy: 'Wait a few minutes, stop other tools that work on this account, and choose Run again.',
  },
  {
    code: 'tooFast',
    means: (refusal) => refusal.status !== 503 && isRateRefusal(refusal),
    says: 'The {api} was asked more often than its quota for each person allows, and went on refusing after several tries.',
    remedy: `Wait ten minutes and choose Run again. If it happens often, ask for more under ${consoles.cloudQuotas.path}.`,
  },
  {
    code: 'noList',
    status: [404],
    text: /^(?:not ?found)?$/i,
    means: (_refusal, op) => /\.list(For\w+)?$/.test(op),
    says: 'Google did not find the list that has to be looked at first, though it should be there.',
    remedy:
      'Check the row again in a few minutes. If it stays so, look whether the account still exists and whether you may still manage it.',
  },
  {
    code: 'badAnswer',
    reason: ['badAnswer'],
    says: 'Google answered with something else than what Seatsheet had asked for, so it is not known how this stands.',
    remedy: 'Check the row again in a few minutes. Nothing is changed as long as that is not known.',
  },
  {
    code: 'scriptFault',
    status: [0],
    text: /server error occurred/i,
    says: 'Apps Script had a fault of its own. Whether Google carried the request out is not known.',
    remedy: 'Check the row again: Seatsheet looks at what Google has before it does anything.',
  },
  {
    code: 'emptyAnswer',
    status: [0],
    text: /empty response/i,
    says: 'Google gave an empty answer. The change may have been made.',
    remedy: 'Check the row once more: the plan shows only what is still missing.',
  },
  {
    code: 'noAnswer',
    means: isNoAnswer,
    says: 'No answer came from Google, so the request may have been carried out or not.',
    remedy:
      'Check the row again before anything else. For an order or a new team customer, look in the Partner Sales Console › Customers first: it is not sent twice by itself.',
  },
];
