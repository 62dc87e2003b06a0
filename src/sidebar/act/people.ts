import type { FoundPerson, GiveAsk, PeopleFilter } from '../../job/people/wire';
import type { Page } from '../state';
import { whileReading } from './read-people';
import { ask, type Tools } from './tools';
import type { jobActions } from './work';

/** Pages about people in bulk: they read from Google and write rows, and what is sent is checked first. */
export function peopleActions(tools: Tools, work: ReturnType<typeof jobActions>) {
  const { store, call } = tools;

  /** Opens one of the pages, with the customers that there are to choose from. */
  async function showPeople(page: Extract<Page, 'deletedPeople' | 'readPeople' | 'giveLicence'>): Promise<void> {
    store.set({ page, deleted: null, found: null, read: null, trouble: null, notice: '' });
    if (store.get().peopleChoices) return;
    const peopleChoices = await ask(tools, 'Asking Google for your customers…', () => call('getPeopleChoices'));
    if (peopleChoices) store.set({ peopleChoices });
  }

  async function listDeleted(customer: string): Promise<void> {
    store.set({ deleted: null });
    const deleted = await ask(tools, 'Asking Google who was deleted…', () => call('getDeletedPeople', { customer }));
    if (deleted) store.set({ deleted });
  }

  const checkRows = (rows: readonly string[], action: string): Promise<void> =>
    work.check({ scope: { kind: 'rows', rows }, action });

  /** Writes the rows, and checks them: a deletion that was made at Google is put back. */
  async function restorePeople(customer: string, ids: readonly string[]): Promise<void> {
    const rows = await ask(tools, 'Writing the rows…', () => call('restorePeople', { customer, ids }));
    if (rows) await checkRows(rows.keys, 'put-back');
  }

  /** Whoever is meant, page by page; reading the account goes on until it is read. */
  async function findPeople(filter: PeopleFilter): Promise<readonly FoundPerson[] | null> {
    store.set({ found: null });
    const people: FoundPerson[] = [];
    for (let total = 1; people.length < total; ) {
      const answer = await whileReading(tools, filter.customer, () =>
        call('findPeople', { ...filter, from: people.length }),
      );
      if (!answer) return null;
      total = answer.total;
      people.push(...answer.people);
    }
    store.set({ found: people });
    return people;
  }

  /** Writes the Licences cells, and checks their rows. */
  async function giveLicence(giving: GiveAsk): Promise<void> {
    const rows = await ask(tools, 'Writing the Licences cells…', () => call('giveLicence', giving));
    if (rows?.keys.length) return checkRows(rows.keys, 'provision');
    if (rows) store.set({ notice: rows.says });
  }

  return { showPeople, listDeleted, restorePeople, findPeople, giveLicence };
}
