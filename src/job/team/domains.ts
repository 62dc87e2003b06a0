import { domainColumn, domainsIn, inNote, saidInNote, unconfirmed } from '../../tabs/team/columns';
import { rosterDomains, team } from '../../tabs/team/tab';
import { takesPeople } from '../../tabs/reach';
import { knownAccounts } from '../accounts/known';
import { documentStore } from '../keeping/stores';
import { ports } from '../ports';
import { openSheet } from '../rows/sheets';
import type { Reading } from '../rows/rows';
import type { TabSheet } from '../rows/sheets';

/**
 * The columns of domains on the Team tab: made for the resellers' own, once; all say in a note how the domain stands.
 */

const offeredName = 'teamDomains';

const isDomains = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string');

const offeredBefore = (): readonly string[] => documentStore().steady(offeredName, isDomains) ?? [];

/** A sheet of more columns is nothing to tick in: whoever has more domains types those that count. */
const mostColumns = 30;

/** A domain that may have a column, with its account's primary domain. */
interface Offered {
  readonly domain: string;
  readonly of: string;
}

/**
 * Makes a column for each domain of the reseller account that whoever works administers, and of those whose
 * administrators were here, where it never had one: one that was deleted stays so. Says whether columns were made.
 */
export function keepDomains(found: TabSheet, reading: Reading): boolean {
  const headers = found.values[0] ?? [];
  const there = domainsIn(headers).map(({ domain }) => domain);
  const offered = offeredBefore();
  const all = [...ownDomains(reading), ...domainsOfOthers(reading)].slice(0, mostColumns);
  const missing = all.filter(({ domain }) => !there.includes(domain) && !offered.includes(domain));
  noteDomains(found, reading);
  if (!missing.length) return false;
  const columns = missing.map(({ domain, of }) => domainColumn(domain, accountNote(of)));
  ports().layout.makeColumns(
    { ...found, tab: { ...team, columns: [...team.columns, ...columns] } },
    columns.map(({ id }) => id),
  );
  documentStore().set(offeredName, [...offered, ...missing.map(({ domain }) => domain)]);
  return true;
}

/** Lets the next check make the columns again that people deleted since. Says so where there are any. */
export function offerDomainsAgain(): string {
  const offered = offeredBefore();
  if (!offered.length) return '';
  const headers = openSheet(team)?.values[0] ?? [];
  const there = domainsIn(headers).map(({ domain }) => domain);
  const left = offered.filter((domain) => there.includes(domain));
  if (left.length === offered.length) return '';
  documentStore().set(offeredName, left);
  return 'Columns of domains that were deleted on Team come back with the next check.';
}

function ownDomains({ reach: { who, domains } }: Reading): readonly Offered[] {
  if (!who.reseller) return [];
  const own = domains.filter((domain) => domain.account === who.account && takesPeople(domain));
  return own.map(({ name }) => ({ domain: name, of: who.primaryDomain }));
}

function domainsOfOthers({ reach: { who } }: Reading): readonly Offered[] {
  const others = knownAccounts().filter(({ id, reseller }) => reseller && id !== who.account);
  return others.flatMap(({ domains, unfit = [], primaryDomain }) =>
    domains.filter((domain) => !unfit.includes(domain)).map((domain) => ({ domain, of: primaryDomain })),
  );
}

const accountNote = (of: string): string => inNote(`A domain of the account ${of}.`);

/** A note that people wrote themselves stays. */
function noteDomains({ sheet, values: [headers = []] }: TabSheet, reading: Reading): void {
  const columns = domainsIn(headers);
  if (!columns.length) return;
  const saysOf = standings(reading);
  const [notes = []] = sheet.getRange(1, 1, 1, headers.length).getNotes();
  for (const { domain, place } of columns) {
    const before = notes[place] ?? '';
    const { note } = domainColumn(domain, saysOf(domain, before));
    if (before !== note && (before === '' || isOurs(before, domain))) sheet.getRange(1, place + 1).setNotes([[note]]);
  }
}

function isOurs(note: string, domain: string): boolean {
  return note === domainColumn(domain, unconfirmed).note || saidInNote(note, domain) !== undefined;
}

/** What notes say of domains, the same whoever of several administrators works. */
function standings({ reach, others }: Reading): (domain: string, before: string) => string {
  const stateOf = rosterDomains({ domains: reach.domains, elsewhere: [...others, ...reach.elsewhere] });
  const primaryOf = new Map(reach.domains.flatMap((one) => (one.primary ? [[one.account, one.name]] : [])));
  return (domain, before) => {
    const state = stateOf(domain);
    if (state.kind === 'unknown') return unconfirmed;
    // Whoever reaches the domain knows more of it than whoever waits.
    if (state.kind === 'waits') return saidInNote(before, domain) || accountNote(state.elsewhere ?? domain);
    return state.complaint === undefined
      ? accountNote(primaryOf.get(state.account) ?? domain)
      : inNote(state.complaint);
  };
}
