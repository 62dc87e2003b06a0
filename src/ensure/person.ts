import type { User } from '../google/resources';

/** A user whom a row is about, as the `ensure…` procedures need it. */
export interface Person {
  readonly account: string;
  readonly user: User;
  /** How plans and seals name the user, whose id may not exist yet: `user:ana@shop.example`. */
  readonly name: string;
  /** The account was made by this sheet: what automatic licensing gave to it may be taken away again. */
  readonly createdHere: boolean;
  /** The account was made in this run and nothing is known of its licences: automatic licensing may just be at it. */
  readonly untouched: boolean;
}

/** A person as the row names it: by the address that it wishes. */
export function personOf(ask: {
  account: string;
  user: User;
  email: string;
  createdHere: boolean;
  untouched: boolean;
}): Person {
  return {
    account: ask.account,
    user: ask.user,
    name: `user:${ask.email}`,
    createdHere: ask.createdHere,
    untouched: ask.untouched,
  };
}
