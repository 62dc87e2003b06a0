/** The text of the mail that invites another account's administrator, in one language. */

/**
 * `{by}` asks, `{account}` is the account by its primary domain, `{rows}` how many rows wait, `{domains}` on which
 * domains, `{link}` leads to the spreadsheet. Nothing else of any row stands in it.
 */
export interface InvitationWords {
  readonly language: string;
  /** How the language calls itself. */
  readonly name: string;
  readonly subject: string;
  readonly text: string;
}
