import type { CellData } from '../sandbox/apps-script/host-state';
import type { TestDesk } from './sandbox-desk';

/** Cells by what they hold, for tests of what a spreadsheet makes of texts. */

const mark = 'to be held';

/** The cell of a row at a header, to be given what it holds. Throws where there is none. */
export function cellAt(desk: TestDesk, key: string, header: string): CellData {
  desk.type(key, header, mark);
  const cell = desk.host.state.sheets.flatMap(({ cells }) => cells.flat()).find((one) => one?.value === mark);
  if (!cell) throw new Error(`There is no cell ${header} of ${key}.`);
  return cell;
}
