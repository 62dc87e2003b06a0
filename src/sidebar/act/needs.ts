import type { RowNote } from '../../job/wire';
import { focusGrid } from '../server';
import { ask, say, type Tools } from './tools';
import type { jobActions } from './work';

/** Rows that need a person: shown, found in the sheet, answered, checked again, put back. */
export function needsActions(tools: Tools, work: ReturnType<typeof jobActions>) {
  const { store, call } = tools;

  async function showNeeds(): Promise<void> {
    store.set({ page: 'needs', needs: null });
    const needs = await ask(tools, 'Looking for rows that need you…', () => call('getNeeds'));
    if (needs) store.set({ needs });
  }

  /** Selects the cell in the sheet and gives it the keyboard. */
  async function goToRow(note: Pick<RowNote, 'key' | 'column'>): Promise<void> {
    const answer = await call('goToRow', note.column ? { key: note.key, column: note.column } : { key: note.key });
    if (!answer.ok) return say(store, answer);
    store.set({ trouble: null });
    focusGrid();
  }

  async function answerQuestion(keys: readonly string[], yes: boolean, choice?: string): Promise<void> {
    const { answered } = store.get();
    const done = await call('answerQuestion', choice === undefined ? { keys, yes } : { keys, yes, choice });
    if (!done.ok) return say(store, done, () => void answerQuestion(keys, yes, choice));
    store.set({
      answered: [...answered, ...keys],
      trouble: null,
      notice: 'Noted. Check the rows again to go on with them.',
    });
  }

  const checkRows = (rows: readonly string[]): Promise<void> =>
    work.check({ scope: { kind: 'rows', rows }, action: 'provision' });
  const putBack = (rows: readonly string[]): Promise<void> =>
    work.check({ scope: { kind: 'rows', rows }, action: 'put-back' });

  return { showNeeds, goToRow, answerQuestion, checkRows, putBack };
}
