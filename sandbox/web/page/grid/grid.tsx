import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Edit } from '../../wire';
import type { Sheet } from '../model';
import { GridBody } from './body';
import type { Editing } from './editor';
import { Editor } from './editor';
import { boxOf, drawn, reveal, useLayout } from './layout';
import { movement, useKeys } from './keys';
import { moved } from './movement';
import { Note } from './note';
import { useMouse } from './mouse';
import { cellId } from './row';
import type { Selecting } from './selection';
import { useClipboard } from './use-clipboard';
import { valuesAt } from './values';

/** What the grid shows and whom it tells. */
export interface GridProps {
  readonly name: string;
  readonly sheet: Sheet;
  readonly selecting: Selecting;
  readonly change: (what: Edit) => void;
  readonly onMenu: (x: number, y: number) => void;
}

/** The cells of one tab: a table of which only the rows in view are drawn. */
export function Grid(props: GridProps) {
  const { name, sheet, change } = props;
  const { selection, select } = props.selecting;
  const layout = useLayout(sheet);
  const scroller = useRef<HTMLDivElement>(null);
  const cells = useRef<HTMLDivElement>(null);
  const view = useView(scroller);
  const [editing, setEditing] = useState<Editing | null>(null);

  useRevealed(scroller, { layout, selection });
  useEffect(() => setEditing(null), [sheet.id]);

  const ground = movement(sheet, layout, view.height);
  const onKeyDown = useKeys({ sheet, selection, select, ground, change, edit: setEditing, onMenu: props.onMenu });
  const mouse = useMouse({ sheet, layout, selection, select, change, edit: setEditing, onMenu: props.onMenu });
  const clipboard = useClipboard({ sheet, selection, select, change });
  const cancel = () => {
    setEditing(null);
    cells.current?.focus();
  };
  const finish = (text: string, key: string, back: boolean) => {
    if (!editing) return;
    cancel();
    if (text !== editing.text || editing.fresh) change({ kind: 'set', sheet: sheet.id, ...editing.place, text });
    const to = moved(editing.place, afterwards(key, back), { jump: false, ground });
    if (to) select(to);
  };

  return (
    <div ref={scroller} class="grid" onScroll={view.read}>
      <div
        ref={cells}
        class="cells"
        role="grid"
        tabIndex={0}
        aria-label={`Cells of ${name}`}
        aria-multiselectable="true"
        aria-rowcount={layout.rows.length + layout.frozen.length + 1}
        aria-colcount={layout.columns + 1}
        aria-activedescendant={cellId(selection.active.row, selection.active.column)}
        onKeyDown={onKeyDown}
        {...mouse}
        {...clipboard}
      >
        <GridBody sheet={sheet} layout={layout} selection={selection} drawn={drawn(layout, view)} />
      </div>
      {editing && (
        <Editor
          key={cellId(editing.place.row, editing.place.column)}
          editing={editing}
          values={valuesAt(sheet, editing.place)}
          box={boxOf(layout, editing.place, view.top)}
          onDone={finish}
          onCancel={cancel}
        />
      )}
      {!editing && <Note sheet={sheet} layout={layout} active={selection.active} scrolled={view.top} />}
    </div>
  );
}

/** Scrolls to the active cell whenever it is another one. */
function useRevealed(
  scroller: { readonly current: HTMLDivElement | null },
  { layout, selection }: { readonly layout: ReturnType<typeof useLayout>; readonly selection: Selecting['selection'] },
): void {
  useLayoutEffect(() => {
    if (scroller.current) reveal(scroller.current, layout, selection.active);
  }, [selection.sheet, selection.active.row, selection.active.column]);
}

/** The key whose movement follows an edit that `key` ended. */
function afterwards(key: string, back: boolean): string {
  if (key === 'Enter') return back ? 'ArrowUp' : 'ArrowDown';
  if (key === 'Tab') return back ? 'ArrowLeft' : 'ArrowRight';
  return key;
}

function useView(scroller: { readonly current: HTMLElement | null }) {
  const [view, setView] = useState({ top: 0, height: 600 });
  const read = () => {
    if (scroller.current) setView({ top: scroller.current.scrollTop, height: scroller.current.clientHeight });
  };
  useEffect(() => {
    read();
    const watch = new ResizeObserver(read);
    if (scroller.current) watch.observe(scroller.current);
    return () => watch.disconnect();
  }, []);
  return { ...view, read };
}
