import { Component } from 'preact';
import type { Block, ChoiceView, RowView } from '../../wire';
import { cellOf, contains } from './geometry';

/**
 * What one row of the grid is drawn from. `from`–`to`: its selected columns (0–0: none); `active`: its active column or
 * 0.
 */
export interface RowProps {
  readonly row: number;
  readonly view: RowView | undefined;
  readonly columns: number;
  readonly choices: readonly ChoiceView[];
  readonly ticks: readonly Block[];
  readonly frozen: boolean;
  readonly from: number;
  readonly to: number;
  readonly active: number;
}

/** The id of a cell's element: what `aria-activedescendant` points to. */
export const cellId = (row: number, column: number) => `cell-${row}-${column}`;

/** One row with its number. Drawn again only when something it shows has changed. */
export class Row extends Component<RowProps> {
  override shouldComponentUpdate(next: RowProps): boolean {
    const now = this.props;
    return (Object.keys(next) as (keyof RowProps)[]).some((key) => next[key] !== now[key]);
  }

  override render({ row, columns, frozen, from }: RowProps) {
    return (
      <tr role="row" aria-rowindex={row + 1} class={frozen ? 'frozen' : ''}>
        <th role="rowheader" class={from ? 'within' : ''} data-row={row}>
          {row}
        </th>
        {Array.from({ length: columns }, (_, index) => (
          <Cell key={index} {...this.props} column={index + 1} />
        ))}
      </tr>
    );
  }
}

function Cell({ row, view, column, choices, ticks, from, to, active }: RowProps & { readonly column: number }) {
  const cell = cellOf(view, column);
  const place = { row, column };
  const tick = ticks.some((block) => contains(block, place));
  const selected = column >= from && column <= to;
  const names = [
    selected && 'selected',
    active === column && 'active',
    cell.note && 'noted',
    cell.ground && 'grounded',
    cell.ink && 'inked',
  ];
  const colours = { ...(cell.ground && { '--ground': cell.ground }), ...(cell.ink && { '--own-ink': cell.ink }) };
  return (
    <td
      role="gridcell"
      id={cellId(row, column)}
      aria-colindex={column + 1}
      aria-selected={selected}
      class={names.filter(Boolean).join(' ')}
      style={colours}
      data-row={row}
      data-column={column}
    >
      {tick ? <Tick on={cell.text === 'TRUE'} /> : cell.text}
      {choices.some((choice) => contains(choice, place)) && <span class="opens" data-opens aria-hidden="true" />}
    </td>
  );
}

function Tick({ on }: { readonly on: boolean }) {
  return (
    <span class={on ? 'tick on' : 'tick'} data-tick>
      <span class="unseen">{on ? 'ticked' : 'not ticked'}</span>
    </span>
  );
}
