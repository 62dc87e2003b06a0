import type { Envelope } from '../envelope';

/** What the pages about people send and are sent. */

/** The pages of the sidebar about people in bulk. */
export type PeoplePage = 'deletedPeople' | 'readPeople' | 'giveLicence';

/** What there is to choose from. `accounts`: one's own first, then customers. */
export interface PeopleChoices {
  readonly accounts: readonly { readonly id: string; readonly name: string }[];
  readonly products: readonly string[];
}

/** Somebody who was deleted. `deletedOn`, `name`: '' where Google does not tell; `row`: 0 for none. */
export interface DeletedLine {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly deletedOn: string;
  readonly daysLeft: number | undefined;
  readonly row: number;
}

/** Rows that were written, by key, for the check of exactly these. */
export interface RowsWritten {
  readonly keys: readonly string[];
  /** What became of them, where that is more than keys tell. */
  readonly says: string;
}

/** How far reading an account has come. `more`: ask again to go on. */
export interface PeopleRead {
  readonly more: boolean;
  readonly says: string;
  readonly added: number;
  readonly seen: number;
}

/** Whom a licence is given to, or taken from. Blank texts and `false` leave nobody out. */
export interface PeopleFilter {
  readonly customer: string;
  readonly product: string;
  readonly does: 'give' | 'take';
  /** A path: those below count, too. */
  readonly orgUnit: string;
  readonly title: string;
  readonly holds: string;
  readonly lacks: string;
  readonly neverSignedIn: boolean;
  readonly suspended: boolean;
}

/** The people from the `from`th on. */
export interface FindAsk extends PeopleFilter {
  readonly from: number;
}

/** The people whose Licences cells are written. `addRows`: those who have no row yet get one. */
export interface GiveAsk extends Pick<PeopleFilter, 'customer' | 'product' | 'does'> {
  readonly emails: readonly string[];
  readonly addRows: boolean;
}

/** Somebody who was found. `row`: 0 for none. */
export interface FoundPerson {
  readonly email: string;
  readonly name: string;
  readonly orgUnit: string;
  readonly row: number;
}

/** A page of those who were found, of so many. `more`: reading goes on, and nobody was looked for yet. */
export interface FoundPeople {
  readonly more: boolean;
  readonly says: string;
  readonly total: number;
  readonly people: readonly FoundPerson[];
}

/** The functions of the server about people in bulk. */
export interface PeopleServer {
  getPeopleChoices(): Envelope<PeopleChoices>;
  /** The deleted people of an account. */
  getDeletedPeople(ask: { readonly customer: string }): Envelope<readonly DeletedLine[]>;
  /** Writes rows that wish these people back, by User ID; nothing is sent to Google. */
  restorePeople(ask: { readonly customer: string; readonly ids: readonly string[] }): Envelope<RowsWritten>;
  /** Reads the people of an account into rows, one execution's share of it. */
  readPeople(ask: { readonly customer: string }): Envelope<PeopleRead>;
  /** Whom a licence is given to, or taken from: those from the `from`th on. */
  findPeople(ask: FindAsk): Envelope<FoundPeople>;
  /** Writes the Licences cells of these people; nothing is sent to Google. */
  giveLicence(ask: GiveAsk): Envelope<RowsWritten>;
}
