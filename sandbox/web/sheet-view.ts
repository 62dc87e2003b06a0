import type { Rect } from '../apps-script/calls';
import type { CellData, HostState, SheetData } from '../apps-script/host-state';
import { cellAt, extent, looksIn, maxRows, validations } from '../apps-script/system/grid';
import { displayOf } from '../apps-script/system/ranges';
import { choicesOf } from '../apps-script/system/rules';
import { ruleColours } from './colour-rules';
import type { CellView, ChoiceView, RowView, SheetView } from './wire';

/** A tab as the page shows it. */

/** Everything about a tab but its cells. */
export function shapeOf(state: HostState, sheet: SheetData): Omit<SheetView, 'rows'> {
  return {
    id: sheet.id,
    frozenRows: sheet.frozenRows,
    rowCount: maxRows(sheet),
    widths: widthsOf(sheet),
    hiddenRows: hiddenRows(sheet),
    choices: validations(sheet).flatMap(({ rect, rule }) => choiceOf(state, rect, rule)),
    ticks: validations(sheet)
      .filter(({ rule }) => rule.criteria === 'CHECKBOX')
      .map(({ rect }) => rect),
  };
}

/** Rows hidden by hand or by a filter. */
function hiddenRows(sheet: SheetData): number[] {
  const filtered = sheet.furniture['filteredRows'];
  return [...new Set([...sheet.hiddenRows, ...(Array.isArray(filtered) ? filtered.map(Number) : [])])].sort(
    (a, b) => a - b,
  );
}

function widthsOf(sheet: SheetData): Record<string, number> {
  const widths = sheet.furniture['widths'];
  if (typeof widths !== 'object' || widths === null) return {};
  return Object.fromEntries(
    Object.entries(widths).filter((entry): entry is [string, number] => typeof entry[1] === 'number'),
  );
}

type RuleOf = ReturnType<typeof validations>[number]['rule'];

function choiceOf(state: HostState, rect: Rect, rule: RuleOf): ChoiceView[] {
  const values = choicesOf(state, rule);
  return values ? [{ ...rect, values }] : [];
}

/** Every row down to the last one that shows something. */
export function rowViews(sheet: SheetData): RowView[] {
  const { lastRow, lastColumn } = extent(sheet);
  const look = looksIn(sheet, { row: 1, column: 1, rows: Math.max(1, lastRow), columns: Math.max(1, lastColumn) });
  const colours = ruleColours(sheet);
  return Array.from({ length: lastRow }, (_row, down) =>
    trimmed(
      Array.from({ length: lastColumn }, (_cell, right) => {
        const [row, column] = [down + 1, right + 1];
        const cell = cellAt(sheet, row, column);
        const text = displayOf(cell, () => String(look('format', row, column) ?? ''));
        const own = { ground: look('background', row, column), ink: look('fontColor', row, column) };
        return cellView(cell, { text, ...coloured(own, colours(row, column, text)) });
      }),
    ),
  );
}

interface Seen {
  readonly text: string;
  readonly ground: string | undefined;
  readonly ink: string | undefined;
}

function cellView(cell: CellData | undefined, { text, ground, ink }: Seen): string | CellView {
  const extra = {
    ...(cell?.formula && { formula: cell.formula }),
    ...(cell?.note && { note: cell.note }),
    ...(ground && { ground }),
    ...(ink && { ink }),
  };
  return Object.keys(extra).length ? { text, ...extra } : text;
}

function coloured(
  own: { readonly ground: unknown; readonly ink: unknown },
  rule: { readonly ground?: string; readonly ink?: string },
): Pick<Seen, 'ground' | 'ink'> {
  return { ground: rule.ground ?? colour(own.ground, '#ffffff'), ink: rule.ink ?? colour(own.ink, '#000000') };
}

function colour(value: unknown, plain: string): string | undefined {
  return typeof value === 'string' && value !== plain && /^#[0-9a-f]{3,8}$/i.test(value) ? value : undefined;
}

function trimmed(row: (string | CellView)[]): RowView {
  let length = row.length;
  while (length > 0 && row[length - 1] === '') length -= 1;
  return row.slice(0, length);
}
