import { say, send, type Procedure, type Words } from '../../engine/procedure';
import type { Request } from '../../engine/request';
import type { CustomerFound } from '../../ensure/customer';
import { settingsOf } from '../../ensure/customer-state';
import { detailsRefused } from '../../ensure/customer-details';
import { customerIfOpen, languageAsWished, sameLanguage } from '../../ensure/language';
import { consoles } from '../../google/consoles';
import { languageName } from '../../google/languages';
import { isNewAccount } from '../../google/new-accounts';
import { asResoldCustomer, type ResoldCustomer } from '../../google/reseller-resources';
import { fieldsOf } from '../../google/resources';
import {
  agreedAfter,
  changesIn,
  drifted,
  judge,
  remarksOn,
  toChange,
  wordsFor,
  type Agreed,
  type Judged,
} from '../../table/compare';
import { askedOfAddress, refuseAsked } from '../ask-address';
import { alternateEmail } from './fields/contact';
import { comparedFields, language, phone } from './fields';
import type { CustomerRow } from './row';

/** A customer of ours as the row wishes it: its language and its fields, compared three ways. */

/** What is agreed now, and the headers of the columns that differ at Google and were left. */
export interface Settled {
  readonly agreed: Agreed;
  readonly drift: readonly string[];
}

/** Writes what differs. What was changed at Google since is left, unless the row was changed too or puts it back. */
export function* settle(row: CustomerRow, found: CustomerFound): Procedure<Settled> {
  const { wish, memory, putBack } = row;
  yield* tellType(row, found);
  const languages = yield* settleLanguage(row, found);
  const thing = yield* settingsOf(row, found);
  const judged = judge(comparedFields, { wish, agreed: memory.agreed ?? {}, thing, putBack });
  for (const remark of remarksOn(judged)) yield* say(remark);
  // What was ordered a moment ago is as it was approved; what Google made of it shows in the next check.
  const dropped = isNewAccount(found.account) ? [] : yield* change(row, found, { thing, changes: toChange(judged) });
  const drift = [...drifted(judged), ...dropped, ...languages].map(({ header }) => header);
  return { agreed: agreedAfter([...comparedFields, language], { wish, agreed: {}, drift }), drift };
}

/**
 * Type is sent at creation alone, and a team becomes a domain account when its domain is verified (Reseller API
 * reference, customers: customerType): the row is told what it is about, and nothing is kept from it.
 */
function* tellType({ wish }: CustomerRow, { type, customerId }: CustomerFound): Procedure<void> {
  if (type === wish.type) return;
  yield* say(
    type === 'team'
      ? `${customerId} is a team at Google, and Type means a domain account (as an empty cell does). Type changes nothing once the account is there: a team becomes a domain account when the customer verifies its domain, and buys Essentials editions alone until then. If the row means another customer, clear the Customer ID cell.`
      : `${customerId} is a domain account at Google, and Type says Team: a team becomes one when its domain is verified. Nothing has to be done, unless the row means another customer: then clear the Customer ID cell.`,
  );
}

/**
 * Writes what differs. Gives the fields that Google did not take: it drops some numbers without a word (Reseller API
 * reference, customers: phoneNumber).
 */
function* change(
  { reseller, wish, memory }: CustomerRow,
  { account, domain }: CustomerFound,
  { thing, changes }: { readonly thing: ResoldCustomer; readonly changes: readonly Judged[] },
): Procedure<readonly Left[]> {
  if (changes.length === 0) return [];
  if (changes.some(({ field }) => field.id === alternateEmail.id))
    refuseAsked(askedOfAddress(wish.alternateEmail, memory), alternateEmail.id);
  const request = {
    op: 'reseller.customers.patch',
    account: reseller,
    params: { customerId: account },
    body: changesIn(changes, thing),
    named: { domain },
  };
  const words = { ...wordsFor(changes), many: 'change customers', of: domain };
  const value = yield* sendDetails(request, words, thing);
  if (value === undefined) return [];
  const { phoneNumber } = asResoldCustomer(value);
  const dropped = changes.filter((one) => one.field.id === phone.id && phoneNumber !== one.value);
  for (const { field, google } of dropped)
    yield* say(
      `Google did not take ${field.header}: it still has “${google}”. Set it under ${consoles.partnerCustomers.path}.`,
    );
  return dropped.map(({ field }) => field);
}

function* sendDetails(request: Request, words: Words, { postalAddress }: ResoldCustomer): Procedure<unknown> {
  try {
    return yield* send<unknown>(request, words);
  } catch (refusal) {
    throw detailsRefused(refusal, { ...postalAddress, ...fieldsOf(request.body?.postalAddress) });
  }
}

/** A field that Google has otherwise. */
interface Left {
  readonly header: string;
}

/** A language that was agreed and differs now was changed at Google: it is left. Gives it then. */
function* settleLanguage(row: CustomerRow, found: CustomerFound): Procedure<readonly Left[]> {
  const wished = row.wish.language;
  if (wished === undefined) return [];
  const wasChanged = yield* languageAsWished(row, found);
  if (wasChanged && !isNewAccount(found.account) && !row.memory.created)
    yield* say(`Only people created from now on get the language ${languageName(wished)}.`);
  const now = (yield* customerIfOpen(found.account))?.language;
  if (now === undefined || sameLanguage(now, wished)) return [];
  yield* say(
    `${language.header} is “${language.shown(now)}” at Google (changed there since). Left as it is; “Put back” restores “${language.shown(wished)}”.`,
  );
  return [language];
}
