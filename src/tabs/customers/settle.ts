import { say, send, type Procedure } from '../../engine/procedure';
import type { CustomerFound } from '../../ensure/customer';
import { settingsOf } from '../../ensure/customer-state';
import { customerIfOpen, languageAsWished, sameLanguage } from '../../ensure/language';
import { consoles } from '../../google/consoles';
import { languageName } from '../../google/languages';
import { isNewAccount } from '../../google/new-accounts';
import { asResoldCustomer } from '../../google/resources';
import { changed, fieldsOf, judge, patchOf, remarksOn, wordsFor, type Field } from './changes';
import type { CustomerRow } from './row';

/** A customer of ours as the row wishes it: its language and its fields, compared three ways. */

/** What is agreed now, by column id, and the headers of the columns that differ at Google and were left. */
export interface Settled {
  readonly agreed: Readonly<Record<string, string>>;
  readonly drift: readonly string[];
}

/** Writes what differs. What was changed at Google since is left, unless the row was changed too or puts it back. */
export function* settle(row: CustomerRow, found: CustomerFound): Procedure<Settled> {
  const language = yield* settleLanguage(row, found);
  const judged = judge(row, fieldsOf(row, yield* settingsOf(row, found)));
  for (const remark of remarksOn(judged)) yield* say(remark);
  const drift = judged.filter(({ difference }) => difference === 'drift').map(({ field }) => field);
  // What was ordered a moment ago is as it was approved; what Google made of it shows in the next check.
  const dropped = isNewAccount(found.account) ? [] : yield* change(row, found, changed(judged));
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
  { account, domain }: CustomerFound,
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
function* settleLanguage(row: CustomerRow, found: CustomerFound): Procedure<Settled> {
  const { language } = row.wish;
  if (language === undefined) return { agreed: {}, drift: [] };
  const wasChanged = yield* languageAsWished(row, found);
  if (wasChanged && !isNewAccount(found.account) && !row.memory.created)
    yield* say(`Only people created from now on get the language ${languageName(language)}.`);
  const now = (yield* customerIfOpen(found.account))?.language;
  if (now === undefined || sameLanguage(now, language)) return { agreed: { language }, drift: [] };
  yield* say(
    `Language is “${languageName(now)}” at Google (changed there since). Left as it is; “Put back” restores “${languageName(language)}”.`,
  );
  return { agreed: {}, drift: ['Language'] };
}
