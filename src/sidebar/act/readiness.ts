import { ask, type Tools } from './tools';

/** Whether everything at Google is as it should be. */
export function readinessActions(tools: Tools) {
  const { store, call } = tools;

  async function showReadiness(): Promise<void> {
    store.set({ page: 'readiness' });
    const readiness = await ask(tools, 'Looking at Google…', () => call('getReadiness'));
    if (readiness) store.set({ readiness });
  }

  return { showReadiness };
}
