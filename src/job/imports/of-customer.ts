import { NobodyServes } from '../../tabs/identity';
import { reachOf } from '../../tabs/reach';
import { signedIn } from '../reach/identity';
import { Slice } from '../slice';

/** The domains that people of a customer may be on, as Google tells them; its own domain where Google tells nothing. */
export function domainsOfCustomer(customer: string): readonly string[] {
  const slice = new Slice(signedIn());
  try {
    const { domains } = slice.answer(reachOf(slice.me, { domains: [customer], withRoles: [] }));
    const account = domains.find(({ name }) => name === customer)?.account;
    return [customer, ...domains.flatMap((domain) => (domain.account === account ? [domain.name] : []))];
  } catch (error) {
    if (error instanceof NobodyServes) return [customer];
    throw error;
  }
}
