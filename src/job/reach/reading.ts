import { asciiDomain } from '../../engine/domain-names';
import { checkDomain } from '../../google/limits';
import { visible } from '../../table/text';
import { reachOf, type Reach } from '../../tabs/reach';
import { customerSettings } from '../customers/settings';
import { ownersOfDomains, rememberAccount } from '../accounts/known';
import { invitations } from '../accounts/invited';
import type { Job } from '../keeping/job-record';
import { seeksOn, type Reading } from '../rows/rows';
import type { TabSheet } from '../rows/sheets';
import { givenPasswords } from '../secrets/given';
import type { Slice } from '../slice';

/** What is known of the accounts around the sheet. */

/** What there is to know before the rows of the sheets are read. `job`: the check or run that goes on. */
export function readingFor(slice: Slice, sheets: readonly TabSheet[], job: Pick<Job, 'id' | 'rowless'>): Reading {
  const reach = slice.answer(reachOf(slice.me, seeksOn(sheets)));
  rememberAccount(reach.who, reach.domains);
  const known = new Set(reach.domains.map((domain) => domain.name));
  const others = [
    ...domainsOfOthers(reach.who.account),
    ...invitedDomains(),
    ...reach.elsewhere,
    ...[...headingDomains(sheets), ...(job.rowless?.heads ?? [])].map((name) => ({ name, who: name })),
  ];
  const settings = customerSettings(reach.who.account);
  return {
    reach,
    others: others.filter(({ name }) => !known.has(name)),
    settings,
    job: job.id,
    given: givenPasswords(),
  };
}

/** Domains of accounts whose administrators were here, other than the one signed in. */
function domainsOfOthers(account: string): Reach['elsewhere'] {
  return [...ownersOfDomains()]
    .filter(([, owner]) => owner.id !== account)
    .map(([name, { primaryDomain, admins }]) => ({
      name,
      who: primaryDomain,
      admins: admins.map(({ email }) => email),
    }));
}

/** Domains whose administrator was invited: more than a reseller is told of somebody else's customer. */
function invitedDomains(): Reach['elsewhere'] {
  return invitations().map(({ account, email }) => ({ name: account, who: account, admins: [email] }));
}

/**
 * Domains that head a column of a tab, as a roster has one for each: no mistakes, though nobody knows their account
 * yet. Columns `Schema.field` of people look alike, so the people's own tab does not count.
 */
export function headingDomains(sheets: readonly TabSheet[]): readonly string[] {
  return sheets
    .filter(({ tab }) => !tab.required)
    .flatMap(({ values: [headers = []] }) => headers.map((header) => asciiDomain(visible(header)).toLowerCase()))
    .filter((header) => header.includes('.') && checkDomain(header) === undefined);
}
