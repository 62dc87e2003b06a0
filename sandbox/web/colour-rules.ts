import { columnNumber, contains } from '../apps-script/a1';
import type { SheetData } from '../apps-script/host-state';
import type { ColourRule } from '../apps-script/services/conditional-format';
import { cellAt } from '../apps-script/system/grid';

/** Colours that depend on what a cell says: the tab's conditional formats. */

/** A cell's colours by rule; either may be missing. */
export interface Colours {
  readonly ground?: string;
  readonly ink?: string;
}

/**
 * Answers the colours of a cell with this text. Where several rules hold, the first one that names a colour gives it,
 * as in Google Sheets.
 */
export function ruleColours(sheet: SheetData): (row: number, column: number, text: string) => Colours {
  const rules = rulesOf(sheet);
  return (row, column, text) => {
    const holding = rules.filter(
      (rule) => rule.rects.some((rect) => contains(rect, row, column)) && holds(sheet, rule, { row, column, text }),
    );
    const ground = holding.find((rule) => rule.background)?.background;
    const ink = holding.find((rule) => rule.fontColor)?.fontColor;
    return { ...(ground && { ground }), ...(ink && { ink }) };
  };
}

function rulesOf(sheet: SheetData): readonly ColourRule[] {
  const rules = sheet.furniture['conditionalFormats'];
  return Array.isArray(rules) ? (rules as readonly ColourRule[]) : [];
}

interface Seen {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

function holds(sheet: SheetData, rule: ColourRule, cell: Seen): boolean {
  const text = cell.text.toLowerCase();
  const wanted = String(rule.values[0] ?? '');
  const value = wanted.toLowerCase();
  switch (rule.criteria) {
    case 'CELL_EMPTY':
      return text === '';
    case 'CELL_NOT_EMPTY':
      return text !== '';
    case 'TEXT_EQUAL_TO':
      return text === value;
    case 'TEXT_CONTAINS':
      return text.includes(value);
    case 'TEXT_DOES_NOT_CONTAIN':
      return !text.includes(value);
    case 'TEXT_STARTS_WITH':
      return text.startsWith(value);
    case 'TEXT_ENDS_WITH':
      return text.endsWith(value);
    case 'CUSTOM_FORMULA':
      return formulaHolds(sheet, rule, { formula: wanted, row: cell.row });
    default:
      throw new Error(`Conditional formats by ${rule.criteria} are not simulated.`);
  }
}

/**
 * `=$Q2="Done"`: another cell of the same row has a text. Relative rows count from the first row of the rule's range.
 */
function formulaHolds(
  sheet: SheetData,
  rule: ColourRule,
  { formula, row }: { readonly formula: string; readonly row: number },
): boolean {
  const match = /^=\s*\$([A-Z]{1,3})(\d+)\s*=\s*"((?:[^"]|"")*)"\s*$/i.exec(formula);
  if (!match) throw new Error(`The conditional format ${formula} is not simulated.`);
  const there = row - (rule.rects[0]?.row ?? 1) + Number(match[2]);
  return (
    String(cellAt(sheet, there, columnNumber(match[1] ?? ''))?.value ?? '').toLowerCase() ===
    (match[3] ?? '').replace(/""/g, '"').toLowerCase()
  );
}
