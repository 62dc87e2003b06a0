import { nameKey } from '../../google/names';
import type { ImportedRow, ImportHow } from '../../imports/reading/file';
import { cellText } from '../../table/text';
import type { Tab } from '../../tabs/tab';
import { languageIn, withoutAddress } from '../../tabs/users/without-address';
import { addressesFor } from '../addresses/propose';
import type { TabSheet } from '../rows/sheets';

/** Addresses for people of a file that has none for them. */

/**
 * An address for each row that names somebody and has no address and no User ID, by its record. Who has the name of a
 * row of the sheet is that person, or is asked about: nobody gets a second address here.
 */
export function proposedFor(
  rows: readonly ImportedRow[],
  { sheet, how }: { readonly sheet: TabSheet; readonly how: ImportHow },
): ReadonlyMap<number, string> {
  const [key] = sheet.tab.keyColumns;
  const open = rows.filter(({ cells }) => !cells[key] && !cells[sheet.tab.idColumn] && fullNameOf(cells) !== '');
  if (how.addresses === '' || !open.length) return new Map();
  const { taken } = withoutAddress(sheet.values);
  const inFile = rows.flatMap(({ cells }) => cells[key]?.toLowerCase() ?? []);
  const known = new Map(namedOn(sheet));
  const fresh = open.filter(({ cells }) => !known.has(nameKey(fullNameOf(cells))));
  const called = fresh.map(({ cells: { firstName = '', lastName = '', language = '' } }) => ({
    first: firstName,
    last: lastName,
    language: languageIn(language),
  }));
  const by = { pattern: how.addresses, domain: how.customer };
  const { addresses } = addressesFor(called, new Set([...taken, ...inFile]), by);
  const there = open.flatMap(({ record, cells }): [number, string][] => {
    const address = known.get(nameKey(fullNameOf(cells)));
    return address === undefined ? [] : [[record, address]];
  });
  const made = fresh.map(({ record }, at): [number, string] => [record, addresses[at] ?? '']);
  return new Map([...there, ...made].filter(([, address]) => address !== ''));
}

/** The row with an address that was proposed for it. */
export function withAddress(row: ImportedRow, { keyColumns: [key] }: Tab, address: string | undefined): ImportedRow {
  return address === undefined ? row : { ...row, cells: { ...row.cells, [key]: address } };
}

function fullNameOf({ firstName = '', lastName = '' }: ImportedRow['cells']): string {
  return `${firstName} ${lastName}`.trim();
}

/** The people of the sheet who have an address, by name. */
function namedOn({ tab, values, named }: TabSheet): readonly (readonly [string, string])[] {
  return named.rows.flatMap(({ row }): [string, string][] => {
    const text = (id: string): string => cellText(values[row - 1]?.[named.positions[id] ?? -1] ?? '');
    const [name, address] = [`${text('firstName')} ${text('lastName')}`.trim(), text(tab.keyColumns[0])];
    return name === '' || address === '' ? [] : [[nameKey(name), address]];
  });
}
