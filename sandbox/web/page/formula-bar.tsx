import { useEffect, useState } from 'preact/hooks';
import type { Edit } from '../wire';
import { blockName, cellOf } from './grid/geometry';
import type { Selection } from './grid/selection';
import type { Sheet } from './model';

/** The name of the selected block, and the active cell's whole content, which can be edited here too. */
export function FormulaBar({
  sheet,
  selection,
  change,
}: {
  readonly sheet: Sheet;
  readonly selection: Selection;
  readonly change: (what: Edit) => void;
}) {
  const { row, column } = selection.active;
  const cell = cellOf(sheet.cells[row - 1], column);
  const content = cell.formula ?? cell.text;
  const [text, setText] = useState(content);
  useEffect(() => setText(content), [content, sheet.id, row, column]);
  const commit = () => {
    if (text !== content) change({ kind: 'set', sheet: sheet.id, row, column, text });
  };
  return (
    <div class="formula-bar">
      <output class="name-box" aria-label="Selected cells">
        {blockName(selection.block)}
      </output>
      <span class="fx" aria-hidden="true">
        ƒx
      </span>
      <input
        aria-label="Content of the active cell"
        value={text}
        spellcheck={false}
        onInput={(event) => setText(event.currentTarget.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter') commit();
          if (event.key === 'Escape') setText(content);
        }}
      />
    </div>
  );
}
