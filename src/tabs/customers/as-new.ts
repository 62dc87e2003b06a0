import type { NewCustomer } from '../../ensure/customer';
import { doubtsAbout, newBody, newInWords } from '../../table/compare';
import { countries } from '../../google/countries';
import { withoutPostcodes } from '../../google/postcodes';
import { comparedFields, neededByNew } from './fields';
import { postalCode } from './fields/postal-address';
import type { CustomerWish } from './wish';

/** What a row says of an account that has to be made. What is to be cleared is nothing to a new customer. */
export function asNew(wish: CustomerWish): NewCustomer {
  return {
    body: newBody(comparedFields, wish),
    values: newInWords(comparedFields, wish),
    doubts: doubtsAbout(comparedFields, wish),
    lacks: neededByNew[wish.type]
      .filter(({ id }) => !wish[id])
      .map(({ id, header }) => ({ id, header, hint: id === postalCode.id ? hintOn(wish.country) : undefined })),
  };
}

function hintOn(code: string | undefined): string | undefined {
  const country = countries.find((one) => one.code === code);
  return country && withoutPostcodes(country);
}
