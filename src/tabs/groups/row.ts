import type { Answer } from '../../engine/question';
import type { ServingCustomer } from '../../ensure/people-may-come';
import type { Agreed } from '../../table/compare';
import type { WishOf } from '../../table/field';
import type { groupFields } from './fields';

/** A row of the Groups tab on its way. */

/** What one row wishes, as types. A field that is left out means: leave it as it is. */
export type GroupWish = WishOf<typeof groupFields> & {
  /** In lower case. */
  readonly email: string;
  /** Customer id of the account whose domain the address is on. */
  readonly account: string;
};

/** What the journal remembers of a group's row. */
export interface GroupMemory {
  /** Google's id: the row has had its group. */
  readonly groupId?: string;
  /** The values that Seatsheet wrote last, or found as wished, by column id. */
  readonly agreed?: Agreed;
  /** Headers of columns that differ at Google from what Seatsheet wrote, and were left. */
  readonly drift?: readonly string[];
  /** When the row deleted the group: RFC 3339. */
  readonly deletedAt?: string;
  /** What people answered to what the row asked. */
  readonly answers?: readonly Answer[];
}

/** All that the procedure of a row is given. */
export interface GroupRow {
  readonly wish: GroupWish;
  readonly memory: GroupMemory;
  /** Differences that arose at Google are put back instead of reported. */
  readonly putBack: boolean;
  /** Whether a group may be deleted. */
  readonly armed: boolean;
  /** The row of the customer whose account it is, where it has one. */
  readonly customer?: ServingCustomer;
  /** The rows (numbers of the drive) that are about a person of this address. */
  rowsOf(address: string): readonly number[];
}

/** What the row ended with, for the journal. */
export interface GroupDone {
  readonly groupId: string;
  readonly drift: readonly string[];
}
