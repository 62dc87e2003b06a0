import type { Sku } from '../../google/products';

/** What one row of the Users tab wishes, as types. A field that is left out means: leave it as it is. */

/**
 * A Password cell without its value: the value is read from the cell only when it is sent, and never kept in a wish.
 */
export type PasswordWish =
  | { readonly kind: 'clear' }
  | { readonly kind: 'hash'; readonly hashFunction: 'SHA-1' | 'MD5' | 'crypt' };

/** One row of the Users tab. `null` clears an optional field (a `-` in the cell); an empty list means none. */
export interface UserWish {
  /** The address as the row has it now, in lower case. */
  readonly email: string;
  /** Customer id of the account whose domain the address is on. */
  readonly account: string;
  /** From our User ID column; names the person even after a rename. */
  readonly userId?: string;
  readonly firstName?: string;
  readonly lastName?: string;
  /** Absolute path, `/Sales/North`; `/` is the root. */
  readonly orgUnit?: string;
  readonly licences?: readonly Sku[];
  /** Role names as Google has them: `_RESELLER_ADMIN_ROLE`, `Customer Care`. */
  readonly roles?: readonly string[];
  readonly superAdmin?: true;
  readonly aliases?: readonly string[];
  readonly state?: 'Active';
  readonly language?: string;
  readonly recoveryEmail?: string | null;
  readonly recoveryPhone?: string | null;
  readonly sendTo?: string | null;
  readonly changePassword?: boolean;
  readonly password?: PasswordWish;
}
