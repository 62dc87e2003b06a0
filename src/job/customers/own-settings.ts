import type { CustomerSettings } from '../../tabs/customers/settings';
import { identity, signedIn } from '../reach/identity';
import { Slice } from '../slice';
import { customerSettings } from './settings';

/** The settings of the account of whoever is signed in. Throws Trouble and NobodyServes for who administers none. */
export function ownSettings(): CustomerSettings {
  return customerSettings(ownAccount());
}

/** The account of whoever is signed in. Throws Trouble and NobodyServes for who administers none. */
export function ownAccount(): string {
  return identity(new Slice(signedIn())).account;
}
