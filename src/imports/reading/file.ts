import { Blocked } from '../../engine/outcome';
import type { Tab } from '../../tabs/tab';

/** A file on its way in: its records as texts, and how it is to be read. */

/** One record. `line`: the file's line where it begins, 1-based. */
export interface ImportRecord {
  readonly line: number;
  readonly cells: readonly string[];
  /** The key of the row that it was found to be the same person as, by name. */
  readonly same?: string;
  /** The address that was proposed for somebody without one. */
  readonly address?: string;
}

/** A header of the file that somebody has given to one of our columns; `fullName` is split in two. */
export interface Mapped {
  readonly header: string;
  readonly column: string;
}

/** How a file is read. */
export interface ImportHow {
  /** The tab that it goes to: `Users`. */
  readonly tab: string;
  /** The name of a format, or `auto`. */
  readonly format: string;
  readonly mapping: readonly Mapped[];
  /** Addresses without a domain are on this one; '' leaves them as they are. */
  readonly customer: string;
  readonly replaceDomains: readonly { readonly from: string; readonly to: string }[];
  /** Texts for blank cells by column id. */
  readonly defaults: Readonly<Record<string, string>>;
  /** What happens to rows that exist: left as they are, changed, or only filled where they are blank. */
  readonly existing: 'skip' | 'update' | 'fill';
  /** What happens to people whose name is on a row with another address: left out, added, or taken for the same. */
  readonly namesakes: 'leave' | 'add' | 'same';
  /** The pattern by which people without an address get one, such as `{first}.{last}@{domain}`; '' proposes none. */
  readonly addresses: string;
  /** Our products by another maker's, as they stand in the file; `-` for none. */
  readonly products: Readonly<Record<string, string>>;
}

/** Something that was left out of a line. `column`: the header in the file; '' where the whole line was. */
export interface ImportProblem {
  readonly line: number;
  readonly column: string;
  readonly says: string;
}

/** A record as cells of ours by column id, ready to be compared with the sheet. */
export interface ImportedRow {
  readonly line: number;
  /** Its place among the records of the file. */
  readonly record: number;
  readonly cells: Readonly<Record<string, string>>;
  readonly same?: string;
}

/** A file of which nothing can be read, with what to do about it. */
export class Unusable extends Blocked {}

/** The column whose texts never stand in a cell; '' where the tab has none. */
export function secretIn({ secretColumn, keepsGiven }: Pick<Tab, 'secretColumn' | 'keepsGiven'>): string {
  return keepsGiven ? secretColumn : '';
}
