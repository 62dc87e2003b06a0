import type { HostState } from '../apps-script/port';
import { parseA1 } from '../apps-script/a1';
import type { Session } from './session';
import type { Block, Head } from './wire';

/** Everything the page shows beside the cells. */
export function headOf(session: Session, examples: readonly string[]): Head {
  const { state, example, menus, person, people, clock, running, jumps, requestCount, surfaces } = session;
  return {
    example, examples, person, people, clock, running, jumps,
    tabs: state.sheets.map(({ id, name, hidden }) => ({ id, name, hidden })),
    menu: menus,
    ...surfaces.view(),
    mails: state.mails.length,
    requests: requestCount,
    activeSheet: frontSheet(state)?.id ?? 0,
    selection: selectedBlock(state),
  };
}

/** The tab in front. */
export function frontSheet(state: HostState): HostState['sheets'][number] | undefined {
  return state.sheets.find(({ id }) => id === state.activeSheet) ?? state.sheets.find(({ hidden }) => !hidden);
}

/** The first selected block; A1 where the selection cannot be read. */
function selectedBlock(state: HostState): Block {
  const [first = ''] = state.selection.split(',');
  return parseA1(first, { maxRows: 1000, maxColumns: 26 })?.rect ?? { row: 1, column: 1, rows: 1, columns: 1 };
}
