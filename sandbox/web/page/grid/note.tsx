import { useEffect, useState } from 'preact/hooks';
import type { Sheet } from '../model';
import type { Place } from './geometry';
import { cellOf } from './geometry';
import type { Layout } from './layout';
import { boxOf, rowHeight } from './layout';

interface NoteProps {
  readonly sheet: Sheet;
  readonly layout: Layout;
  readonly active: Place;
  readonly scrolled: number;
}

/** The note of the cell under the mouse or, without one, of the active cell. */
export function Note({ sheet, layout, active, scrolled }: NoteProps) {
  const hovered = useHovered();
  const note = (place: Place | null) => (place ? (cellOf(sheet.cells[place.row - 1], place.column).note ?? '') : '');
  const place = note(hovered) ? hovered : active;
  const kind = place === hovered ? 'note' : 'note of-active';
  const text = note(place);
  if (!text || !place) return <div class="unseen" role="status" />;
  const box = boxOf(layout, place, scrolled);
  return (
    <div class={kind} role="status" style={{ top: `${box.top + rowHeight - 2}px`, left: `${box.left + 14}px` }}>
      {text}
    </div>
  );
}

/** The noted cell under the mouse. */
function useHovered(): Place | null {
  const [place, setPlace] = useState<Place | null>(null);
  useEffect(() => {
    const onOver = (event: MouseEvent) => {
      const cell = event.target instanceof Element ? event.target.closest<HTMLElement>('td.noted') : null;
      const next = cell ? { row: Number(cell.dataset['row']), column: Number(cell.dataset['column']) } : null;
      setPlace((old) => (old?.row === next?.row && old?.column === next?.column ? old : next));
    };
    document.addEventListener('mouseover', onOver);
    return () => document.removeEventListener('mouseover', onOver);
  }, []);
  return place;
}
