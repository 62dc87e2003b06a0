import { digestText } from '../../table/digest';
import { userFields } from './fields';
import type { UserWish } from './wish';

/**
 * The wish as one text, to take a digest of, without a word about the password, whose cell is wiped while a run goes
 * on. Equal wishes give equal text.
 */
export function wishDigestInput(wish: UserWish): string {
  return digestText([...userFields, { id: 'account', kept: String }], wish);
}
