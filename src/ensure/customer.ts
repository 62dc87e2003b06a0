import { Blocked, Waiting } from '../engine/outcome';
import { ask, confirm, once, say, send, type Procedure, type Words } from '../engine/procedure';
import { answerTo, type Answer as PersonsAnswer, type Question } from '../engine/question';
import { Refusal, type JsonObject, type Request } from '../engine/request';
import type { Told } from '../engine/words';
import { consoles } from '../google/consoles';
import { resoldCustomerFact } from '../google/facts';
import { isDuplicate, isNoAnswer, isSeveralTeams, isTransient } from '../google/retry';
import { fieldsOf } from '../google/resources';
import { asResoldCustomer, type ResoldCustomer } from '../google/reseller-resources';
import { detailsRefused } from './customer-details';
import { domainHolds, elsewhere, furtherDomain, locked, NotMade, teamsHold } from './customer-obstacles';

/**
 * A customer of the reseller's: found, or made where its domain is free. Google asks to look first, always (Reseller
 * API guide, "Manage customers").
 */

/** What the row of a customer says (`CustomerRow` of the Customers tab is one). */
export interface CustomerAsked {
  readonly wish: {
    /** Names the customer in shared work. */
    readonly key: string;
    readonly domain: string;
    readonly type: 'domain' | 'team';
    readonly customerId?: string;
    readonly primaryAdmin?: string;
    readonly fromGmail?: true;
  };
  /** What the row says of an account that has to be made. */
  readonly asNew: NewCustomer;
  readonly memory: {
    readonly customerId?: string;
    readonly begun?: Readonly<Record<string, string>>;
    readonly answers?: readonly PersonsAnswer[];
    /** The customer got the mail about its terms. */
    readonly told?: object;
  };
  /** The reseller's account. */
  readonly reseller: string;
  /** How plans name the account where it is made (google/new-accounts.ts). */
  readonly newName: string;
  /** The plan of the run under way makes the account: it goes by `newName` even when Google knows it. */
  readonly madeInRun: boolean;
  /** The customer's own row is among those under way: only then the customer may be made. */
  readonly underWay: boolean;
  /** The secret of the transfer token, where somebody gave one. */
  readonly token?: string;
  /** The reseller's public id, or ''. */
  readonly settings: { readonly publicId: string };
}

/** A customer that is to be made. */
export interface NewCustomer {
  /** Address, contact and the like, under Google's names (Reseller API reference, customers). */
  readonly body: JsonObject;
  /** What the body says, in words. */
  readonly values: readonly Told[];
  /** What speaks against values of the row, by column; with a question where a person may say that they are meant. */
  readonly doubts: readonly {
    readonly id: string;
    readonly says: string;
    readonly remedy?: string;
    readonly question?: Question;
  }[];
  /** What Google asks for and the row does not say: columns by id and header, and a sentence on what to write. */
  readonly lacks: readonly { readonly id: string; readonly header: string; readonly hint?: string | undefined }[];
}

/** How a customer stands. */
export interface CustomerFound {
  /** How requests and facts name the account: its customer id, or `newName`. */
  readonly account: string;
  /** Google's id, or `newName` where it is only planned. */
  readonly customerId: string;
  readonly domain: string;
  readonly type: 'domain' | 'team';
  readonly ours: boolean;
}

/** A row that needs what the customer's own row does first, which is not among those under way. */
export class Apart extends Waiting {
  constructor(says: string) {
    super(says, 'Check its row on Customers together with this one.');
  }
}

/** Whether a team that nobody knows of may be ordered once more: a yes is about the order of that time alone. */
function orderAgain(domain: string, begun: string): Question {
  return { kind: 'orderAgain', says: 'It is not there: order again?', about: { domain, begun } };
}

/**
 * The customer, once per run for each key. Throws Waiting for one that is managed elsewhere and has given no token, or
 * has to be unlocked; Blocked where a person has to say more or look for themselves.
 */
export function* ensureCustomer(row: CustomerAsked): Procedure<CustomerFound> {
  return yield* once(`customer:${row.wish.key}`, () => findOrMake(row));
}

function* findOrMake(row: CustomerAsked): Procedure<CustomerFound> {
  const found = yield* lookUp(row);
  if (found?.ours) return standing(row, found);
  if (row.wish.fromGmail) throw locked(row.wish.domain);
  return found ? handedOver(row, found) : yield* make(row);
}

function standing({ madeInRun, newName }: CustomerAsked, found: ResoldCustomer): CustomerFound {
  const { customerId, customerDomain: domain, customerType: type, ours } = found;
  return { account: madeInRun && ours ? newName : customerId, customerId, domain, type, ours };
}

/** A customer with a token is somebody else's until its subscriptions are transferred. */
function handedOver(row: CustomerAsked, found: ResoldCustomer): CustomerFound {
  if (row.token === undefined) throw elsewhere(row.wish.domain, row.settings.publicId);
  return standing(row, found);
}

/** By id where one is known; a domain serves for domain customers only, since several teams may share one. */
function* lookUp(row: CustomerAsked): Procedure<ResoldCustomer | undefined> {
  const { wish, memory, reseller } = row;
  const id = wish.customerId ?? memory.customerId;
  if (id !== undefined) {
    const found = yield* ask(resoldCustomerFact(reseller, id));
    if (found) return sameCustomer(row, found);
    // Whoever cleared the Customer ID of an account that is gone wants it looked up by its domain, or made anew.
    if (wish.customerId !== undefined || wish.type === 'team') throw stale(id);
  }
  return yield* wish.type === 'team' ? lookForTeam(row) : lookByDomain(row);
}

function sameCustomer({ wish: { domain, primaryAdmin } }: CustomerAsked, found: ResoldCustomer): ResoldCustomer {
  if (found.customerDomain !== domain) {
    throw new Blocked(
      `The customer ${found.customerId} has the domain ${found.customerDomain} at Google, and the row says ${domain}.`,
      'If its domain was renamed, write the present one into Domain and leave the Customer ID; if the row means another customer, clear the Customer ID cell.',
      { column: 'domain' },
    );
  }
  if (primaryAdmin && found.primaryAdmin && found.primaryAdmin !== primaryAdmin) {
    throw new Blocked(
      `The team ${found.customerId} has the primary admin ${found.primaryAdmin}, and the row says ${primaryAdmin}.`,
      'Correct Primary admin, or clear the Customer ID cell if the row means another team.',
      { column: 'primaryAdmin' },
    );
  }
  return found;
}

function stale(id: string): Blocked {
  return new Blocked(
    `Google has no customer ${id}.`,
    'An account that was closed and opened again has a new id: look it up in the Partner Sales Console › Customers, and clear or correct the Customer ID cell.',
    { column: 'customerId' },
  );
}

function* lookByDomain({ reseller, wish: { domain } }: CustomerAsked): Procedure<ResoldCustomer | undefined> {
  try {
    const found = yield* ask(resoldCustomerFact(reseller, domain));
    if (found?.customerType === 'team') throw teamsHold(domain);
    return found;
  } catch (refusal) {
    if (refusal instanceof Refusal && isSeveralTeams(refusal)) throw teamsHold(domain);
    throw refusal;
  }
}

/** A further team may be ordered beside others, but none beside an account that has verified the domain. */
function* lookForTeam({ reseller, wish, memory }: CustomerAsked): Procedure<ResoldCustomer | undefined> {
  const begun = memory.begun?.['create-team'];
  if (begun !== undefined && answerTo(memory.answers, orderAgain(wish.domain, begun)) !== true)
    throw lookYourself(wish.domain, begun);
  try {
    const found = yield* ask(resoldCustomerFact(reseller, wish.domain));
    if (found?.customerType === 'domain') throw domainHolds(wish.domain);
    return found?.ours && found.primaryAdmin === wish.primaryAdmin ? found : undefined;
  } catch (refusal) {
    if (refusal instanceof Refusal && isSeveralTeams(refusal)) return undefined;
    throw refusal;
  }
}

/**
 * Teams share domains, so a second order would make a second team: only a person can tell whether the first one came to
 * be.
 */
function lookYourself(domain: string, begun = ''): Blocked {
  return new Blocked(
    `The team on ${domain} was ordered, and Google did not say whether it came to be. It is not ordered again by itself.`,
    `Look in the ${consoles.partnerCustomers.path}. If it is there, write its Customer ID into this row and check again; if it is not, answer that it may be ordered again.`,
    { column: 'customerId', question: orderAgain(domain, begun) },
  );
}

function* make(row: CustomerAsked): Procedure<CustomerFound> {
  const { wish, newName, asNew } = row;
  if (!row.underWay) throw new Apart(`${wish.domain} has no account yet.`);
  const [first] = asNew.lacks;
  if (first)
    throw new NotMade(
      row.token === undefined
        ? `${wish.domain} does not exist yet.`
        : `Google has no account with the primary domain ${wish.domain}, so the transfer token opens nothing.`,
      [
        ...(row.token === undefined
          ? []
          : ['Correct Domain: the customer that made the token tells its primary domain.']),
        `A new customer needs ${asNew.lacks.map(({ header }) => header).join(', ')}.`,
        ...asNew.lacks.flatMap(({ hint }) => hint ?? []),
      ].join(' '),
      { column: first.id },
    );
  const [doubted] = asNew.doubts;
  if (doubted) {
    const { id: column, remedy = '', question } = doubted;
    const says = asNew.doubts.map((one) => one.says).join(' ');
    throw new NotMade(says, remedy, { column, ...(question ? { question } : {}) });
  }
  try {
    const made = asResoldCustomer(yield* send<unknown>(...order(row)));
    const { phoneNumber } = asNew.body;
    // An invalid number is dropped without a word (Reseller API reference, customers: phoneNumber).
    if (typeof phoneNumber === 'string' && made.phoneNumber !== phoneNumber)
      yield* say(`Google did not take the phone number ${phoneNumber}.`);
    return { ...standing(row, made), account: newName, ours: true };
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    return yield* refused(row, refusal);
  }
}

function order({ reseller, newName, wish, asNew }: CustomerAsked): [Request, Words] {
  const { domain, type, primaryAdmin } = wish;
  const what = type === 'team' ? 'team' : 'customer';
  const body: JsonObject = {
    customerDomain: domain,
    customerType: type,
    ...asNew.body,
    ...(type === 'team' && primaryAdmin ? { primaryAdmin: { primaryEmail: primaryAdmin } } : {}),
  };
  return [
    { op: 'reseller.customers.insert', account: reseller, params: {}, body, named: { customer: newName, domain } },
    {
      plan: `create the ${what}`,
      values: [...asNew.values, ...(type === 'team' && primaryAdmin ? [`primary admin ${primaryAdmin}`] : [])],
      many: `create ${what}s`,
      of: domain,
      done: `created the ${what}`,
    },
  ];
}

/**
 * 409: the customer exists (Reseller API guide, "Manage customers"). It may be our own, by an order whose answer was
 * lost.
 */
function* refused(row: CustomerAsked, refusal: Refusal): Procedure<CustomerFound> {
  const { domain, type } = row.wish;
  if (type === 'team' && (isNoAnswer(refusal) || isTransient(refusal))) throw lookYourself(domain);
  if (!isDuplicate(refusal)) throw detailsRefused(refusal, fieldsOf(row.asNew.body.postalAddress));
  if (type === 'team') throw domainHolds(domain);
  const found = yield* confirm(resoldCustomerFact(row.reseller, domain));
  if (!found) throw furtherDomain(domain);
  return found.ours ? { ...standing(row, found), account: row.newName } : handedOver(row, found);
}
