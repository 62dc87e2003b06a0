import type { Envelope } from '../envelope';

/** What crosses the wire about instructions to the support team, and the texts beside them. */

/** The pages of the sidebar about the support team. */
export type TeamPage = 'administrators' | 'coverage' | 'guides' | 'instructions';

/** How a person was told. */
export interface Told {
  /** RFC 3339. */
  readonly at: string;
  readonly by: string;
  /** The address, or '' where a page was handed on. */
  readonly to: string;
  /** The accounts that stood in it. */
  readonly accounts: readonly string[];
  /** An execution died while it was sent: nobody knows whether it went out. */
  readonly doubtful?: true;
}

/** A person of the Team tab. */
export interface InstructionsLine {
  /** `Team!mara.lindqvist` */
  readonly person: string;
  readonly name: string;
  /** Where a mail goes; '' where the row has no address that one could go to. */
  readonly to: string;
  readonly accounts: number;
  readonly ready: number;
  /** What keeps the others, `no row on Users yet: mara@cloud.example, mara@cloud-eu.example`. */
  readonly missing: readonly string[];
  /** What was sent or handed on last. */
  readonly told?: Told;
  /** All accounts are ready, and not all of them were in what was sent last. */
  readonly due: boolean;
  /** Stands for exactly this text to exactly this address. */
  readonly mark: string;
}

/** Somebody of the page, with the text that was seen. */
export interface Chosen {
  readonly person: string;
  readonly mark: string;
}

/** The page Instructions. */
export interface InstructionsView {
  readonly lines: readonly InstructionsLine[];
  /** Mails that may be sent today. */
  readonly left: number;
  /** Google's security group of one's own account: an address, or ''. */
  readonly group: string;
  /** Who changed it last, and when; '' for nobody. */
  readonly changedBy: string;
  readonly changedAt: string;
}

/** A mail as it will be sent. */
export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** The lines of one account's map. */
export interface RedirectMap {
  /** The primary domain where it is known, else the domain itself. */
  readonly account: string;
  /** Addresses without a mailbox, as lines to paste: one text for each map. */
  readonly maps: readonly string[];
  readonly addresses: number;
  /** Addresses with a mailbox of their own, which stand in no map. */
  readonly withMailbox: number;
}

/** The page with what is pasted elsewhere. */
export interface PasteView {
  readonly redirects: readonly RedirectMap[];
  /** People without a work address. */
  readonly without: number;
  /** Where maps are pasted, and where a customer allows a reseller's access. */
  readonly mapPage: { readonly path: string; readonly url: string };
  readonly accessPage: { readonly path: string; readonly url: string };
  /** What customers are asked, by language. */
  readonly customer: readonly { readonly language: string; readonly subject: string; readonly text: string }[];
}

/** What the sidebar may call about instructions. */
export interface InstructionsServer {
  getInstructions(): Envelope<InstructionsView>;
  /** The mail to one person, as it would be sent now. */
  readInstructions(ask: { readonly person: string }): Envelope<Letter>;
  /** Mails these people what stands for these marks; who was told of the same accounts only with `again`. */
  sendInstructions(ask: {
    readonly people: readonly string[];
    readonly marks: readonly string[];
    readonly again: boolean;
  }): Envelope<{ readonly says: string }>;
  /** Shows a page for each of these people in a dialog, for printing. */
  showInstructions(ask: {
    readonly people: readonly string[];
    readonly marks: readonly string[];
  }): Envelope<{ readonly pages: number }>;
  /** Notes that they were handed a page. */
  noteInstructions(ask: { readonly people: readonly string[]; readonly marks: readonly string[] }): Envelope<null>;
  /** Writes down Google's security group of one's own account, '' for none. */
  setSecurityGroup(ask: { readonly group: string }): Envelope<InstructionsView>;
  getPaste(): Envelope<PasteView>;
}
