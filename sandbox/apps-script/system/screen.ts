import type { Handlers, PersonSays } from '../calls';
import type { Host } from '../port';
import type { MenuEntry, Showing } from '../showing';

/** What executions put before the person: menus, sidebar, dialogs, questions, toasts, and the log. */
export class Screen {
  menus: { label: string; items: readonly MenuEntry[] }[] = [];
  readonly shown: Host['shown'] = { sidebar: '', dialogs: [], alerts: [], toasts: [] };
  readonly answers: string[] = [];
  readonly logs: string[] = [];
  onShow: ((showing: Showing) => void) | undefined;

  /** Everything an execution showed goes when another begins; a sidebar that makes a call itself stays open. */
  clear(keepSidebar: boolean): void {
    if (!keepSidebar) this.shown.sidebar = '';
    for (const list of [this.shown.dialogs, this.shown.alerts, this.shown.toasts]) list.length = 0;
  }

  /** Menu items in order: the names on the way to each, and its function. */
  items(): { path: readonly string[]; handler: string }[] {
    return this.menus.flatMap((menu) => flat([menu.label], menu.items));
  }

  /** The handlers of Ui and of the log. `waiting` is called when the script stands still for an answer. */
  calls(waiting: () => void): Handlers<'ui'> & Handlers<'log'> {
    return {
      'ui.menu': ({ label, items }) => {
        const others = this.menus.filter((menu) => menu.label !== label);
        this.menus = [...others, { label, items: structuredClone(items) }];
      },
      'ui.show': (showing) => {
        this.#show(showing);
      },
      'ui.ask': (question) => {
        waiting();
        this.#show(question);
        return this.answer(question, this.answers.shift());
      },
      'log.write': ({ line }) => {
        this.logs.push(line);
      },
    };
  }

  /** A person's answer as the script gets it; without one, OK. Throws where it names a button that is not there. */
  answer(question: Extract<Showing, { kind: 'alert' | 'prompt' }>, says: string | undefined): PersonSays {
    const fallback = question.buttons[0] ?? 'OK';
    if (says === undefined) return { button: fallback, text: '' };
    if (question.buttons.includes(says) || says === 'CLOSE') return { button: says, text: '' };
    if (question.kind === 'prompt') return { button: fallback, text: says };
    throw new Error(`"${says}" is no button of "${question.text}": ${question.buttons.join(', ')}.`);
  }

  #show(showing: Showing): void {
    if (showing.kind === 'sidebar') this.shown.sidebar = showing.html;
    else if (showing.kind === 'dialog') this.shown.dialogs.push(showing.html);
    else if (showing.kind === 'toast') this.shown.toasts.push(showing.text);
    else if (showing.kind === 'alert' || showing.kind === 'prompt')
      this.shown.alerts.push([showing.title, showing.text].filter((text) => text !== '').join('\n'));
    this.onShow?.(showing);
  }
}

function flat(path: readonly string[], items: readonly MenuEntry[]): { path: readonly string[]; handler: string }[] {
  return items.flatMap((item) => {
    if ('separator' in item) return [];
    const here = [...path, item.label];
    return 'handler' in item ? [{ path: here, handler: item.handler }] : flat(here, item.items);
  });
}
