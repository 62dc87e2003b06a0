/** What Readiness shows, and what is said there. Types alone: the sidebar has them, too. */

/** One line of the Readiness page. */
export interface ReadinessLine {
  readonly state: 'ok' | 'todo' | 'note';
  readonly title: string;
  readonly says: string;
  readonly link?: { readonly text: string; readonly url: string };
  /** What a person may say of Cloud Identity Free in an account, by its primary domain. */
  readonly seats?: SaidOfSeats;
  /** What was measured of the environment, in words; empty before. */
  readonly measured?: readonly string[];
}

/**
 * Whether an account has ordered Cloud Identity Free, and how many seats as they are typed: '' for as many as usual.
 */
export interface SaidOfSeats {
  readonly domain: string;
  readonly ordered: boolean;
  readonly seats: string;
}
