import { appNotLetIn } from '../google/app-access';
import { domainsFact } from '../google/facts';
import { ask } from '../engine/procedure';
import { cloudIdentityLines } from '../job/cloud-identity/lines';
import { environmentLine } from '../job/environment/lines';
import { identityNow, signedIn } from '../job/reach/identity';
import { silentParts } from '../job/reach/proved';
import { triggerPace } from '../job/keeping/trigger-pace';
import { Slice } from '../job/slice';
import { envelope, troubleOf, type Trouble } from '../job/trouble';
import type { ReadinessLine, Server } from '../job/wire';
import { ownSheet } from '../job/rows/own-sheets';
import { partIs, partNames } from '../google/proofs';
import { tabs } from '../tabs';
import type { Identity } from '../tabs/identity';
import { granted } from './rights';

/** The Readiness page: what has to be in place, each line green or with its remedy. */

/** The lines of the Readiness page. */
export const getReadiness: Server['getReadiness'] = () => envelope(() => readiness(new Slice(signedIn())));

/** Every line. Nothing here throws for what a person can mend: it becomes a line. */
function readiness(slice: Slice): readonly ReadinessLine[] {
  return [
    line(servicesLine),
    line(permissionsLine),
    ...google(slice),
    line(sheetLine),
    line(quotaLine),
    ...backgroundLine(),
    line(environmentLine),
  ];
}

function line(look: () => ReadinessLine): ReadinessLine {
  try {
    return look();
  } catch (error) {
    const trouble = troubleOf(error);
    if (!trouble) throw error;
    return todo(trouble.says, trouble);
  }
}

function todo(title: string, trouble: Trouble): ReadinessLine {
  return { state: 'todo', title, says: trouble.remedy };
}

function servicesLine(): ReadinessLine {
  const missing = [
    ...(typeof AdminDirectory === 'undefined' ? ['AdminDirectory (Admin SDK API, directory_v1)'] : []),
    ...(typeof AdminReseller === 'undefined' ? ['AdminReseller (Google Workspace Reseller API)'] : []),
    ...(typeof AdminLicenseManager === 'undefined' ? ['AdminLicenseManager (Enterprise License Manager API)'] : []),
  ];
  if (missing.length === 0)
    return { state: 'note', title: 'Services listed', says: 'Directory, Reseller, License Manager' };
  return {
    state: 'todo',
    title: 'A service is switched off',
    says: `Extensions › Apps Script › Services: add ${missing.join(', ')}.`,
  };
}

function permissionsLine(): ReadinessLine {
  if (granted()) return { state: 'ok', title: 'Permissions granted', says: 'All that the manifest asks for' };
  const url = ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL).getAuthorizationUrl();
  return {
    state: 'todo',
    title: 'A permission is missing',
    says: `Accept every permission that Google asks for. If Google says that the app is blocked: ${appNotLetIn.remedy}`,
    ...(url ? { link: { text: 'Grant permissions', url } } : {}),
  };
}

function google(slice: Slice): readonly ReadinessLine[] {
  try {
    const who = identityNow(slice);
    return [
      who.superAdmin
        ? { state: 'ok', title: 'Signed in as a super administrator', says: `${who.email} · ${who.account}` }
        : {
            state: 'todo',
            title: `${who.email} is not a super administrator`,
            says: 'Roles and super administrator rights can be given by super administrators only.',
          },
      who.reseller
        ? { state: 'ok', title: 'Reseller account', says: who.primaryDomain }
        : { state: 'note', title: 'Not a reseller account', says: `Seatsheet works for ${who.primaryDomain} alone.` },
      ...answersLines(slice, who),
      line(() => domainsLine(slice, who.account)),
      ...cloudIdentityLines(who, slice.facts),
    ];
  } catch (error) {
    const trouble = troubleOf(error);
    if (!trouble) throw error;
    return [todo(trouble.says, trouble)];
  }
}

/** What was asked, and answered: being listed, or granted once, proves nothing. */
function answersLines(slice: Slice, who: Identity): readonly ReadinessLine[] {
  const silent = silentParts(slice, who, partNames);
  const answering = partNames.filter((part) => !silent.some((one) => one.part === part)).map(partIs);
  return [
    { state: 'ok', title: 'Google answered', says: answering.join(', ') },
    ...silent.map(({ part, trouble }) => todo(`${partIs(part)}: ${trouble.says}`, trouble)),
  ];
}

function domainsLine(slice: Slice, account: string): ReadinessLine {
  const domains = slice.answer(ask(domainsFact(account)));
  const open = domains.filter((domain) => !domain.verified);
  if (open.length === 0) return { state: 'ok', title: 'Domains', says: `${domains.length} verified` };
  return {
    state: 'todo',
    title: 'A domain is not verified',
    says: `${open.map((domain) => domain.domainName).join(', ')}: Admin console › Account › Domains › Manage domains.`,
    link: { text: 'Open the page', url: 'https://admin.google.com/ac/domains/manage' },
  };
}

function sheetLine(): ReadinessLine {
  const found = tabs.filter(({ name }) => ownSheet(name));
  const names = found.map(({ name }) => name).join(', ');
  if (tabs.every((tab) => !tab.required || found.includes(tab)))
    return {
      state: 'ok',
      title: 'Spreadsheet set up',
      says: found.length > 1 ? `The tabs ${names} are there` : `The tab ${names} is there`,
    };
  return {
    state: 'todo',
    title: 'The spreadsheet is not set up',
    says: 'Choose Seatsheet › Set up › Set up this spreadsheet.',
  };
}

/** How often a run goes on by itself, once that was seen. */
function backgroundLine(): readonly ReadinessLine[] {
  const seen = triggerPace();
  if (!seen) return [];
  const title = 'Background work';
  if (seen.how === 'every 5 minutes') return [{ state: 'ok', title, says: `Goes on ${seen.how} (seen on ${seen.on})` }];
  const says = `It goes on hourly here (seen on ${seen.on}). Keep the sidebar open while a run is under way, or deploy with --no-card: without the card it may go on every 5 minutes.`;
  return [{ state: 'note', title, says }];
}

/** Apps Script allows 20 triggers for each person and script. */
const triggersAllowed = 20;

function quotaLine(): ReadinessLine {
  const mails = MailApp.getRemainingDailyQuota();
  const triggers = triggersAllowed - ScriptApp.getProjectTriggers().length;
  return {
    state: mails > 0 && triggers > 0 ? 'ok' : 'note',
    title: 'Quota today',
    says: `${mails} mails, ${triggers} triggers left`,
  };
}
