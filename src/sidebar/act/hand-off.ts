import type { Handed } from '../file/hand-off';
import type { HandedBy } from '../../job/wire';
import { ask, say, type Tools } from './tools';
import type { jobActions } from './work';

/**
 * A page of an answer: google.script.run has no documented size limit, and reports of large answers that came as null.
 */
const atOnce = 500;

/**
 * First passwords: listed without them, fetched when asked for, erased. Passwords are given to the caller and kept
 * nowhere here.
 */
export function handOffActions(tools: Tools, work: ReturnType<typeof jobActions>) {
  const { store, call } = tools;

  async function showHandOff(): Promise<void> {
    store.set({ page: 'handOff', handOff: null, handing: null, notSignedIn: null });
    const handOff = await ask(tools, 'Looking who waits…', () => call('getHandOff'));
    if (handOff) store.set({ handOff });
  }

  const passwordsOf = (emails: readonly string[]) => fetchPasswords(tools, emails);

  /** Shows slips in a dialog, and asks afterwards whether they were handed on. */
  async function printSlips(emails: readonly string[]): Promise<void> {
    const shown = await ask(tools, 'Making the slips…', () => call('showSlips', { emails }));
    if (shown) handing('slips', emails);
  }

  const handing = (by: HandedBy, emails: readonly string[]): void => store.set({ handing: { by, emails } });
  const notHanded = (): void => store.set({ handing: null });

  /** `by`: they were handed on so, which is dated with their rows. */
  async function erase(emails: readonly string[], by?: HandedBy): Promise<void> {
    const answer = await call('erasePasswords', by ? { emails, handedOff: by } : { emails });
    const gone = new Set(emails);
    if (!answer.ok) return say(store, answer);
    const { handOff, desk } = store.get();
    const left = handOff?.filter(({ email }) => !gone.has(email)) ?? null;
    store.set({
      handOff: left,
      handing: null,
      desk: desk && { ...desk, handOff: left?.length ?? 0 },
      trouble: null,
      notice: by ? 'Erased, and dated with the rows.' : 'Erased.',
    });
  }

  /** Checks the rows of these people for mailing what waits. */
  const mail = (emails: readonly string[]): Promise<void> =>
    work.check({ scope: { kind: 'rows', rows: emails.map((email) => 'Users!' + email) }, action: 'hand-off' });

  /** Asks Google, once for each opening of the page. */
  async function lookWhoSignedIn(): Promise<void> {
    const notSignedIn = await ask(tools, 'Asking Google…', () => call('getNotSignedIn'));
    if (notSignedIn) store.set({ notSignedIn });
  }

  /** Checks these rows for a new password. */
  const newPasswords = (rows: readonly string[], action: string): Promise<void> =>
    work.check({ scope: { kind: 'rows', rows }, action });

  const notice = (text: string): void => store.set({ notice: text });

  const looks = { showHandOff, passwordsOf, printSlips, lookWhoSignedIn };
  return { ...looks, handing, notHanded, erase, mail, newPasswords, notice };
}

/** The passwords of these people; null, with the trouble shown, where they did not come. */
async function fetchPasswords(tools: Tools, emails: readonly string[]): Promise<readonly Handed[] | null> {
  const names = new Map(tools.store.get().handOff?.map(({ email, name }) => [email, name]));
  const people: Handed[] = [];
  for (let from = 0; from < emails.length; from += atOnce) {
    const some = emails.slice(from, from + atOnce);
    const answer = await ask(tools, 'Fetching…', () => tools.call('showPasswords', { emails: some }));
    if (!answer) return null;
    people.push(...answer.map(({ email, password }) => ({ email, password, name: names.get(email) ?? '' })));
  }
  return people;
}
