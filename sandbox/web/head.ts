import type { HostState } from '../apps-script/host-state';
import { parseA1 } from '../apps-script/a1';
import type { Session } from './session';
import type { Block, Head } from './wire';

/** Everything the page shows beside the cells. */
export function headOf(session: Session, examples: readonly string[]): Head {
  const { state, example, menus, person, people, clock, running, jumps, surfaces } = session;
  return {
    example,
    examples,
    person,
    people,
    clock,
    running,
    jumps,
    tabs: state.sheets.map(({ id, name, hidden }) => ({ id, name, hidden })),
    menu: menus,
    ...surfaces.view(),
    mails: state.mails.length,
    ...frontOf(state),
  };
}

/** The tab in front. Where a script hides it, Google Sheets shows another one, with what was selected there. */
export function frontOf(state: HostState): Pick<Head, 'activeSheet' | 'selection'> {
  const active = state.sheets.find(({ id }) => id === state.activeSheet);
  if (active && !active.hidden) return { activeSheet: active.id, selection: selectedBlock(state) };
  return { activeSheet: state.sheets.find(({ hidden }) => !hidden)?.id ?? 0, selection: null };
}

/** The first selected block; null where the selection cannot be read. */
function selectedBlock(state: HostState): Block | null {
  const [first = ''] = state.selection.split(',');
  return parseA1(first, { maxRows: 1000, maxColumns: 26 })?.rect ?? null;
}
