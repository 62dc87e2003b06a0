import { Check } from '../../src/engine/check';
import { deedsInWords, endingOf, planInWords } from '../../src/engine/details';
import { Drive } from '../../src/engine/drive';
import { Lanes } from '../../src/engine/lanes';
import type { Policy, Result, Surroundings } from '../../src/engine/ports';
import type { Plan } from '../../src/engine/plan';
import { Refusal, type Answer, type Request } from '../../src/engine/request';
import { inPlan } from '../../src/engine/words';
import { Run } from '../../src/engine/run';
import { applyPlanned, applyWrite } from '../../src/google/effects';
import { FactTable } from '../../src/google/fact-table';
import type { OperationId } from '../../src/google/operations';
import { findSku } from '../../src/google/products';
import { explain } from '../../src/google/refusals';
import type { SavedFacts } from '../../src/google/saved-facts';
import { refusedLane } from '../../src/google/quotas';
import { retryDelay } from '../../src/google/retry';
import type { CustomerAsked } from '../../src/ensure/customer';
import { afterSubscriptionEnd, afterSubscriptionWrite } from '../../src/tabs/subscriptions/memory';
import { provisionSubscription, type SubscriptionDone } from '../../src/tabs/subscriptions/provision';
import type { SubscriptionMemory, SubscriptionRow } from '../../src/tabs/subscriptions/row';
import type { SubscriptionWish } from '../../src/tabs/subscriptions/wish';
import type { Reply } from '../../sandbox/workspace/port';
import { callFor, openGoogle, said, shop, type Google } from '../workspace/google';

/** Rows of the Subscriptions tab, driven by hand against the simulated Google: checked, approved whole, and run. */

export const boss = 'boss@resell.example';
const reseller = {
  customer: { id: 'C0resell1', customerDomain: 'resell.example' },
  reseller: true,
  users: [{ primaryEmail: boss, isAdmin: true }],
};

/** shop.example as a customer of the reseller's; its administrator is there and has accepted the terms. */
export const resold = (more: object = {}): object => ({ ...shop(more), resoldBy: 'C0resell1' });

/** A row by the words of its cells: product by name, everything else as the wish has it. */
export type Wish = Omit<Partial<SubscriptionWish>, 'product'> & { readonly product: string };

/** What became of a row. */
export interface Became {
  readonly outcome: string;
  readonly details: string;
  readonly question?: string | undefined;
  readonly column?: string | undefined;
  readonly done?: SubscriptionDone;
  /** What the check planned, shared work included. */
  readonly planned: readonly string[];
  readonly remarks: readonly string[];
}

export interface Setting {
  readonly armed?: boolean;
  readonly putBack?: boolean;
  /**
   * The row of the customer on Customers, by its token's name; without one the customer is known from its
   * subscriptions.
   */
  readonly token?: string;
  readonly customer?: 'row' | 'known' | 'none' | 'new';
  /** Between check and run. */
  readonly meanwhile?: () => void;
}

/** A desk with rows and their memories, one reseller, and one simulated Google. */
export class Desk {
  readonly google: Google;
  /** Memories by product, as the journal would keep them. */
  readonly memories = new Map<string, SubscriptionMemory>();
  readonly secrets: Record<string, string> = {};
  /** Sizes of the batches that were sent. */
  readonly batches: number[] = [];

  constructor(accounts: readonly object[] = [resold()], switches: Record<string, string> = {}) {
    this.google = openGoogle({
      accounts: [reseller, ...accounts],
      signedInAs: boss,
      switches: { customerPropagation: '0', ...switches },
    });
  }

  /** Checks and runs rows. A row that the check stops is not run. */
  provision(wishes: readonly Wish[], setting: Setting = {}): readonly Became[] {
    const check = this.check(wishes, setting);
    setting.meanwhile?.();
    return this.run(wishes, setting, check);
  }

  one(wish: Wish, setting: Setting = {}): Became {
    return this.provision([wish], setting)[0]!;
  }

  /** How many writes Google accepted while something was done. */
  writes(work: () => void): readonly string[] {
    const before = this.google.google.log.length;
    work();
    return this.google.google.log
      .slice(before)
      .filter(({ op, status }) => status < 300 && status > 0 && !/\.(get|list)$/.test(op))
      .map(({ op }) => op.replace('reseller.subscriptions.', ''));
  }

  /** The reseller's subscriptions of shop.example, as Google lists them. */
  list(): readonly Record<string, unknown>[] {
    return (this.google.call('reseller.subscriptions.list', { maxResults: '100' }).value['subscriptions'] ??
      []) as unknown as Record<string, unknown>[];
  }

  check(wishes: readonly Wish[], setting: Setting = {}): Checked {
    const facts = new FactTable(() => this.google.clock.now());
    const policy = new Check({ plan: (request) => applyPlanned(facts, request), digest: (text) => text });
    const ended = this.drive(facts, policy, this.rows(wishes, setting));
    const plans = wishes.map((_, at) => policy.planOf(at + 1));
    const wholeOf = (plan: Plan): Plan['writes'] => [
      ...plan.shared.flatMap((key) => wholeOf(policy.sharedPlan(key))),
      ...plan.writes,
    ];
    return {
      became: wishes.map((_, at) =>
        became(ended.get(at + 1)!, { planned: wholeOf(plans[at]!), remarks: policy.remarksOf(at + 1) }),
      ),
      facts: facts.save(),
      approved: (asker) =>
        new Set(
          (asker.startsWith('row ') ? plans[Number(asker.slice(4)) - 1] : policy.sharedPlan(asker))?.writes.flatMap(
            ({ tokens }) => tokens,
          ),
        ),
    };
  }

  private run(
    wishes: readonly Wish[],
    setting: Setting,
    { became: checked, approved, facts: read }: Checked,
  ): readonly Became[] {
    const facts = new FactTable(() => this.google.clock.now());
    facts.load(read);
    const memories = new Map<number, SubscriptionMemory>();
    const rows = this.rows(wishes, setting);
    const policy = new Run({
      approved,
      digest: (text) => text,
      apply: (request, value) => {
        applyWrite(facts, request, value);
      },
      wrote: (request, _, { row, shared }) => {
        if (!shared) memories.set(row, afterSubscriptionWrite(memories.get(row) ?? rows[row - 1]!.memory, request));
      },
    });
    const ended = this.drive(
      facts,
      policy,
      rows.map((row, at) => (checked[at]!.outcome === 'done' ? row : undefined)),
    );
    return wishes.map((wish, at) => {
      const result = ended.get(at + 1);
      if (!result) return checked[at]!;
      const memory = memories.get(at + 1) ?? rows[at]!.memory;
      const { done, remarks } = policy.deedsOf(at + 1);
      const end = became(result, { planned: [], remarks });
      this.memories.set(nameOf(wish), end.done ? afterSubscriptionEnd(memory, end.done) : memory);
      return {
        ...end,
        planned: checked[at]!.planned,
        details: [end.details, deedsInWords(done), ...remarks].filter(Boolean).join(' '),
      };
    });
  }

  private drive(facts: FactTable, policy: Policy, rows: readonly (SubscriptionRow | undefined)[]): Map<number, Result> {
    const ended = new Map<number, Result>();
    const drive = new Drive(facts, policy, this.around(facts, ended));
    rows.forEach((row, at) => {
      if (row) drive.add(at + 1, provisionSubscription(row));
    });
    expect(drive.run()).toBe('finished');
    return ended;
  }

  private around(facts: FactTable, ended: Map<number, Result>): Surroundings {
    const { clock } = this.google;
    return {
      transport: {
        width: 10,
        sendAll: (requests) => requests.map((request) => this.send(facts, request)),
        sendBatch: (requests) => this.sendBatch(facts, requests),
      },
      lanes: new Lanes({ wide: { perSecond: 1000, burst: 1000 } }),
      tollsOf: () => [{ lane: 'wide', key: 'wide' }],
      retryAfter: (request, refusal, attempt) =>
        retryDelay({
          refusal,
          op: request.op,
          attempt,
          isNew: facts.isNew(request),
          random: () => 0,
          ...(request.body ? { body: request.body } : {}),
        }),
      tooFast: (request, refusal) => refusedLane(request, refusal) && { lane: 'wide', key: 'wide' },
      now: () => clock.now(),
      sleep: (milliseconds) => {
        clock.sleep(milliseconds);
      },
      deadline: Infinity,
      stopRequested: () => false,
      rowEnded: (row, result) => {
        ended.set(row, result);
      },
      tick: () => undefined,
    };
  }

  private send(facts: FactTable, request: Request): Answer {
    return answerOf(request, this.google.google.handle(this.callOf(facts, request)));
  }

  private sendBatch(facts: FactTable, requests: readonly Request[]): readonly Answer[] {
    this.batches.push(requests.length);
    const replies = this.google.google.handleAll(requests.map((request) => this.callOf(facts, request)));
    return requests.map((request, at) => answerOf(request, replies[at]!));
  }

  private callOf(facts: FactTable, { op, params, secrets = {}, body }: Request): ReturnType<typeof callFor> {
    const given = Object.entries(params).map(([name, value]) => [name, facts.accounts.idOf(value)]);
    const secret = Object.entries(secrets).map(([name, of]) => [name, this.secrets[of] ?? '']);
    return callFor(op as OperationId, Object.fromEntries([...given, ...secret]) as Record<string, string>, {
      body,
      as: boss,
    });
  }

  private rows(
    wishes: readonly Wish[],
    { armed = false, putBack = false, token, customer = token === undefined ? 'known' : 'row' }: Setting,
  ): readonly SubscriptionRow[] {
    const siblings = wishes.map(wishOf);
    return wishes.map((wish, at) => ({
      wish: siblings[at]!,
      siblings,
      armed,
      putBack,
      reseller: 'C0resell1',
      memory: this.memories.get(nameOf(wish)) ?? {},
      now: new Date(this.google.clock.now()).toISOString(),
      ...(customer === 'known'
        ? { known: { customerId: 'C0shop001', domain: 'shop.example' } }
        : customer === 'none'
          ? {}
          : { customer: this.customerRow(token, customer === 'new') }),
    }));
  }

  private customerRow(token: string | undefined, isNew: boolean): CustomerAsked {
    const postalAddress = { contactName: 'Ana Bo', organizationName: 'Shop', postalCode: '10115', countryCode: 'DE' };
    return {
      wish: { key: 'shop.example', domain: 'shop.example', type: 'domain' },
      asNew: {
        body: { alternateEmail: 'ana@home.example', postalAddress },
        values: ['organisation Shop'],
        doubts: [],
        lacks: [],
      },
      memory: {},
      reseller: 'C0resell1',
      newName: 'new:shop.example',
      madeInRun: isNew,
      underWay: true,
      settings: { publicId: '' },
      ...(token === undefined ? {} : { token }),
    };
  }
}

interface Checked {
  readonly became: readonly Became[];
  readonly facts: SavedFacts;
  approved(asker: string): ReadonlySet<string>;
}

/** A row keeps its memory under the product that it began with: a test changes the product of the row by `key`. */
const nameOf = ({ key, product }: Wish): string => key ?? product;

function wishOf({ product, ...wish }: Wish): SubscriptionWish {
  const found = findSku(product);
  if (!('found' in found)) throw new Error(`No product ${product}.`);
  return { key: `shop.example/${product}`, customer: 'shop.example', ...wish, product: found.found };
}

function became(
  result: Result,
  { planned, remarks }: { readonly planned: Plan['writes']; readonly remarks: readonly string[] },
): Became {
  const plans = planned.map(({ words }) => inPlan(words));
  if ('value' in result)
    return {
      outcome: 'done',
      details: planInWords(planned),
      done: result.value as SubscriptionDone,
      planned: plans,
      remarks,
    };
  const { outcome, details, question, column } = endingOf(result.error, (refusal) => ({
    ...explain(refusal, { op: refusal.options.op ?? '', domain: 'shop.example', product: 'the product' }),
    final: refusal.status >= 400 && refusal.status < 500,
  }));
  return { outcome, details, question: question?.says, column, planned: plans, remarks };
}

function answerOf({ op }: Request, reply: Reply): Answer {
  const { status, value, reason, message } = said(reply);
  if (status >= 200 && status < 300) return { value: reply.body === undefined ? undefined : value };
  return { refusal: new Refusal(status, status === 0 ? 'noAnswer' : reason, { message, op }) };
}
