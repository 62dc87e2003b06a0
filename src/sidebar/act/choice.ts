import type { Scope } from '../../job/wire';
import type { Ask, State } from '../state';
import type { deskActions } from './desk';
import type { Tools } from './tools';
import type { jobActions } from './work';

/** The scope that the picker shows, as the server takes it. */
function chosenScope(state: State): Scope {
  const { scopeKind, customer } = state;
  if (scopeKind === 'customer') return { kind: 'customer', customer };
  return scopeKind === 'rows' ? { kind: 'everything' } : { kind: scopeKind };
}

/** Which rows to check: chosen, checked, checked again. */
export function choiceActions(
  { store }: Tools,
  work: ReturnType<typeof jobActions>,
  { go }: ReturnType<typeof deskActions>,
) {
  function checkChosen(): Promise<void> {
    const chosen: Ask = { scope: chosenScope(store.get()), action: store.get().action };
    // What was done once is not done again by the next check.
    store.set({ action: 'provision' });
    return work.check(chosen);
  }

  /** Checks again what was checked last; where that is not known, the person chooses anew. */
  function checkAgain(): void {
    const { lastAsk } = store.get();
    if (lastAsk) void work.check(lastAsk);
    else go('start');
  }

  const choose = (change: Partial<Pick<State, 'scopeKind' | 'customer' | 'action'>>): void => store.set(change);

  return { checkChosen, checkAgain, choose };
}
