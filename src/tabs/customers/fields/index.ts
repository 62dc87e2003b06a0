import { placed, type Placed } from '../../../table/compare';
import { alternateEmail, phone } from './contact';
import { country } from './country';
import { customerId } from './customer-id';
import { domain } from './domain';
import { fromGmail } from './from-gmail';
import { language } from './language';
import { address1, address2, address3, city, contactName, organisation, postalCode, region } from './postal-address';
import { primaryAdmin } from './primary-admin';
import { reseller } from './reseller';
import { token } from './token';
import { type } from './type';

/** The columns in which a row of the Customers tab says something, in the order of the sheet. */
export const customerFields = [
  reseller,
  domain,
  type,
  organisation,
  contactName,
  alternateEmail,
  phone,
  address1,
  address2,
  address3,
  city,
  region,
  postalCode,
  country,
  language,
  primaryAdmin,
  fromGmail,
  token,
  customerId,
] as const;

/** Ids of the columns in which a row says something. */
export type CustomerField = (typeof customerFields)[number]['id'];

/** Details name what belongs to the postal address first. */
const namedLast: readonly string[] = [alternateEmail.id, phone.id];

/** The fields that the reseller's view of a customer has, in the order in which Details name them. */
export const comparedFields: readonly Placed[] = [...placed(customerFields)].sort(
  (one, other) => namedLast.indexOf(one.id) - namedLast.indexOf(other.id),
);

const always = [organisation, contactName, postalCode, country];

/** What a new customer cannot do without (Reseller API reference, customers). */
export const neededByNew = { domain: [...always, alternateEmail], team: always } as const;

export { language, phone, type };
