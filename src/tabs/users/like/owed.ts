import { shownValue } from '../../../engine/words';

/** What a wish owes to others, for its plan and for what has to be asked. */

/** What a wish owes to others. */
export interface Owed {
  /** Notes for plans by column id, also of columns that others say are to stay blank: `like ana@shop.example`. */
  readonly notes: Readonly<Record<string, string>>;
  /** Addresses of people by the column that came from their rows. */
  readonly people: Readonly<Record<string, string>>;
  /** Whom Google tells the rest of. */
  readonly person?: { readonly email: string; readonly hasRow: boolean };
}

/** `like ana@shop.example`. */
export function likeNote(of: string): string {
  return `like ${shownValue(of)}`;
}
