import { canonical } from '../../engine/plan';
import type { CustomerWish } from './wish';

/** The wish as canonical JSON, to take a digest of. No secret stands in a wish. Equal wishes give equal text. */
export function wishDigestInput(wish: CustomerWish): string {
  return canonical({ ...wish, address: { ...wish.address } });
}
