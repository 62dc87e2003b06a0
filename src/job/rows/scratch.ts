import type { Sheet } from '../ports';
import { claim, makeSheet, ownSheet } from './own-sheets';

/** A hidden sheet of ours, on which the spreadsheet is asked what no call tells. Nothing stays there. */

const name = 'Scratch';
const header = 'Seatsheet asks the spreadsheet here';

/** The sheet; questions stand in its first column, below the header. */
export function scratchSheet(): Sheet {
  const known = ownSheet(name, [header]);
  const sheet = known ?? makeSheet(name);
  // One that an execution made which died before it kept it.
  if (known) claim({ [name]: known });
  else sheet.getRange(1, 1, 1, 1).setValues([[header]]);
  if (!sheet.isSheetHidden()) sheet.hideSheet();
  return sheet;
}

/**
 * Whether the apostrophe before a text stays in a cell of plain text: Google's pages do not say, and reports differ.
 */
export function apostropheStays(): boolean {
  const cell = scratchSheet().getRange(1, 2, 1, 1);
  cell.setNumberFormat('@');
  cell.setValues([["'="]]);
  const stays = cell.getValues()[0]?.[0] === "'=";
  cell.clearContent();
  return stays;
}
