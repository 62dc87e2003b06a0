import type { Scope } from '../../apps-script/wire';
import { type Ask, type Page, type State, underWay } from '../state';
import { ask, readDesk, type Tools } from './tools';
import type { workActions } from './work';

/** The scope that the picker shows, as the server takes it. */
export function chosenScope(state: State): Scope {
  const { scopeKind, customer } = state;
  if (scopeKind === 'customer') return { kind: 'customer', customer };
  return scopeKind === 'rows' ? { kind: 'everything' } : { kind: scopeKind };
}

/** The start page: opening, looking again, choosing, setting up, and the way to the other pages. */
export function deskActions(tools: Tools, work: ReturnType<typeof workActions>) {
  const { store, call } = tools;

  /** The first look. What is under way opens on its page, whoever started it. */
  async function open(): Promise<void> {
    await refresh();
    const { desk } = store.get();
    if (!desk) return;
    const { work: found, who } = desk;
    store.set({ progress: found });
    if (underWay(found)) return found.startedBy === who?.email ? work.carryOn(null) : work.watch();
    if (found?.phase === 'checked' && desk.hasPlan) return showPlan();
  }

  async function refresh(): Promise<void> {
    store.set({ busy: 'Looking at the spreadsheet and at Google…', trouble: null, notice: '' });
    const desk = await readDesk(tools);
    store.set({ busy: '' });
    const first = desk?.customers[0];
    if (first && !desk.customers.some(({ id }) => id === store.get().customer)) store.set({ customer: first.id });
  }

  async function showPlan(): Promise<void> {
    const plan = await ask(tools, 'Fetching the plan…', () => call('getPlan'));
    if (plan) store.set({ plan, page: 'plan' });
  }

  /** Goes to a page; the start page is read anew. */
  function go(page: Page): void {
    store.set({ page, trouble: null, notice: '' });
    if (page === 'start') void refresh();
  }

  async function setUp(): Promise<void> {
    const done = await ask(tools, 'Setting the spreadsheet up…', () => call('setUpSpreadsheet'));
    if (!done) return;
    await refresh();
    store.set({ notice: done.says });
  }

  function checkChosen(): Promise<void> {
    const chosen: Ask = { scope: chosenScope(store.get()), action: 'provision' };
    return work.check(chosen);
  }

  /** Checks again what was checked last; where that is not known, the person chooses anew. */
  function checkAgain(): void {
    const { lastAsk } = store.get();
    if (lastAsk) void work.check(lastAsk);
    else go('start');
  }

  const choose = (change: Partial<Pick<State, 'scopeKind' | 'customer'>>): void => store.set(change);

  return { open, refresh, showPlan, go, setUp, checkChosen, checkAgain, choose };
}
