import type { Server } from '../../src/job/wire';
import { ask } from '../../sandbox/cli/desk';
import type { Tenant, TenantAccount } from '../../sandbox/workspace/tenant';
import { openDesk, type Rows, type TestDesk, type TestDeskOptions } from '../sandbox-desk';
import { businessStandard, businessStarter, person, workspaceProduct, type Change } from '../users/shop';
import { callFor, said } from '../workspace/google';

/** A reseller with two customers, and what tests of the pages about people ask of it. */

export const boss = 'boss@resell.example';
export const [acme, globex] = ['acme.example', 'globex.example'];
const seats = { maximumNumberOfSeats: 6_000 };

/** A customer of the reseller by its domain. */
export function customer(domain: string, more: Partial<TenantAccount> = {}): TenantAccount {
  return {
    customer: { id: `C0${domain.split('.')[0] ?? ''}`, customerDomain: domain },
    resoldBy: 'C0resell1',
    acceptedTerms: true,
    subscriptions: [
      { skuId: businessStarter, plan: { planName: 'FLEXIBLE' }, seats },
      { skuId: businessStandard, plan: { planName: 'FLEXIBLE' }, seats },
    ],
    ...more,
  } as TenantAccount;
}

/** The reseller with these customers. */
export function agency(customers: readonly TenantAccount[], more: Partial<Tenant> = {}): Tenant {
  const reseller = { customer: { id: 'C0resell1', customerDomain: 'resell.example' }, reseller: true };
  const users = [person(boss, 'Bo Ss', { isAdmin: true })];
  return { signedInAs: boss, ...more, accounts: [{ ...reseller, users }, ...customers] };
}

/** A desk of the reseller with these rows on Users. */
export function open(
  users: Rows,
  customers: readonly TenantAccount[],
  { switches = {}, ...options }: Partial<TestDeskOptions['options']> & { switches?: Record<string, string> } = {},
): TestDesk {
  return openDesk({ tenant: agency(customers, { switches }), users, options });
}

/** Does something at Google behind the sheet's back, as the reseller. Throws where Google refuses it. */
export function behind(desk: TestDesk, [op, params, body]: Change): void {
  const answer = said(desk.workspace.handle(callFor(op, params, { body, as: boss })));
  if (answer.status >= 300) throw new Error(`${op}: ${String(answer.status)} ${answer.message}`);
}

/** A licence of Business Starter, or another SKU of Workspace. */
export function licence(userId: string, skuId = businessStarter) {
  return { userId, productId: workspaceProduct, skuId };
}

/** Calls the server as the sidebar does. Throws what the server says no with. */
export function call<N extends keyof Server>(
  { host }: TestDesk,
  name: N,
  ...args: Parameters<Server[N]>
): Extract<ReturnType<Server[N]>, { ok: true }>['value'] {
  return ask(host, name, ...args);
}

/** The rows of Users that have an address. */
export function people(desk: TestDesk): readonly Readonly<Record<string, string>>[] {
  return desk.rows().filter(({ Email }) => Email);
}
