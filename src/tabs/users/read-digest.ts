import { digestText } from '../../table/digest';
import { userFields } from './fields';
import type { WishedBefore } from './leaving';
import type { UserWish } from './wish';

/**
 * The wish as one text, to take a digest of, without a word about the password, whose cell is wiped while a run goes
 * on. Equal wishes give equal text. `before`: how wishes are kept that were others before Seatsheet wrote their cells.
 */
export function wishDigestInput(wish: UserWish, before: WishedBefore = {}): string {
  const fields = [...userFields, { id: 'account', kept: String }].map((field) =>
    field.id in before ? { ...field, kept: () => before[field.id] ?? '' } : field,
  );
  return digestText(fields, { ...wish, ...before });
}
