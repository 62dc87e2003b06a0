import { saveRows } from '../browser';
import { ask, type Tools } from './tools';

/** A blank list of people that a customer fills in. */
export function peopleListActions(tools: Tools) {
  const { store, call } = tools;

  function showPeopleList(): void {
    store.set({ page: 'peopleList', trouble: null, notice: '' });
  }

  /** Makes the list as a file, or as a tab. */
  async function makePeopleList(customer: string, as: 'file' | 'tab'): Promise<void> {
    const made = await ask(tools, 'Asking Google what there is to choose…', () =>
      call('makePeopleList', { customer, tab: as === 'tab' }),
    );
    if (!made) return;
    if (as === 'file') saveRows(made.name, made.rows);
    store.set({ notice: as === 'file' ? made.name + ' was saved. Send it out; filled in, import it.' : made.says });
  }

  return { showPeopleList, makePeopleList };
}
