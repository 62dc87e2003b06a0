import { allTogether, ask, type Procedure } from '../../engine/procedure';
import { Refusal } from '../../engine/request';
import { fullName } from '../../ensure/user';
import { userFact } from '../../google/facts';
import type { User } from '../../google/resources';
import { titleOf, type Line } from '../../tabs/line';
import { lastSignIn } from '../../tabs/users/deeds/reset-password';
import { handedOffInWords, memoryIn } from '../../tabs/users/memory';
import { customerNames } from '../customer-names';
import { Journal } from '../journal/journal';
import { identity } from '../reach/identity';
import type { Slice } from '../slice';
import type { NotSignedIn } from '../wire';
import { keyOf } from './handed-off';
import { waiting } from './waiting';

/** Who was handed sign-in details and has not used them. */

type Handed = Line & { readonly account: string };

/**
 * Everybody of whom the Journal says when they were handed sign-in details, and whom Google has not seen sign in since
 * their password was set; those who wait for another one left out, and those whom the person signed in does not reach.
 * Throws Trouble and NobodyServes for who administers no account.
 */
export function notSignedIn(slice: Slice): readonly NotSignedIn[] {
  identity(slice);
  const lines = Journal.look();
  const names = customerNames(lines);
  const waits = new Set(waiting(slice.me).map(({ address }) => keyOf(address)));
  const handed = lines.filter((line): line is Handed => isHanded(line) && !waits.has(line.key));
  slice.prepare(handed.length);
  const users = slice.answer(allTogether(handed.map(userOf)));
  return handed.flatMap((line, at) => {
    const user = users[at];
    return user ? stillOut(line, user, names.get(line.account) ?? '') : [];
  });
}

function isHanded({ key, account, memory }: Line): boolean {
  return key.startsWith(keyOf('')) && account !== undefined && memoryIn(memory).handedOff !== undefined;
}

function* userOf({ key, account }: Handed): Procedure<User | undefined> {
  try {
    return yield* ask(userFact(account, titleOf(key).replace(/#\d+$/, '')));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return undefined;
  }
}

function stillOut({ key, memory }: Handed, user: User, customer: string): readonly NotSignedIn[] {
  const { handedOff, password } = memoryIn(memory);
  const seen = lastSignIn(user);
  if (!handedOff || (seen !== undefined && Date.parse(seen) >= Date.parse(password?.at ?? handedOff.at))) return [];
  return [
    {
      key,
      email: user.primaryEmail,
      name: fullName(user.name),
      customer,
      at: handedOff.at,
      how: handedOffInWords(handedOff),
      action: seen === undefined ? 're-issue' : 'reset-password',
    },
  ];
}
