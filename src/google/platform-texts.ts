/**
 * What an exception of the platform says of a request. Its sentences come in the language of whoever is signed in
 * (texts collected by RomainVialard/ErrorHandler), so only what no language changes is looked for: addresses of scopes,
 * and the name of the service that would have sent.
 */

/** A permission is missing: its address stands in the text. */
export function isNotGranted(message: string): boolean {
  return /googleapis\.com\/auth\/|Authorization is required/i.test(message);
}

/**
 * UrlFetchApp sent nothing at all: not allowed, or its day's quota is used up. It names itself then, but not in faults.
 */
export function isNotFetched(message: string): boolean {
  return isNotGranted(message) || /url ?fetch/i.test(message);
}

/** Cells that a spreadsheet takes, empty ones included (Apps Script best practices page). */
export const cellsOfSpreadsheet = 10_000_000;

/** The spreadsheet does not take more cells: the number stands in the text (“above the limit of 10000000 cells”). */
export function isTooManyCells(message: string): boolean {
  return /(?<!\d)10[\s.,'’]?000[\s.,'’]?000(?!\d)/.test(message);
}
