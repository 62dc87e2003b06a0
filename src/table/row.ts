/** What reading a row of a tab gives, whichever tab it is. */

/**
 * Something that is wrong in a cell. `says` is one or more whole sentences: what is wrong and what to write instead.
 */
export interface Complaint<Id extends string = string> {
  readonly column: Id;
  /** The header of the column as it stands in the sheet. */
  readonly header: string;
  readonly says: string;
  /** It is the header that is wrong, for every row that uses the column. */
  readonly ofHeader?: boolean;
}

/** One row as it was read. `wish` is there only when nothing is wrong with the row. */
export interface ReadRow<Wish, Id extends string = string> {
  /** 1-based row of the sheet. */
  readonly row: number;
  readonly wish?: Wish;
  /** Everything that is wrong with the row, all at once. */
  readonly complaints: readonly Complaint<Id>[];
  /** Sentences about what is allowed but worth a look. */
  readonly warnings: readonly string[];
}
