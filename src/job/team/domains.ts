import { domainColumn, domainsIn } from '../../tabs/team/columns';
import { rosterDomains, team } from '../../tabs/team/tab';
import { documentStore } from '../keeping/stores';
import { ports } from '../ports';
import type { Reading } from '../rows/rows';
import type { TabSheet } from '../rows/sheets';

/** The columns of domains on the Team tab: made for the reseller's own, once; typed ones are marked where unknown. */

const offeredName = 'teamDomains';

const isDomains = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string');

/** A sheet of more columns is nothing to tick in: whoever has more domains types those that count. */
const mostColumns = 30;

/**
 * Makes a column for each domain of the reseller account that whoever works administers, where it never had one: one
 * that was deleted stays so. Marks typed domains that no known account has. Says whether columns were made.
 */
export function keepDomains(found: TabSheet, reading: Reading): boolean {
  const headers = found.values[0] ?? [];
  const there = domainsIn(headers).map(({ domain }) => domain);
  const offered = documentStore().get(offeredName, isDomains) ?? [];
  const missing = ownDomains(reading).filter((domain) => !there.includes(domain) && !offered.includes(domain));
  markUnconfirmed(found, reading);
  if (!missing.length) return false;
  const columns = missing.map((domain) => domainColumn(domain, true));
  ports().layout.makeColumns(
    { ...found, tab: { ...team, columns: [...team.columns, ...columns] } },
    columns.map(({ id }) => id),
  );
  documentStore().set(offeredName, [...offered, ...missing]);
  return true;
}

function ownDomains({ reach: { who, domains } }: Reading): readonly string[] {
  if (!who.reseller) return [];
  const own = domains.filter(({ account, verified, primary }) => account === who.account && (verified || primary));
  return own.slice(0, mostColumns).map(({ name }) => name);
}

/** A note that people wrote themselves stays. */
function markUnconfirmed({ sheet, values: [headers = []] }: TabSheet, { reach, others }: Reading): void {
  const columns = domainsIn(headers);
  if (!columns.length) return;
  const stateOf = rosterDomains({ domains: reach.domains, elsewhere: [...others, ...reach.elsewhere] });
  const [notes = []] = sheet.getRange(1, 1, 1, headers.length).getNotes();
  for (const { domain, place } of columns) {
    const known = stateOf(domain).kind !== 'unknown';
    const before = notes[place] ?? '';
    const other = domainColumn(domain, !known).note;
    if (before === other || (before === '' && !known))
      sheet.getRange(1, place + 1).setNotes([[domainColumn(domain, known).note]]);
  }
}
