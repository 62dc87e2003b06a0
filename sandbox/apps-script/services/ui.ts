import type { Showing } from '../showing';
import { Service, enumOf } from '../execution/facade';
import { EnumValue } from '../execution/facade';
import type { Execution } from '../execution/execution';
import type { Simulates } from '../execution/simulates';
import { instance, text } from './arguments';
import { HtmlOutput } from './html-service';
import { Menu } from './menu';

const buttons = {
  OK: ['OK'],
  OK_CANCEL: ['OK', 'CANCEL'],
  YES_NO: ['YES', 'NO'],
  YES_NO_CANCEL: ['YES', 'NO', 'CANCEL'],
} as const;
const Button = enumOf('Ui.Button', ['CLOSE', 'OK', 'CANCEL', 'YES', 'NO']);
const ButtonSet = enumOf('Ui.ButtonSet', ['OK', 'OK_CANCEL', 'YES_NO', 'YES_NO_CANCEL']);

/** The editor's user interface, as Ui. */
export class Ui extends Service implements Simulates<Ui, GoogleAppsScript.Base.Ui> {
  readonly _class = 'Ui';
  readonly Button = Button;
  readonly ButtonSet = ButtonSet;

  createMenu(name: unknown): Menu {
    return new Menu(this._run, text(name, 'Ui.createMenu'));
  }

  /** The entry under Extensions that bears the project's name. */
  createAddonMenu(): Menu {
    return new Menu(this._run, this._run.info.manifest.addOnName);
  }

  /**
   * `(prompt)`, `(prompt, buttons)` or `(title, prompt, buttons)`. The script stands still until the person answers;
   * locks are lost.
   */
  alert(...args: readonly unknown[]): EnumValue {
    return button(this._ask('alert', args).button);
  }

  prompt(...args: readonly unknown[]): PromptResponse {
    const says = this._ask('prompt', args);
    return new PromptResponse(this._run, says);
  }

  _ask(kind: 'alert' | 'prompt', args: readonly unknown[]): { button: string; text: string } {
    const method = `Ui.${kind}`;
    const last = args[args.length - 1];
    const set = last instanceof EnumValue ? instance(last, EnumValue, method)._name : 'OK';
    const texts = args.filter((arg) => !(arg instanceof EnumValue)).map((arg) => text(arg, method));
    const [title = '', says = ''] = texts.length > 1 ? texts : ['', ...texts];
    return this._run.invoke('ui.ask', { kind, title, text: says, buttons: [...buttons[set as keyof typeof buttons]] });
  }

  showSidebar(page: unknown): void {
    this._show('sidebar', instance(page, HtmlOutput, 'Ui.showSidebar'));
  }

  showModalDialog(page: unknown, title: unknown): void {
    this._show('dialog', instance(page, HtmlOutput, 'Ui.showModalDialog'), text(title, 'Ui.showModalDialog'));
  }

  showModelessDialog(page: unknown, title: unknown): void {
    this._show('dialog', instance(page, HtmlOutput, 'Ui.showModelessDialog'), text(title, 'Ui.showModelessDialog'));
  }

  /** A sidebar is 300 pixels wide whatever the page asks for (reference of showSidebar). */
  _show(kind: 'sidebar' | 'dialog', page: HtmlOutput, title = page._title): void {
    const size = kind === 'sidebar' ? { width: 300, height: 0 } : { width: page._width, height: page._height };
    const showing: Showing = { kind, title, html: page._content, ...size };
    this._run.invoke('ui.show', showing);
  }
}

function button(name: string): EnumValue {
  return Button[name as 'OK'];
}

/** The answer to a prompt. */
export class PromptResponse extends Service implements Simulates<PromptResponse, GoogleAppsScript.Base.PromptResponse> {
  readonly _class = 'PromptResponse';

  constructor(
    run: Execution,
    readonly _says: { readonly button: string; readonly text: string },
  ) {
    super(run);
  }

  getResponseText(): string {
    return this._says.text;
  }

  getSelectedButton(): EnumValue {
    return button(this._says.button);
  }
}
