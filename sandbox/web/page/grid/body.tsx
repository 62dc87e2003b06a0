import type { Sheet } from '../model';
import { columnLetters } from './geometry';
import type { Layout } from './layout';
import { rowHeight } from './layout';
import { Row } from './row';
import type { Selection } from './selection';
import { rowHeadWidth } from './widths';

interface BodyProps {
  readonly sheet: Sheet;
  readonly layout: Layout;
  readonly selection: Selection;
  readonly drawn: { readonly first: number; readonly last: number };
}

/** Column letters, frozen rows, and the rows in view between two spacers. */
export function GridBody({ sheet, layout, selection, drawn }: BodyProps) {
  const { block, active } = selection;
  const { columns, widths } = layout;
  const row = (number: number, frozen: boolean) => {
    const within = number >= block.row && number < block.row + block.rows;
    return (
      <Row
        key={number}
        row={number}
        view={sheet.cells[number - 1]}
        columns={columns}
        choices={sheet.choices}
        ticks={sheet.ticks}
        frozen={frozen}
        from={within ? block.column : 0}
        to={within ? block.column + block.columns - 1 : 0}
        active={active.row === number ? active.column : 0}
      />
    );
  };
  const total = widths.reduce((sum, width) => sum + width, rowHeadWidth);
  return (
    <table role="presentation" style={{ width: `${total}px` }}>
      <colgroup>
        <col style={{ width: `${rowHeadWidth}px` }} />
        {widths.map((width, index) => (
          <col key={index} style={{ width: `${width}px` }} />
        ))}
      </colgroup>
      <thead role="rowgroup">
        <Letters columns={columns} from={block.column} to={block.column + block.columns - 1} />
        {layout.frozen.map((number) => row(number, true))}
      </thead>
      <tbody role="rowgroup">
        <Spacer rows={drawn.first} />
        {layout.rows.slice(drawn.first, drawn.last).map((number) => row(number, false))}
        <Spacer rows={layout.rows.length - drawn.last} />
      </tbody>
    </table>
  );
}

function Letters({ columns, from, to }: { readonly columns: number; readonly from: number; readonly to: number }) {
  return (
    <tr role="row" aria-rowindex={1} class="letters">
      <th role="columnheader" data-all>
        <span class="unseen">All cells</span>
      </th>
      {Array.from({ length: columns }, (_, index) => {
        const column = index + 1;
        return (
          <th
            key={column}
            role="columnheader"
            aria-colindex={column + 1}
            data-column={column}
            class={column >= from && column <= to ? 'within' : ''}
          >
            {columnLetters(column)}
          </th>
        );
      })}
    </tr>
  );
}

function Spacer({ rows }: { readonly rows: number }) {
  return <tr role="presentation" class="spacer" style={{ height: `${Math.max(0, rows) * rowHeight}px` }} />;
}
