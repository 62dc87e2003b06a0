import { isTexts } from '../../engine/request';
import { documentStore } from '../keeping/stores';

/** Who was invited to check and run the rows of an account. Kept for everybody at the spreadsheet, by address. */

/** One invitation. `domain`: that of the invited person's address, `account` whose rows wait; `on` is a day. */
export interface Invited {
  readonly email: string;
  readonly account: string;
  readonly on: string;
  readonly by: string;
}

const prefix = 'invited:';

function isInvited(value: unknown): value is Invited {
  if (!isTexts(value)) return false;
  return [value.email, value.account, value.on, value.by].every((text) => text !== undefined);
}

/** All of them, the latest first. */
export function invitations(): readonly Invited[] {
  const store = documentStore();
  return store
    .steadyNames(prefix)
    .flatMap((name) => store.steady(name, isInvited) ?? [])
    .sort((one, other) => (one.on > other.on ? -1 : 1));
}

/** Notes an invitation. */
export function noteInvited(one: Invited): void {
  documentStore().setShort(prefix + one.email, one);
}

/** Forgets one that did not go out. */
export function forgetInvited(email: string): void {
  documentStore().remove(prefix + email);
}
