import { Blocked } from '../../../engine/outcome';
import type { Procedure } from '../../../engine/procedure';
import type { User } from '../../../google/resources';
import type { Rewrites } from '../../rewrites';
import type { Belongings } from '../../../ensure/delete-user';
import type { State } from '../fields/state';
import { findUser } from '../find';
import type { Letterhead } from '../mails/letterhead';
import type { LeaveTo } from '../leaving';
import type { UserRow } from '../row';

/** A row of the Users tab for a deed. */
export interface DeedRow extends UserRow {
  /** The password of this run was sent already: by a slice that did not live to end the row. */
  readonly passwordSent: boolean;
  /** A password of an earlier run waits for hand-off by whoever works. */
  readonly waits: boolean;
  /** What a mail is signed with. */
  readonly letterhead: Letterhead;
  /** Whether there is a mail left for the row among those of today; a check counts rows in sheet order. */
  takeMail(): boolean;
  readonly leaveTo: LeaveTo;
  /** Keeps what belonged to somebody who leaves, and gives what their row says from then on. */
  leaves(state: State, belongings: Belongings): Rewrites;
}

/** Something that is done with a person each time that it is chosen; what else the row wishes is left alone. */
export interface PersonDeed {
  /** A new password goes along, which is handed off afterwards. */
  readonly setsPassword?: true;
  /** The person leaves: everybody in it is kept from signing in, and the row says so. */
  readonly leaves?: true;
  work(row: DeedRow, user: User): Procedure<void>;
}

/** Does it with the person of a row. Throws Blocked where nobody is there. */
export function* doWith(deed: PersonDeed, row: DeedRow): Procedure<User> {
  const user = yield* findUser(row);
  if (user === undefined)
    throw new Blocked(`${row.wish.email} does not exist yet.`, 'Check and run the row first.', { column: 'email' });
  if (user === 'gone')
    throw new Blocked(
      'The account was deleted at Google since.',
      'Restore it first: check the row, then “Put back”, or Active under State.',
    );
  yield* deed.work(row, user);
  return user;
}
