import type { ProposedAddress } from '../../job/addresses/wire';
import { ask, type Tools } from './tools';

/** Addresses for people on Users who have none. */
export function addressActions(tools: Tools) {
  const { store, call } = tools;

  async function showAddresses(): Promise<void> {
    store.set({ page: 'addresses', addresses: null, trouble: null, notice: '' });
    await proposeAddresses('', '');
  }

  /** Proposes them anew; nothing is written. */
  async function proposeAddresses(pattern: string, domain: string): Promise<void> {
    const addresses = await ask(tools, 'Looking which addresses are free…', () =>
      call('proposeAddresses', { pattern, domain }),
    );
    if (addresses) store.set({ addresses });
  }

  /** Writes those that were left chosen, and shows who is left. */
  async function writeAddresses(lines: readonly ProposedAddress[]): Promise<void> {
    const { addresses } = store.get();
    if (!addresses) return;
    const { pattern, domain } = addresses;
    const chosen = lines.map(({ row, name, email }) => ({ row, name, email }));
    const done = await ask(tools, 'Writing addresses…', () => call('writeAddresses', { pattern, lines: chosen }));
    if (!done) return;
    await proposeAddresses(pattern, domain);
    store.set({ notice: done.says });
  }

  return { showAddresses, proposeAddresses, writeAddresses };
}
