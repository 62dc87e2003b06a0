import type { Switch } from './switch';

/** Switches of customers and of what is sold to them. */
export const resellerSwitches = {
  customerExists: {
    values: ['duplicate', 'conflict'],
    says: 'Reason of the 409 when a customer is ordered that exists.',
  },
  handOver: {
    values: ['together', 'singly'],
    says: 'Whether subscriptions go to Google all together in one batch, or one by one as well.',
  },
  postalCodes: { values: ['byCountry', 'any'], says: 'Whether a postal code has to look like those of its country.' },
  trials: {
    values: ['once', 'again'],
    says: 'Whether a customer gets one trial of a product, or another one with each order.',
  },
} as const satisfies Record<string, Switch>;
