import { useRef } from 'preact/hooks';
import type { TabView } from '../wire';

interface SheetTabsProps {
  readonly tabs: readonly TabView[];
  readonly open: number;
  readonly onOpen: (id: number) => void;
  /** How many rows of the open tab are hidden, and how to show them. */
  readonly hiddenRows: number;
  readonly onShowRows: () => void;
}

/** The tabs below the grid. Hidden ones can be looked at through the list at the left. */
export function SheetTabs({ tabs, open, onOpen, hiddenRows, onShowRows }: SheetTabsProps) {
  const list = useRef<HTMLDivElement>(null);
  const shown = tabs.filter((tab) => !tab.hidden || tab.id === open);
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!by) return;
    const next = shown[(shown.findIndex((tab) => tab.id === open) + by + shown.length) % shown.length];
    if (!next) return;
    onOpen(next.id);
    list.current?.querySelector<HTMLElement>(`[data-tab="${next.id}"]`)?.focus();
  };
  return (
    <div class="tabs-line">
      <label>
        <span class="unseen">All tabs</span>
        <select class="all-tabs" value={open} onChange={(event) => onOpen(Number(event.currentTarget.value))}>
          {tabs.map((tab) => (
            <option key={tab.id} value={tab.id}>
              {tab.name}
              {tab.hidden && ' (hidden)'}
            </option>
          ))}
        </select>
      </label>
      <div ref={list} class="tabs" role="tablist" aria-label="Tabs" onKeyDown={onKeyDown}>
        {shown.map((tab) => (
          <button
            key={tab.id}
            type="button"
            role="tab"
            data-tab={tab.id}
            aria-selected={tab.id === open}
            tabIndex={tab.id === open ? 0 : -1}
            class={tab.hidden ? 'hidden-tab' : ''}
            onClick={() => onOpen(tab.id)}
          >
            {tab.name}
          </button>
        ))}
      </div>
      {hiddenRows > 0 && (
        <span class="hidden-rows quiet">
          {hiddenRows} {hiddenRows === 1 ? 'row' : 'rows'} hidden{' '}
          <button type="button" class="link" onClick={onShowRows}>
            Show all
          </button>
        </span>
      )}
    </div>
  );
}
