import type { CustomerColumn } from '../../tabs/customers/columns';
import { termsArePending } from '../../ensure/customer-state';
import { termsText, verifiedText } from '../../tabs/customers/customer-state';
import type { Seen } from './at-google';
import type { Cells } from '../rows/cells';

/** How a customer stands at Google, in the cells of its row. */

const dayInMilliseconds = 86_400_000;

/**
 * Terms, Domain verified and Admin console; what is not known stays as it is. `since`: since when the terms are known
 * to wait; both RFC 3339.
 */
export function customerState(
  { subscriptions, settings, created }: Seen,
  since: string | undefined,
  now: string,
): Cells<CustomerColumn> {
  const {
    customerType: type,
    domainVerified: verified,
    consoleUrl,
  } = settings ?? { customerType: 'domain', domainVerified: false, consoleUrl: '' };
  const known = settings !== undefined && (verified || type === 'team' || created !== '');
  return {
    terms: termsText(subscriptions, since, now),
    ...(known ? { verified: verifiedText({ type, verified, created }, now) } : {}),
    ...(consoleUrl ? { console: consoleUrl } : {}),
  };
}

/**
 * Since when the terms of a row wait, as its own cells say it: so many days before they were written. Undefined where
 * they do not.
 */
export function waitsSince(terms: string, updated: string): string | undefined {
  const days = /^waiting (\d+)/.exec(terms)?.[1];
  const written = Date.parse(updated);
  return days === undefined || Number.isNaN(written)
    ? undefined
    : new Date(written - Number(days) * dayInMilliseconds).toISOString();
}

/** Whether a row that waited for terms or domain does so no longer. */
export function isOver(before: Cells<CustomerColumn>, now: Cells<CustomerColumn>): boolean {
  const works = ({ terms = '', verified = '' }: Cells<CustomerColumn>): boolean =>
    terms === 'accepted' && (verified === 'yes' || verified === '');
  return (before.terms ?? '') + (before.verified ?? '') !== '' && !works(before) && works({ ...before, ...now });
}

/** What is worth a sentence in the mail of the day. */
export function newsOf(
  { domain, subscriptions }: Seen,
  before: Cells<CustomerColumn>,
  now: Cells<CustomerColumn>,
): readonly string[] {
  const waited = before.terms?.startsWith('waiting') === true;
  return [
    ...(now.terms === 'accepted' && waited ? [`${domain} has accepted the terms.`] : []),
    ...(termsArePending(subscriptions) ? [`${domain} has not accepted the terms yet (${now.terms ?? ''}).`] : []),
    ...(now.verified === 'yes' && /left$|^no$/.test(before.verified ?? '')
      ? [`${domain} has verified its domain.`]
      : []),
  ];
}
