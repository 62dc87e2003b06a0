import type { FoundColumns } from '../table/column';

/** A tab's sheet as far as it is read before its rows are judged: cells, rows by name, what there is to look for. */

/** What people see in the cells of a sheet, headers first. */
export type Values = readonly (readonly string[])[];

/** A row as far as finding it needs. `name` is its key: `Users!ana@shop.example`; `row` is 1-based. */
export interface NamedRow {
  readonly row: number;
  readonly name: string;
}

/** A sheet's rows by name, with where its columns stand. */
export interface NamedSheet extends FoundColumns<string> {
  readonly rows: readonly NamedRow[];
}

/** What there is to look around for before rows are read. */
export interface Seeks {
  /** Domains of people, and those of people who wish roles. */
  readonly domains: readonly string[];
  readonly withRoles: readonly string[];
  /** Domains of people who wish custom fields. */
  readonly withCustom: readonly string[];
  /** Domains that are, or are to become, customers. */
  readonly customers: readonly string[];
  /** Addresses of people who will be asked for. */
  readonly people: readonly string[];
}
