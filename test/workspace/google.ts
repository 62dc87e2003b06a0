import { operations, type OperationId } from '../../sandbox/workspace/operations';
import { virtualClock, type Clock } from '../../sandbox/clock';
import type { Call, Reply } from '../../sandbox/workspace/port';
import { parseTenant, type TenantAccount } from '../../sandbox/workspace/tenant';
import { openWorkspace, type SimulatedWorkspace } from '../../sandbox/workspace/workspace';

/** A simulated Google for tests, spoken to by operation id. */

export const start = Date.parse('2026-03-02T09:00:00.000Z');

/** What a reply comes down to: its status, and value or reason and text. */
export interface Said {
  readonly status: number;
  readonly value: Shown;
  readonly reason: string;
  readonly message: string;
}

/** JSON as a test reads it: any field may be asked for. */
export interface Shown {
  readonly [field: string]: Shown;
}

export interface Google {
  readonly google: SimulatedWorkspace;
  readonly clock: Clock;
  /** Calls an operation as the person signed in, or as somebody else. */
  call(op: OperationId, params?: Readonly<Record<string, string>>, body?: object, as?: string): Said;
  /** Lets seconds pass. */
  wait(seconds: number): void;
}

export interface Setting {
  readonly accounts?: readonly object[];
  readonly signedInAs?: string;
  readonly switches?: Readonly<Record<string, string>>;
  readonly quotas?: string;
  readonly faults?: number;
}

/** The call for an operation: path parameters in the path, all others in the query. */
export function callFor(
  op: OperationId,
  params: Readonly<Record<string, string>>,
  rest: { readonly body?: object | undefined; readonly as: string },
): Call {
  const operation = operations[op];
  const inPath = new Set<string>();
  const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => {
    inPath.add(name);
    return encodeURIComponent(params[name] ?? '');
  });
  const query = Object.fromEntries(Object.entries(params).filter(([name]) => !inPath.has(name)));
  return { method: operation.verb, path, query, as: rest.as, ...(rest.body && { body: rest.body }) };
}

/** What a reply says. */
export function said(reply: Reply): Said {
  const body = (reply.body ?? {}) as Shown;
  const error = body['error'] as unknown as { message?: string; errors?: { reason?: string }[] } | undefined;
  return {
    status: reply.status,
    value: body,
    reason: error?.errors?.[0]?.reason ?? '',
    message: error?.message ?? (typeof reply.body === 'string' ? reply.body : ''),
  };
}

export const admin = 'admin@shop.example';

/** One account with a verified domain, an administrator who is signed in, and whatever a test adds. */
export function shop(more: Partial<Record<keyof TenantAccount, unknown>> = {}): object {
  return {
    customer: { id: 'C0shop001', customerDomain: 'shop.example', postalAddress: { countryCode: 'DE' } },
    users: [
      { primaryEmail: admin, name: { givenName: 'Ada', familyName: 'Min' }, isAdmin: true },
      ...((more.users as object[] | undefined) ?? []),
    ],
    ...Object.fromEntries(Object.entries(more).filter(([field]) => field !== 'users')),
  };
}

/** Opens a simulated Google; quotas are off and reads are immediate unless a test says otherwise. */
export function openGoogle(setting: Setting = {}): Google {
  const clock = virtualClock(start);
  const signedInAs = setting.signedInAs ?? admin;
  const tenant = parseTenant({ signedInAs, accounts: setting.accounts ?? [shop()] });
  const google = openWorkspace(tenant, {
    clock,
    quotas: setting.quotas ?? 'off',
    switches: setting.switches ?? {},
    ...(setting.faults !== undefined && { faults: setting.faults }),
  });
  return {
    google,
    clock,
    call: (op, params = {}, ...[body, as = signedInAs]) => said(google.handle(callFor(op, params, { body, as }))),
    wait: (seconds) => clock.sleep(seconds * 1000),
  };
}

/** A body for users.insert. */
export const person = (primaryEmail: string, more: object = {}): object => ({
  primaryEmail,
  name: { givenName: 'Ana', familyName: 'Bo' },
  password: 'correct horse 9',
  ...more,
});
