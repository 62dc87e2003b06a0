import { useEffect, useRef, useState } from 'preact/hooks';
import type { Entry } from './menu-list';
import { MenuList } from './menu-list';

/** One menu of the bar. */
export interface Menu {
  readonly label: string;
  readonly items: readonly Entry[];
  readonly ours?: boolean;
}

/** The menus above the grid. One is open at a time; moving to a neighbour opens that one. */
export function MenuBar({ menus }: { readonly menus: readonly Menu[] }) {
  const bar = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(-1);
  useClickElsewhere(bar, () => setOpen(-1));
  const buttons = () => [...(bar.current?.querySelectorAll<HTMLElement>(':scope > div > button') ?? [])];
  const close = () => {
    buttons()[open]?.focus();
    setOpen(-1);
  };
  const side = (from: number, key: string) => {
    const next = (from + (key === 'ArrowRight' ? 1 : -1) + menus.length) % menus.length;
    buttons()[next]?.focus();
    if (open >= 0) setOpen(next);
  };
  const onKeyDown = (event: KeyboardEvent, index: number) => {
    if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') side(index, event.key);
    else if (event.key === 'ArrowDown') setOpen(index);
    else if (event.key === 'Escape') setOpen(-1);
    else return;
    event.preventDefault();
  };
  return (
    <div ref={bar} class="menu-bar" role="menubar" aria-label="Menus">
      {menus.map((menu, index) => (
        <div key={menu.label} role="none" class="parent" onMouseEnter={() => open >= 0 && setOpen(index)}>
          <button
            type="button"
            role="menuitem"
            class={menu.ours ? 'ours' : ''}
            aria-haspopup="menu"
            aria-expanded={open === index}
            onClick={() => setOpen(open === index ? -1 : index)}
            onKeyDown={(event) => onKeyDown(event, index)}
          >
            {menu.label}
          </button>
          {open === index && (
            <MenuList label={menu.label} items={menu.items} onClose={close} onSide={(key) => side(index, key)} />
          )}
        </div>
      ))}
    </div>
  );
}

/** Calls back when the mouse is pressed outside an element. */
export function useClickElsewhere(element: { readonly current: HTMLElement | null }, onElsewhere: () => void): void {
  const call = useRef(onElsewhere);
  call.current = onElsewhere;
  useEffect(() => {
    const onDown = (event: MouseEvent) => {
      if (event.target instanceof Node && !element.current?.contains(event.target)) call.current();
    };
    document.addEventListener('mousedown', onDown);
    window.addEventListener('blur', onBlur);
    function onBlur() {
      // A click into the sidebar's frame takes the focus from the page and sends it no event.
      if (document.activeElement instanceof HTMLIFrameElement) call.current();
    }
    return () => {
      document.removeEventListener('mousedown', onDown);
      window.removeEventListener('blur', onBlur);
    };
  }, []);
}
