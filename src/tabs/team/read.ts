import { localPart, type Called } from '../../google/address-pattern';
import { findColumns, type FoundColumns } from '../../table/column';
import { readFields } from '../../table/read-row';
import { RowReading } from '../../table/reading';
import type { ReadRow } from '../../table/row';
import { visible } from '../../table/text';
import { readTick } from '../../table/cell';
import type { Values } from '../sheet';
import { languageIn } from '../people-rows';
import { domainsIn, teamColumns, type TeamColumn } from './columns';
import { teamFields } from './fields';
import { readRoster, type RosterPerson } from './roster';

/** Reads the Team tab: display values in, people and complaints out. */

/** A column of the tab, those of domains among them. */
export type TeamPlace = TeamColumn | `domain:${string}`;

/** One row as it was read. `wish` is there only where nothing is wrong with it. */
export interface TeamRowRead extends ReadRow<RosterPerson, TeamPlace> {
  /** `Team!mara.lindqvist`, a second row of it `…#2`, without a usable user name `Team!row 17`. */
  readonly name: string;
  readonly person: RosterPerson;
}

/** The rows by name, without judging them; columns of domains have places too. */
export function nameTeam(
  values: Values,
): FoundColumns<TeamPlace> & { readonly rows: readonly { readonly row: number; readonly name: string }[] } {
  const { found, people } = rosterIn(values);
  return { ...found, rows: people.map(({ row, name }) => ({ row, name })) };
}

/** Reads the tab. `values` are the display values of all of it, headers in the first row. */
export function readTeam(values: Values): FoundColumns<TeamPlace> & { readonly rows: readonly TeamRowRead[] } {
  const { found, people } = rosterIn(values);
  const headers = (values[0] ?? []).map(visible);
  const first = new Map<string, number>();
  const rows = people.map((person): TeamRowRead => {
    const { row, name, userName } = person;
    const reading = new RowReading<TeamPlace>(row, values[row - 1] ?? [], { positions: found.positions, headers });
    readFields(teamFields, reading, {});
    complainOfTicks(reading, person);
    if (userName === '') reading.complain('userName', noUserName(person));
    const before = first.get(userName);
    if (before !== undefined && userName !== '') reading.complain('userName', twice(before));
    else first.set(userName, row);
    const { complaints, warnings } = reading;
    return { row, name, person, complaints, warnings, ...(complaints.length ? {} : { wish: person }) };
  });
  return { ...found, rows };
}

function rosterIn(values: Values): {
  readonly found: FoundColumns<TeamPlace>;
  readonly people: readonly RosterPerson[];
} {
  const headers = (values[0] ?? []).map(visible);
  const { positions, missing, duplicates } = findColumns(headers, teamColumns);
  const ticks = Object.fromEntries(domainsIn(headers).map(({ domain, place }) => [`domain:${domain}`, place]));
  const found = { positions: { ...positions, ...ticks }, missing, duplicates };
  return { found, people: missing.length || duplicates.length ? [] : readRoster(values).people };
}

/** A word in a box that is neither yes nor no is asked about: it may mean either. */
function complainOfTicks(reading: RowReading<TeamPlace>, { domains }: RosterPerson): void {
  for (const { domain } of domains) {
    const cell = readTick(reading.text(`domain:${domain}`));
    if (cell.kind === 'wrong') reading.complain(`domain:${domain}`, `${domain}: ${cell.says}`);
  }
}

function twice(row: number): string {
  return `This user name stands on row ${row} too: give one of the two another, as mara.lindqvist2, or delete this row.`;
}

/** Why nobody proposed a user name, which a check does where it can. */
function noUserName({ given, family, language }: RosterPerson): string {
  const called: Called = { first: given, last: family, language: languageIn(language) };
  return given !== '' && family !== '' && localPart('{first}.{last}', called) === undefined
    ? 'No user name can be made of this name. Write one by hand, in letters a–z.'
    : 'The row has no user name. Write one, or the first and last name for a check to propose it from.';
}
