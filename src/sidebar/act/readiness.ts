import type { SaidOfSeats } from '../../job/wire';
import { ask, type Tools } from './tools';

/** Whether everything at Google is as it should be. */
export function readinessActions(tools: Tools) {
  const { store, call } = tools;

  async function showReadiness(): Promise<void> {
    store.set({ page: 'readiness' });
    const readiness = await ask(tools, 'Looking at Google…', () => call('getReadiness'));
    if (readiness) store.set({ readiness });
  }

  /** Keeps what a person says of Cloud Identity in an account, and looks again. */
  async function sayCloudIdentity(said: SaidOfSeats): Promise<void> {
    const notice = await ask(tools, 'Saving…', () => call('setCloudIdentity', said));
    if (notice === null) return;
    await showReadiness();
    store.set({ notice });
  }

  /** Measures what Google does not say, and shows it. */
  async function checkEnvironment(): Promise<void> {
    const notice = await ask(tools, 'Measuring…', async () => {
      const began = Date.now();
      await call('getProgress');
      return call('checkEnvironment', { roundTrip: Math.max(0, Date.now() - began) });
    });
    if (notice === null) return;
    await showReadiness();
    store.set({ notice });
  }

  return { showReadiness, sayCloudIdentity, checkEnvironment };
}
