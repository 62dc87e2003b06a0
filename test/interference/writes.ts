import type { Desk } from '../../sandbox/cli/desk';
import { isWrite } from '../../sandbox/cli/summary';

/** What was written to Google, so that two jobs can be held against each other. */

/**
 * Every write that Google accepted or was asked for, each field of a change by itself, without repeats. Ids of people made
 * on the way stand as their addresses; everybody else has the same id in every job.
 */
export function writesOf({ workspace }: Desk, from = 0): ReadonlySet<string> {
  const made = new Map(workspace.tenant().accounts.flatMap((account) => (account.users ?? []).map((user) => [user.id ?? '', user.primaryEmail])));
  const lines = workspace.log.slice(from).filter(isWrite);
  const born = new Set(lines.filter((line) => line.op === 'directory.users.insert').map((line) => (line.body as { primaryEmail: string }).primaryEmail));
  const named = (_key: string, value: unknown): unknown => (typeof value === 'string' && born.has(made.get(value) ?? '') ? made.get(value) : value);
  return new Set(lines.flatMap(({ op, params, body }) => tokens(op, params, body)).map((token) => JSON.stringify(token, named)));
}

function tokens(op: string, params: unknown, body: unknown): unknown[] {
  if (!/\.(update|patch)$/.test(op)) return [[op, params, body]];
  return Object.entries(body as object).map(([field, value]) => [op, params, field, value]);
}

/** What was written here and not there. */
export function beyond(these: ReadonlySet<string>, those: ReadonlySet<string>): readonly string[] {
  return [...these].filter((one) => !those.has(one));
}
