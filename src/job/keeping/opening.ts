import { isObject } from '../../engine/request';
import { userStore } from './stores';
import type { StartPage } from '../wire';

/** Where a menu entry leads: noted for the sidebar that it opens, which asks for it once. */

type Opening = NonNullable<StartPage['opens']>;
const name = 'opening';

function isOpening(value: unknown): value is Opening {
  return isObject(value) && typeof value.page === 'string';
}

/** Notes where the sidebar should begin. */
export function noteOpening(opening: Opening): void {
  userStore().set(name, opening);
}

/** The note, which is gone afterwards. */
export function takeOpening(): Opening | undefined {
  const opening = userStore().get(name, isOpening);
  if (opening) userStore().remove(name);
  return opening;
}
