import { asciiDomain } from '../../engine/domain-names';
import { checkDomain } from '../../google/limits';
import type { Column } from '../../table/column';
import { findColumns } from '../../table/column';
import { detailsColumn, statusColumn, updatedColumn } from '../../table/field';
import { visible } from '../../table/text';
import { teamFields, type TeamField } from './fields';

/** Ids of the columns of the Team tab that are always the same. */
export type TeamColumn = TeamField | 'status' | 'details' | 'updated';

/** The columns of the Team tab, in the order in which set-up makes them; those of domains follow. */
export const teamColumns: readonly Column<TeamColumn>[] = [...teamFields, statusColumn, detailsColumn, updatedColumn];

/** The column of a domain. `says`: how the domain stands, for its note. */
export function domainColumn(domain: string, says: string): Column {
  return {
    id: `domain:${domain}`,
    header: domain,
    synonyms: [],
    note: `${tickNote(domain)} ${says}`,
    ours: false,
    required: false,
    format: 'tick',
    width: 150,
  };
}

function tickNote(domain: string): string {
  return `Tick it for everybody who is to have an account on ${domain}. Unticked later, a check asks what is to become of the account.`;
}

/** What a note says beside what the tick means, where we wrote it; undefined for one of a person's own. */
export function saidInNote(note: string, domain: string): string | undefined {
  const says = note.slice(tickNote(domain).length).trim();
  return note.startsWith(tickNote(domain)) && /^(\([^()]*\))?$/.test(says) ? says : undefined;
}

/** What the note says whose account the domain is, or why nobody can be made on it. */
export const inNote = (says: string): string => `(${says})`;

/** Why nobody is made on a domain that no account seen here has, and what to do. */
export const unconfirmedWhy =
  'no account seen here has this domain yet. It is confirmed when an administrator of its account opens this spreadsheet.';

/** What the note of such a column says. */
export const unconfirmed = `Unconfirmed: ${unconfirmedWhy}`;

/** A column with the domain that its header names. */
export interface DomainAt {
  readonly domain: string;
  /** 0-based. */
  readonly place: number;
}

/** The columns of domains, in the order of the sheet; of one that stands there twice the first. */
export function domainsIn(headers: readonly string[]): readonly DomainAt[] {
  const { positions } = findColumns(headers.map(visible), teamColumns);
  const ours = new Set(Object.values(positions));
  const found = new Map<string, DomainAt>();
  headers.forEach((header, place) => {
    const domain = asciiDomain(visible(header)).toLowerCase();
    if (ours.has(place) || found.has(domain) || checkDomain(domain) !== undefined) return;
    found.set(domain, { domain, place });
  });
  return [...found.values()];
}
