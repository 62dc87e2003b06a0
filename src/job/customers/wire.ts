import type { Envelope } from '../envelope';

/** What crosses the wire about customers: plain JSON only. */

/** Fields of the New customer page; the first administrator and the subscription go to rows of their own. */
export type CustomerField =
  | 'type'
  | 'domain'
  | 'organisation'
  | 'contact'
  | 'alternateEmail'
  | 'primaryAdmin'
  | 'phone'
  | 'address'
  | 'address2'
  | 'city'
  | 'region'
  | 'postalCode'
  | 'country'
  | 'language'
  | 'adminEmail'
  | 'firstName'
  | 'lastName'
  | 'product'
  | 'plan'
  | 'seats'
  | 'renewal'
  | 'purchaseOrder';

/** A new customer as it was typed: every field as text, '' where it is left empty. */
export type CustomerForm = Readonly<Record<CustomerField, string>>;

/** What a field of a page lacks, as a sentence. */
export interface FieldComplaint<Field extends string = CustomerField> {
  readonly field: Field;
  readonly says: string;
}

/** What the drop-downs of the New customer page offer. */
export interface CustomerChoices {
  readonly countries: readonly string[];
  readonly languages: readonly string[];
  readonly products: readonly { readonly name: string; readonly forTeams: boolean }[];
  readonly plans: readonly string[];
  readonly renewals: readonly string[];
}

/** What became of a form: complaints and nothing written, or the rows that it made. `keys` name them for a check. */
export interface NewRows {
  readonly complaints: readonly FieldComplaint[];
  readonly keys: readonly string[];
  /** Where they stand: `Customers`, row 7. */
  readonly places: readonly { readonly tab: string; readonly row: number }[];
  readonly says: string;
}

/** Which mail to a customer: how to make a transfer token for us, or to accept Google's terms. */
export type MailKind = 'token' | 'reminder';

/** One row of Customers as the sidebar shows it. */
export interface CustomerLine {
  readonly key: string;
  readonly name: string;
  readonly organisation: string;
  readonly row: number;
  /** `accepted`, `waiting 3 days`, or '' where nobody knows yet. */
  readonly terms: string;
  /** `yes`, `9 days left`, or ''. */
  readonly domainVerified: string;
  /** What the row needs, as its Details say it, or ''. */
  readonly needs: string;
  /** A transfer token is kept for it by the person signed in. */
  readonly hasToken: boolean;
  /** It may have to be transferred: a token can be asked for and kept. */
  readonly transfer: boolean;
  /** The terms wait: a reminder makes sense. */
  readonly remind: boolean;
  /** Link to the customer's Admin console, or ''. */
  readonly consoleUrl: string;
}

/** A mail to a customer before it is sent. `id` names exactly this one, for one sending within ten minutes. */
export interface CustomerMail {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly left: number;
}

/** Settings about customers, as typed: `countries` are codes or names, separated by commas. */
export interface CustomerRules {
  readonly publicId: string;
  readonly countries: string;
  readonly letPeopleThrough: boolean;
}

/** The settings with who changed them last, or what is wrong with those that were sent. */
export interface CustomerRulesView extends CustomerRules {
  readonly changedBy: string;
  readonly changedAt: string;
  readonly complaints: readonly FieldComplaint<keyof CustomerRules>[];
}

/** The functions of the server about customers. */
export interface CustomersServer {
  getCustomerChoices(): Envelope<CustomerChoices>;
  newCustomer(form: CustomerForm): Envelope<NewRows>;
  getCustomers(): Envelope<readonly CustomerLine[]>;
  /** Keeps a transfer token with the person who typed it; '' forgets it. */
  keepTransferToken(ask: { readonly key: string; readonly token: string }): Envelope<null>;
  /** Writes a mail to the customer of a row and sends nothing. */
  customerMail(ask: { readonly key: string; readonly kind: MailKind }): Envelope<CustomerMail>;
  /** Sends the mail that was shown, once. */
  sendCustomerMail(ask: { readonly id: string }): Envelope<{ readonly says: string }>;
  readCustomers(): Envelope<{ readonly says: string; readonly more: boolean }>;
  refreshCustomers(): Envelope<{ readonly says: string; readonly more: boolean }>;
  getCustomerRules(): Envelope<CustomerRulesView>;
  setCustomerRules(rules: CustomerRules): Envelope<CustomerRulesView>;
}
