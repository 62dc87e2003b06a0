import { Blocked, Waiting } from '../../engine/outcome';
import { after, ask, confirm, once, say, send, type Procedure } from '../../engine/procedure';
import { Refusal } from '../../engine/request';
import { Apart, ensureCustomer } from '../../ensure/customer';
import { customerIfOpen, ensureLanguage, sameLanguage } from '../../ensure/language';
import { consoles } from '../../google/consoles';
import { resoldCustomerFact, subscriptionsFact, transferableFact, userFact } from '../../google/facts';
import { languageName } from '../../google/languages';
import { isNewAccount } from '../../google/new-accounts';
import { asResoldCustomer, type ResoldCustomer, type Subscription } from '../../google/resources';
import { changed, fieldsOf, judge, patchOf, remarksOn, wordsFor, type Field } from './changes';
import { welcomeMail } from './mails';
import type { CustomerRow, CustomerStanding } from './row';
import { termsArePending, termsText, verifiedText } from './standing';

/** What a customer's row ended with, for the journal and our own columns. */
export interface CustomerDone {
  readonly standing: CustomerStanding;
  /** What is agreed now, by column id. */
  readonly agreed: Readonly<Record<string, string>>;
  /** Headers of columns that differ at Google and were left. */
  readonly drift: readonly string[];
  /** Terms column. */
  readonly terms: string;
  /** RFC 3339; undefined where no terms wait. */
  readonly termsWaitSince?: string;
  /** Domain verified column. */
  readonly verified: string;
  /** Admin console column. */
  readonly consoleUrl: string;
  readonly told?: { readonly at: string; readonly to: string };
  /** Its rows on Subscriptions make the customer ours in this very run. */
  readonly takenOver: boolean;
}

interface Settled {
  readonly agreed: Readonly<Record<string, string>>;
  readonly drift: readonly string[];
}

/**
 * A customer as the row wishes: found or made, in its language, up to date, supplied and told. Terms are never accepted
 * for it.
 */
export function* provisionCustomer(row: CustomerRow): Procedure<CustomerDone> {
  const met = yield* ensureCustomer(row);
  const takenOver = !met.ours || row.takenInRun;
  const settled = takenOver ? { agreed: {}, drift: [] } : yield* settle(row, met);
  yield* after([...row.orders.map((order) => order.row), ...row.administrators.map((one) => one.row)]);
  const standing = takenOver ? yield* takeOver(row, met) : met;
  const customer = yield* seen(row, standing);
  const held = yield* subscriptionsOf(row, standing);
  const pending = termsArePending(held);
  const directory = customer.domainVerified && !pending ? undefined : yield* customerIfOpen(standing.account);
  const since = row.memory.termsWaitSince ?? row.now;
  const told = pending
    ? yield* tell(row, { standing, customer, language: row.wish.language ?? directory?.language })
    : undefined;
  return {
    standing,
    takenOver,
    ...settled,
    consoleUrl: customer.consoleUrl,
    terms: termsText(held, since, row.now),
    ...(pending ? { termsWaitSince: since } : {}),
    ...(told ? { told } : {}),
    verified: verifiedText(
      { type: standing.type, verified: customer.domainVerified, created: directory?.creationTime ?? '' },
      row.now,
    ),
  };
}

/**
 * A customer that takes people: there, in its language, with its orders placed, and past terms and verification unless
 * the settings let people through. A super administrator comes before all that. Throws Waiting otherwise, whatever the
 * cause is.
 */
export function* peopleMayCome(row: CustomerRow, superAdmin: boolean): Procedure<CustomerStanding> {
  const standing = yield* ready(row);
  yield* after(row.orders.map((order) => order.row));
  if (!standing.ours && !(yield* transferred(row, standing))) throw notReady(row);
  if (superAdmin || row.settings.letPeopleThrough) return { ...standing, ours: true };
  const { domain } = standing;
  if (termsArePending(yield* subscriptionsOf(row, standing)))
    throw notYet(`${domain} has not accepted Google’s terms yet.`);
  if (standing.type === 'domain' && !(yield* seen(row, standing)).domainVerified)
    throw notYet(`${domain} is not verified yet.`);
  return { ...standing, ours: true };
}

function* ready(row: CustomerRow): Procedure<CustomerStanding> {
  try {
    const standing = yield* ensureCustomer(row);
    if (standing.ours) yield* row.underWay ? setLanguage(row, standing) : languageIsSet(row, standing);
    return standing;
  } catch (error) {
    if (error instanceof Apart) throw error;
    // The customer's own row says what failed, and what to do about it.
    throw notReady(row);
  }
}

/** People get the language that their account has when they come. */
function* languageIsSet(
  { wish: { language }, memory }: CustomerRow,
  { account, domain }: CustomerStanding,
): Procedure<void> {
  if (language === undefined || memory.agreedCustomer?.language === language) return;
  const now = (yield* customerIfOpen(account))?.language;
  if (now !== undefined && !sameLanguage(now, language))
    throw new Apart(`${domain} gets the language ${languageName(language)} first.`);
}

function notReady({ wish }: CustomerRow): Waiting {
  return new Waiting(`${wish.domain} is not ready: see its row on Customers.`, '');
}

function notYet(says: string): Waiting {
  return new Waiting(
    says,
    'People are created after that; check this row again then. To create them before, tick “Let people through early” in Seatsheet’s settings.',
  );
}

function* seen({ reseller }: CustomerRow, { customerId, domain }: CustomerStanding): Procedure<ResoldCustomer> {
  const customer = yield* ask(resoldCustomerFact(reseller, customerId));
  if (!customer)
    throw new Blocked(
      `Google shows no customer ${customerId} (${domain}) any more.`,
      `Look it up in the ${consoles.partnerCustomers.path}.`,
    );
  return customer;
}

/** Whether the rows on Subscriptions have made somebody else's customer ours: looked up once, when they have ended. */
function* transferred({ reseller, wish }: CustomerRow, { customerId }: CustomerStanding): Procedure<boolean> {
  return yield* once(`transferred:${wish.key}`, function* (): Procedure<boolean> {
    return (yield* confirm(resoldCustomerFact(reseller, customerId)))?.ours ?? false;
  });
}

function* subscriptionsOf(
  { reseller }: CustomerRow,
  { account, customerId }: CustomerStanding,
): Procedure<readonly Subscription[]> {
  return (yield* ask(subscriptionsFact(reseller))).filter(
    (one) => one.customerId === customerId || one.customerId === account,
  );
}

/** Language and fields, compared three ways. */
function* settle(row: CustomerRow, standing: CustomerStanding): Procedure<Settled> {
  const language = yield* settleLanguage(row, standing);
  const judged = judge(row, fieldsOf(row, yield* seen(row, standing)));
  for (const remark of remarksOn(judged)) yield* say(remark);
  const drift = judged.filter(({ difference }) => difference === 'drift').map(({ field }) => field);
  // What was ordered a moment ago is as it was approved; what Google made of it shows in the next check.
  const dropped = isNewAccount(standing.account) ? [] : yield* change(row, standing, changed(judged));
  // What drifted was agreed as wished before, and still is.
  const agreed = judged.flatMap(({ field }): [string, string][] =>
    field.wish === undefined ? [] : [[field.column, field.wish]],
  );
  return {
    agreed: { ...Object.fromEntries(agreed), ...language.agreed },
    drift: [...[...drift, ...dropped].map(({ header }) => header), ...language.drift],
  };
}

/**
 * Writes what differs. Gives the fields that Google did not take: it drops some numbers without a word (Reseller API
 * reference, customers: phoneNumber).
 */
function* change(
  { reseller }: CustomerRow,
  { account, domain }: CustomerStanding,
  fields: readonly Field[],
): Procedure<readonly Field[]> {
  if (fields.length === 0) return [];
  const request = {
    op: 'reseller.customers.patch',
    account: reseller,
    params: { customerId: account },
    body: patchOf(fields),
    named: { domain },
  };
  const value = yield* send<unknown>(request, wordsFor(fields, domain));
  if (value === undefined) return [];
  const { phoneNumber } = asResoldCustomer(value);
  const dropped = fields.filter((field) => field.column === 'phone' && phoneNumber !== field.wish);
  for (const { header, google } of dropped)
    yield* say(
      `Google did not take ${header}: it still has “${google}”. Set it under ${consoles.partnerCustomers.path}.`,
    );
  return dropped;
}

/** A language that was agreed and differs now was changed at Google: it is left. */
function* settleLanguage(row: CustomerRow, standing: CustomerStanding): Procedure<Settled> {
  const { language } = row.wish;
  if (language === undefined) return { agreed: {}, drift: [] };
  const wasChanged = yield* setLanguage(row, standing);
  if (wasChanged && !isNewAccount(standing.account) && !row.memory.created)
    yield* say(`Only people created from now on get the language ${languageName(language)}.`);
  const now = (yield* customerIfOpen(standing.account))?.language;
  if (now === undefined || sameLanguage(now, language)) return { agreed: { language }, drift: [] };
  yield* say(
    `Language is “${languageName(now)}” at Google (changed there since). Left as it is; “Put back” restores “${languageName(language)}”.`,
  );
  return { agreed: {}, drift: ['Language'] };
}

function* setLanguage(
  { wish: { language }, memory, putBack }: CustomerRow,
  standing: CustomerStanding,
): Procedure<boolean> {
  const left = language === undefined || (memory.agreedCustomer?.language === language && !putBack);
  return left ? false : yield* ensureLanguage(standing, language);
}

/** A customer whose rows on Subscriptions transferred it. What it has is compared when the row is checked again. */
function* takeOver(row: CustomerRow, standing: CustomerStanding): Procedure<CustomerStanding> {
  if (yield* transferred(row, standing)) {
    yield* say('Check the row again afterwards: address, contact and language are compared then, and people come.');
    return { ...standing, ours: true };
  }
  const open = yield* transferable(row, standing);
  const missing = open.filter(({ skuId }) => !row.orders.some((order) => order.skuId === skuId));
  const list = open.map(inWords).join('; ');
  if (open.length === 0)
    throw new Blocked(
      `The transfer token of ${standing.domain} opens no subscription.`,
      'Google transfers active ones only. Ask the customer what it has, and for a new token where it was made for another reseller.',
      { column: 'token' },
    );
  if (missing.length)
    throw new Blocked(
      `${standing.domain} is transferred with all of these together: ${list}.`,
      `Write them on Subscriptions, with at least these seats: ${missing.map(({ skuName, skuId }) => skuName || skuId).join(', ')}. Then check again.`,
    );
  throw new Waiting(
    `${standing.domain} is transferred by its rows on Subscriptions: ${list}.`,
    'See what these rows say, and check them together with this one.',
  );
}

function inWords({ skuName, skuId, transfer }: Subscription): string {
  const { leastSeats = 0, expires = 0 } = transfer ?? {};
  const until = expires ? `, until ${new Date(expires).toISOString().slice(0, 10)}` : '';
  return `${skuName || skuId} (at least ${String(leastSeats)} seat${leastSeats === 1 ? '' : 's'}${until})`;
}

function* transferable(
  { token = '' }: CustomerRow,
  { customerId, domain }: CustomerStanding,
): Procedure<readonly Subscription[]> {
  try {
    return yield* ask(transferableFact(customerId, token));
  } catch (refusal) {
    if (!(refusal instanceof Refusal) || refusal.status !== 403) throw refusal;
    throw new Blocked(
      `The transfer token of ${domain} is wrong or has run out.`,
      `Ask the customer for a new one, made for your public id at ${consoles.transferToken.url}, and give it in the sidebar.`,
      { column: 'token' },
    );
  }
}

interface About {
  readonly standing: CustomerStanding;
  readonly customer: ResoldCustomer;
  readonly language: string | undefined;
}

/** One mail to the customer, ever: how to accept the terms and verify the domain. */
function* tell(row: CustomerRow, { standing, customer, language }: About): Procedure<CustomerDone['told']> {
  if (row.memory.told) return row.memory.told;
  if (row.memory.begun?.['mail:welcome'] !== undefined) {
    yield* say(
      'The mail about the terms may have been sent: look in Sent, and write to the customer yourself if it is not there.',
    );
    return undefined;
  }
  const administrator =
    standing.type === 'team' ? (row.wish.primaryAdmin ?? customer.primaryAdmin) : yield* administratorOf(row, standing);
  const to = standing.type === 'team' ? administrator : customer.alternateEmail || administrator;
  if (!administrator || !to) {
    yield* say(
      'The terms wait, and nobody can accept them yet: write a first administrator on the Users tab (tick Super admin), or ask the customer’s own administrator to sign in.',
    );
    return undefined;
  }
  const { subject, text } = welcomeMail({
    language,
    type: standing.type,
    domain: standing.domain,
    administrator,
    verified: customer.domainVerified,
  });
  yield* send(
    {
      op: 'mail.send',
      account: row.reseller,
      params: { to, subject },
      body: { text },
      retry: false,
      named: { customer: row.newName },
    },
    { plan: `tell ${to} how to accept the terms`, many: 'mail customers', done: `told ${to} how to accept the terms` },
  );
  return { at: row.now, to };
}

function* administratorOf(row: CustomerRow, { account }: CustomerStanding): Procedure<string | undefined> {
  for (const { email } of row.administrators) {
    if ((yield* ask(userFact(account, email)))?.isAdmin) return email;
  }
  return undefined;
}
