/** The texts of mails to people, in one language. */

/** Stands in plans and requests where the password will stand in the mail: only the sending puts it there. */
export const passwordMark = '[password]';

/**
 * What the mail with the sign-in details says. `{name}`, `{email}` and `{link}` are filled in; the password takes the
 * place of its mark.
 */
export interface DetailsWords {
  /** The first two letters of Google's code. */
  readonly language: string;
  readonly hello: string;
  readonly new: { readonly subject: string; readonly text: string };
  readonly reset: { readonly subject: string; readonly text: string };
  readonly access: string;
  /** Where the password has to be changed at sign-in. */
  readonly changes: string;
  readonly bye: string;
}
