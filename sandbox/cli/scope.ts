import type { Scope } from '../../src/job/wire';
import type { Tenant } from '../workspace/tenant';
import { lists } from './lists';
import type { NamedRow } from './naming';
import { UsageError } from './usage';

/** Which rows a scope takes in, as far as the exit code must know. */

/** A customer given by domain is asked for by its id, which is what the server goes by. */
export function withCustomerId(scope: Scope, tenant: Tenant): Scope {
  if (scope.kind !== 'customer') return scope;
  return { kind: 'customer', customer: namesOf(scope.customer, tenant)[0] ?? scope.customer };
}

/** Throws UsageError for a key that no row of the workbook has. */
export function requireRows(scope: Scope, rows: readonly NamedRow[]): void {
  if (scope.kind !== 'rows') return;
  const known = new Set(rows.map((row) => row.key));
  const unknown = scope.rows.filter((key) => !known.has(key));
  if (unknown.length) throw new UsageError(`The workbook has no row ${unknown.join(', ')}.`);
}

/** Throws UsageError for a customer that no row is about: a misspelt one would count as done. */
export function requireCustomer(scope: Scope, rows: readonly NamedRow[], tenant: Tenant): void {
  if (scope.kind !== 'customer' || rowsInScope(rows, scope, tenant).length) return;
  throw new UsageError(`No row of the workbook is about the customer ${scope.customer}.`);
}

/** The rows of a scope. */
export function rowsInScope(rows: readonly NamedRow[], scope: Scope, tenant: Tenant): readonly NamedRow[] {
  if (scope.kind === 'rows') return rows.filter((row) => scope.rows.includes(row.key));
  if (scope.kind !== 'customer') return rows;
  const names = new Set(namesOf(scope.customer, tenant).map((name) => name.toLowerCase()));
  return rows.filter((row) => aboutWhom(row).some((name) => names.has(name.toLowerCase())));
}

/** Those of the rows that an action works on. */
export function rowsOfAction(rows: readonly NamedRow[], action: string): readonly NamedRow[] {
  const tab = lists.actions.find(({ id }) => id === action)?.tab ?? '';
  return tab === '' ? rows : rows.filter((row) => row.tab === tab);
}

/** Id and domains of an account, the id first; only the given name where no account has it. */
function namesOf(customer: string, tenant: Tenant): string[] {
  const wanted = customer.toLowerCase();
  for (const account of tenant.accounts) {
    const domains = (account.domains ?? []).map((domain) => domain.domainName);
    const names = [account.customer.id, account.customer.customerDomain, ...domains].filter(
      (name) => name !== undefined,
    );
    if (names.some((name) => name.toLowerCase() === wanted)) return names;
  }
  return [customer];
}

function aboutWhom({ tab, key, cells }: NamedRow): string[] {
  if (tab === 'Users' || tab === 'Groups') return [key.slice(key.lastIndexOf('@') + 1).replace(/#\d+$/, '')];
  return [cells['customerid'], cells['customer'], cells['domain'], cells['account']].filter(
    (name) => name !== undefined,
  );
}
