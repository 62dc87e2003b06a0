import type { CallName } from './calls';

/**
 * What calls of the platform cost in time. Published measurements (a Google DevRel engineer, 100 values of 100 bytes):
 * cache 63 ms, properties 80 ms, a sheet cell written and read 800 ms each time. Google's own example of batching
 * (best-practices page) goes from 70 s to 1 s by reading and writing whole ranges. The numbers below are chosen so that
 * both come out.
 */
export const costs = {
  /** From the click to the first line of the script: the platform starts a fresh runtime for every execution. */
  executionStart: 1_000,
  /** One read of a range, whatever its size: a round trip to the document. 10,000 cells take 100 ms more. */
  read: 90,
  readPerCell: 0.01,
  /** One buffered write; it is applied later, together with its neighbours. */
  write: 60,
  writePerCell: 0.02,
  /**
   * Applying what is buffered: at a flush, or at the first read after a write. 90 + 60 + 650 make the measured 800 ms.
   */
  flush: 650,
  /** Structure of the document: tabs, rows, protections. Not published; taken as one round trip, like a read. */
  structure: 90,
  /** What the script keeps of the document after it was opened: names and ids of tabs. Not published; small. */
  metadata: 5,
  property: 80,
  cache: 63,
  /** A lock asks one server, as the cache does. */
  lock: 63,
  /** Triggers and mail: not published; one round trip each. */
  trigger: 200,
  mail: 300,
  /** Menus, sidebars and toasts are orders to the browser. */
  show: 50,
  /** A request of a fetchAll wave leaves so much later than the one before it: packing each takes a little. */
  wavePerRequest: 2,
} as const;

/** What decides the price of a call: how many cells it touches, and whether writes are waiting to be applied. */
export interface Load {
  readonly cells: number;
  readonly dirty: boolean;
}

/** Which calls read the document, write it, or change its structure; the others are free or priced by their service. */
type Kind =
  | 'free'
  | 'read'
  | 'write'
  | 'structure'
  | 'metadata'
  | 'flush'
  | 'property'
  | 'cache'
  | 'lock'
  | 'trigger'
  | 'mail'
  | 'show';

const kinds: Readonly<Record<CallName, Kind>> = {
  'book.info': 'free',
  'book.sheets': 'metadata',
  'book.insertSheet': 'structure',
  'book.deleteSheet': 'structure',
  'book.moveSheet': 'structure',
  'book.activate': 'metadata',
  'book.names': 'metadata',
  'book.setName': 'structure',
  'book.flush': 'flush',
  'sheet.info': 'free',
  'sheet.extent': 'read',
  'sheet.set': 'structure',
  'sheet.lines': 'structure',
  'sheet.append': 'write',
  'sheet.furniture': 'read',
  'sheet.kept': 'free',
  'sheet.furnish': 'structure',
  'sheet.rowHidden': 'read',
  'sheet.hideRows': 'structure',
  'range.read': 'read',
  'range.write': 'write',
  'range.clear': 'write',
  'range.validate': 'write',
  'range.sort': 'write',
  'properties.all': 'property',
  'properties.get': 'property',
  'properties.set': 'property',
  'properties.delete': 'property',
  'cache.get': 'cache',
  'cache.put': 'cache',
  'cache.remove': 'cache',
  'lock.try': 'lock',
  'lock.release': 'lock',
  'lock.has': 'free',
  'triggers.list': 'trigger',
  'triggers.create': 'trigger',
  'triggers.delete': 'trigger',
  'mail.send': 'mail',
  'mail.remaining': 'metadata',
  'google.call': 'free',
  'google.leave': 'free',
  'google.fetch': 'free',
  'ui.menu': 'show',
  'ui.show': 'show',
  'ui.ask': 'show',
  'log.write': 'free',
};

const documentKinds: readonly Kind[] = ['read', 'write', 'structure', 'metadata', 'flush'];

/** Whether a call goes to the spreadsheet: those are the `documentCalls` that are counted. */
export function touchesDocument(name: CallName): boolean {
  return /^(book|sheet|range)\./.test(name) && documentKinds.includes(kinds[name]);
}

/** Whether a call is a read or write of a property store. */
export function touchesProperties(name: CallName): boolean {
  return kinds[name] === 'property';
}

/** Whether a call leaves writes waiting to be applied. */
export function leavesWrites(name: CallName): boolean {
  return kinds[name] === 'write' || kinds[name] === 'structure';
}

/** Whether a call waits until everything written is applied. */
export function appliesWrites(name: CallName): boolean {
  return kinds[name] === 'read' || kinds[name] === 'flush';
}

/** Milliseconds that a call takes before it has its effect. Requests to Google take the time of their journeys instead. */
export function costOf(name: CallName, load: Load): number {
  const waiting = load.dirty && appliesWrites(name) ? costs.flush : 0;
  switch (kinds[name]) {
    case 'free':
      return 0;
    case 'flush':
      return waiting;
    case 'read':
      return waiting + costs.read + load.cells * costs.readPerCell;
    case 'write':
      return costs.write + load.cells * costs.writePerCell;
    default:
      return costs[kinds[name] as Exclude<Kind, 'free' | 'flush' | 'read' | 'write'>];
  }
}
