import { useRef } from 'preact/hooks';
import { useClickElsewhere } from './menu-bar';
import type { Entry } from './menu-list';
import { MenuList } from './menu-list';

/** A menu at a point of the window. */
export function ContextMenu({
  x,
  y,
  items,
  onClose,
}: {
  readonly x: number;
  readonly y: number;
  readonly items: readonly Entry[];
  readonly onClose: () => void;
}) {
  const box = useRef<HTMLDivElement>(null);
  useClickElsewhere(box, onClose);
  const left = Math.min(x, window.innerWidth - 240);
  const top = Math.min(y, Math.max(0, window.innerHeight - items.length * 30 - 20));
  return (
    <div ref={box} class="context-menu" style={{ left: `${left}px`, top: `${top}px` }}>
      <MenuList label="Cells" items={items} onClose={onClose} />
    </div>
  );
}
