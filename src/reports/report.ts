import type { Procedure } from '../engine/procedure';
import type { Answer } from '../engine/question';
import type { Identity } from '../tabs/identity';
import type { Values } from '../tabs/sheet';

/** What a report is: a tab of its own that is filled from reads only. */

/** What a report is made with. */
export interface ReportAt {
  readonly who: Identity;
  /** RFC 3339. */
  readonly now: string;
  /** What people see in the cells of a tab, headers first; nothing where there is no such tab. */
  read(tab: string): Values;
  /** Accounts that are known to have Cloud Identity Free for everybody. */
  readonly siteWide: readonly string[];
  /** What administrators said yes to for all of an account. */
  answersOf(account: string): readonly Answer[];
  /** Whose administrator the people on a domain wait for, or '' where nobody knows. */
  administratorOf(domain: string): string;
}

interface Definition<Entry> {
  /** Its name on the command line. */
  readonly id: string;
  /** The name of its tab, and its entry in the menu. */
  readonly label: string;
  /** What it tells, in a sentence. */
  readonly help: string;
  readonly columns: readonly { readonly header: string; of(entry: Entry): string | number }[];
  /** Asks Google and writes nothing. Throws what it cannot be made without. */
  entries(at: ReportAt): Procedure<readonly Entry[]>;
}

/** A report whose kind of entry is closed inside: what the list holds. */
export interface Report extends Pick<Definition<never>, 'id' | 'label' | 'help'> {
  readonly headers: readonly string[];
  /** The rows below the headers. */
  rows(at: ReportAt): Procedure<readonly (readonly string[])[]>;
}

/** Makes a report of its definition. */
export function reportOf<Entry>({ columns, entries, ...rest }: Definition<Entry>): Report {
  return {
    ...rest,
    headers: columns.map(({ header }) => header),
    *rows(at) {
      const found = yield* entries(at);
      return found.map((entry) => columns.map((column) => String(column.of(entry))));
    },
  };
}
