import { ask, type Procedure } from '../../engine/procedure';
import { Refusal } from '../../engine/request';
import { userFact } from '../../google/facts';
import { samePersonName } from '../../google/names';
import type { RosterPerson } from './roster';

/** Whether somebody on the roster has an account of exactly this address, under the names that the roster says. */
export function* isTheirs(
  { given, family }: Pick<RosterPerson, 'given' | 'family'>,
  email: string,
  account: string,
): Procedure<boolean> {
  try {
    const user = yield* ask(userFact(account, email));
    if (user?.primaryEmail !== email) return false;
    return samePersonName(`${user.name.givenName} ${user.name.familyName}`, `${given} ${family}`);
  } catch (refusal) {
    // A look that is refused says that somebody outside of the account has the address (Directory API, common errors).
    if (refusal instanceof Refusal && refusal.status === 403 && refusal.reason === 'forbidden') return false;
    throw refusal;
  }
}
