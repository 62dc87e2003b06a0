import { isObject } from '../../engine/request';
import { now } from '../ports';
import { identity, signedIn } from './identity';
import { Slice } from '../slice';
import { userStore } from '../keeping/stores';
import { Trouble } from '../trouble';

/**
 * Arming: what cannot be taken back is let through only for half an hour, for the person who typed the primary
 * domain of their own account.
 */

const name = 'armed';
/** How long arming holds, in milliseconds. */
const armedFor = 30 * 60_000;

interface Armed {
  readonly until: number;
}

function isArmed(value: unknown): value is Armed {
  return isObject(value) && typeof value.until === 'number';
}

/** Whether the person signed in is armed at this time, in milliseconds. */
export function armed(now: number): boolean {
  const until = userStore().get(name, isArmed)?.until ?? 0;
  return now < until && until <= now + armedFor;
}

/**
 * Arms the person signed in, who has to type the primary domain of their account. Says so in words. Throws Trouble for
 * anything else.
 */
export function arm(text: string): string {
  const { primaryDomain } = identity(new Slice(signedIn()));
  if (text.trim().toLowerCase() !== primaryDomain)
    throw new Trouble('notArmed', {
      says: 'Not armed: this is not the primary domain of your account.',
      remedy: `Type ${primaryDomain}.`,
    });
  userStore().setShort(name, { until: now() + armedFor });
  return 'Armed for 30 minutes: checks of yours may now plan to delete people, and to cancel subscriptions or hand them to Google. You still see every change before it is made.';
}
