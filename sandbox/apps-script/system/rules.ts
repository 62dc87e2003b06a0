import type { Cell, Rect, Rule, SystemCalls } from '../calls';
import type { HostState, SheetData } from '../host-state';
import { a1Of, meet } from '../a1';
import { PlatformError } from '../exceptions';
import { limits } from '../limits';
import { enter } from './entry';
import type { By } from './entry';
import { eachPlace, layRule, layRules, looksIn, ruleAt, validations } from './grid';
import { readRange } from './ranges';

/** Validation rules: how they come over cells, and that Sheets refuses what they do not allow, from whomever it is. */

/**
 * Throws Google's text where a value that is to be written is refused by its cell's rule. Rules that only warn let
 * everything pass.
 */
export function checkRules(
  state: HostState,
  sheet: SheetData,
  write: { readonly rect: Rect; readonly values: (row: number, column: number) => Cell | null; readonly by: By },
): void {
  if (!validations(sheet).some(({ rule, rect }) => !rule.allowInvalid && meet(rect, write.rect))) return;
  const look = looksIn(sheet, write.rect);
  eachPlace(write.rect, (row, column) => {
    const rule = ruleAt(sheet, row, column);
    const value = write.values(row, column);
    if (!rule || rule.allowInvalid || value === null || value === '') return;
    const entered =
      typeof value === 'string'
        ? enter(value, { format: String(look('format', row, column) ?? ''), by: write.by, ...settingsOf(state) }).value
        : value;
    if (allows(state, rule, entered)) return;
    throw new PlatformError(
      `The data you entered in cell ${a1Of({ row, column, rows: 1, columns: 1 })} violates the data validation rules set on this cell.`,
    );
  });
}

function allows(state: HostState, rule: Rule, value: Cell): boolean {
  if (rule.criteria === 'CHECKBOX')
    return rule.values.length === 0 ? typeof value === 'boolean' : rule.values.includes(value);
  const choices = choicesOf(state, rule);
  return choices === undefined || choices.includes(shown(value));
}

/** The values a drop-down offers; undefined where the rule is no list. */
export function choicesOf(state: HostState, rule: Rule): readonly string[] | undefined {
  const [first] = rule.values;
  if (rule.criteria === 'VALUE_IN_LIST' && Array.isArray(first)) return first.map(String);
  if (rule.criteria !== 'VALUE_IN_RANGE' || !isPlace(first)) return undefined;
  const sheet = state.sheets.find((one) => one.id === first.sheet);
  if (!sheet) return [];
  return readRange({ sheet, book: state }, first.rect, 'display')
    .flat()
    .map(String)
    .filter((text) => text !== '');
}

function settingsOf({ settings }: HostState): Pick<HostState, 'settings'> {
  return settings ? { settings } : {};
}

function isPlace(value: unknown): value is { sheet: number; rect: Rect } {
  return typeof value === 'object' && value !== null && 'rect' in value && 'sheet' in value;
}

function shown(value: Cell): string {
  return typeof value === 'boolean' ? String(value).toUpperCase() : String(value as string | number);
}

/** Puts validation rules over a block. Throws Google's text for a list that is too long. */
export function validateRange(
  sheet: SheetData,
  rect: Rect,
  rules: Parameters<SystemCalls['range.validate']>[0]['rules'],
): void {
  const single = (rule: Rule | null): void => {
    const items = rule?.criteria === 'VALUE_IN_LIST' && Array.isArray(rule.values[0]) ? rule.values[0].length : 0;
    if (items > limits.listItems)
      throw new PlatformError(
        "The data validation rule has more items than the limit of 500. Use the 'List from a range' criteria instead.",
      );
  };
  if (!isMatrix(rules)) {
    single(rules);
    layRule(sheet, rect, rules);
    return;
  }
  rules.flat().forEach(single);
  layRules(sheet, rect, rules);
}

function isMatrix(rules: unknown): rules is readonly (readonly (Rule | null)[])[] {
  return Array.isArray(rules);
}
