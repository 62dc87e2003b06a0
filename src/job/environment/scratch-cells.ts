import { documentStore } from '../keeping/stores';
import { scratchSheet } from '../rows/scratch';

/** What measuring writes, and takes away again: a property and two cells of the hidden sheet. */

const property = 'environment:scratch';

/** Keeps a text of this kind and length in the property. */
export function fillProperty(sign: string, length: number): void {
  documentStore().setText(property, sign.repeat(length));
}

/** What a spreadsheet shows for a tick. */
export function shownTick(): string {
  const cell = scratchSheet().getRange(1, 3, 1, 1);
  cell.setNumberFormat('General');
  cell.setValues([[true]]);
  return cell.getDisplayValues()[0]?.[0] ?? '';
}

/** Leaves nothing, whoever wrote it: also what an execution left that died on its way. */
export function cleanScratch(): void {
  const store = documentStore();
  if (store.text(property) !== null) store.remove(property);
  scratchSheet().getRange(1, 2, 1, 2).clearContent();
}
