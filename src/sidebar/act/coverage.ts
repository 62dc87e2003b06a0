import { ask, type Tools } from './tools';

/** Who of the support team can work where. */
export function coverageActions(tools: Tools) {
  const { store, call } = tools;

  /** Looks at everybody, and shows them. `wide`: this page stands in a dialog. */
  async function showCoverage(wide = store.get().wide): Promise<void> {
    store.set({ page: 'coverage', coverage: null, wide, trouble: null, notice: '' });
    const coverage = await ask(tools, 'Looking at the team…', () => call('getCoverage'));
    if (coverage) store.set({ coverage });
  }

  /** Opens a dialog beside the sidebar, where words have room. */
  async function widenCoverage(): Promise<void> {
    await ask(tools, 'Opening…', () => call('showCoverage'));
  }

  async function makeTwoStep(): Promise<void> {
    const made = await ask(tools, 'Looking at 2-step…', () => call('makeReport', { id: 'two-step' }));
    if (made) store.set({ notice: made.says });
  }

  return { showCoverage, widenCoverage, makeTwoStep };
}
