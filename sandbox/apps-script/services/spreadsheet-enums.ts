import { enumOf } from '../execution/facade';

/**
 * Enums of SpreadsheetApp. They are made once per process: an enum holds no state, and the realm shows each execution
 * its own.
 */

/** The qualified name of WrapStrategy's values. */
export const wrapStrategies = 'SpreadsheetApp.WrapStrategy';

/** What text does that is too long for its cell. */
export const WrapStrategy = enumOf(wrapStrategies, ['OVERFLOW', 'WRAP', 'CLIP']);

/** What a protection covers. */
export const ProtectionType = enumOf('SpreadsheetApp.ProtectionType', ['RANGE', 'SHEET']);

/** Criteria of conditional formats. */
export const BooleanCriteria = enumOf('SpreadsheetApp.BooleanCriteria', [
  'CELL_EMPTY',
  'CELL_NOT_EMPTY',
  'TEXT_CONTAINS',
  'TEXT_DOES_NOT_CONTAIN',
  'TEXT_EQUAL_TO',
  'TEXT_STARTS_WITH',
  'TEXT_ENDS_WITH',
  'NUMBER_EQUAL_TO',
  'NUMBER_GREATER_THAN',
  'NUMBER_LESS_THAN',
  'CUSTOM_FORMULA',
]);

/** Criteria of validation rules. */
export const DataValidationCriteria = enumOf('SpreadsheetApp.DataValidationCriteria', [
  'VALUE_IN_LIST',
  'VALUE_IN_RANGE',
  'CHECKBOX',
  'TEXT_IS_VALID_EMAIL',
  'NUMBER_BETWEEN',
  'NUMBER_GREATER_THAN_OR_EQUAL_TO',
  'CUSTOM_FORMULA',
]);
