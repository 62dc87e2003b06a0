import { defined } from '../../engine/defined';
import { readText } from '../../table/cell';
import type { FoundColumns } from '../../table/column';
import { digestText } from '../../table/digest';
import { readFields } from '../../table/read-row';
import { readingsOf } from '../../table/readings';
import type { ReadRow } from '../../table/row';
import { visible } from '../../table/text';
import { domainOf, domainStates, waitsOf, type DomainState } from '../domains';
import { namesFor } from '../names';
import type { KnownDomains } from '../reach';
import type { Values } from '../sheet';
import { groupColumns, type GroupColumn } from './columns';
import { groupFields, type GroupReading } from './fields';
import type { GroupWish } from './row';

/** Reads the Groups tab: display values in, wishes and complaints out. */

/** One row as it was read. `wish` is there only where nothing is wrong and the row waits for nothing. */
export interface GroupRowRead extends ReadRow<GroupWish, GroupColumn> {
  /** `Groups!sales@shop.example`, a second row of it `…#2`, without a usable address `Groups!row 17`. */
  readonly name: string;
  /** The address in lower case, where the row has a usable one. */
  readonly email?: string;
  /** What the group is called, as the cell says it. */
  readonly called: string;
  /** Why the row cannot be worked on now, though nothing is wrong with it. */
  readonly waits?: string;
  readonly elsewhere?: string;
}

/** The whole tab as it was read. */
export interface GroupsRead extends FoundColumns<GroupColumn> {
  /** In sheet order. Empty where a required column is missing or a column stands there twice. */
  readonly rows: readonly GroupRowRead[];
}

/** Reads the tab. `values` are the display values of all of it, headers in the first row. */
export function readGroups(values: Values, known: KnownDomains): GroupsRead {
  const { found, rows } = nameGroups(values);
  const standingOf = domainStates(known);
  const first = new Map<string, number>();
  return {
    ...found,
    rows: rows.map((row) => {
      const { reading, email } = row;
      const before = email === undefined ? undefined : first.get(email);
      if (email !== undefined && before === undefined) first.set(email, reading.row);
      if (before !== undefined)
        reading.complain(
          'email',
          `This address stands on row ${before} too, and that row is the one that is worked on. Delete this row.`,
        );
      return rowRead(row, standingOf);
    }),
  };
}

/** A row by its address, without judging it. */
interface Named {
  readonly row: number;
  readonly name: string;
  readonly email?: string;
  readonly reading: GroupReading;
}

/** The rows by name: what writing results back and counting need. */
export function nameGroups(values: Values): {
  readonly found: FoundColumns<GroupColumn>;
  readonly rows: readonly Named[];
} {
  const { found, readings } = readingsOf(values, { columns: groupColumns, fields: groupFields });
  const keyed = readings.map((reading) => ({ reading, row: reading.row, key: keyOf(reading) }));
  const names = namesFor('Groups', keyed);
  return {
    found,
    rows: keyed.map(({ reading, row, key }, at) => ({
      row,
      reading,
      name: names[at] ?? '',
      ...defined({ email: key }),
    })),
  };
}

/** The wish as one text, to take a digest of. Equal wishes give equal text. */
export function wishDigestInput(wish: GroupWish): string {
  return `${wish.account}\n${digestText(groupFields, wish)}`;
}

/** A text that is one address names a row, even when Google would refuse it. */
function keyOf(reading: GroupReading): string | undefined {
  const cell = readText(reading.text('email'));
  return cell.kind === 'value' && /^[^\s@,;<>()"=]+@[^\s@,;<>()"=]+$/.test(cell.value)
    ? cell.value.toLowerCase()
    : undefined;
}

type StandingOf = (domain: string) => DomainState;

function rowRead({ reading, row, name, email }: Named, standingOf: StandingOf): GroupRowRead {
  const cells = readFields(groupFields, reading, {});
  const standing = cells.email === undefined ? undefined : standingOf(domainOf(cells.email));
  if (standing?.kind === 'unknown') reading.complain('email', standing.complaint);
  if (standing?.kind === 'account' && standing.complaint !== undefined) reading.complain('email', standing.complaint);
  const account = standing?.kind === 'account' ? standing.account : undefined;
  if (account !== undefined && cells.externalMembers !== true)
    for (const owner of (cells.owners ?? []).filter((one) => isOutside(one, account, standingOf)))
      reading.complain(
        'owners',
        `${owner} is outside of the group’s account. Take the address out, or write Yes in External members.`,
      );
  const isRight = email !== undefined && account !== undefined && reading.complaints.length === 0;
  return {
    row,
    name,
    called: visible(reading.text('name')),
    complaints: reading.complaints,
    warnings: reading.warnings,
    ...defined({ email }),
    ...waitsOf(standing),
    ...(isRight ? { wish: { ...cells, email, account } } : {}),
  };
}

function isOutside(address: string, account: string, standingOf: StandingOf): boolean {
  const standing = standingOf(domainOf(address));
  return standing.kind !== 'account' || standing.account !== account;
}
