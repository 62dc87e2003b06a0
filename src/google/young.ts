import type { Request } from '../engine/request';
import type { FactTable } from './fact-table';
import { userFact } from './facts';
import type { User } from './resources';

/** How long a new user may be unknown to some of Google's servers: longer than any report of it. In milliseconds. */
const youngFor = 300_000;

/**
 * Whether a request is about a user who was created a short time ago, whoever did it: by an execution that died, or by
 * a request whose answer was lost. `now` in milliseconds since the epoch.
 */
export function isYoung(table: FactTable, request: Request, now: number): boolean {
  const names = Object.values(request.named ?? {}).map((name) => name.replace(/^user:/, ''));
  const { userId, assignedTo, email } = request.body ?? {};
  const subjects = [...Object.values(request.params), userId, assignedTo, email, ...names];
  return subjects.some(
    (subject) =>
      typeof subject === 'string' && subject !== '' && now - bornAt(table, request.account, subject) < youngFor,
  );
}

function bornAt(table: FactTable, account: string, key: string): number {
  const known = table.known(userFact(account, key));
  const user = known && 'value' in known ? (known.value as User | undefined) : undefined;
  return Date.parse(user?.creationTime ?? '') || 0;
}
