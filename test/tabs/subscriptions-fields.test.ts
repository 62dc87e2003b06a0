import { asSubscription, type Subscription } from '../../src/google/reseller-resources';
import { comparable, judge, remarksOn } from '../../src/table/compare';
import { termFields } from '../../src/tabs/subscriptions/fields';

/** What a person reads about a subscription that was changed at Google, whatever Google calls it. */
function remarks(wish: Readonly<Record<string, unknown>>, google: Partial<Subscription>): readonly string[] {
  const agreed = Object.fromEntries(Object.entries(wish).map(([id, value]) => [id, String(value)]));
  const thing = { ...asSubscription({ status: 'ACTIVE', plan: { planName: 'FLEXIBLE' } }), ...google };
  return remarksOn(judge(comparable(termFields), { wish, agreed, thing, putBack: false }));
}
const drift = (header: string, is: string, was: string): string =>
  `${header} is “${is}” at Google (changed there since). Left as it is; “Put back” restores “${was}”.`;

test.each<[string, Readonly<Record<string, unknown>>, Partial<Subscription>, readonly string[]]>([
  ['a plan', { plan: 'FLEXIBLE' }, { planName: 'ANNUAL' }, [drift('Plan', 'Annual, paid monthly', 'Flexible')]],
  ['a plan that nobody knows', { plan: 'FLEXIBLE' }, { planName: 'WEEKLY' }, [drift('Plan', 'WEEKLY', 'Flexible')]],
  [
    'a renewal that nobody knows',
    { renewal: 'CANCEL' },
    { renewalType: 'RENEW_LATER' },
    [drift('Renewal', 'RENEW_LATER', 'Cancel at the end of the term')],
  ],
  ['seats', { seats: 14 }, { seats: 20 }, [drift('Seats', '20', '14')]],
  [
    'a suspension by Google',
    { state: 'Active' },
    { status: 'SUSPENDED', suspensionReasons: ['OTHER'] },
    [drift('State', 'Suspended by Google', 'Active')],
  ],
  ['a trial', { state: 'Paid service' }, { isInTrial: true }, [drift('State', 'Trial', 'Paid service')]],
  [
    'terms that wait, which are no change',
    { state: 'Active' },
    { status: 'SUSPENDED', suspensionReasons: ['PENDING_TOS_ACCEPTANCE'] },
    [],
  ],
  ['an order number, which no call changes by itself', { purchaseOrder: 'PO 7' }, { purchaseOrderId: 'PO 8' }, []],
])('%s', (...[, wish, google, said]) => {
  expect(remarks(wish, google)).toEqual(said);
});
