import type { GuidesView } from '../../job/guides/wire';
import { ask, type Tools } from './tools';

/** What is set up by hand, and who said that it is done. */
export function guidesActions(tools: Tools) {
  const { store, call } = tools;
  const took = (guides: GuidesView | null) => {
    if (guides) store.set({ guides });
  };

  async function showGuides(): Promise<void> {
    store.set({ page: 'guides', guides: null, trouble: null, notice: '' });
    took(await ask(tools, 'Looking at what is noted…', () => call('getGuides')));
  }

  async function tickGuide(account: string, id: string, how: { on: boolean; below: boolean }): Promise<void> {
    took(await ask(tools, 'Noting…', () => call('tickGuide', { account, id, ...how })));
  }

  return { showGuides, tickGuide };
}
