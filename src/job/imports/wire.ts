import type { Envelope } from '../envelope';
import type { ImportHow, ImportProblem, ImportRecord, Mapped } from '../../imports/reading/file';

/** What crosses the wire about imports: plain JSON only. */

export type { ImportHow, ImportProblem, ImportRecord, Mapped };

/** A file with how it is to be read; what is not said has its default. */
export interface ImportAsk {
  readonly records: readonly ImportRecord[];
  readonly how: Partial<ImportHow>;
}

/** What happens to one row. */
export interface ImportLine {
  readonly line: number;
  /** What the row is known by. */
  readonly title: string;
  readonly does: 'add' | 'update' | 'skip' | 'same';
  readonly by?: 'key' | 'id' | 'name';
  readonly row?: number;
  readonly changes: readonly { readonly header: string; readonly from: string; readonly to: string }[];
}

/** How many rows an import adds, changes and leaves as they are. */
export interface ImportCounts {
  readonly added: number;
  readonly updated: number;
  /** Rows that exist and are left as they are because that was chosen. */
  readonly skipped: number;
  /** Rows that say already what the file says. */
  readonly same: number;
}

/** What a file would do, before a row is written. */
export interface ImportView extends ImportCounts {
  /** The format's name, and how people call it. */
  readonly format: string;
  readonly label: string;
  /** The place of the header line among the records. */
  readonly headerRecord: number;
  /** Records that say something. */
  readonly rows: number;
  /** Rows whose name is on a row of the sheet with another address, whatever was said of them. */
  readonly namesakes: number;
  /** Rows with a password, which is kept for the run and stands in no cell. */
  readonly passwords: number;
  /** What our columns take of the file's. */
  readonly columns: readonly { readonly header: string; readonly column: string }[];
  readonly unused: readonly string[];
  /** Products of another maker that nobody has translated. */
  readonly products: readonly string[];
  readonly problems: readonly ImportProblem[];
  readonly lines: readonly ImportLine[];
  /** People without an address who got one proposed. */
  readonly proposed: number;
  /** The records to send for writing; `same`: the row that one is by its name; `address`: what was proposed. */
  readonly kept: readonly { readonly record: number; readonly same?: string; readonly address?: string }[];
}

/** What became of a part of a file. */
export interface ImportDone extends ImportCounts {
  /** Rows that could not be taken now, and passwords without room. */
  readonly problems: readonly ImportProblem[];
}

/** What an import can be made of and into. */
export interface ImportChoices {
  /** Tabs of the spreadsheet that are not Seatsheet's. */
  readonly sources: readonly string[];
  /** Columns that a default or a mapping may name. */
  readonly columns: readonly { readonly id: string; readonly header: string }[];
  readonly products: readonly string[];
}

/** How the columns of a file that no format recognises may be meant. */
export interface ImportGuess {
  readonly headers: readonly string[];
  /** The first rows below the headers. */
  readonly samples: readonly (readonly string[])[];
  readonly mapping: readonly Mapped[];
}

/** A blank list for a customer, as rows of texts and the name of its file. */
export interface PeopleListMade {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
  readonly says: string;
}

/** What an import left out: listed on a tab at its end. */
export interface ImportEnd {
  readonly problems: readonly ImportProblem[];
  readonly unused: readonly string[];
}

/** The functions of the server about files that become rows. */
export interface ImportsServer {
  getImportChoices(): Envelope<ImportChoices>;
  readTabForImport(ask: { readonly name: string }): Envelope<readonly ImportRecord[]>;
  guessImport(ask: { readonly records: readonly ImportRecord[] }): Envelope<ImportGuess>;
  /** What a file would do; nothing is written. */
  lookAtImport(ask: ImportAsk): Envelope<ImportView>;
  /** Writes one part of a file whole; the same part again is not written twice. */
  writeImport(ask: ImportAsk & { readonly id: string; readonly part: number }): Envelope<ImportDone>;
  /** Lists what was left out on a tab. */
  endImport(ask: ImportEnd): Envelope<{ readonly says: string }>;
  /** A blank list for a customer, given by a domain; `tab`: also as a tab. */
  makePeopleList(ask: { readonly customer: string; readonly tab: boolean }): Envelope<PeopleListMade>;
}
