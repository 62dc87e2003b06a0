import { checkFields } from './tenant-check';

/**
 * The tenant file: what the simulated Google starts from and what it writes back. Resources have Google's own shapes.
 */

/** A stored password. `sha256` is the hex SHA-256 of the UTF-8 text salt + password. */
export type PasswordHash =
  | { readonly salt: string; readonly sha256: string }
  | { readonly function: string; readonly value: string };

/** Directory Customer plus `customerType`, and `primaryAdmin` for teams as the Reseller API has it. */
export interface TenantCustomer {
  readonly id?: string;
  readonly customerDomain: string;
  readonly customerType?: 'domain' | 'team';
  readonly customerCreationTime?: string;
  readonly language?: string;
  readonly alternateEmail?: string;
  readonly phoneNumber?: string;
  readonly postalAddress?: Readonly<Record<string, string>>;
  readonly primaryAdmin?: { readonly primaryEmail: string };
}

/** Directory Token: an application that somebody has let in. */
export interface TenantToken {
  readonly clientId: string;
  readonly displayText?: string;
  readonly scopes?: readonly string[];
  readonly anonymous?: boolean;
  readonly nativeApp?: boolean;
}

/** Directory Asp: an application-specific password, without its text. */
export interface TenantAsp {
  readonly codeId: number;
  readonly name: string;
  readonly creationTime?: string;
  readonly lastTimeUsed?: string;
}

/** Directory User, without its password but with the hash. `deletionTime` stands on deleted users only. */
export interface TenantUser {
  readonly primaryEmail: string;
  readonly id?: string;
  readonly name?: { readonly givenName?: string; readonly familyName?: string; readonly displayName?: string };
  readonly passwordHash?: PasswordHash;
  readonly deletionTime?: string;
  readonly hold?: boolean;
  readonly returning?: {
    readonly time: string;
    readonly aliases?: readonly string[];
    readonly groups?: readonly TenantMember[];
  };
  /** Groups that a deleted user was in, by the groups' addresses. */
  readonly formerGroups?: readonly TenantMember[];
  readonly tokens?: readonly TenantToken[];
  readonly asps?: readonly TenantAsp[];
  readonly [field: string]: unknown;
}

/** Directory DomainAlias. */
export interface TenantDomainAlias {
  readonly domainAliasName: string;
  readonly parentDomainName: string;
  readonly verified?: boolean;
  readonly creationTime?: string;
}

/** Directory Domain. Its aliases may stand there, or in the account. */
export interface TenantDomain {
  readonly domainName: string;
  readonly isPrimary?: boolean;
  readonly verified?: boolean;
  readonly creationTime?: string;
  readonly domainAliases?: readonly TenantDomainAlias[];
}

/** Directory OrgUnit, placed by its own path or by name and parent path. */
export interface TenantOrgUnit {
  readonly name?: string;
  readonly orgUnitPath?: string;
  readonly parentOrgUnitPath?: string;
  readonly orgUnitId?: string;
  readonly description?: string;
}

/** Directory Member. `type` is needed for everybody of the customer alone, who has no address. */
export interface TenantMember {
  readonly email?: string;
  readonly id?: string;
  readonly role?: 'OWNER' | 'MANAGER' | 'MEMBER';
  readonly type?: string;
  readonly delivery_settings?: string;
}

/** Directory Group, with its members. */
export interface TenantGroup {
  readonly email: string;
  readonly id?: string;
  readonly name?: string;
  readonly description?: string;
  readonly aliases?: readonly string[];
  readonly members?: readonly TenantMember[];
  readonly dynamic?: boolean;
  /** Labelled as a security group. */
  readonly security?: boolean;
}

/** Directory SchemaFieldSpec. */
export interface TenantSchemaField {
  readonly fieldName: string;
  readonly fieldType: string;
  readonly fieldId?: string;
  readonly displayName?: string;
  readonly multiValued?: boolean;
  readonly indexed?: boolean;
  readonly readAccessType?: string;
  readonly numericIndexingSpec?: { readonly minValue?: number; readonly maxValue?: number };
}

/** Directory Schema: custom fields of users. */
export interface TenantSchema {
  readonly schemaName: string;
  readonly fields: readonly TenantSchemaField[];
  readonly schemaId?: string;
  readonly displayName?: string;
}

/** Directory Role. */
export interface TenantRole {
  readonly roleName: string;
  readonly roleId?: string;
  readonly roleDescription?: string;
  readonly rolePrivileges?: readonly { readonly privilegeName: string; readonly serviceId: string }[];
  readonly isSystemRole?: boolean;
  readonly isSuperAdminRole?: boolean;
}

/** Directory Privilege, with its children. */
export interface TenantPrivilege {
  readonly privilegeName: string;
  readonly serviceId: string;
  readonly serviceName?: string;
  readonly isOuScopable?: boolean;
  readonly childPrivileges?: readonly TenantPrivilege[];
}

/** A role assignment by names: role, address of a user or group, org unit path. */
export interface TenantRoleAssignment {
  readonly roleName: string;
  readonly assignedTo: string;
  readonly scopeType?: 'CUSTOMER' | 'ORG_UNIT';
  readonly orgUnitPath?: string;
  readonly condition?: string;
  readonly roleAssignmentId?: string;
}

/** A licence by the user's primary address. */
export interface TenantLicence {
  readonly userId: string;
  readonly productId: string;
  readonly skuId: string;
}

/** A seat that is not free yet although its user was archived. */
export interface TenantSeatHeld {
  readonly userId: string;
  readonly skuId: string;
  readonly until: string;
}

/** Automatic licensing of an org unit and those below it; an empty or null `skuId` switches it off there. */
export interface TenantAutoLicensing {
  readonly orgUnitPath: string;
  readonly productId: string;
  readonly skuId: string | null;
}

/** Reseller Subscription. `direct` tells one that is bought from Google although the account has a reseller. */
export interface TenantSubscription {
  readonly skuId: string;
  readonly subscriptionId?: string;
  readonly plan?: {
    readonly planName?: string;
    readonly commitmentInterval?: { readonly startTime?: string; readonly endTime?: string };
  };
  readonly seats?: { readonly numberOfSeats?: number; readonly maximumNumberOfSeats?: number };
  readonly renewalSettings?: { readonly renewalType?: string };
  readonly purchaseOrderId?: string;
  readonly dealCode?: string;
  readonly status?: string;
  readonly suspensionReasons?: readonly string[];
  readonly billingMethod?: string;
  readonly creationTime?: string;
  readonly trialSettings?: { readonly isInTrial?: boolean; readonly trialEndTime?: string };
  readonly direct?: boolean;
  readonly nextPlan?: { readonly planName: string; readonly seats: number };
  readonly suspensionTime?: string;
}

/** A token with which this reseller may take the customer over, until it expires. */
export interface TenantTransferToken {
  readonly token: string;
  readonly reseller: string;
  readonly expires: string;
}

/** One Google customer and all that is in it. */
export interface TenantAccount {
  readonly customer: TenantCustomer;
  readonly reseller?: boolean;
  readonly resoldBy?: string;
  readonly domains?: readonly TenantDomain[];
  readonly domainAliases?: readonly TenantDomainAlias[];
  readonly users?: readonly TenantUser[];
  readonly deletedUsers?: readonly TenantUser[];
  readonly orgUnits?: readonly TenantOrgUnit[];
  readonly groups?: readonly TenantGroup[];
  readonly schemas?: readonly TenantSchema[];
  readonly roles?: readonly TenantRole[];
  readonly privileges?: readonly TenantPrivilege[];
  readonly roleAssignments?: readonly TenantRoleAssignment[];
  readonly licences?: readonly TenantLicence[];
  readonly seatsHeld?: readonly TenantSeatHeld[];
  readonly autoLicensing?: readonly TenantAutoLicensing[];
  readonly subscriptions?: readonly TenantSubscription[];
  readonly transferTokens?: readonly TenantTransferToken[];
  readonly acceptedTerms?: boolean;
  readonly apiAccess?: boolean;
  readonly takenElsewhere?: readonly string[];
  readonly switches?: Readonly<Record<string, string>>;
}

/**
 * A tenant file. Everything but each account's `customer` may be left out; ids, the root org unit and system roles are
 * filled in.
 */
export interface Tenant {
  readonly now?: string;
  readonly signedInAs?: string;
  readonly switches?: Readonly<Record<string, string>>;
  readonly accounts: readonly TenantAccount[];
}

/**
 * Checks a tenant file's fields. Throws an error that names the field (`accounts[0].users[2].primaryEmail`) and what is
 * wrong with it; what stands behind names is checked when it is loaded.
 */
export function checkTenant(json: unknown): asserts json is Tenant {
  checkFields(json);
}

/** Reads a tenant file: a copy whose fields are checked. Throws as `checkTenant`. */
export function parseTenant(json: unknown): Tenant {
  checkTenant(json);
  return structuredClone(json);
}
