/**
 * What the platform takes in time, each price with its source. Google publishes hardly any of these numbers: what is
 * UNCONFIRMED is our own reckoning, rather too dear than too cheap, and stands here so that one place is mended when
 * somebody measures.
 */

/** One price. */
export interface Price {
  readonly ms: number;
  readonly per: string;
  readonly source: string;
}

const devRel = 'A Google DevRel engineer (justin.poehnelt.com), 100 values of 100 bytes';
const peralta = 'L. Peralta (ziritione.org), a page of averages of 100 calls';
const bestPractices =
  'Best-practices page: 70 s cell by cell, 1 s in one range; chosen so that this and the 800 ms come out';
const roundTrip = 'UNCONFIRMED: not published, taken as one round trip to the document';

export const prices = {
  executionStart: {
    ms: 600,
    per: 'execution',
    source:
      'UNCONFIRMED: from the click to the first line, a fresh runtime for every execution (V8 runtime guide). Reports of ' +
      'five seconds and more (enuchi/gas-client 35, labnol/apps-script-starter 25) are of bad hours',
  },
  bundle: {
    ms: 1,
    per: 'KB of code, at each start',
    source:
      'UNCONFIRMED: all files are loaded and run at each start (V8 runtime guide); no number is published, ' +
      'and B. McPherson found no difference between code of one’s own and libraries',
  },
  utilities: {
    ms: 0.5,
    per: 'call of Utilities',
    source: 'UNCONFIRMED: each leaves the script’s runtime and comes back; best-practices page: slower than JavaScript',
  },
  read: { ms: 90, per: 'read of a range', source: `${devRel}: 800 ms for a cell written and read` },
  readCell: { ms: 0.01, per: 'cell read', source: bestPractices },
  readKB: { ms: 0.1, per: 'KB read', source: 'UNCONFIRMED: ten megabytes a second' },
  write: { ms: 60, per: 'write of a range, applied later', source: `${devRel}: the same 800 ms` },
  writeCell: { ms: 0.02, per: 'cell written', source: bestPractices },
  writeKB: { ms: 0.2, per: 'KB written', source: 'UNCONFIRMED: five megabytes a second' },
  flush: {
    ms: 650,
    per: 'flush, or first read after a write',
    source: `${devRel}: what is left of the 800 ms. Stack Overflow 29263774: 4,000 cells 50 ms, with a flush 610`,
  },
  structure: { ms: 90, per: 'change of tabs, rows or protections', source: roundTrip },
  metadata: {
    ms: 5,
    per: 'look at what the script keeps: names and ids of tabs',
    source: 'UNCONFIRMED: nothing leaves the script',
  },
  rowHidden: {
    ms: 90,
    per: 'isRowHiddenByFilter or isRowHiddenByUser',
    source: `${roundTrip}: there is no form for several rows (reference of Sheet)`,
  },
  property: {
    ms: 80,
    per: 'write of properties, or read of all of them',
    source: `${peralta}: 64 for a write. Several at once UNCONFIRMED, so as much as a write and a read. ${devRel}: 80`,
  },
  propertyRead: { ms: 34, per: 'read of one property', source: peralta },
  cache: { ms: 93, per: 'write into a cache, or removal', source: `${peralta}. 57 and 90 in mitonattou919 (Qiita)` },
  cacheRead: { ms: 23, per: 'read of one key of a cache', source: `mitonattou919 (Qiita), ten calls. ${peralta}: 4` },
  cacheReads: {
    ms: 63,
    per: 'read of several keys of a cache',
    source: `UNCONFIRMED, so as much as a write and a read. ${devRel}: 63`,
  },
  lock: {
    ms: 93,
    per: 'lock taken or let go',
    source: 'UNCONFIRMED: it changes something at one server, as a cache does',
  },
  trigger: { ms: 200, per: 'trigger listed, made or deleted', source: 'UNCONFIRMED: not published' },
  mail: { ms: 300, per: 'mail sent', source: 'UNCONFIRMED: not published' },
  show: { ms: 50, per: 'menu, sidebar or toast', source: 'UNCONFIRMED: an order to the browser' },
  packing: {
    ms: 2,
    per: 'request of a fetchAll, beyond the first',
    source: 'UNCONFIRMED: sent side by side (K. Tanaike, 2018), packing each takes a little',
  },
} as const satisfies Readonly<Record<string, Price>>;

/** Milliseconds from the click to the first line of a script with so many bytes of code. */
export function startOf(codeBytes: number): number {
  return prices.executionStart.ms + Math.round(codeBytes / 1000) * prices.bundle.ms;
}
