import { complaintOf, type Found } from '../../google/find';
import { findLanguage } from '../../google/languages';
import { findSku, listing, type Sku } from '../../google/products';
import { findRole, superAdminRole, systemRoleNamed } from '../../google/roles';
import type { Cell } from '../../table/cell';

/**
 * Names in cells, looked up in what Google and the account have. Each text is searched once, however many rows hold it.
 */
export interface Lookups {
  readonly language: (text: string) => Cell<string>;
  readonly licence: (text: string) => Cell<Sku>;
  /** A role of an account; any name passes for an account whose roles were not read. */
  readonly role: (text: string, account: string | undefined) => Cell<string>;
}

/** What lookups need to know of the accounts around the sheet. */
export interface KnownNames {
  /** Roles by customer id; an account whose roles were not read is left out. */
  readonly roles: Readonly<Record<string, readonly { readonly roleName: string }[] | undefined>>;
  /** SKUs met in the accounts beyond the catalogue. */
  readonly skus: readonly Sku[];
}

/** The lookups for one reading of the tab. */
export function lookupsIn({ roles, skus }: KnownNames): Lookups {
  const perAccount = once((account) => once((text) => findRoleIn(text, roles[account])));
  return {
    language: once((text) => cellOf(findLanguage(text), { what: 'language', text, take: ({ code }) => code })),
    licence: once((text) => findLicence(text, skus)),
    role: (text, account = '') => perAccount(account)(text),
  };
}

function findLicence(text: string, skus: readonly Sku[]): Cell<Sku> {
  const found = findSku(text, skus);
  if ('found' in found && listing(found.found)?.perDevice) {
    return { kind: 'wrong', says: `${found.found.name} is counted by device: nobody holds a licence of it.` };
  }
  return cellOf(found, { what: 'product', text, take: plainSku });
}

function findRoleIn(text: string, roles: readonly { readonly roleName: string }[] | undefined): Cell<string> {
  const prebuilt = systemRoleNamed(text);
  if (prebuilt === superAdminRole)
    return { kind: 'wrong', says: 'Super Admin is not given as a role: tick Super admin instead.' };
  if (roles === undefined) return { kind: 'value', value: prebuilt ?? text };
  return cellOf(findRole(text, roles), { what: 'role', text, take: ({ roleName }) => roleName });
}

function cellOf<Entry, Value>(
  found: Found<Entry>,
  as: { what: string; text: string; take: (entry: Entry) => Value },
): Cell<Value> {
  if ('found' in found) return { kind: 'value', value: as.take(found.found) };
  return { kind: 'wrong', says: complaintOf(as.what, as.text, found) };
}

function plainSku({ productId, skuId, name, productName }: Sku): Sku {
  return { productId, skuId, name, productName };
}

function once<Value>(search: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, Value>();
  return (text) => {
    const value = known.get(text) ?? search(text);
    known.set(text, value);
    return value;
  };
}
