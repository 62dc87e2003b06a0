/**
 * Domains on which anybody gets an address: no customer owns one, and nobody administers an account with one. Providers
 * whose companies use the same domain are left out.
 */
const providers =
  'gmail.com googlemail.com outlook.com hotmail.com live.com msn.com yahoo.com ymail.com icloud.com me.com aol.com gmx.de gmx.net gmx.at gmx.ch gmx.com web.de proton.me protonmail.com';

/** Whether a domain is one of those on which anybody gets an address. */
export function isMailProvider(domain: string): boolean {
  return providers.split(' ').includes(domain.toLowerCase());
}
