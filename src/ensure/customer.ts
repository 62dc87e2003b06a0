import { Blocked } from '../engine/outcome';
import { ask, once, type Procedure } from '../engine/procedure';
import { resoldCustomerFact } from '../google/facts';

/** A row of the Customers tab, as far as finding its customer needs it. */
interface CustomerRow {
  readonly wish: { readonly key: string; readonly domain: string };
  readonly reseller: string;
}

/** How the customer stands, once per run. Throws Blocked where there is none. */
export function* ensureCustomer({ wish, reseller }: CustomerRow): Procedure<{ readonly account: string; readonly customerId: string; readonly domain: string; readonly type: 'domain' | 'team'; readonly ours: boolean }> {
  return yield* once(`customer:${wish.key}`, function* () {
    const found = yield* ask(resoldCustomerFact(reseller, wish.domain));
    if (!found) throw new Blocked(`${wish.domain} does not exist yet.`, 'Run its row on Customers first.');
    const { customerId, customerDomain: domain, customerType: type, ours } = found;
    return { account: customerId, customerId, domain, type, ours };
  });
}
