import type { Desk } from '../../sandbox/cli/desk';
import { isWrite } from '../../sandbox/cli/summary';
import type { LoggedRequest } from '../../sandbox/workspace/port';
import type { Tenant } from '../../sandbox/workspace/tenant';

/** What was written to Google, so that two jobs can be held against each other. */

/**
 * Every write that Google accepted or was asked for, each field of a change by itself, without repeats. Ids of people
 * and customers made on the way stand as addresses and domains; everybody else has the same id in every job.
 */
export function writesOf({ workspace }: Desk, from = 0): ReadonlySet<string> {
  const lines = workspace.log.slice(from).filter(isWrite);
  const names = namesOfMade(workspace.tenant(), lines);
  const named = (_key: string, value: unknown): unknown =>
    typeof value === 'string' ? (names.get(value) ?? value) : value;
  return new Set(
    lines.flatMap(({ op, params, body }) => tokens(op, params, body)).map((token) => JSON.stringify(token, named)),
  );
}

/** Addresses and domains by the ids of people and customers that these requests made. */
function namesOfMade({ accounts }: Tenant, lines: readonly LoggedRequest[]): ReadonlyMap<string, string> {
  const bodies = (op: string): readonly Readonly<Record<string, unknown>>[] =>
    lines.filter((line) => line.op === op).map(({ body }) => body as Readonly<Record<string, unknown>>);
  const people = new Set(bodies('directory.users.insert').map(({ primaryEmail }) => primaryEmail));
  const domains = new Set(bodies('reseller.customers.insert').map(({ customerDomain }) => customerDomain));
  const users = accounts
    .flatMap((account) => account.users ?? [])
    .map(({ id = '', primaryEmail }) => [id, primaryEmail] as const);
  const customers = accounts.map(({ customer: { id = '', customerDomain } }) => [id, customerDomain] as const);
  return new Map([
    ...users.filter(([, email]) => people.has(email)),
    ...customers.filter(([, domain]) => domains.has(domain)),
  ]);
}

function tokens(op: string, params: unknown, body: unknown): unknown[] {
  if (!/\.(update|patch)$/.test(op)) return [[op, params, body]];
  return Object.entries(body as object).map(([field, value]) => [op, params, field, value]);
}

/** What was written here and not there. */
export function beyond(these: ReadonlySet<string>, those: ReadonlySet<string>): readonly string[] {
  return [...these].filter((one) => !those.has(one));
}
