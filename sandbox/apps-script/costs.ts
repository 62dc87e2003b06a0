import type { CallName } from './calls';

import { prices } from './prices';

/** Which call of the platform has which price. */

/** What decides the price of a call: what it touches, and whether writes are waiting to be applied. */
export interface Load {
  /** Cells, or the keys of a cache. */
  readonly cells: number;
  /** Bytes that it writes; what it reads is known only afterwards. */
  readonly bytes: number;
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
  | 'rowHidden'
  | 'property'
  | 'propertyRead'
  | 'cache'
  | 'cacheRead'
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
  'sheet.rowHidden': 'rowHidden',
  'sheet.hideRows': 'structure',
  'range.read': 'read',
  'range.write': 'write',
  'range.clear': 'write',
  'range.validate': 'write',
  'range.sort': 'write',
  'properties.all': 'property',
  'properties.get': 'propertyRead',
  'properties.set': 'property',
  'properties.delete': 'property',
  'cache.get': 'cacheRead',
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
  'execution.spent': 'free',
};

const documentKinds: readonly Kind[] = ['read', 'write', 'structure', 'metadata', 'flush', 'rowHidden'];

/** Whether a call goes to the spreadsheet: those are the `documentCalls` that are counted. */
export function touchesDocument(name: CallName): boolean {
  return /^(book|sheet|range)\./.test(name) && documentKinds.includes(kinds[name]);
}

/** Whether a call is a read or write of a property store. */
export function touchesProperties(name: CallName): boolean {
  return name.startsWith('properties.');
}

/** Whether a call is a read or write of a cache. */
export function touchesCache(name: CallName): boolean {
  return name.startsWith('cache.');
}

/** Whether a call writes cells, as their number decides its price. */
export function writesCells(name: CallName): boolean {
  return kinds[name] === 'write';
}

/** Whether a call leaves writes waiting to be applied. */
export function leavesWrites(name: CallName): boolean {
  return kinds[name] === 'write' || kinds[name] === 'structure';
}

/** Whether a call waits until everything written is applied. */
export function appliesWrites(name: CallName): boolean {
  return kinds[name] === 'read' || kinds[name] === 'rowHidden' || kinds[name] === 'flush';
}

/**
 * Milliseconds that a call takes before it has its effect. Requests to Google take the time of their journeys instead.
 */
export function costOf(name: CallName, { cells, bytes, dirty }: Load): number {
  const waiting = dirty && appliesWrites(name) ? prices.flush.ms : 0;
  const kind = kinds[name];
  switch (kind) {
    case 'free':
      return 0;
    case 'flush':
      return waiting;
    case 'read':
      return waiting + prices.read.ms + cells * prices.readCell.ms;
    case 'write':
      return prices.write.ms + cells * prices.writeCell.ms + (bytes / 1000) * prices.writeKB.ms;
    case 'cacheRead':
      return cells > 1 ? prices.cacheReads.ms : prices.cacheRead.ms;
    default:
      return waiting + prices[kind].ms;
  }
}

/** Milliseconds that so many bytes take on their way from the document. */
export function costOfReading(bytes: number): number {
  return (bytes / 1000) * prices.readKB.ms;
}
