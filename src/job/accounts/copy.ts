import { readTick } from '../../table/cell';
import { visible } from '../../table/text';
import type { Column } from '../../table/column';
import { titleOf } from '../../tabs/line';
import { openSheets, type TabSheet } from '../rows/sheets';
import { Trouble } from '../trouble';
import { knownAccounts } from './known';
import type { AccountCopy } from './wire';
import { waitingAccounts } from './waiting';

/**
 * The rows of one account, for a spreadsheet of its administrator's own where the app may not be used here. Making a
 * file would take a permission for the whole Drive, so it is texts to paste: what people fill in, without passwords,
 * results, journal and columns that are not ours.
 */

/** Columns that say something of a password. */
const secret = ['password', 'hashFunction'];

/** The rows of an account by its name. Throws Trouble where none is there. */
export function copyOf(account: string): AccountCopy {
  const domains = domainsOf(account);
  const tabs = openSheets().flatMap((sheet) => {
    const rows = rowsIn(sheet, domains);
    return rows.length ? [{ name: sheet.tab.name, rows: cut(sheet, rows, domains) }] : [];
  });
  if (tabs.length) return { account, tabs };
  throw new Trouble('noRow', {
    says: `No row is on a domain of ${account || 'this account'}.`,
    remedy: 'Check first.',
  });
}

function domainsOf(account: string): ReadonlySet<string> {
  const known = knownAccounts().find(({ primaryDomain }) => primaryDomain === account);
  const waiting = waitingAccounts().find(({ name }) => name === account);
  return new Set([...(known?.domains ?? []), ...(waiting?.domains ?? [])]);
}

/** The rows that are on one of the domains, or ticked in a column that one of them heads. 0-based, without headers. */
function rowsIn({ tab, values, named }: TabSheet, domains: ReadonlySet<string>): readonly number[] {
  const ticks = (values[0] ?? []).flatMap((header, at) => (domains.has(domainIn(header)) ? [at] : []));
  const isTicked = (row: number, at: number): boolean => {
    const tick = readTick(values[row - 1]?.[at] ?? '');
    return tick.kind === 'value' && tick.value;
  };
  return named.rows
    .filter(({ name, row }) => domains.has(tab.domainOf(titleOf(name))) || ticks.some((at) => isTicked(row, at)))
    .map(({ row }) => row - 1);
}

const domainIn = (header: string): string => visible(header).toLowerCase();

function cut({ tab, values, named }: TabSheet, rows: readonly number[], domains: ReadonlySet<string>): string[][] {
  const headers = values[0] ?? [];
  const ours = new Set(tab.columns.filter(isHandedOn).flatMap(({ id }) => named.positions[id] ?? []));
  const kept = headers.flatMap((header, at) => (ours.has(at) || domains.has(domainIn(header)) ? [at] : []));
  return [0, ...rows].map((row) => kept.map((at) => values[row]?.[at] ?? ''));
}

function isHandedOn({ id, ours }: Column): boolean {
  return !ours && !secret.includes(id);
}
