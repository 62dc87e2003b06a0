import { belongingsOf, deleteUser } from '../../ensure/delete-user';
import { personOf } from '../../ensure/person';
import { Blocked } from '../../engine/outcome';
import { ask, say, type Procedure } from '../../engine/procedure';
import { userFact } from '../../google/facts';
import type { User } from '../../google/resources';
import { drifted, judge, placed, remarksOn, toChange } from '../../table/compare';
import { askForProtected } from './ask-first';
import { state } from './fields/state';
import { findUser } from './find';
import type { Provisioned, UserRow } from './row';
import { refuseShutOut } from './shut-out';

/** State `Deleted`: nothing else of such a row is done. */

const stateAlone = placed([state]);

/** A user gone, as the row wishes. Throws Blocked where that is not armed, or nobody is meant. */
export function* deleteAsWished(row: UserRow): Procedure<Provisioned> {
  const { account, email } = row.wish;
  const { memory } = row;
  const { userId = memory.belongings?.userId, deletedAt } = memory;
  if (userId !== undefined && !(yield* ask(userFact(account, userId)))) return yield* isGone(userId, deletedAt);
  const user = yield* findUser(row);
  if (user === undefined || user === 'gone') throw nobody(email);
  const judged = judge(stateAlone, {
    wish: row.wish,
    agreed: row.memory.agreed ?? {},
    thing: user,
    putBack: row.putBack,
  });
  for (const says of remarksOn(judged)) yield* say(says);
  const drift = drifted(judged).map(({ header }) => header);
  if (toChange(judged).length === 0) return { userId: user.id, drift, madeNow: false };
  yield* mayBeDeleted(row, user);
  const person = personOf({ account, user, email, createdHere: false, untouched: false });
  const belongings = yield* belongingsOf(person);
  yield* deleteUser(person);
  yield* say(lost);
  return { userId: user.id, drift, madeNow: false, belongings };
}

/** What is gone after a deletion, and when. */
export const lost =
  'After 20 days mail, calendars and files in My Drive are gone for good, and until then a super administrator can restore them. Move first what others need: Admin console › Directory › Users › the person › More options › Transfer data.';

/** Throws Blocked where deleting is not armed. */
export function refuseUnarmed({ armed }: Pick<UserRow, 'armed'>): void {
  if (!armed)
    throw new Blocked(
      'Deleting has to be armed.',
      'Choose Seatsheet › Set up › Arm deleting and cancelling…, then check and run the row again.',
      { column: 'state' },
    );
}

function* mayBeDeleted(row: UserRow, user: User): Procedure<void> {
  refuseUnarmed(row);
  yield* refuseShutOut(row, user);
  askForProtected(row, user, ['delete the account']);
}

function* isGone(userId: string, deletedAt: string | undefined): Procedure<Provisioned> {
  yield* say(
    deletedAt === undefined
      ? 'The account is deleted.'
      : `Deleted on ${deletedAt.slice(0, 10)}. For 20 days State Active restores the account.`,
  );
  return { userId, drift: [], madeNow: false };
}

function nobody(email: string): Blocked {
  return new Blocked(
    `${email} does not exist, so there is nobody to delete.`,
    'Correct the address, or delete the row.',
    { column: 'email' },
  );
}
