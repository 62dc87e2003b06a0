import type { Json } from './json';
import type { LoggedRequest } from './port';
import type { PasswordHash, TenantPrivilege } from './tenant';

/**
 * Everything the simulated Google remembers, as plain data: it can be cloned, snapshotted and compared. Times are
 * milliseconds.
 */

/** An application that somebody has let into their account. */
export interface TokenRecord {
  clientId: string;
  displayText: string;
  scopes: string[];
  /** Whether the application is not registered with Google, and whether it is installed on a device. */
  anonymous: boolean;
  nativeApp: boolean;
}

/** An application-specific password; its text is nobody's to see. `usedAt` 0: never. */
export interface AspRecord {
  codeId: number;
  name: string;
  createdAt: number;
  usedAt: number;
}

/** A group that somebody was in before they were deleted. */
export type FormerGroup = Pick<MemberRecord, 'role' | 'delivery'> & { readonly group: string };

/** What is still to come back to somebody who was restored; automatic licences besides. */
export interface ReturnRecord {
  at: number;
  aliases: string[];
  groups: FormerGroup[];
}

/** A user, living or deleted. */
export interface UserRecord {
  id: string;
  account: string;
  primaryEmail: string;
  givenName: string;
  familyName: string;
  displayName?: string;
  isAdmin: boolean;
  suspended: boolean;
  suspensionReason?: string;
  suspendedAt?: number;
  archived: boolean;
  archivedAt?: number;
  orgUnit: string;
  /** Those of a deleted user are free for others. */
  aliases: string[];
  changePasswordAtNextLogin: boolean;
  includeInGlobalAddressList: boolean;
  agreedToTerms: boolean;
  languages: Json;
  recoveryEmail?: string;
  recoveryPhone?: string;
  passwordHash?: PasswordHash;
  createdAt: number;
  lastLoginTime?: string;
  /** What the person has let in; absent: nothing. */
  tokens?: TokenRecord[];
  asps?: AspRecord[];
  deletedAt?: number;
  /** SKUs by product that a deleted user had, for restoring and for seats held. */
  former?: Record<string, string>;
  /** Groups that a deleted user was in. */
  formerGroups?: FormerGroup[];
  signedOutAt?: number;
  /** Kept by a Vault hold: cannot be deleted. */
  hold?: boolean;
  isEnrolledIn2Sv?: boolean;
  isEnforcedIn2Sv?: boolean;
  /** What comes back to somebody who was restored, and when. */
  returning?: ReturnRecord;
  /** Fields that are kept and given back without further meaning: phones, organizations, addresses, … */
  profile: Record<string, Json>;
  version: number;
}

/** An org unit; the root has no parent. */
export interface OrgUnitRecord {
  id: string;
  name: string;
  description: string;
  parent: string | null;
  version: number;
}

/** A role and what it grants. */
export interface RoleRecord {
  id: string;
  name: string;
  description: string;
  privileges: { privilegeName: string; serviceId: string }[];
  system: boolean;
  superAdmin: boolean;
  version: number;
}

/** A role given to a user or group, for the whole account or one org unit. */
export interface AssignmentRecord {
  id: string;
  role: string;
  assignedTo: string;
  assigneeType: 'user' | 'group';
  orgUnit: string | null;
  /** As Google has it; left out: unconditionally. */
  condition?: string;
}

/** A domain of an account. */
export interface DomainRecord {
  name: string;
  primary: boolean;
  verified: boolean;
  createdAt: number;
}

/** A further name of a domain: every address there exists under it too. */
export interface DomainAliasRecord {
  name: string;
  parent: string;
  verified: boolean;
  createdAt: number;
}

/** A custom field of users. */
export interface FieldRecord {
  id: string;
  name: string;
  type: string;
  displayName: string;
  multiValued: boolean;
  indexed: boolean;
  readAccess: 'ALL_DOMAIN_USERS' | 'ADMINS_AND_SELF';
  /** For numbers that can be searched by more than equality. */
  range?: { minValue?: number; maxValue?: number };
}

/** A schema of custom fields. */
export interface SchemaRecord {
  id: string;
  name: string;
  displayName: string;
  fields: FieldRecord[];
  version: number;
}

/** A user, a group or everybody of a customer, in a group. */
export interface MemberRecord {
  id: string;
  type: 'USER' | 'GROUP' | 'CUSTOMER';
  /** Only of somebody who is in no account here. */
  email?: string;
  role: 'OWNER' | 'MANAGER' | 'MEMBER';
  delivery: string;
  /** When the membership begins. */
  since: number;
}

/** A group. */
export interface GroupRecord {
  id: string;
  email: string;
  name: string;
  description: string;
  aliases: string[];
  members: MemberRecord[];
  /** Whose members follow from a query: nobody can be put in by hand. */
  dynamic: boolean;
  /** Labelled as a security group, which no API of ours does. */
  security: boolean;
  createdAt: number;
  version: number;
}

/** The plans that a subscription can have. */
export type PlanName = 'ANNUAL_MONTHLY_PAY' | 'ANNUAL_YEARLY_PAY' | 'FLEXIBLE' | 'TRIAL' | 'FREE';

/** A subscription. `seats` is the total: bought seats on annual plans, the upper bound on all others. */
export interface SubscriptionRecord {
  id: string;
  sku: string;
  plan: PlanName;
  seats: number;
  renewal?: string;
  purchaseOrderId: string;
  dealCode: string;
  status: 'ACTIVE' | 'SUSPENDED' | 'CANCELLED';
  reasons: string[];
  billingMethod: string;
  createdAt: number;
  commitment?: { start: number; end: number };
  trialEnd?: number;
  inTrial: boolean;
  /** What starts when the trial ends, set by changePlan. */
  nextPlan?: { plan: PlanName; seats: number };
  suspendedAt?: number;
  /** Bought from Google and not through the account's reseller. */
  direct: boolean;
}

/** One Google customer. */
export interface Account {
  id: string;
  createdAt: number;
  domain: string;
  type: 'domain' | 'team';
  language: string;
  alternateEmail?: string;
  phoneNumber?: string;
  postalAddress: Record<string, string>;
  /** The first administrator of a team customer. */
  primaryAdmin?: string;
  reseller: boolean;
  resoldBy: string | null;
  apiAccess: boolean;
  acceptedTerms: boolean;
  domains: DomainRecord[];
  domainAliases: DomainAliasRecord[];
  rootOrgUnit: string;
  orgUnits: Record<string, OrgUnitRecord>;
  groups: GroupRecord[];
  schemas: SchemaRecord[];
  privileges: TenantPrivilege[];
  roles: Record<string, RoleRecord>;
  assignments: Record<string, AssignmentRecord>;
  /** SKU ids by product id and user id. */
  licences: Record<string, Record<string, string>>;
  /** How many users have each SKU: kept beside `licences` so that no insert has to count them. */
  licensed: Record<string, number>;
  /** Seats of an edition that are not free yet although their user was archived. */
  seatsHeld: { user: string; sku: string; until: number }[];
  autoLicensing: { orgUnit: string; productId: string; skuId: string }[];
  subscriptions: SubscriptionRecord[];
  transferTokens: { token: string; reseller: string; expires: number }[];
  takenElsewhere: string[];
  switches: Record<string, string>;
  version: number;
}

/** Whose an address is. */
export interface AddressOwner {
  kind: 'user' | 'alias' | 'group';
  id: string;
  account: string;
}

/** A refusal that a test has ordered. */
export interface OrderedFailure {
  op: string;
  status: number;
  reason: string;
  message: string;
  times: number;
  skip: number;
  applied: boolean;
  answer?: Json;
}

/** The whole state. */
export interface State {
  signedInAs: string;
  switches: Record<string, string>;
  /** Settings that win over those of the tenant and its accounts: the command line's and the workbench's. */
  overrides: Record<string, string>;
  accounts: Record<string, Account>;
  users: Record<string, UserRecord>;
  deleted: Record<string, UserRecord>;
  /** Ids of restored users to whom something is still to come back. */
  returning: string[];
  addresses: Record<string, AddressOwner>;
  /** Customer ids by domain; team customers share domains. */
  domains: Record<string, string[]>;
  /** The parent domain of each domain alias that works. */
  aliasDomains: Record<string, string>;
  /** Product ids of SKUs that the catalogue does not know. */
  extraSkus: Record<string, string>;
  counters: Record<string, number>;
  /** Instants of the requests that each quota counted. */
  windows: Record<string, number[]>;
  /** What reads still see of things that were written a moment ago; null: they do not see the thing yet. */
  past: Record<string, { until: number; was: unknown }>;
  faults: { seed: number; runs: Record<string, number> } | null;
  failures: OrderedFailure[];
  unknownFields: string[];
  log: LoggedRequest[];
}

/** The next number of a counter, from 1. */
export function count(state: State, counter: string): number {
  const next = (state.counters[counter] ?? 0) + 1;
  state.counters[counter] = next;
  return next;
}
