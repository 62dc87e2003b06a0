import type { Account, State } from './state';
import { defaultOf, type SwitchName } from './switches';

/** What a switch stands at: the command line's setting, else the account's, else the tenant's, else the default. */

/** A switch's value, for one account where it may differ by account. */
export function switchValue(state: State, name: SwitchName, account?: Account): string {
  return state.overrides[name] ?? account?.switches[name] ?? state.switches[name] ?? defaultOf(name);
}

/** A switch in seconds, as milliseconds. */
export function switchMillis(state: State, name: SwitchName, account?: Account): number {
  return Number(switchValue(state, name, account)) * 1000;
}
