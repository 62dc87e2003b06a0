import type { StartPage } from '../../job/wire';
import { type Page, underWay } from '../state';
import { ask, glanceAtStartPage, readStartPage, type Tools } from './tools';
import type { jobActions } from './work';

/** The start page: looking again, setting up, and the way to the other pages. */
export function deskActions(tools: Tools, work: ReturnType<typeof jobActions>) {
  const { store, call } = tools;

  /** Shows what is under way: one's own work goes on, somebody else's is watched. */
  async function resume(): Promise<void> {
    const { working, progress, desk } = store.get();
    if (working) return go('running');
    const own = progress?.startedBy.toLowerCase() === desk?.who?.email.toLowerCase();
    return own ? work.carryOn(null) : work.watch();
  }

  const refresh = (): Promise<void> => show(() => readStartPage(tools));

  /** The first look, at what is known at once. */
  const glance = (): Promise<void> => show(() => glanceAtStartPage(tools));

  async function show(read: () => Promise<StartPage | null>): Promise<void> {
    store.set({ busy: 'Looking at the spreadsheet and at Google…', trouble: null, notice: '' });
    const desk = await read();
    const { working, progress } = store.get();
    const last = underWay(progress) ? null : progress;
    store.set({ busy: '', ...(desk && !working ? { progress: desk.work ?? last } : {}) });
    const first = desk?.customers[0];
    if (first && !desk.customers.some(({ id }) => id === store.get().customer)) store.set({ customer: first.id });
  }

  async function showPlan(): Promise<void> {
    const plan = await ask(tools, 'Fetching the plan…', () => call('getPlan'));
    if (plan) store.set({ plan, page: 'plan', opened: {}, copied: '' });
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

  return { resume, refresh, glance, showPlan, go, setUp };
}
