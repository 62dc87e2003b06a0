import type { Request } from '../engine/request';
import type { FactTable } from './fact-table';
import { customerFact, domainsFact, resoldCustomerFact, rolesFact, subscriptionsFact } from './facts';
import { asRole, fieldsOf } from './resources';
import {
  asResoldCustomer,
  asSubscription,
  plannedSubscription,
  type ResoldCustomer,
  type Subscription,
} from './reseller-resources';
import { resellerRoles, systemRoles } from './roles';

/**
 * What writes of the Reseller API change in the facts. Their requests are about the reseller's own account; the
 * customer stands in `params.customerId`, for one that is to be made in `named.customer`, and its domain in
 * `named.domain`.
 */

type Effect = (table: FactTable, request: Request, value: unknown) => void;

/** Effects by operation. */
export const resellerEffects: Readonly<Record<string, Effect>> = {
  'reseller.customers.insert': (table, request, value) => {
    addCustomer(table, request, asResoldCustomer(value));
  },
  'reseller.customers.patch': (table, request) => {
    changeCustomer(table, request, (customer) => {
      const { alternateEmail, phoneNumber, postalAddress } = asResoldCustomer({ ...customer, ...request.body });
      return {
        ...customer,
        alternateEmail,
        phoneNumber,
        postalAddress: { ...customer.postalAddress, ...postalAddress },
      };
    });
  },
  'reseller.subscriptions.insert': (table, request, value) => {
    const { customerId = '', sourceSkuId } = request.params;
    const ordered = { ...asSubscription(value), customerId };
    changeSubscriptions(table, request, (all) => [
      ...all.filter((one) => !isOf(one, customerId, [ordered.skuId, sourceSkuId ?? ''])),
      ordered,
    ]);
    if (request.secrets?.customerAuthToken !== undefined)
      changeCustomer(table, request, (customer) => ({ ...customer, ours: true }));
  },
  'reseller.subscriptions.delete': (table, request) => {
    changeOne(table, request, (one) =>
      request.params.deletionType === 'cancel' ? { ...one, status: 'CANCELLED' } : undefined,
    );
  },
  'reseller.subscriptions.changePlan': answered,
  'reseller.subscriptions.changeSeats': answered,
  'reseller.subscriptions.changeRenewalSettings': answered,
  'reseller.subscriptions.startPaidService': answered,
  'reseller.subscriptions.suspend': answered,
  'reseller.subscriptions.activate': answered,
  'directory.customers.patch': (table, request) => {
    const known = table.valueOf(customerFact(request.account));
    if (known)
      table.set(customerFact(request.account), {
        ...known,
        language: String(request.body?.language ?? known.language),
      });
  },
  'mail.send': () => {
    // A mail changes nothing at Google's admin APIs.
  },
};

/**
 * What a planned order or change would make, in Google's own shape. Undefined for an operation that answers nothing.
 */
export function plannedByReseller(table: FactTable, request: Request): unknown {
  const body = request.body ?? {};
  switch (request.op) {
    case 'reseller.customers.insert':
      return { ...body, customerId: request.named?.customer };
    case 'reseller.subscriptions.insert':
      return {
        ...body,
        subscriptionId: plannedSubscription,
        customerId: request.params.customerId,
        customerDomain: request.named?.domain,
        ...firstStanding(table, request),
      };
    case 'reseller.subscriptions.changePlan':
      return plannedChange(table, request, { plan: { planName: echoed(body.planName) }, seats: body.seats });
    case 'reseller.subscriptions.changeSeats':
      return plannedChange(table, request, { seats: body });
    case 'reseller.subscriptions.changeRenewalSettings':
      return plannedChange(table, request, { renewalSettings: body });
    case 'reseller.subscriptions.suspend':
      return plannedChange(table, request, { status: 'SUSPENDED', suspensionReasons: ['RESELLER_INITIATED'] });
    case 'reseller.subscriptions.activate':
      return plannedChange(table, request, { status: 'ACTIVE', suspensionReasons: [] });
    case 'reseller.subscriptions.startPaidService':
      return plannedChange(table, request, { trialSettings: { isInTrial: false } });
    default:
      return undefined;
  }
}

/** `ANNUAL_MONTHLY_PAY` comes back as `ANNUAL` (Reseller API reference, Subscriptions). */
function echoed(planName: unknown): unknown {
  return planName === 'ANNUAL_MONTHLY_PAY' ? 'ANNUAL' : planName;
}

/** A customer whose terms are not accepted yet gets nothing active (codelab "Manage a customer end to end"). */
function firstStanding(table: FactTable, request: Request): Readonly<Record<string, unknown>> {
  const others = (table.valueOf(subscriptionsFact(request.account)) ?? []).filter(
    (one) => one.customerId === request.params.customerId,
  );
  const accepted = others.some((one) => one.status === 'ACTIVE');
  return accepted || request.secrets
    ? { status: 'ACTIVE' }
    : { status: 'SUSPENDED', suspensionReasons: ['PENDING_TOS_ACCEPTANCE'] };
}

function plannedChange(table: FactTable, request: Request, change: Readonly<Record<string, unknown>>): unknown {
  const one = subscriptionOf(table, request);
  if (!one) return undefined;
  const before = {
    ...one,
    plan: { planName: one.planName, commitmentInterval: { endTime: one.termEnds } },
    trialSettings: { isInTrial: one.isInTrial, trialEndTime: one.trialEnds },
    renewalSettings: { renewalType: one.renewalType },
  };
  const seats = { maximumNumberOfSeats: one.seats, ...fieldsOf(change.seats), licensedNumberOfSeats: one.licensed };
  return { ...before, ...change, seats };
}

/** Changes answer with the whole subscription, which may have a new id (Reseller API reference, Subscriptions). */
function answered(table: FactTable, request: Request, value: unknown): void {
  if (value === undefined) return;
  changeOne(table, request, (one) => ({ ...one, ...asSubscription(value), customerId: one.customerId }));
}

function addCustomer(table: FactTable, request: Request, made: ResoldCustomer): void {
  const account = request.named?.customer ?? made.customerId;
  const domain = made.customerDomain;
  table.accounts.begin(account);
  table.set(customerFact(account), { id: account, customerDomain: domain, language: 'en', creationTime: '' });
  table.set(domainsFact(account), [{ domainName: domain, isPrimary: true, verified: made.domainVerified }]);
  // A team is known by its id alone: several may use a domain.
  const keys = made.customerType === 'team' ? [account] : [account, domain];
  for (const key of keys)
    table.set(resoldCustomerFact(request.account, key), { ...made, ours: true, customerId: account });
  table.set(resoldCustomerFact(request.account, made.customerId), { ...made, ours: true });
  if (made.customerId === account) {
    // Only planned: the account will have Google's own roles, whose ids nobody knows yet.
    table.set(
      rolesFact(account),
      Object.keys(systemRoles)
        .filter((name) => !resellerRoles.includes(name))
        .map((roleName) => asRole({ roleId: `planned:${roleName}`, roleName, isSystemRole: true })),
    );
    return;
  }
  table.accounts.name(account, made.customerId);
  table.markNew(account);
}

function changeCustomer(
  table: FactTable,
  request: Request,
  change: (customer: ResoldCustomer) => ResoldCustomer,
): void {
  for (const key of [request.params.customerId, request.named?.domain]) {
    const known = key === undefined ? undefined : table.valueOf(resoldCustomerFact(request.account, key));
    if (key !== undefined && known) table.set(resoldCustomerFact(request.account, key), change(known));
  }
}

function changeSubscriptions(
  table: FactTable,
  request: Request,
  change: (all: readonly Subscription[]) => readonly Subscription[],
): void {
  const fact = subscriptionsFact(request.account);
  const known = table.valueOf(fact);
  // A list that is just being read again must not be taken for known because one subscription is.
  if (known) table.set(fact, change(known));
}

function changeOne(table: FactTable, request: Request, change: (one: Subscription) => Subscription | undefined): void {
  const one = subscriptionOf(table, request);
  if (one)
    changeSubscriptions(table, request, (all) =>
      all.flatMap((other) => (other === one ? (change(one) ?? []) : [other])),
    );
}

function subscriptionOf(table: FactTable, request: Request): Subscription | undefined {
  return table
    .valueOf(subscriptionsFact(request.account))
    ?.find((one) => one.subscriptionId === request.params.subscriptionId);
}

function isOf(one: Subscription, customerId: string, skus: readonly string[]): boolean {
  return one.customerId === customerId && skus.includes(one.skuId);
}
