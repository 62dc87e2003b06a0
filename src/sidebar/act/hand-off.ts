import type { Handed } from '../csv';
import { ask, say, type Tools } from './tools';

/**
 * A page of an answer: google.script.run has no documented size limit, and reports of large answers that came as null.
 */
const atOnce = 500;

/**
 * First passwords: listed without them, fetched when asked for, erased. Passwords are given to the caller and kept
 * nowhere here.
 */
export function handOffActions(tools: Tools) {
  const { store, call } = tools;

  async function showHandOff(): Promise<void> {
    store.set({ page: 'handOff', handOff: null });
    const handOff = await ask(tools, 'Looking who waits…', () => call('getHandOff'));
    if (handOff) store.set({ handOff });
  }

  /** The passwords of these people; null, with the trouble shown, where they did not come. */
  async function passwordsOf(emails: readonly string[]): Promise<readonly Handed[] | null> {
    const names = new Map(store.get().handOff?.map(({ email, name }) => [email, name]));
    const people: Handed[] = [];
    for (let from = 0; from < emails.length; from += atOnce) {
      const some = emails.slice(from, from + atOnce);
      const answer = await ask(tools, 'Fetching…', () => call('showPasswords', { emails: some }));
      if (!answer) return null;
      people.push(...answer.map(({ email, password }) => ({ email, password, name: names.get(email) ?? '' })));
    }
    return people;
  }

  async function erase(emails: readonly string[]): Promise<void> {
    const answer = await call('erasePasswords', { emails });
    const gone = new Set(emails);
    if (!answer.ok) return say(store, answer);
    const { handOff, desk } = store.get();
    const left = handOff?.filter(({ email }) => !gone.has(email)) ?? null;
    store.set({
      handOff: left,
      desk: desk && { ...desk, handOff: left?.length ?? 0 },
      trouble: null,
      notice: 'Erased.',
    });
  }

  const notice = (text: string): void => store.set({ notice: text });

  return { showHandOff, passwordsOf, erase, notice };
}
