import { fieldsOf } from './resources';
import { address as addressOf, domain, instant, text, texts } from './texts';

/** What the Reseller API answers, as far as Seatsheet reads it; each `as…` checks it before it is used. */

/** A subscription of the Reseller API. Times are milliseconds since the epoch, 0 where Google gives none. */
export interface Subscription {
  readonly subscriptionId: string;
  readonly customerId: string;
  readonly customerDomain: string;
  readonly skuId: string;
  readonly skuName: string;
  readonly status: string;
  readonly suspensionReasons: readonly string[];
  /** The number of an annual plan, the maximum of any other. */
  readonly seats: number;
  readonly licensed: number;
  /** As Google answers it: `ANNUAL` for `ANNUAL_MONTHLY_PAY`. */
  readonly planName: string;
  readonly renewalType: string;
  readonly purchaseOrderId: string;
  readonly isInTrial: boolean;
  readonly trialEnds: number;
  /** End of an annual commitment. */
  readonly termEnds: number;
  /** What a transfer takes; only in lists that a transfer token opens. */
  readonly transfer?: { readonly leastSeats: number; readonly expires: number; readonly presentSkuId: string };
}

/** The id of a subscription that a check has planned: what Google makes of it shows when it is ordered. */
export const plannedSubscription = 'planned';

/** A customer as the reseller sees it. One that is not ours has id, domain and type alone. */
export interface ResoldCustomer {
  readonly customerId: string;
  readonly customerDomain: string;
  readonly customerType: 'domain' | 'team';
  readonly ours: boolean;
  readonly domainVerified: boolean;
  readonly alternateEmail: string;
  readonly phoneNumber: string;
  readonly primaryAdmin: string;
  /** Google's field names: contactName, organizationName, addressLine1 … */
  readonly postalAddress: Readonly<Record<string, string>>;
  /** Link to the customer's Admin console. */
  readonly consoleUrl: string;
}

/** A subscription, as any list or change answers it. */
export function asSubscription(value: unknown): Subscription {
  const fields = fieldsOf(value);
  const [seats, plan, trial] = [fieldsOf(fields.seats), fieldsOf(fields.plan), fieldsOf(fields.trialSettings)];
  return {
    subscriptionId: text(fields.subscriptionId),
    customerId: text(fields.customerId),
    customerDomain: domain(fields.customerDomain),
    skuId: text(fields.skuId),
    skuName: text(fields.skuName),
    status: text(fields.status),
    suspensionReasons: texts(fields.suspensionReasons),
    // Annual plans have a number of seats, the others a maximum (Reseller API reference, Seats).
    seats: Number(seats.numberOfSeats ?? seats.maximumNumberOfSeats ?? 0),
    licensed: Number(seats.licensedNumberOfSeats ?? 0),
    planName: text(plan.planName),
    renewalType: text(fieldsOf(fields.renewalSettings).renewalType),
    purchaseOrderId: text(fields.purchaseOrderId),
    isInTrial: trial.isInTrial === true,
    trialEnds: instant(trial.trialEndTime),
    termEnds: instant(fieldsOf(plan.commitmentInterval).endTime),
    ...transferIn(fields.transferInfo),
  };
}

/** Google's own example has the least number of seats as a text (Reseller API guide, "Manage subscriptions"). */
function transferIn(value: unknown): Pick<Subscription, 'transfer'> {
  if (value === undefined) return {};
  const info = fieldsOf(value);
  return {
    transfer: {
      leastSeats: Number(info.minimumTransferableSeats ?? 0),
      expires: instant(info.transferabilityExpirationTime),
      presentSkuId: text(info.currentLegacySkuId),
    },
  };
}

/**
 * A customer is ours where Google shows its settings; others' come with id and domain alone (Reseller API guide,
 * "Retrieve a customer").
 */
export function asResoldCustomer(value: unknown): ResoldCustomer {
  const fields = fieldsOf(value);
  const address = Object.entries(fieldsOf(fields.postalAddress)).filter(([name]) => name !== 'kind');
  return {
    customerId: text(fields.customerId),
    customerDomain: domain(fields.customerDomain),
    customerType: fields.customerType === 'team' ? 'team' : 'domain',
    ours: fields.postalAddress !== undefined || text(fields.alternateEmail) !== '',
    domainVerified: fields.customerDomainVerified === true,
    alternateEmail: text(fields.alternateEmail).toLowerCase(),
    phoneNumber: text(fields.phoneNumber),
    primaryAdmin: addressOf(fieldsOf(fields.primaryAdmin).primaryEmail),
    postalAddress: Object.fromEntries(address.map(([name, part]) => [name, text(part)])),
    consoleUrl: text(fields.resourceUiUrl),
  };
}
