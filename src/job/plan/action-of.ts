import { actions } from '../../actions';
import type { Action } from '../../tabs/action';
import { Trouble } from '../trouble';

/** The action of a name. Throws Trouble for a name that no action has. */
export function actionOf(name: string): Action {
  const found = actions.find(({ id }) => id === name);
  if (found) return found;
  const names = actions.map(({ id }) => id).join(', ');
  throw new Trouble('unknownAction', { says: `There is no action “${name}”.`, remedy: `There are: ${names}.` });
}
