/**
 * What one row of the Customers tab wishes, as types. A field that is left out means: leave it as it is; `null` clears
 * it.
 */

/**
 * The postal address by Google's field names (Reseller API reference, customers). `countryCode` is ISO 3166-1 alpha-2.
 */
export type AddressField =
  | 'contactName'
  | 'organizationName'
  | 'addressLine1'
  | 'addressLine2'
  | 'addressLine3'
  | 'locality'
  | 'region'
  | 'postalCode'
  | 'countryCode';

/** One row of the Customers tab. */
export interface CustomerWish {
  /** Names the row in journal, plans and shared work: `acme.example`, for a team `acme.example/ana@acme.example`. */
  readonly key: string;
  /** The customer's primary domain, in lower case. */
  readonly domain: string;
  readonly type: 'domain' | 'team';
  /** From our Customer ID column. */
  readonly customerId?: string;
  /** The reseller's account that the customer belongs to: a domain of it or its customer id, in lower case. */
  readonly reseller?: string;
  readonly address: Readonly<Partial<Record<AddressField, string | null>>>;
  readonly alternateEmail?: string;
  readonly phone?: string | null;
  /** Google's code of the default language: `es`. */
  readonly language?: string;
  /** Teams only: the business address of the first administrator. */
  readonly primaryAdmin?: string;
  /** The customer was upgraded from a consumer Gmail business account. */
  readonly fromGmail?: true;
}
