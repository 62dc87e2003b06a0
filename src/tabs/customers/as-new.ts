import type { NewCustomer } from '../../ensure/customer';
import { doubtsAbout, newBody, newInWords } from '../../table/compare';
import { countries } from '../../google/countries';
import { withoutPostcodes } from '../../google/postcodes';
import { comparedFields, neededByNew } from './fields';
import { postalCode } from './fields/postal-address';
import { askedOfAddress } from '../ask-address';
import { alternateEmail } from './fields/contact';
import type { CustomerRow } from './row';

/** What a row says of an account that has to be made. What is to be cleared is nothing to a new customer. */
export function asNew({ wish, memory }: Pick<CustomerRow, 'wish' | 'memory'>): NewCustomer {
  const asked = askedOfAddress(wish.alternateEmail, memory);
  return {
    body: newBody(comparedFields, wish),
    values: newInWords(comparedFields, wish),
    // What has to be corrected comes before what may be meant.
    doubts: [...doubtsAbout(comparedFields, wish), ...(asked ? [{ ...asked, id: alternateEmail.id }] : [])],
    lacks: neededByNew[wish.type]
      .filter(({ id }) => !wish[id])
      .map(({ id, header }) => ({ id, header, hint: id === postalCode.id ? hintOn(wish.country) : undefined })),
  };
}

function hintOn(code: string | undefined): string | undefined {
  const country = countries().find((one) => one.code === code);
  return country && withoutPostcodes(country);
}
