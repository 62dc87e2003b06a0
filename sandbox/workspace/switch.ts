/**
 * One switch. `values` lists what it takes, the default first; a switch in seconds, or of a number, takes any number
 * from nought up, the second a whole one.
 */
export interface Switch {
  readonly values: readonly string[];
  readonly seconds?: true;
  readonly number?: true;
  /** Takes other values too, in this shape; `check` throws for what it does not take. */
  readonly shape?: { readonly says: string; check(value: string): void };
  readonly says: string;
}
