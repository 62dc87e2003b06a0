import type { Envelope } from '../envelope';

/** What crosses the wire about handing off. */

/** One person whose first password waits. The password itself crosses only when asked for. */
export interface HandOffLine {
  readonly email: string;
  readonly name: string;
  /** When its run was approved: people of one run have the same. */
  readonly since: string;
  /** The customer by the name to show. */
  readonly customer: string;
  /** The row says where a mail goes. */
  readonly mail: boolean;
  /** A run died, and nothing tells whether Google has the password. */
  readonly doubtful?: boolean;
}

/** How something was handed off other than by mail. */
export type HandedBy = 'slips' | 'csv';

/** Somebody who was handed sign-in details and has not signed in since. */
export interface NotSignedIn {
  readonly key: string;
  readonly email: string;
  readonly name: string;
  readonly customer: string;
  /** When, RFC 3339, and how: `by mail to ana@home.example`, `on paper`. */
  readonly at: string;
  readonly how: string;
  /** The action that gives a new password. */
  readonly action: 're-issue' | 'reset-password';
}

/** The functions of the server about handing off. */
export interface HandOffServer {
  getHandOff(): Envelope<readonly HandOffLine[]>;
  /** The passwords of these people, for the person who made them; nobody else gets any. */
  showPasswords(ask: {
    readonly emails: readonly string[];
  }): Envelope<readonly { readonly email: string; readonly password: string }[]>;
  /** `handedOff`: they were handed on so, which is dated with their rows. */
  erasePasswords(ask: { readonly emails: readonly string[]; readonly handedOff?: HandedBy }): Envelope<null>;
  /** Who was handed sign-in details and has not signed in since: asked of Google. */
  getNotSignedIn(): Envelope<readonly NotSignedIn[]>;
  /** Shows slips of these people in a dialog, for printing: to the person who made their passwords. */
  showSlips(ask: { readonly emails: readonly string[] }): Envelope<{ readonly slips: number }>;
}
