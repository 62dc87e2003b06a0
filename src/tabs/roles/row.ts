import type { Answer } from '../../engine/question';
import type { WishOf } from '../../table/field';
import type { roleFields } from './fields';

/** A row of the Roles tab on its way. */

/** What one row wishes, as types. */
export type RoleWish = Omit<WishOf<typeof roleFields>, 'account' | 'roleName'> & {
  /** Customer id of the account that gets the role. */
  readonly account: string;
  readonly roleName: string;
};

/** What the journal remembers of a role's row. */
export interface RoleMemory {
  readonly roleId?: string;
  /** A check or a run ended with the role in place: gone since, it was taken away at Google. */
  readonly there?: true;
  /** Headers of what differs at Google and was left. */
  readonly drift?: readonly string[];
  /** Groups that hold the role by what was written or seen, as they are kept. */
  readonly groups?: string;
  /** What people answered to what the row asked: which privileges of the account are meant. */
  readonly answers?: readonly Answer[];
}
