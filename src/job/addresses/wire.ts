/** What crosses the wire about addresses that are proposed: plain JSON only. */

/** An address for a row of Users. `email` is '' where none could be made, and `says` tells why. */
export interface ProposedAddress {
  /** 1-based. */
  readonly row: number;
  readonly name: string;
  readonly email: string;
  readonly says: string;
}

/** Addresses for everybody on Users who has a name and none. */
export interface ProposedAddresses {
  readonly pattern: string;
  readonly domain: string;
  readonly lines: readonly ProposedAddress[];
  /** What whoever is signed in may not look at, where addresses may be taken, too; '' where there is nothing. */
  readonly unseen: string;
}
