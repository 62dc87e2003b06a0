import type { WishOf } from '../../table/field';
import type { customerFields } from './fields';

/**
 * What one row of the Customers tab wishes: a value for each of its cells that says something, `''` where it is to be
 * cleared. A field that is left out stays as it is.
 */
export type CustomerWish = WishOf<typeof customerFields> & {
  /** Names the row in journal, plans and shared work: `acme.example`, for a team `acme.example/ana@acme.example`. */
  readonly key: string;
  /** A row always says where its customer is, and a customer that is said to be nothing is a domain. */
  readonly domain: string;
  readonly type: 'domain' | 'team';
};
