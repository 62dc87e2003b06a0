import { fieldTypes } from './directory/field-types';
import {
  address,
  anything,
  type Check,
  domainName,
  fail,
  filled,
  flag,
  listOf,
  millis,
  objectOf,
  oneOf,
  orNull,
  text,
  time,
  wholeNumber,
} from './field-checks';
import { isObject } from './json';
import { checkSwitch } from './switches';

/** What a tenant file may hold, field by field. */

const ignored = { kind: anything, etag: anything, etags: anything };

const customer = objectOf({
  must: { customerDomain: domainName },
  may: {
    ...ignored,
    id: filled,
    customerType: oneOf('domain', 'team'),
    customerCreationTime: time,
    language: text,
    alternateEmail: address,
    phoneNumber: text,
    postalAddress: objectOf({ open: true }),
    primaryAdmin: objectOf({ must: { primaryEmail: address }, open: true }),
  },
});

const passwordHash: Check = (value, where) => {
  if (!isObject(value)) return fail(where, 'must be an object');
  const given = typeof value['salt'] === 'string' && typeof value['sha256'] === 'string';
  if (!given && !(typeof value['function'] === 'string' && typeof value['value'] === 'string'))
    fail(where, 'needs salt and sha256, or function and value');
};

const member = objectOf({
  may: {
    ...ignored,
    email: address,
    id: filled,
    role: oneOf('OWNER', 'MANAGER', 'MEMBER'),
    type: text,
    status: text,
    delivery_settings: text,
  },
});

const token = objectOf({
  must: { clientId: filled },
  may: { ...ignored, displayText: text, scopes: listOf(text), anonymous: flag, nativeApp: flag, userKey: anything },
});

const asp = objectOf({
  must: { codeId: wholeNumber, name: text },
  may: { ...ignored, creationTime: millis, lastTimeUsed: millis, userKey: anything },
});

const userFields = {
  id: filled,
  passwordHash,
  name: objectOf({ may: { givenName: text, familyName: text, displayName: text, fullName: text } }),
  isAdmin: flag,
  suspended: flag,
  archived: flag,
  suspensionTime: time,
  archivalTime: time,
  orgUnitPath: text,
  aliases: listOf(address),
  creationTime: time,
  password: text,
  changePasswordAtNextLogin: flag,
  recoveryEmail: text,
  recoveryPhone: text,
  hold: flag,
  lastLoginTime: time,
  isEnrolledIn2Sv: flag,
  isEnforcedIn2Sv: flag,
  returning: objectOf({ must: { time }, may: { aliases: listOf(address), groups: listOf(member) } }),
  formerGroups: listOf(member),
  tokens: listOf(token),
  asps: listOf(asp),
};
const user = objectOf({ must: { primaryEmail: address }, may: userFields, open: true });
const deletedUser = objectOf({
  must: { primaryEmail: address, deletionTime: time },
  may: { ...userFields, former: objectOf({ open: true }) },
  open: true,
});

const domainAlias = objectOf({
  must: { domainAliasName: domainName, parentDomainName: domainName },
  may: { ...ignored, verified: flag, creationTime: millis },
});

const domain = objectOf({
  must: { domainName },
  may: { ...ignored, isPrimary: flag, verified: flag, creationTime: millis, domainAliases: listOf(domainAlias) },
});

const orgUnit = objectOf({
  may: {
    ...ignored,
    name: text,
    orgUnitPath: text,
    parentOrgUnitPath: text,
    orgUnitId: filled,
    parentOrgUnitId: text,
    description: text,
    blockInheritance: flag,
  },
});

const group = objectOf({
  must: { email: address },
  may: {
    id: filled,
    name: text,
    description: text,
    aliases: listOf(address),
    members: listOf(member),
    dynamic: flag,
    security: flag,
  },
  open: true,
});

const schemaField = objectOf({
  must: { fieldName: filled, fieldType: oneOf(...fieldTypes) },
  may: {
    ...ignored,
    fieldId: filled,
    displayName: text,
    multiValued: flag,
    indexed: flag,
    readAccessType: oneOf('ALL_DOMAIN_USERS', 'ADMINS_AND_SELF'),
    numericIndexingSpec: objectOf({ open: true }),
  },
});

const schema = objectOf({
  must: { schemaName: filled, fields: listOf(schemaField) },
  may: { ...ignored, schemaId: filled, displayName: text },
});

const pair = objectOf({ must: { privilegeName: filled, serviceId: filled } });

const role = objectOf({
  must: { roleName: filled },
  may: {
    ...ignored,
    roleId: filled,
    roleDescription: text,
    rolePrivileges: listOf(pair),
    isSystemRole: flag,
    isSuperAdminRole: flag,
  },
});

const privilege: Check = (value, where) =>
  objectOf({
    must: { privilegeName: filled, serviceId: filled },
    may: { ...ignored, serviceName: text, isOuScopable: flag, childPrivileges: listOf(privilege) },
  })(value, where);

const roleAssignment = objectOf({
  must: { roleName: filled, assignedTo: address },
  may: {
    ...ignored,
    scopeType: oneOf('CUSTOMER', 'ORG_UNIT'),
    orgUnitPath: text,
    condition: text,
    roleAssignmentId: filled,
  },
});

const licence = objectOf({
  must: { userId: address, productId: filled, skuId: filled },
  may: { ...ignored, productName: text, skuName: text, selfLink: text },
});

const seatHeld = objectOf({ must: { userId: address, skuId: filled, until: time } });

const autoLicensing = objectOf({ must: { orgUnitPath: text, productId: filled, skuId: orNull(text) } });

const subscription = objectOf({
  must: { skuId: filled },
  may: {
    subscriptionId: filled,
    status: oneOf('ACTIVE', 'SUSPENDED', 'CANCELLED'),
    creationTime: millis,
    suspensionReasons: listOf(text),
    direct: flag,
    suspensionTime: millis,
    plan: objectOf({
      may: { planName: oneOf('ANNUAL', 'ANNUAL_MONTHLY_PAY', 'ANNUAL_YEARLY_PAY', 'FLEXIBLE', 'TRIAL', 'FREE') },
      open: true,
    }),
    seats: objectOf({ may: { numberOfSeats: wholeNumber, maximumNumberOfSeats: wholeNumber }, open: true }),
  },
  open: true,
});

const transferToken = objectOf({ must: { token: filled, reseller: filled, expires: time } });

const switchSettings: Check = (value, where) => {
  if (!isObject(value)) return fail(where, 'must be an object');
  for (const [name, setting] of Object.entries(value)) {
    try {
      checkSwitch(name, String(setting));
    } catch (error) {
      fail(`${where}.${name}`, `is wrong: ${error instanceof Error ? error.message.replace(/\.$/, '') : ''}`);
    }
  }
};

const account = objectOf({
  must: { customer },
  may: {
    reseller: flag,
    resoldBy: filled,
    domains: listOf(domain),
    domainAliases: listOf(domainAlias),
    users: listOf(user),
    deletedUsers: listOf(deletedUser),
    orgUnits: listOf(orgUnit),
    groups: listOf(group),
    schemas: listOf(schema),
    roles: listOf(role),
    privileges: listOf(privilege),
    roleAssignments: listOf(roleAssignment),
    licences: listOf(licence),
    seatsHeld: listOf(seatHeld),
    autoLicensing: listOf(autoLicensing),
    subscriptions: listOf(subscription),
    transferTokens: listOf(transferToken),
    acceptedTerms: flag,
    apiAccess: flag,
    takenElsewhere: listOf(address),
    switches: switchSettings,
  },
});

const tenant = objectOf({
  must: { accounts: listOf(account) },
  may: { now: time, signedInAs: address, switches: switchSettings },
});

/** Checks every field of a tenant file, whoever reads it then. Throws an error that names the field. */
export function checkFields(json: unknown): void {
  tenant(json, '');
}
