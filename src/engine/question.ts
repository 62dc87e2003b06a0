/**
 * What a row asks a person before it can go on, as data: kept in the journal, shown in the sidebar, given back to its
 * tab with the answer. `kind` names the question, `says` asks it in words, `about` holds what the answer is about.
 */
export interface Question {
  readonly kind: string;
  readonly says: string;
  readonly about: Readonly<Record<string, string>>;
}
