import { asPrivilegeName, type PrivilegeName } from './privileges';
import { address as addressOf, domain, text, texts } from './texts';
import { isJson, type Json, type JsonObject } from '../engine/request';

/**
 * Google's resources as far as Seatsheet reads them; the Reseller API's are in `reseller-resources.ts`. Each `as…`
 * checks what came from outside before it is used.
 */

/** A user of the Directory API. Collections and flags are absent, not empty, where there is nothing. */
export interface User {
  readonly id: string;
  readonly primaryEmail: string;
  readonly name: { readonly givenName: string; readonly familyName: string };
  readonly orgUnitPath: string;
  readonly isAdmin: boolean;
  readonly isDelegatedAdmin: boolean;
  readonly suspended: boolean;
  readonly aliases: readonly string[];
  readonly languages: readonly string[];
  readonly recoveryEmail: string;
  readonly recoveryPhone: string;
  readonly customerId: string;
  /** RFC 3339, or `''` for a user that is only planned. */
  readonly creationTime: string;
  readonly deletionTime: string;
  readonly changePasswordAtNextLogin: boolean;
  /** The rest of the profile in Google's own shape, without what Google left out. */
  readonly more: JsonObject;
}

/**
 * What of a profile is kept as Google has it (Directory API reference, users): what can be written, and how the account
 * stands.
 */
const profileFields = [
  'organizations',
  'phones',
  'addresses',
  'locations',
  'externalIds',
  'relations',
  'emails',
  'customSchemas',
  'nonEditableAliases',
  'includeInGlobalAddressList',
  'gender',
  'keywords',
  'websites',
  'ims',
  'notes',
  'archived',
  'suspensionReason',
  'lastLoginTime',
  'isEnrolledIn2Sv',
  'isEnforcedIn2Sv',
] as const;

/** An org unit, by its path. */
export interface OrgUnit {
  readonly orgUnitId: string;
  readonly orgUnitPath: string;
  /** Made, or planned, in this execution. */
  readonly madeHere?: true;
}
/** An admin role of an account. */
export interface Role {
  readonly roleId: string;
  readonly roleName: string;
  readonly isSuperAdminRole: boolean;
  /** Google's own, which nobody changes. */
  readonly isSystemRole: boolean;
  readonly rolePrivileges: readonly PrivilegeName[];
}
/** A role given to somebody. */
export interface RoleAssignment {
  readonly roleAssignmentId: string;
  readonly roleId: string;
  readonly assignedTo: string;
  /** `user` or `group`. */
  readonly assigneeType: string;
  readonly scopeType: string;
  /** Without the `id:` that org units have in front; '' for the whole account. */
  readonly orgUnitId: string;
  /** As Google has it; '' where it holds unconditionally. */
  readonly condition: string;
}
/** A licence of a person. */
export interface Licence {
  readonly userId: string;
  readonly productId: string;
  readonly skuId: string;
  readonly skuName: string;
}
/** A domain of an account. */
export interface Domain {
  readonly domainName: string;
  readonly isPrimary: boolean;
  readonly verified: boolean;
  /** Domain aliases that hang under it (Directory API, domains). */
  readonly aliases?: readonly string[];
}
/** The Directory's customer. `creationTime` is RFC 3339, or `''` for one that is made in this run. */
export interface Customer {
  readonly id: string;
  readonly customerDomain: string;
  readonly language: string;
  readonly creationTime: string;
}
/** A group, by its address. `members`: how many it has directly, people and groups. */
export interface Group {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly description: string;
  readonly aliases: readonly string[];
  readonly members: number;
}
/** Somebody or something in a group. Everybody of an account together has no address. */
export interface Member {
  readonly id: string;
  readonly email: string;
  readonly role: string;
  readonly type: string;
}
type Fields = Readonly<Record<string, unknown>>;

/** The fields of an object; none where the value is not one. */
export function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}

/** The items of a list answer: Google leaves the field out where there are none. */
export function itemsOf(value: unknown, field: string): readonly unknown[] {
  const items = fieldsOf(value)[field];
  return Array.isArray(items) ? (items as readonly unknown[]) : [];
}

/** The token of the next page, or `''`. */
export function nextPageOf(value: unknown): string {
  return text(fieldsOf(value).nextPageToken);
}

/** A user, from whatever Google answered. */
export function asUser(value: unknown): User {
  const fields = fieldsOf(value);
  const name = fieldsOf(fields.name);
  return {
    id: text(fields.id),
    primaryEmail: addressOf(fields.primaryEmail),
    name: { givenName: text(name.givenName), familyName: text(name.familyName) },
    orgUnitPath: text(fields.orgUnitPath) || '/',
    isAdmin: fields.isAdmin === true,
    isDelegatedAdmin: fields.isDelegatedAdmin === true,
    suspended: fields.suspended === true,
    aliases: [
      ...new Set([...texts(fields.aliases), ...texts(fields.nonEditableAliases)].map((alias) => alias.toLowerCase())),
    ],
    languages: itemsOf(fields, 'languages')
      .map((one) => text(fieldsOf(one).languageCode))
      .filter(Boolean),
    recoveryEmail: text(fields.recoveryEmail),
    recoveryPhone: text(fields.recoveryPhone),
    customerId: text(fields.customerId),
    creationTime: text(fields.creationTime),
    deletionTime: text(fields.deletionTime),
    changePasswordAtNextLogin: fields.changePasswordAtNextLogin === true,
    more: profileIn(fields),
  };
}

function profileIn(fields: Fields): JsonObject {
  return Object.fromEntries(
    profileFields.flatMap((name): [string, Json][] => {
      const value = fields[name];
      return value !== null && isJson(value) ? [[name, value]] : [];
    }),
  );
}

/** An org unit, from whatever Google answered. */
export function asOrgUnit(value: unknown): OrgUnit {
  const fields = fieldsOf(value);
  return { orgUnitId: text(fields.orgUnitId), orgUnitPath: text(fields.orgUnitPath) };
}

/** A role, from whatever Google answered. */
export function asRole(value: unknown): Role {
  const fields = fieldsOf(value);
  return {
    roleId: text(fields.roleId),
    roleName: text(fields.roleName),
    isSuperAdminRole: fields.isSuperAdminRole === true,
    isSystemRole: fields.isSystemRole === true,
    rolePrivileges: Array.isArray(fields.rolePrivileges) ? fields.rolePrivileges.map(asPrivilegeName) : [],
  };
}

/** A role assignment, from whatever Google answered. */
export function asRoleAssignment(value: unknown): RoleAssignment {
  const fields = fieldsOf(value);
  return {
    roleAssignmentId: text(fields.roleAssignmentId),
    roleId: text(fields.roleId),
    assignedTo: text(fields.assignedTo),
    assigneeType: text(fields.assigneeType),
    scopeType: text(fields.scopeType),
    orgUnitId: text(fields.orgUnitId),
    condition: text(fields.condition),
  };
}

/** A licence, from whatever Google answered. */
export function asLicence(value: unknown): Licence {
  const fields = fieldsOf(value);
  return {
    userId: text(fields.userId).toLowerCase(),
    productId: text(fields.productId),
    skuId: text(fields.skuId),
    skuName: text(fields.skuName),
  };
}

/** A domain, from whatever Google answered. */
export function asDomain(value: unknown): Domain {
  const fields = fieldsOf(value);
  const aliases = Array.isArray(fields.domainAliases) ? fields.domainAliases.map(fieldsOf) : [];
  return {
    domainName: domain(fields.domainName),
    isPrimary: fields.isPrimary === true,
    verified: fields.verified === true,
    ...(aliases.length ? { aliases: aliases.map((one) => domain(one.domainAliasName)) } : {}),
  };
}

/** A customer of the Directory API, from whatever Google answered. */
export function asCustomer(value: unknown): Customer {
  const fields = fieldsOf(value);
  return {
    id: text(fields.id),
    customerDomain: domain(fields.customerDomain),
    language: text(fields.language),
    creationTime: text(fields.customerCreationTime),
  };
}

/** A group, from whatever Google answered. */
export function asGroup(value: unknown): Group {
  const fields = fieldsOf(value);
  return {
    id: text(fields.id),
    email: text(fields.email).toLowerCase(),
    name: text(fields.name),
    description: text(fields.description),
    aliases: [...texts(fields.aliases), ...texts(fields.nonEditableAliases)].map((alias) => alias.toLowerCase()),
    members: Number(fields.directMembersCount ?? 0) || 0,
  };
}

/** A member of a group, from whatever Google answered. */
export function asMember(value: unknown): Member {
  const fields = fieldsOf(value);
  return {
    id: text(fields.id),
    email: text(fields.email).toLowerCase(),
    role: text(fields.role) || 'MEMBER',
    type: text(fields.type),
  };
}
