import { Blocked } from '../engine/outcome';
import { answerTo, type Answer } from '../engine/question';
import { ask, type Procedure } from '../engine/procedure';
import { Refusal } from '../engine/request';
import { shortened } from '../engine/shorten';
import { consoles } from '../google/consoles';
import { resoldCustomerFact } from '../google/facts';
import { isAnnual, planOf, planWord, renewalWord } from '../google/plans';
import { listing, plansFor } from '../google/products';
import type { Subscription } from '../google/reseller-resources';
import { dateOf, productName, type Buyer, type Order } from './subscription';
import { orderBody, place, refuseSecondTrial, type Placed, type Placing } from './subscription-order';
import { termsInWords } from './subscription-words';

/**
 * From one SKU of a product to another: the old subscription ends, a new one begins (Reseller API products page,
 * "Upgrade and downgrade").
 */

/** Editions in the order in which Google lets customers go up. */
const ranks: readonly string[] = ['1010020027', '1010020028', '1010020025', '1010020026', '1010020020'];
/** G Suite Business goes up to all editions but Business Starter. */
const gSuiteBusiness = 'Google-Apps-Unlimited';
const above = '1010020028';
const enterprise: readonly string[] = ['1010020029', '1010020026', '1010020020'];
const essentials: readonly string[] = ['1010060001', '1010060003', '1010060005'];

/** Switches, where a person said so. Throws Blocked with the question, and for what Google does not let switch. */
export function* switchSku(
  buyer: Buyer,
  from: Subscription,
  { wanted, answers }: { readonly wanted: Order; readonly answers: readonly Answer[] },
): Procedure<Placed> {
  const terms = { plan: wanted.plan ?? planOf(from.planName), seats: wanted.seats ?? from.seats };
  refuseSwitch(from, wanted, terms);
  if (terms.plan === 'TRIAL') yield* refuseSecondTrial(buyer, wanted.product);
  yield* refuseUnverified(buyer, from, wanted);
  refuseUnasked(buyer, from, { wanted, answers });
  const [old, name] = [productName(from.skuId), wanted.product.name];
  const placing: Placing = {
    body: orderBody(wanted, terms),
    switchFrom: from.skuId,
    words: {
      plan: 'switch',
      values: [['subscription', old, name], ...termsInWords(wanted, terms)],
      many: 'switch subscriptions',
      of: buyer.domain,
      done: `switched from ${old} to ${name}`,
    },
  };
  try {
    return yield* place(buyer, wanted, placing);
  } catch (refusal) {
    if (!(refusal instanceof Refusal) || refusal.status !== 412) throw refusal;
    throw new Blocked(
      `Google does not switch ${buyer.domain} from ${old} to ${name} now. Google says: “${shortened(refusal.message, 120)}”`,
      `Look at ${buyer.domain} in the ${consoles.partnerCustomers.path}, which offers what can be had instead of ${old}.`,
      { column: 'product' },
    );
  }
}

function refuseUnasked(
  buyer: Buyer,
  from: Subscription,
  { wanted, answers }: { readonly wanted: Order; readonly answers: readonly Answer[] },
): void {
  const [old, name] = [productName(from.skuId), wanted.product.name];
  const question = {
    kind: 'switch',
    says: `switch from ${old} to ${name}`,
    about: { from: from.skuId, to: wanted.product.skuId },
  };
  const given = answerTo(answers, question);
  if (given === true) return;
  if (given === false)
    throw new Blocked(`${buyer.domain} stays on ${old}.`, 'Write that in Product, or delete this row.', {
      column: 'product',
    });
  throw new Blocked(
    `${buyer.domain} has ${old}. Switch to ${name}? The subscription of ${old} ends, and its people move along.`,
    'Answer in the sidebar, or correct the row.',
    { question, column: 'product' },
  );
}

/** What Google would refuse, said before (Reseller API products page, "Upgrade and downgrade"). */
function refuseSwitch(
  from: Subscription,
  { product: sku }: Order,
  { plan, seats }: { readonly plan: string; readonly seats: number },
): void {
  const [old, name] = [productName(from.skuId), sku.name];
  const later = `In Renewal of ${old} choose “${renewalWord('SWITCH_TO_PAY_AS_YOU_GO')}”, and switch once it has renewed${from.termEnds > 0 ? ` on ${dateOf(from.termEnds)}` : ''}.`;
  const stop = (says: string, remedy: string, column = 'product'): never => {
    throw new Blocked(says, remedy, { column });
  };
  if (planOf(from.planName) === 'ANNUAL_YEARLY_PAY')
    stop(`${old} is on an annual plan that is paid yearly, and Google switches none of those before it renews.`, later);
  if (isAnnual(from.planName) && isDown(from.skuId, sku.skuId))
    stop(`${old} is on an annual plan, and Google lets nobody go down to ${name} before it renews.`, later);
  if (from.status === 'SUSPENDED' && from.suspensionReasons.some((reason) => reason !== 'PENDING_TOS_ACCEPTANCE')) {
    stop(
      `${old} is suspended, and Google switches only what is active.`,
      `Write ${old} in Product and Active in State first.`,
    );
  }
  if (!plansFor(sku).some((one) => one === plan))
    stop(
      `${name} is not sold on the plan “${planWord(plan)}”, which ${old} is on.`,
      `Choose in Plan: ${plansFor(sku).map(planWord).join(', ')}.`,
      'plan',
    );
  const most = listing(sku)?.mostSeats;
  if (most !== undefined && Math.max(seats, from.licensed) > most) {
    stop(
      `${name} is for at most ${most} people, and ${old} has ${from.seats} seats with ${from.licensed} people.`,
      `Write at most ${most} in Seats, once no more people hold it.`,
      'seats',
    );
  }
  if (seats < from.licensed)
    stop(`${from.licensed} people hold ${old}, and Seats says ${seats}.`, `Write at least ${from.licensed}.`, 'seats');
}

/** Enterprise Essentials goes up to Enterprise only with a verified domain. */
function* refuseUnverified(buyer: Buyer, { skuId }: Subscription, { product: sku }: Order): Procedure<void> {
  if (!essentials.includes(skuId) || !enterprise.includes(sku.skuId)) return;
  const customer = yield* ask(resoldCustomerFact(buyer.reseller, buyer.account));
  if (customer?.domainVerified === true) return;
  throw new Blocked(
    `${productName(skuId)} can be switched to ${sku.name} only with a verified domain, and ${buyer.domain} is not verified.`,
    'Have the customer verify it (Admin console › Account › Domains › Manage domains).',
    { column: 'product' },
  );
}

/** Whether this is the way down, as far as Google documents it. */
function isDown(from: string, to: string): boolean {
  return ranks.includes(to) && ranks.indexOf(to) < ranks.indexOf(from === gSuiteBusiness ? above : from);
}
