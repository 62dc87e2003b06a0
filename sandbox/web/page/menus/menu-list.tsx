import { useEffect, useRef, useState } from 'preact/hooks';

/** An entry of a menu: something to do, a menu of its own, or a line between groups. */
export type Entry =
  | { readonly label: string; readonly run: () => void; readonly keys?: string }
  | { readonly label: string; readonly items: readonly Entry[] }
  | { readonly separator: true };

interface MenuListProps {
  readonly label: string;
  readonly items: readonly Entry[];
  /** Closes the whole menu. */
  readonly onClose: () => void;
  /** Leaves this list for the one it hangs on; left out for the outermost. */
  readonly onBack?: () => void;
  /** Left or right where this list has nothing of its own for it. */
  readonly onSide?: (key: string) => void;
}

/** A list of entries with submenus beside it; arrow keys, Enter and Escape work as in any menu. */
export function MenuList({ label, items, onClose, onBack, onSide }: MenuListProps) {
  const list = useRef<HTMLUListElement>(null);
  const [open, setOpen] = useState(-1);
  useEffect(() => focusEntry(list.current, 'first'), []);

  const onKeyDown = (event: KeyboardEvent) => {
    const at = entries(list.current).indexOf(event.target as HTMLElement);
    if (at < 0) return;
    const index = Number((event.target as HTMLElement).dataset['index']);
    const entry = items[index];
    event.stopPropagation();
    if (event.key === 'ArrowDown') focusEntry(list.current, at + 1);
    else if (event.key === 'ArrowUp') focusEntry(list.current, at - 1);
    else if (event.key === 'ArrowRight' && entry && 'items' in entry) setOpen(index);
    else if (event.key === 'ArrowLeft' && onBack) onBack();
    else if (event.key.startsWith('Arrow')) onSide?.(event.key);
    else if (event.key === 'Escape') (onBack ?? onClose)();
    else if (event.key === 'Tab') onClose();
    else return;
    event.preventDefault();
  };
  return (
    <ul ref={list} class="menu" role="menu" aria-label={label} onKeyDown={onKeyDown}>
      {items.map((entry, index) => (
        <Line
          key={index}
          entry={entry}
          index={index}
          open={open === index}
          onOpen={setOpen}
          onClose={onClose}
          onSide={onSide}
          onBack={() => {
            setOpen(-1);
            focusEntry(list.current, index, true);
          }}
        />
      ))}
    </ul>
  );
}

interface LineProps {
  readonly entry: Entry;
  readonly index: number;
  readonly open: boolean;
  readonly onOpen: (index: number) => void;
  readonly onClose: () => void;
  readonly onBack: () => void;
  readonly onSide: ((key: string) => void) | undefined;
}

function Line({ entry, index, open, onOpen, onClose, onBack, onSide }: LineProps) {
  if ('separator' in entry) return <li role="separator" class="separator" />;
  if ('run' in entry) {
    const run = () => {
      onClose();
      entry.run();
    };
    return (
      <li role="none" onMouseEnter={() => onOpen(-1)}>
        <button type="button" role="menuitem" tabIndex={-1} data-index={index} onClick={run}>
          <span>{entry.label}</span>
          {entry.keys && <kbd>{entry.keys}</kbd>}
        </button>
      </li>
    );
  }
  return (
    <li role="none" class="parent" onMouseEnter={() => onOpen(index)}>
      <button
        type="button"
        role="menuitem"
        tabIndex={-1}
        data-index={index}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => onOpen(index)}
      >
        <span>{entry.label}</span>
        <span class="points" aria-hidden="true" />
      </button>
      {open && (
        <MenuList
          label={entry.label}
          items={entry.items}
          onClose={onClose}
          onBack={onBack}
          {...(onSide && { onSide })}
        />
      )}
    </li>
  );
}

/** The entries of a list that can have the focus, those of its submenus left out. */
function entries(list: HTMLElement | null): HTMLElement[] {
  return [...(list?.querySelectorAll<HTMLElement>(':scope > li > [role=menuitem]') ?? [])];
}

/** Moves the focus to the n-th entry, going round at both ends; `byIndex`: to the one that stands at that index. */
function focusEntry(list: HTMLElement | null, to: number | 'first', byIndex = false): void {
  const all = entries(list);
  if (byIndex) all.find((entry) => entry.dataset['index'] === String(to))?.focus();
  else all[to === 'first' ? 0 : (to + all.length) % Math.max(1, all.length)]?.focus();
}
