import type { MenuView } from '../../wire';
import type { Menu } from './menu-bar';
import type { Entry } from './menu-list';

/** The menus that onOpen built, with their functions behind them. */
export function scriptMenus(menu: readonly MenuView[], run: (handler: string) => void): Menu[] {
  return menu.flatMap((view) =>
    'items' in view ? [{ label: view.label, items: view.items.map((item) => entryOf(item, run)), ours: true }] : [],
  );
}

function entryOf(view: MenuView, run: (handler: string) => void): Entry {
  if ('separator' in view) return view;
  if ('items' in view) return { label: view.label, items: view.items.map((item) => entryOf(item, run)) };
  return { label: view.label, run: () => run(view.handler) };
}
