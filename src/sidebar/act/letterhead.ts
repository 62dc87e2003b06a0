import type { Letterhead } from '../../job/wire';
import { ask, type Tools } from './tools';

/** What mails and slips are signed with, which belongs to everybody of the account at the spreadsheet. */
export function letterheadActions(tools: Tools) {
  const { store, call } = tools;

  async function showLetterhead(): Promise<void> {
    store.set({ page: 'letterhead', letterhead: null });
    const letterhead = await ask(tools, 'Fetching the settings…', () => call('getLetterhead'));
    if (letterhead) store.set({ letterhead });
  }

  /** Sends what was typed; complaints come back beside it. */
  async function saveLetterhead(sent: Letterhead): Promise<void> {
    const letterhead = await ask(tools, 'Saving…', () => call('setLetterhead', sent));
    if (!letterhead) return;
    const notice = letterhead.complaints.length ? '' : 'Saved. Check again what you have checked before.';
    store.set({ letterhead, notice });
  }

  return { showLetterhead, saveLetterhead };
}
