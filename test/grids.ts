import type { Host } from '../sandbox/apps-script/port';
import { maxRows } from '../sandbox/apps-script/system/grid';

/** Tabs whose empty rows have boxes to tick, so that every execution reads them all. */
const tabs = ['Customers', 'Subscriptions', 'Users', 'Team'];

const spare = 20;

/**
 * Deletes the empty rows of our tabs but the first few, as somebody may: the thousand that set-up makes take a small
 * job most of its time.
 */
export function cutGrids({ state, edit }: Host): void {
  for (const sheet of state.sheets.filter(({ name }) => tabs.includes(name))) {
    const used = sheet.cells.reduce((last, row, at) => (row.some((cell) => isUsed(cell?.value)) ? at + 1 : last), 0);
    const idle = maxRows(sheet) - used - spare;
    if (idle > 0) edit.deleteRows(sheet.name, used + spare + 1, idle);
  }
}

/** A box that is not ticked is no use of a row. */
function isUsed(value: unknown): boolean {
  return value !== undefined && value !== '' && value !== false;
}
