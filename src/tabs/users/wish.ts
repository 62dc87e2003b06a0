import type { WishOf } from '../../table/field';
import type { userFields } from './fields';
import type { Owed } from './like/owed';

/**
 * What one row of the Users tab wishes, as types. A field that is left out means: leave it as it is; `''` clears it,
 * and an empty list means none.
 */
export type UserWish = WishOf<typeof userFields> & {
  /** The address that the person has or is to have, in lower case. */
  readonly email: string;
  /** The address of the Email cell, where New email renames the person: `email` is the new one then. */
  readonly formerEmail?: string;
  /** Customer id of the account whose domain the address is on. */
  readonly account: string;
  /** What of it no cell of the row says, and who else does. */
  readonly owed?: Owed;
};
