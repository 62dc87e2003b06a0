/** The three-way comparison: what the row wishes, what Seatsheet wrote last, what Google has now. */

/** `drift`: Google changed since, and the row did not; `override`: both did. */
export type Difference = 'none' | 'change' | 'override' | 'drift';

/** One field, three times. Undefined: the row leaves it, or nothing was written yet. */
export interface Sides {
  readonly wish: string | undefined;
  readonly agreed: string | undefined;
  readonly google: string;
  readonly putBack: boolean;
}

/** What is to be done about a field. */
export function differenceOf({ wish, agreed, google, putBack }: Sides): Difference {
  if (wish === undefined || wish === google) return 'none';
  if (agreed === undefined || agreed === google) return 'change';
  if (agreed !== wish) return 'override';
  return putBack ? 'change' : 'drift';
}

/**
 * Whether one wished member of a list (a licence, role, alias) that is missing at Google was taken away there since.
 */
export function tookAway(ask: {
  readonly member: string;
  readonly agreed: readonly string[] | undefined;
  readonly putBack: boolean;
}): boolean {
  return !ask.putBack && (ask.agreed ?? []).includes(ask.member);
}
