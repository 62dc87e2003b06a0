import { Check } from '../../src/engine/check';
import { Drive } from '../../src/engine/drive';
import { Lanes } from '../../src/engine/lanes';
import type { Plan } from '../../src/engine/plan';
import type { Policy, Result } from '../../src/engine/ports';
import type { Procedure } from '../../src/engine/procedure';
import { Refusal, type Answer, type Request } from '../../src/engine/request';
import { Run } from '../../src/engine/run';
import { applyPlanned, applyWrite } from '../../src/google/effects';
import { FactTable } from '../../src/google/fact-table';
import { isOperationId } from '../../src/google/operations';
import { refusedLane } from '../../src/google/quotas';
import { retryDelay } from '../../src/google/retry';
import { callFor, openGoogle, said, type Google, type Setting } from '../workspace/google';

/**
 * Procedures driven by hand against the simulated Google, without a spreadsheet: check and run as the product does
 * them.
 */

export const boss = 'boss@resell.example';
export const resellerId = 'C0resell1';
const resell = {
  customer: { id: resellerId, customerDomain: 'resell.example' },
  reseller: true,
  users: [{ primaryEmail: boss, isAdmin: true }],
};

type Rows = Readonly<Record<number, Procedure<unknown>>>;

/** What became of the rows of one check or run. */
export interface Ended {
  readonly plans: Readonly<Record<number, Plan>>;
  /** Plans of shared work that any row asked for, by key. */
  readonly shared: Readonly<Record<string, Plan>>;
  readonly results: Readonly<Record<number, Result>>;
  readonly remarks: Readonly<Record<number, readonly string[]>>;
}

/** A hand at the simulated Google. */
export interface Hand {
  readonly google: Google;
  /** Every request, in order; mails among them. */
  readonly sent: Request[];
  readonly secrets: Map<string, string>;
  /** Told right after Google accepted a write. */
  wrote: (request: Request, value: unknown) => void;
  /** Forgets all facts, as a later job does. */
  afresh(): FactTable;
  check(rows: () => Rows): Ended;
  /** Runs what the check approved. `afresh` facts unless the check's are to be kept for a later slice. */
  run(rows: () => Rows, approved: Ended): Ended;
}

/** Opens a reseller with these customers. */
export function byHand(accounts: readonly object[] = [], setting: Setting = {}): Hand {
  const google = openGoogle({ ...setting, accounts: [resell, ...accounts], signedInAs: boss });
  const sent: Request[] = [];
  const secrets = new Map<string, string>();
  let table = new FactTable(() => google.clock.now());
  const answer = (request: Request): Answer => {
    sent.push(request);
    return request.op === 'mail.send' ? { value: undefined } : carried(google, { request, table, secrets });
  };
  const drive = (policy: Policy, rows: Rows): Record<number, Result> => {
    const results: Record<number, Result> = {};
    const driven = new Drive(table, policy, {
      transport: {
        width: 10,
        sendAll: (requests) => requests.map(answer),
        sendBatch: (requests) => requests.map(answer),
      },
      lanes: new Lanes({ wide: { perSecond: 1000, burst: 1000 } }),
      tollsOf: () => [{ lane: 'wide', key: 'wide' }],
      retryAfter: (request, refusal, attempt) =>
        retryDelay({
          refusal,
          op: request.op,
          attempt,
          isNew: table.isNew(request),
          random: () => 0,
          ...(request.body ? { body: request.body } : {}),
        }),
      tooFast: (request, refusal) => refusedLane(request, refusal) && { lane: 'wide', key: 'wide' },
      now: () => google.clock.now(),
      sleep: (milliseconds) => {
        google.clock.sleep(milliseconds);
      },
      deadline: Infinity,
      stopRequested: () => false,
      rowEnded: (row, result) => {
        results[row] = result;
      },
      tick: () => undefined,
    });
    for (const [row, procedure] of Object.entries(rows)) driven.add(Number(row), procedure);
    expect(driven.run()).toBe('finished');
    return results;
  };
  const hand: Hand = {
    google,
    sent,
    secrets,
    wrote: () => undefined,
    afresh: () => (table = new FactTable(() => google.clock.now())),
    check: (make) => {
      table = new FactTable(() => google.clock.now());
      const check = new Check({ plan: (request) => applyPlanned(table, request), digest: (text) => text });
      const results = drive(check, make());
      const plans = Object.fromEntries(Object.keys(results).map((row) => [row, check.planOf(Number(row))]));
      const keys = [...new Set(Object.values(plans).flatMap((plan) => plan.shared))];
      return {
        plans,
        results,
        shared: Object.fromEntries(keys.map((key) => [key, check.sharedPlan(key)])),
        remarks: Object.fromEntries(Object.keys(plans).map((row) => [row, check.remarksOf(Number(row))])),
      };
    },
    run: (make, approved) => {
      table = new FactTable(() => google.clock.now());
      const run = new Run({
        approved: (asker) =>
          tokensIn(asker.startsWith('row ') ? approved.plans[Number(asker.slice(4))] : approved.shared[asker]),
        digest: (text) => text,
        apply: (request, value) => {
          applyWrite(table, request, value);
        },
        wrote: (request, value) => {
          hand.wrote(request, value);
        },
      });
      const results = drive(run, make());
      return {
        ...approved,
        results,
        remarks: Object.fromEntries(Object.keys(results).map((row) => [row, run.deedsOf(Number(row)).remarks])),
      };
    },
  };
  return hand;
}

function tokensIn(plan: Plan | undefined): ReadonlySet<string> {
  return new Set((plan?.writes ?? []).flatMap((write) => write.tokens));
}

function carried(
  { google }: Google,
  { request, table, secrets }: { request: Request; table: FactTable; secrets: ReadonlyMap<string, string> },
): Answer {
  const { op } = request;
  if (!isOperationId(op)) throw new Error(`${op} is no operation.`);
  const plain = Object.entries(request.params).map(([name, value]) => [name, table.accounts.idOf(value)]);
  const secret = Object.entries(request.secrets ?? {}).map(([name, value]) => [name, secrets.get(value) ?? '']);
  const reply = google.handle(
    callFor(op, Object.fromEntries([...plain, ...secret]) as Record<string, string>, { body: request.body, as: boss }),
  );
  const { status, reason, message } = said(reply);
  return status >= 200 && status < 300
    ? { value: reply.body }
    : { refusal: new Refusal(status, reason, { message, op }) };
}

/** The writes among requests, by operation. */
export function writesIn(requests: readonly Request[]): readonly string[] {
  return requests.map(({ op }) => op).filter((op) => !/\.(get|list|listFor\w+)$/.test(op));
}
