/** The texts of mails and slips to people, in one language. */

/** Stands in plans and requests where the password will stand in the mail: only the sending puts it there. */
export const passwordMark = '[password]';

/** Why somebody is told how to sign in. */
export type Purpose = 'new' | 'reset' | 'restored';

/** How a letter begins. */
interface Opening {
  readonly subject: string;
  readonly text: string;
}

/** What mails with sign-in details say. `{name}`, `{email}` and `{link}` are filled in. */
export interface DetailsWords extends Readonly<Record<Purpose, Opening>> {
  /** The first two letters of Google's code. */
  readonly language: string;
  readonly hello: string;
  readonly link: string;
  readonly address: string;
  readonly password: string;
  /** Where the password has to be changed at sign-in. */
  readonly changes: string;
  /** To somebody who was restored: the password of before serves. */
  readonly asBefore: string;
  readonly bye: string;
  readonly slip: SlipWords;
}

/** What only slips say. */
export interface SlipWords {
  readonly steps: readonly string[];
  /** Where the password has to be changed at sign-in. */
  readonly changes: string;
  readonly secondStep: string;
  readonly bye: string;
}
