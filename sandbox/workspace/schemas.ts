import type { OperationId } from './operations';

/**
 * The resources that travel: field names and types as the discovery documents have them, and which operation takes and
 * gives which.
 */

/** JSON types of discovery documents; `int64` travels as text. */
export type FieldType = 'string' | 'boolean' | 'integer' | 'int64' | 'any';

const field = (names: string, type: FieldType): [string, FieldType][] =>
  names
    .split(' ')
    .filter(Boolean)
    .map((name) => [name, type]);

interface Fields {
  readonly strings?: string;
  readonly booleans?: string;
  readonly integers?: string;
  readonly int64s?: string;
  readonly others?: string;
}

const shape = ({
  strings = '',
  booleans = '',
  integers = '',
  int64s = '',
  others = '',
}: Fields): Readonly<Record<string, FieldType>> =>
  Object.fromEntries([
    ...field(strings, 'string'),
    ...field(booleans, 'boolean'),
    ...field(integers, 'integer'),
    ...field(int64s, 'int64'),
    ...field(others, 'any'),
  ]);

/**
 * Fields of every resource by the name of its schema. Two APIs call theirs `Customer`; the reseller's has a longer name
 * here.
 */
export const schemas: Readonly<Record<string, Readonly<Record<string, FieldType>>>> = {
  Alias: shape({ strings: 'alias etag id kind primaryEmail' }),
  Aliases: shape({ strings: 'etag kind', others: 'aliases' }),
  Asp: shape({ strings: 'etag kind name userKey', integers: 'codeId', int64s: 'creationTime lastTimeUsed' }),
  Asps: shape({ strings: 'etag kind', others: 'items' }),
  ChangePlanRequest: shape({ strings: 'dealCode kind planName purchaseOrderId', others: 'seats' }),
  Customer: shape({
    strings: 'alternateEmail customerCreationTime customerDomain etag id kind language phoneNumber',
    others: 'postalAddress',
  }),
  DomainAlias: shape({
    strings: 'domainAliasName etag kind parentDomainName',
    booleans: 'verified',
    int64s: 'creationTime',
  }),
  DomainAliases: shape({ strings: 'etag kind', others: 'domainAliases' }),
  Domains2: shape({ strings: 'etag kind', others: 'domains' }),
  Group: shape({
    strings: 'description email etag id kind name',
    booleans: 'adminCreated',
    int64s: 'directMembersCount',
    others: 'aliases externalIds nonEditableAliases',
  }),
  Groups: shape({ strings: 'etag kind nextPageToken', others: 'groups' }),
  LicenseAssignment: shape({ strings: 'etags kind productId productName selfLink skuId skuName userId' }),
  LicenseAssignmentInsert: shape({ strings: 'userId' }),
  LicenseAssignmentList: shape({ strings: 'etag kind nextPageToken', others: 'items' }),
  Member: shape({ strings: 'delivery_settings email etag id kind role status type' }),
  Members: shape({ strings: 'etag kind nextPageToken', others: 'members' }),
  MembersHasMember: shape({ booleans: 'isMember' }),
  OrgUnit: shape({
    strings: 'description etag kind name orgUnitId orgUnitPath parentOrgUnitId parentOrgUnitPath',
    booleans: 'blockInheritance',
  }),
  OrgUnits: shape({ strings: 'etag kind', others: 'organizationUnits' }),
  Privileges: shape({ strings: 'etag kind', others: 'items' }),
  ResellerCustomer: shape({
    strings: 'alternateEmail customerDomain customerId customerType kind phoneNumber resourceUiUrl',
    booleans: 'customerDomainVerified',
    others: 'postalAddress primaryAdmin',
  }),
  RenewalSettings: shape({ strings: 'kind renewalType' }),
  Role: shape({
    strings: 'etag kind roleDescription roleName',
    booleans: 'isSuperAdminRole isSystemRole',
    int64s: 'roleId',
    others: 'rolePrivileges',
  }),
  RoleAssignment: shape({
    strings: 'assignedTo assigneeType condition etag kind orgUnitId scopeType',
    int64s: 'roleAssignmentId roleId',
    others: 'expirationDetails',
  }),
  RoleAssignments: shape({ strings: 'etag kind nextPageToken', others: 'items' }),
  Roles: shape({ strings: 'etag kind nextPageToken', others: 'items' }),
  Schema: shape({ strings: 'displayName etag kind schemaId schemaName', others: 'fields' }),
  Schemas: shape({ strings: 'etag kind', others: 'schemas' }),
  Seats: shape({ strings: 'kind', integers: 'licensedNumberOfSeats maximumNumberOfSeats numberOfSeats' }),
  Subscription: shape({
    strings:
      'billingMethod customerDomain customerId dealCode kind purchaseOrderId resourceUiUrl skuId skuName status subscriptionId',
    int64s: 'creationTime',
    others: 'plan renewalSettings seats suspensionReasons transferInfo trialSettings',
  }),
  Subscriptions: shape({ strings: 'kind nextPageToken', others: 'subscriptions' }),
  Token: shape({
    strings: 'clientId displayText etag kind userKey',
    booleans: 'anonymous nativeApp',
    others: 'scopes',
  }),
  Tokens: shape({ strings: 'etag kind', others: 'items' }),
  User: shape({
    strings:
      'archivalTime creationTime customerId deletionTime etag hashFunction id kind lastLoginTime orgUnitPath password primaryEmail recoveryEmail recoveryPhone suspensionReason suspensionTime thumbnailPhotoEtag thumbnailPhotoUrl',
    booleans:
      'agreedToTerms archived changePasswordAtNextLogin includeInGlobalAddressList ipWhitelisted isAdmin isDelegatedAdmin isEnforcedIn2Sv isEnrolledIn2Sv isGuestUser isMailboxSetup suspended',
    others:
      'addresses aliases customSchemas emails externalIds gender guestAccountInfo ims keywords languages locations name nonEditableAliases notes organizations phones posixAccounts relations sshPublicKeys websites',
  }),
  UserMakeAdmin: shape({ booleans: 'status' }),
  UserUndelete: shape({ strings: 'orgUnitPath' }),
  Users: shape({ strings: 'etag kind nextPageToken trigger_event', others: 'users' }),
};

const taken: Partial<Record<OperationId, string>> = {
  'directory.users.makeAdmin': 'UserMakeAdmin',
  'directory.users.undelete': 'UserUndelete',
  'licensing.licenseAssignments.insert': 'LicenseAssignmentInsert',
  'reseller.subscriptions.changePlan': 'ChangePlanRequest',
  'reseller.subscriptions.changeSeats': 'Seats',
  'reseller.subscriptions.changeRenewalSettings': 'RenewalSettings',
};

const byCollection: readonly (readonly [prefix: string, one: string, many: string])[] = [
  ['directory.users.aliases.', 'Alias', 'Aliases'],
  ['directory.users.', 'User', 'Users'],
  ['directory.schemas.', 'Schema', 'Schemas'],
  ['directory.tokens.', 'Token', 'Tokens'],
  ['directory.asps.', 'Asp', 'Asps'],
  ['directory.orgunits.', 'OrgUnit', 'OrgUnits'],
  ['directory.roles.', 'Role', 'Roles'],
  ['directory.roleAssignments.', 'RoleAssignment', 'RoleAssignments'],
  ['directory.privileges.', 'Privileges', 'Privileges'],
  ['directory.domains.', 'Domains2', 'Domains2'],
  ['directory.domainAliases.', 'DomainAlias', 'DomainAliases'],
  ['directory.customers.', 'Customer', 'Customer'],
  ['directory.groups.aliases.', 'Alias', 'Aliases'],
  ['directory.groups.', 'Group', 'Groups'],
  ['directory.members.hasMember', 'MembersHasMember', 'MembersHasMember'],
  ['directory.members.', 'Member', 'Members'],
  ['licensing.licenseAssignments.', 'LicenseAssignment', 'LicenseAssignmentList'],
  ['reseller.customers.', 'ResellerCustomer', 'ResellerCustomer'],
  ['reseller.subscriptions.', 'Subscription', 'Subscriptions'],
];

const silent = /\.(delete|makeAdmin|undelete|signOut)$/;

/** Name of the schema of an operation's request body. */
export function requestSchema(op: OperationId): string {
  return taken[op] ?? byCollection.find(([prefix]) => op.startsWith(prefix))?.[1] ?? '';
}

/** Name of the schema of an operation's answer; '' where it answers nothing. */
export function responseSchema(op: OperationId): string {
  if (silent.test(op)) return '';
  const found = byCollection.find(([prefix]) => op.startsWith(prefix));
  return (/\.list\w*$/.test(op) ? found?.[2] : found?.[1]) ?? '';
}

/** Names in a body that Google's schema does not have. */
export function unknownFields(op: OperationId, body: Readonly<Record<string, unknown>>): string[] {
  const known = schemas[requestSchema(op)] ?? {};
  return Object.keys(body).filter((name) => !Object.hasOwn(known, name));
}
