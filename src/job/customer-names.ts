import { isNewAccount } from '../google/new-accounts';
import { tabOf } from '../tabs';
import { titleOf, type Line } from '../tabs/line';

/** Accounts that lines of the Journal are about, by id, each with the name to show: its first domain there. */
export function customerNames(lines: readonly Pick<Line, 'account' | 'key'>[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const { account, key } of lines) {
    const name = domainIn(key);
    // An account that was only planned when its line was written is asked for by its domain.
    const id = account !== undefined && isNewAccount(account) ? name : account;
    if (id && name.includes('.') && !names.has(id)) names.set(id, name);
  }
  return names;
}

/** The domain that a row's key tells. */
function domainIn(key: string): string {
  return tabOf(key)?.domainOf(titleOf(key).replace(/#\d+$/, '')) ?? '';
}
