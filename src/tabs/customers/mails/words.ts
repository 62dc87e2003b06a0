/** The texts of mails to customers, in one language. */

/** A mail: plain text. */
export interface Mail {
  readonly subject: string;
  readonly text: string;
}

/**
 * What the mails say in a language. `{domain}`, `{administrator}` (who can accept the terms), `{publicId}` (ours as a
 * reseller), `{adminConsole}` and `{tokenPage}` are filled in.
 */
export interface MailWords {
  /** The first two letters of Google's code. */
  readonly language: string;
  readonly hello: string;
  readonly bye: string;
  /** To a new customer; what is to be done follows. */
  readonly welcome: Mail;
  /** To one whose terms wait; what is to be done follows. */
  readonly remind: Mail;
  /** To do, for teams: confirm the address. */
  readonly confirm: string;
  /** To do: accept the terms. */
  readonly accept: string;
  /** To do, for domains: verify it. */
  readonly verify: string;
  /** To somebody else's customer: what we need a transfer token for, and how it is made. */
  readonly token: Mail;
}
