import { parseA1 } from '../a1';
import type { HostState } from '../host-state';
import { isFilled, maxColumns, maxRows } from './grid';
import { localeOf } from './locales';

/**
 * `=SUBTOTAL(103; Users!2:2)`: how many cells of a block hold something and are in rows that neither a filter nor a
 * person has hidden (Sheets help, SUBTOTAL: codes above 100 leave out rows hidden by hand, all leave out filtered
 * ones). What filter views hide counts: they are of whoever looks. A semicolon parts arguments in every locale, a comma
 * where it does not part decimals.
 */
export function subtotal(
  formula: string,
  { sheets, settings }: Pick<HostState, 'sheets' | 'settings'>,
): number | string | undefined {
  const [, mark = '', place = ''] = /^=SUBTOTAL\(103\s*([;,])\s*(.+)\)$/i.exec(formula) ?? [];
  if (place === '') return undefined;
  if (mark === ',' && localeOf(settings?.locale).decimal === ',') return '#ERROR!';
  const name = /^(?:'((?:[^']|'')+)'|([^'!]+))!/.exec(place);
  const sheet = sheets.find((one) => one.name === (name?.[1]?.replace(/''/g, "'") ?? name?.[2]));
  const found = sheet && parseA1(place, { maxRows: maxRows(sheet), maxColumns: maxColumns(sheet) });
  if (!found || found.rect.row + found.rect.rows - 1 > maxRows(sheet)) return '#REF!';
  const hidden = [sheet.hiddenRows, (sheet.furniture['filteredRows'] ?? []) as number[]];
  const { row: first, column, rows, columns } = found.rect;
  let count = 0;
  for (let row = first; row < first + rows; row++) {
    if (hidden.some((some) => some.includes(row))) continue;
    const line = sheet.cells[row - 1] ?? [];
    count += line.slice(column - 1, column - 1 + columns).filter(isFilled).length;
  }
  return count;
}
