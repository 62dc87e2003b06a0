/** What crosses the wire about other accounts' administrators: plain JSON only. */

import type { Envelope } from '../envelope';

/** An account whose rows wait for one of its administrators. */
export interface WaitingAccount {
  /** Its primary domain; the domain of its rows where nobody knows the account. */
  readonly name: string;
  /** The domains of its rows. */
  readonly domains: readonly string[];
  readonly rows: number;
  /** Administrators who were at this spreadsheet, the latest first. */
  readonly admins: readonly { readonly email: string; readonly on: string }[];
  /** Who was invited, the latest first. */
  readonly invited: readonly { readonly email: string; readonly on: string; readonly by: string }[];
}

/** Whom rows of this spreadsheet wait for, as far as the last checks told. */
export interface OtherAdministrators {
  readonly accounts: readonly WaitingAccount[];
  readonly languages: readonly { readonly language: string; readonly name: string }[];
}

/** Whom to invite; `account` '' is the account that has the domain of the address. */
export interface InvitationAsk {
  readonly account: string;
  readonly email: string;
  readonly language: string;
}

/** An invitation before it is sent. `id` names exactly this one, for one sending within ten minutes. */
export interface Invitation {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** Mails that may be sent today. */
  readonly left: number;
  /** The day on which this person was invited before, or ''. */
  readonly invitedOn: string;
}

/** The rows of one account, tab by tab, as its administrator may paste them into a spreadsheet of their own. */
export interface AccountCopy {
  readonly account: string;
  readonly tabs: readonly { readonly name: string; readonly rows: readonly (readonly string[])[] }[];
}

/** What the sidebar may call about them. */
export interface AccountsServer {
  /** Whom rows wait for, as the last checks told. */
  getOtherAdministrators(): Envelope<OtherAdministrators>;
  /** Writes an invitation to somebody whom rows wait for, and sends nothing. */
  writeInvitation(ask: InvitationAsk): Envelope<Invitation>;
  /** Sends the invitation that was shown, once; `again`: also to somebody who was invited before. */
  sendInvitation(ask: { readonly id: string; readonly again?: boolean }): Envelope<{ readonly says: string }>;
  /** The rows of an account by its name, for a spreadsheet of its administrator's own. */
  copyForAccount(ask: { readonly account: string }): Envelope<AccountCopy>;
}
