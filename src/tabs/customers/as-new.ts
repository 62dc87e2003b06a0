import type { NewCustomer } from '../../ensure/customer';
import { newBody, newInWords } from '../../table/compare';
import { comparedFields, neededByNew } from './fields';
import type { CustomerWish } from './wish';

/** What a row says of an account that has to be made. What is to be cleared is nothing to a new customer. */
export function asNew(wish: CustomerWish): NewCustomer {
  return {
    body: newBody(comparedFields, wish),
    values: newInWords(comparedFields, wish),
    lacks: neededByNew[wish.type].filter(({ id }) => !wish[id]),
  };
}
