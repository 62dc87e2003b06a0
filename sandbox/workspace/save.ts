import { isRestorable } from './directory/restorable';
import { descendantsOf, pathOf } from './directory/org-unit-tree';
import { asJson } from './json';
import { isAnnual } from './reseller/plans';
import { settle } from './reseller/subscription-life';
import { groupFile } from './save-groups';
import { assignmentFiles, licenceFiles, userFile } from './save-people';
import type { Account, DomainAliasRecord, SchemaRecord, State, SubscriptionRecord } from './state';
import { checkTenant } from './tenant';
import type { Tenant, TenantAccount, TenantDomainAlias, TenantSchema, TenantSubscription } from './tenant';

/** The state as a tenant file: what a later run takes up. What the settings were turned to stands in it. */
export function saveTenant(state: State, now: number): Tenant {
  const tenant = {
    now: new Date(now).toISOString(),
    ...(state.signedInAs !== '' && { signedInAs: state.signedInAs }),
    switches: { ...state.switches, ...state.overrides },
    accounts: Object.values(state.accounts).map((account) => accountFile(state, account, now)),
  };
  const saved = asJson(tenant);
  checkTenant(saved);
  return saved;
}

const iso = (time: number): string => new Date(time).toISOString();

function accountFile(state: State, account: Account, now: number): TenantAccount {
  settle(account, now);
  const users = Object.values(state.users).filter((user) => user.account === account.id);
  const gone = Object.values(state.deleted).filter((user) => user.account === account.id && isRestorable(user, now));
  const switches = Object.fromEntries(Object.entries(account.switches).filter(([name]) => !(name in state.overrides)));
  return {
    customer: customerFile(account),
    reseller: account.reseller,
    ...(account.resoldBy !== null && { resoldBy: account.resoldBy }),
    acceptedTerms: account.acceptedTerms,
    apiAccess: account.apiAccess,
    domains: account.domains.map((domain) => ({
      domainName: domain.name,
      isPrimary: domain.primary,
      verified: domain.verified,
      creationTime: String(domain.createdAt),
    })),
    ...(account.domainAliases.length > 0 && { domainAliases: account.domainAliases.map(domainAliasFile) }),
    orgUnits: orgUnitFiles(account),
    groups: account.groups.map((group) => groupFile(state, group)),
    schemas: account.schemas.map(schemaFile),
    privileges: account.privileges,
    roles: roleFiles(account),
    users: users.map((user) => userFile(state, user, now)),
    deletedUsers: gone.map((user) => ({
      ...userFile(state, user, now),
      deletionTime: iso(user.deletedAt ?? 0),
      former: user.former ?? {},
    })),
    roleAssignments: assignmentFiles(state, account),
    licences: licenceFiles(state, account),
    autoLicensing: account.autoLicensing.map(({ orgUnit, productId, skuId }) => ({
      orgUnitPath: pathOf(account, orgUnit),
      productId,
      skuId,
    })),
    ...(account.seatsHeld.some((held) => held.until > now) && { seatsHeld: seatsHeldFiles(state, account, now) }),
    subscriptions: account.subscriptions.map(subscriptionFile),
    transferTokens: account.transferTokens.map(({ token, reseller, expires }) => ({
      token,
      reseller,
      expires: iso(expires),
    })),
    takenElsewhere: [...account.takenElsewhere],
    switches,
  };
}

function domainAliasFile({ name, parent, verified, createdAt }: DomainAliasRecord): TenantDomainAlias {
  return { domainAliasName: name, parentDomainName: parent, verified, creationTime: String(createdAt) };
}

function customerFile(account: Account): TenantAccount['customer'] {
  const { alternateEmail, phoneNumber, primaryAdmin } = account;
  return {
    id: account.id,
    customerDomain: account.domain,
    customerType: account.type,
    customerCreationTime: iso(account.createdAt),
    language: account.language,
    postalAddress: account.postalAddress,
    ...(alternateEmail !== undefined && { alternateEmail }),
    ...(phoneNumber !== undefined && { phoneNumber }),
    ...(primaryAdmin !== undefined && { primaryAdmin: { primaryEmail: primaryAdmin } }),
  };
}

function orgUnitFiles(account: Account): NonNullable<TenantAccount['orgUnits']> {
  const root = { orgUnitPath: '/', orgUnitId: `id:${account.rootOrgUnit}` };
  return [
    root,
    ...descendantsOf(account, account.rootOrgUnit).map((unit) => ({
      name: unit.name,
      orgUnitPath: pathOf(account, unit.id),
      orgUnitId: `id:${unit.id}`,
      description: unit.description,
    })),
  ];
}

function schemaFile({ id, name, displayName, fields }: SchemaRecord): TenantSchema {
  return {
    schemaId: id,
    schemaName: name,
    displayName,
    fields: fields.map((field) => ({
      fieldId: field.id,
      fieldName: field.name,
      fieldType: field.type,
      displayName: field.displayName,
      multiValued: field.multiValued,
      indexed: field.indexed,
      readAccessType: field.readAccess,
      ...(field.range && { numericIndexingSpec: { ...field.range } }),
    })),
  };
}

function roleFiles(account: Account): NonNullable<TenantAccount['roles']> {
  return Object.values(account.roles).map((role) => ({
    roleId: role.id,
    roleName: role.name,
    roleDescription: role.description,
    rolePrivileges: role.privileges,
    isSystemRole: role.system,
    isSuperAdminRole: role.superAdmin,
  }));
}

function seatsHeldFiles(state: State, account: Account, now: number): NonNullable<TenantAccount['seatsHeld']> {
  return account.seatsHeld.flatMap(({ user, sku, until }) => {
    const email = state.users[user]?.primaryEmail;
    return email === undefined || until <= now ? [] : [{ userId: email, skuId: sku, until: iso(until) }];
  });
}

function subscriptionFile(subscription: SubscriptionRecord): TenantSubscription {
  const { commitment, nextPlan, renewal, suspendedAt, trialEnd } = subscription;
  return {
    subscriptionId: subscription.id,
    skuId: subscription.sku,
    status: subscription.status,
    creationTime: String(subscription.createdAt),
    billingMethod: subscription.billingMethod,
    plan: {
      planName: subscription.plan,
      ...(commitment && {
        commitmentInterval: { startTime: String(commitment.start), endTime: String(commitment.end) },
      }),
    },
    seats: isAnnual(subscription.plan)
      ? { numberOfSeats: subscription.seats }
      : { maximumNumberOfSeats: subscription.seats },
    trialSettings: {
      isInTrial: subscription.inTrial,
      ...(trialEnd !== undefined && { trialEndTime: String(trialEnd) }),
    },
    purchaseOrderId: subscription.purchaseOrderId,
    dealCode: subscription.dealCode,
    suspensionReasons: subscription.reasons,
    direct: subscription.direct,
    ...(renewal !== undefined && { renewalSettings: { renewalType: renewal } }),
    ...(nextPlan && { nextPlan: { planName: nextPlan.plan, seats: nextPlan.seats } }),
    ...(suspendedAt !== undefined && { suspensionTime: String(suspendedAt) }),
  };
}
