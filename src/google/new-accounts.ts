import type { Fact } from '../engine/procedure';
import type { ResoldCustomer } from './reseller-resources';

/**
 * Accounts that do not exist yet, or only since a moment ago. A plan names them by what their rows are called, the same
 * in check and run; only the transport puts Google's customer id in the place of the name.
 */

const prefix = 'new:';

/**
 * How an account is named that a row of the Customers tab is to make: `acme.example`, or domain and administrator of a
 * team.
 */
export function newAccount(key: string): string {
  return `${prefix}${key}`;
}

/** Whether a text names an account that a row is to make, or made in this run. */
export function isNewAccount(account: string): boolean {
  return account.startsWith(prefix);
}

/** What a new account has none of: nobody but us has made anything in it. */
const emptyLists: readonly string[] = [
  'orgUnits',
  'licences',
  'productLicences',
  'assignments',
  'users',
  'deletedUsers',
  'groups',
  'groupsOf',
];
const emptyObjects: readonly string[] = ['user', 'group'];

/** The new accounts of a table of facts. */
export class NewAccounts {
  private readonly ids = new Map<string, string>();
  private readonly empty = new Set<string>();

  /** The account is there, or planned, and nothing is in it. */
  begin(account: string): void {
    this.empty.add(account);
  }

  /** The customer id that Google gave. */
  name(account: string, id: string): void {
    this.ids.set(account, id);
  }

  /**
   * A customer was read. Where its row made the account and the answer was lost, or in an earlier slice, the row's name
   * stands for it. Gives the customer id, by which the customer is known from now on, too.
   */
  met({ customerId, customerDomain, customerType, primaryAdmin }: ResoldCustomer): string {
    const name = newAccount(customerType === 'team' ? `${customerDomain}/${primaryAdmin}` : customerDomain);
    if (!this.ids.has(name)) this.ids.set(name, customerId);
    return customerId;
  }

  /** Google's customer id for an account, where it is a new one whose id is known; else the account as it is. */
  idOf(account: string): string {
    return this.ids.get(account) ?? account;
  }

  /** What is known of a new account without asking; undefined where it has to be read, or is no new account. */
  known(fact: Fact<unknown>): { readonly value: unknown } | undefined {
    if (!this.empty.has(fact.account)) return undefined;
    if (emptyLists.includes(fact.kind)) return { value: [] };
    return emptyObjects.includes(fact.kind) ? { value: undefined } : undefined;
  }

  /** Names and ids, for the next slice. */
  save(): readonly (readonly [string, string])[] {
    return [...this.ids];
  }
}
