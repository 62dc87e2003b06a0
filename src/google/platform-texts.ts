/**
 * What an exception of the platform says of a request. Its sentences come in the language of whoever is signed in (texts
 * collected by RomainVialard/ErrorHandler), so only what no language changes is looked for: addresses of scopes, and
 * the name of the service that would have sent.
 */

/** A permission is missing: its address stands in the text. */
export function isNotGranted(message: string): boolean {
  return /googleapis\.com\/auth\/|Authorization is required/i.test(message);
}

/** UrlFetchApp sent nothing at all: not allowed, or its day's quota is used up. It names itself then, but not in faults. */
export function isNotFetched(message: string): boolean {
  return isNotGranted(message) || /url ?fetch/i.test(message);
}
