import { at } from '../json';
import type { Account, AddressOwner, GroupRecord, State, UserRecord } from '../state';

/** One register of all addresses: users, aliases and groups share it, so that nothing can have an address twice. */

/** The part of an address after the `@`, in lower case; '' where there is none. */
export function domainOf(address: string): string {
  const place = address.lastIndexOf('@');
  return place < 0 ? '' : address.slice(place + 1).toLowerCase();
}

/**
 * The address that one on a domain alias stands for: the same name on the parent domain. Any other stands for itself.
 */
export function onParentDomain(state: State, address: string): string {
  const wanted = address.toLowerCase();
  const parent = at(state.aliasDomains, domainOf(wanted));
  return parent === undefined ? wanted : `${wanted.slice(0, wanted.lastIndexOf('@'))}@${parent}`;
}

/** Who has an address now. */
export function ownerOf(state: State, address: string): AddressOwner | undefined {
  return at(state.addresses, address.toLowerCase()) ?? at(state.addresses, onParentDomain(state, address));
}

/** What addresses are called on the account's domain aliases: nobody can change these (Users reference). */
export function aliasDomainAddresses({ domainAliases }: Account, addresses: readonly string[]): string[] {
  if (domainAliases.length === 0) return [];
  return addresses.flatMap((address) =>
    domainAliases
      .filter(({ parent, verified }) => verified && parent === domainOf(address))
      .map(({ name }) => `${address.slice(0, address.lastIndexOf('@'))}@${name}`),
  );
}

/** Enters a user's primary address and aliases. */
export function enterUser(state: State, user: UserRecord): void {
  state.addresses[user.primaryEmail] = { kind: 'user', id: user.id, account: user.account };
  for (const alias of user.aliases) state.addresses[alias] = { kind: 'alias', id: user.id, account: user.account };
}

/** Frees a user's primary address and aliases. */
export function leaveUser(state: State, user: UserRecord): void {
  for (const address of [user.primaryEmail, ...user.aliases])
    if (ownerOf(state, address)?.id === user.id) Reflect.deleteProperty(state.addresses, address);
}

/** Enters a group's addresses. */
export function enterGroup(state: State, account: Account, { id, email, aliases }: GroupRecord): void {
  for (const address of [email, ...aliases]) state.addresses[address] = { kind: 'group', id, account: account.id };
}

/** Frees a group's addresses. */
export function leaveGroup(state: State, { email, aliases }: GroupRecord): void {
  for (const address of [email, ...aliases]) Reflect.deleteProperty(state.addresses, address);
}

/** The accounts that have a domain, in order of their making; several only for team customers. */
export function accountsOfDomain(state: State, domain: string): Account[] {
  return (at(state.domains, domain.toLowerCase()) ?? []).flatMap((id) => at(state.accounts, id) ?? []);
}

/** Enters a domain as one of an account's. */
export function enterDomain(state: State, domain: string, account: string): void {
  const known = at(state.domains, domain) ?? [];
  if (!known.includes(account)) state.domains[domain] = [...known, account];
}
