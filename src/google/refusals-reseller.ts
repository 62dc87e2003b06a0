import { consoles } from './consoles';
import { limits } from './numbers';
import { isDuplicate, isNotFound, isSeveralTeams } from './predicates';
import type { RefusalRow } from './refusal-rows';

const seatOps = [
  'reseller.subscriptions.changeSeats',
  'reseller.subscriptions.changePlan',
  'reseller.subscriptions.insert',
];

/** What the Reseller API refuses (its pages "Troubleshoot Reseller API issues", "Create a subscription", "Limits"). */
export const resellerRows: readonly RefusalRow[] = [
  {
    code: 'severalTeams',
    op: ['reseller.'],
    means: isSeveralTeams,
    says: 'Several team accounts use the domain {domain}, so the domain does not say which one is meant.',
    remedy:
      'Write the Customer ID of the one you mean. For a domain account, the customer has to verify the domain with Google first and then hand it over with a transfer token.',
  },
  {
    code: 'notEligible',
    op: ['reseller.'],
    text: /not eligible to purchase/i,
    says: 'A team account may not buy {product}: only Essentials and Enterprise Essentials editions are sold to it.',
    remedy: `Choose an Essentials edition, or have the customer verify the domain first (${consoles.domains.path}).`,
  },
  {
    code: 'customerExists',
    op: ['reseller.customers.insert'],
    means: isDuplicate,
    says: '{Domain} is a Google customer already, with Google directly or with another reseller.',
    remedy:
      'Ask the customer for a transfer token made for your reseller id, give it on the Customers page of the sidebar (or in Transfer token), and check the row again: the subscriptions are then transferred to you.',
  },
  {
    code: 'orderedAlready',
    op: ['reseller.subscriptions.insert'],
    means: (refusal) => isDuplicate(refusal) || /already exists|conflict/i.test(refusal.message),
    says: 'The customer {domain} has {product} already.',
    remedy: 'Check the row again: Seatsheet takes up the existing subscription and changes only what differs.',
  },
  {
    code: 'annualOnly',
    op: ['reseller.subscriptions.changeRenewalSettings'],
    status: [412],
    says: 'Renewal can be set only on an annual plan, and {product} is on another one.',
    remedy: 'Empty Renewal in this row of the Subscriptions tab, or change Plan to an annual plan first.',
  },
  {
    code: 'noAdministrator',
    op: ['reseller.subscriptions.delete'],
    status: [412],
    says: 'The account of {domain} has no administrator, and Google does not cancel or hand over a subscription of such an account.',
    remedy:
      'Add a temporary administrator of this customer on the Users tab (tick Super admin), run it, and then run this row again.',
  },
  {
    code: 'suspendedTooLong',
    op: ['reseller.subscriptions.activate'],
    status: [412],
    says: `{product} of {domain} was most likely suspended for more than ${String(limits.suspendedDays)} days, and Google takes up nothing after that.{google}`,
    remedy: `Ask Google to take it up (${consoles.partnerCustomers.path} › Help), or order it anew there, and empty State.`,
  },
  {
    code: 'termsMissing',
    op: ['reseller.subscriptions.insert'],
    status: [412],
    says: 'Your company may not sell {product} to {domain} now. Most likely the terms for it or for this market are not accepted.{google}',
    remedy: `A super administrator of your own account has to accept them under ${consoles.partnerTerms.path}; then check the row again.`,
  },
  {
    code: 'marketClosed',
    op: ['reseller.customers.'],
    status: [412],
    says: 'Google does not let your company take on {domain}: most likely the terms for its country are not accepted.{google}',
    remedy: `A super administrator of your own account looks under ${consoles.partnerTerms.path} and accepts what is open; then check the row again.`,
  },
  {
    code: 'orderCondition',
    op: ['reseller.'],
    status: [412],
    says: 'The customer {domain} or its subscription of {product} is not in a state that allows this change.{google}',
    remedy: `Look at the customer in the ${consoles.partnerCustomers.path}, put right what it says there, and check the row again.`,
  },
  {
    code: 'transferTogether',
    op: ['reseller.subscriptions.insert'],
    status: [400],
    text: /batch/i,
    says: 'Google transfers the subscriptions of {domain} only all together, and it has more than rows say.',
    remedy: 'Check the row again: it then names each subscription that still needs a row on the Subscriptions tab.',
  },
  {
    code: 'seatsInvalid',
    op: seatOps,
    reason: ['invalid', 'INVALID_ARGUMENT'],
    says: 'Google does not accept the number of seats or the plan of {product}.{google}',
    remedy:
      'In Seats write the total: not below the people there are, not below the present number on an annual plan before its renewal, at most 10 in a trial. To let an annual plan shrink, set Renewal to current users.',
  },
  {
    code: 'customerInvalid',
    op: ['reseller.customers.'],
    status: [400],
    says: "Google does not accept something in the customer's details.{google}",
    remedy:
      "Look at three cells first: Postal code has to fit the country, Country has to be one you may sell in, Alternate email must not be on the customer's own domain.",
  },
  {
    code: 'subscriptionStopped',
    op: ['reseller.'],
    status: [400],
    says: 'Google could not do this with {product}: the subscription is suspended or cancelled, or the order is not well formed.{google}',
    remedy: `Look at its state under ${consoles.partnerCustomers.path} › the customer. Set State to Active first if you suspended it; a cancelled one has to be ordered anew.`,
  },
  {
    code: 'notYourCustomer',
    op: ['reseller.'],
    status: [403],
    says: '{Domain} is not your customer, the transfer token is wrong or has run out, or the customer has turned off your access.',
    remedy: `Compare with ${consoles.partnerCustomers.path}. For a transfer ask for a new token (it lasts 14 to 30 days); for an existing customer: ${consoles.resellerAccess.path}.`,
  },
  {
    code: 'customerUnknown',
    op: ['reseller.customers.'],
    means: isNotFound,
    says: 'Google has no customer {domain}.',
    remedy:
      'If it is a new customer, empty Customer ID so that it is created. If the account was closed and opened again, it has a new id: look it up in the Partner Sales Console › Customers.',
  },
  {
    code: 'subscriptionUnknown',
    op: ['reseller.subscriptions.'],
    means: isNotFound,
    says: 'The customer {domain} has no such subscription of {product}.',
    remedy:
      'Check the row again: Google gives a subscription a new id when it changes, and Seatsheet looks it up by product.',
  },
  {
    code: 'resellerBusy',
    op: ['reseller.'],
    status: [503],
    says: 'The Reseller API did not take the request after several tries; its limits page names a used-up quota as the reason.',
    remedy: 'Wait ten minutes and check the row again; an order that did arrive is found then and not placed twice.',
  },
  {
    code: 'resellerFault',
    op: ['reseller.'],
    status: [500, 502, 504],
    says: 'The Reseller API had a fault. Whether the change was made is not known.',
    remedy: `Look at the customer in the ${consoles.partnerCustomers.path}, then check the row again: an order that is there is not placed twice.`,
  },
];
