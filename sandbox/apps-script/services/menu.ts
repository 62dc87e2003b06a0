import type { MenuEntry } from '../showing';
import { Service } from '../execution/facade';
import type { Execution } from '../execution/execution';
import type { Simulates } from '../execution/simulates';
import { instance, text } from './arguments';

/** A menu that is being built, as Menu. */
export class Menu extends Service implements Simulates<Menu, GoogleAppsScript.Base.Menu> {
  readonly _class = 'Menu';
  readonly _items: MenuEntry[] = [];

  constructor(
    run: Execution,
    readonly _label: string,
  ) {
    super(run);
  }

  addItem(label: unknown, handler: unknown): this {
    this._items.push({ label: text(label, 'Menu.addItem'), handler: text(handler, 'Menu.addItem') });
    return this;
  }

  addSeparator(): this {
    this._items.push({ separator: true });
    return this;
  }

  addSubMenu(menu: unknown): this {
    const { _label: label, _items: items } = instance(menu, Menu, 'Menu.addSubMenu');
    this._items.push({ label, items });
    return this;
  }

  addToUi(): void {
    this._run.invoke('ui.menu', { label: this._label, items: this._items });
  }
}
