import type { Editing } from '../apps-script/editing';
import type { Edit } from './wire';

/** Does to the cells what a person asked for on the page. Throws what Google Sheets would say. */
export function doEdit(editing: Editing, edit: Edit): void {
  const { sheet } = edit;
  switch (edit.kind) {
    case 'set':
      return editing.setCell(sheet, [edit.row, edit.column], edit.text);
    case 'paste':
      return editing.paste(sheet, [edit.row, edit.column], edit.values);
    case 'clear':
      return editing.clear(sheet, blockOf(edit));
    case 'insertRows':
      return editing.insertRows(sheet, edit.row, edit.rows);
    case 'deleteRows':
      return editing.deleteRows(sheet, edit.row, edit.rows);
    case 'sort':
      return editing.sortRange(sheet, { column: edit.column, ascending: edit.ascending });
    case 'hideRows':
      return editing.hideRows(sheet, edit.rows, edit.filter ? 'filter' : 'user');
    case 'showRows':
      return editing.hideRows(sheet, []);
    case 'select':
      return editing.select(sheet, blockOf(edit));
  }
}

function blockOf({
  row,
  column,
  rows,
  columns,
}: Extract<Edit, { kind: 'clear' | 'select' }>): Parameters<Editing['clear']>[1] {
  return { row, column, rows, columns };
}
