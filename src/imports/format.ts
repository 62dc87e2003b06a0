import { fold } from '../table/text';

/** What an import format is: a kind of file, known by its headers, and what its records say in our columns. */

/** The headers of a file, found without regard to case, accents, blanks and punctuation. */
export class Headers {
  private readonly folded: readonly string[];

  constructor(readonly all: readonly string[]) {
    this.folded = all.map(fold);
  }

  /** The 0-based place of the first of these headers that is there; -1 where none is. */
  at(...names: readonly string[]): number {
    return names.reduce((found, name) => (found >= 0 ? found : this.folded.indexOf(fold(name))), -1);
  }

  /** Whether all of these headers are there. */
  has(...names: readonly string[]): boolean {
    return names.every((name) => this.at(name) >= 0);
  }

  /** The places of headers like this, in their order: `phones.0.value`, `phones.1.value`. */
  like(pattern: RegExp): readonly number[] {
    return this.all.flatMap((header, place) => (pattern.test(header.trim()) ? [place] : []));
  }
}

/** A text that nothing can be made of: it is left out, and the sentence says why. Never repeats a password. */
export interface LeftOut {
  readonly leftOut: string;
}

/** What one of our columns takes out of a record. */
export interface Take {
  /** The id of the column. */
  readonly column: string;
  /** 0-based places in the record; the text of -1 is ''. */
  readonly from: readonly number[];
  /** The cell, made of the texts at these places; left out: the first of them as it is. '' says nothing. */
  make?(texts: readonly string[]): string | LeftOut;
}

/** A kind of file. */
export interface Format {
  /** Its name on the command line. */
  readonly id: string;
  readonly label: string;
  recognises(headers: Headers): boolean;
  /** By its own headers; `known` are what the tab's columns find by their headers and synonyms. */
  takes(headers: Headers, known: readonly Take[]): readonly Take[];
  /** Records that say nothing about a person, such as examples. */
  passesOver?(cells: readonly string[]): boolean;
  /** It tells how rows ended, and changes no wish: rows are found by their key, and none is added. */
  readonly results?: true;
  /** Its products are another maker's, and are translated by a table that people fill in. */
  readonly foreignProducts?: true;
}

/** A column that is the text under one of these headers. */
export function same(headers: Headers, column: string, ...names: readonly string[]): Take {
  return { column, from: [headers.at(...names)] };
}

/** The parts that say something, joined: an address of several columns. */
export function joined(separator: string): (texts: readonly string[]) => string {
  return (texts) =>
    texts
      .map((text) => text.trim())
      .filter(Boolean)
      .join(separator);
}
