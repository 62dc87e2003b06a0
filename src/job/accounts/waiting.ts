import { tabOf } from '../../tabs';
import { resellers } from '../../tabs/open-rows';
import { titleOf, type Line } from '../../tabs/line';
import { Journal } from '../journal/journal';
import { openSheets } from '../rows/sheets';
import { invitations } from './invited';
import { knownAccounts } from './known';
import type { WaitingAccount } from './wire';

/** Accounts whose rows wait for an administrator of theirs, as the journal tells. */

/** The line of a row, and the domain that it is on. */
interface Waits {
  readonly elsewhere: string;
  readonly domain: string;
}

/** All of them, the one with the most rows first. Rows that are not in the sheet any more do not count. */
export function waitingAccounts(): readonly WaitingAccount[] {
  const rows = waitingRows();
  const names = [...new Set(rows.map(({ elsewhere }) => elsewhere))];
  return names
    .map((name) =>
      accountOf(
        name,
        rows.filter(({ elsewhere }) => elsewhere === name),
      ),
    )
    .sort((one, other) => other.rows - one.rows || (one.name < other.name ? -1 : 1));
}

function waitingRows(): readonly Waits[] {
  const present = new Set(openSheets().flatMap(({ named }) => named.rows.map(({ name }) => name)));
  return Journal.look().flatMap((line) => (present.has(line.key) ? waitsIn(line) : []));
}

/** A customer's row waits for whoever sells to it, and not for an administrator of its own domain. */
function waitsIn({ key, elsewhere, outcome }: Line): readonly Waits[] {
  if (elsewhere === undefined || elsewhere === resellers || outcome === 'done' || outcome === 'settled') return [];
  return [{ elsewhere, domain: tabOf(key)?.domainOf(titleOf(key)).replace(/#\d+$/, '') ?? '' }];
}

function accountOf(name: string, rows: readonly Waits[]): WaitingAccount {
  const known = knownAccounts().find(({ primaryDomain }) => primaryDomain === name);
  const domains = [...new Set(rows.map(({ domain }) => domain))].filter(Boolean).sort();
  return {
    name,
    domains,
    rows: rows.length,
    admins: known?.admins ?? [],
    invited: invitations()
      .filter(({ account }) => account === name)
      .map(({ email, on, by }) => ({ email, on, by })),
  };
}
