import { defined } from '../../engine/defined';
import { findColumns, type Column, type FoundColumns } from '../../table/column';
import { RowReading } from '../../table/reading';
import { holdsAny } from '../../table/readings';
import type { Complaint, ReadRow } from '../../table/row';
import { visible } from '../../table/text';
import { userColumns, type UserColumn, type UserPlace } from './columns';
import { userFields, type UserField, type UserReading } from './fields';
import { customPositions, withCustomFields } from './custom-headers';
import type { Claim } from './claims';
import { likeOthers } from './like/fill';
import { templateIn } from './like/template';
import { compareRows, namesOf, type AddressOf } from './read-across';
import type { KnownDomains } from '../reach';
import type { Values } from '../sheet';
import { domainStates, waitsOf } from '../domains';
import { lookupsIn, type KnownNames } from './read-lookups';
import { keyAddress, readRow, wishOf, type UserDraft } from './read-row';
import type { UserWish } from './wish';

/** Reads the Users tab: display values in, wishes and complaints out. */

export { wishDigestInput } from './read-digest';
import type { HashFunction } from './read-password';
export { readPassword, type GivenPassword } from './read-password';

/** What is known of the accounts around the sheet when its rows are read. */
export interface UsersReadWith extends KnownDomains, KnownNames {
  /** Left out: nothing is known of User IDs. */
  readonly addressOf?: AddressOf;
}

/**
 * One row of the Users tab as it was read. `wish` is there only where nothing is wrong and the row waits for nothing.
 */
export interface UserRowRead extends ReadRow<UserWish, UserPlace> {
  /**
   * How the row is named: `Users!ana@shop.example`, a second row of it `…#2`, without a usable address `Users!row 17`.
   */
  readonly name: string;
  /** The address that the person has or is to have, in lower case, where the row has a usable one. */
  readonly email?: string;
  /** The User ID, where the row holds it rightly and is no copy. */
  readonly userId?: string;
  /** What another row claims, too: Google tells which of them goes on. */
  readonly claims?: readonly Claim[];
  /**
   * Why the row cannot be worked on now, though nothing is wrong with it: its domain is out of reach or not there yet.
   */
  readonly waits?: string;
  /** Whose administrator it waits for: the primary domain of an account out of reach. */
  readonly elsewhere?: string;
  /** Why nothing is ever done for the row: it is a template. */
  readonly rests?: string;
  /** The Password cell holds something, which has to be wiped after use. */
  readonly hasPassword: boolean;
  /** What it holds is a hash, of the function that another column names. */
  readonly hashFunction?: HashFunction;
}

/** The whole tab as it was read. */
export interface UsersRead extends FoundColumns<UserColumn> {
  /**
   * Rows that wish something, in sheet order. Empty where a required column is missing or a column stands there twice.
   */
  readonly rows: readonly UserRowRead[];
}

/**
 * Reads the tab. `values` are the display values of all of it, headers in the first row. Everything that is wrong with
 * a row is said at once; nothing is guessed where two things could be meant.
 */
export function readUsers(values: readonly (readonly string[])[], around: UsersReadWith): UsersRead {
  const headers = (values[0] ?? []).map(visible);
  const found = findColumns(headers, userColumns);
  if (found.missing.length > 0 || found.duplicates.length > 0) return { ...found, rows: [] };
  const context = { lookups: lookupsIn(around), standingOf: domainStates(around) };
  const read = readingsOf(values)
    .filter(wishes)
    .map((reading) => readRow(reading, context));
  const drafts = likeOthers(read, context);
  const { owners, claims } = compareRows(drafts, around.addressOf ?? (() => undefined));
  const names = namesOf(drafts);
  return {
    ...found,
    rows: drafts.map((draft, index) => {
      const own = claims.get(draft);
      return { ...rowRead(draft, { name: names[index] ?? '', owns: owners.has(draft) }), ...(own && { claims: own }) };
    }),
  };
}

/** A row as far as finding it needs: no cell but the address is read. */
export interface NamedUser extends Pick<UserRowRead, 'row' | 'name' | 'email'> {
  /** Whether the row wishes any role, perhaps somebody else's. */
  readonly wishesRoles: boolean;
  /** Whether the row wishes custom fields. */
  readonly wishesCustom: boolean;
}

/** The rows by name, without judging them: what writing results back and counting need, at a fraction of the cost. */
export function nameUsers(
  values: readonly (readonly string[])[],
): FoundColumns<UserPlace> & { readonly rows: readonly NamedUser[] } {
  const headers = (values[0] ?? []).map(visible);
  const found = findColumns(headers, userColumns);
  if (found.missing.length > 0 || found.duplicates.length > 0) return { ...found, rows: [] };
  const keyed = readingsOf(values)
    .filter(wishes)
    .map((reading) => ({ reading, email: keyAddress(reading), ...nameOfTemplate(reading) }));
  const names = namesOf(keyed);
  const rows = keyed.map(({ reading, email }, index) => ({
    row: reading.row,
    name: names[index] ?? '',
    wishesCustom: reading.text('custom').trim() !== '',
    wishesRoles: reading.text('roles').trim() !== '' || reading.text('like').trim() !== '',
    ...defined({ email }),
  }));
  return { ...found, positions: { ...found.positions, ...customPositions(headers) }, rows };
}

function nameOfTemplate(reading: UserReading): { readonly template?: string } {
  const template = templateIn(reading.text('email'));
  return template === undefined ? {} : { template };
}

const custom = userColumns.find(({ id }) => id === 'custom');

const fieldColumns: readonly Column<UserField>[] = userFields;

/** The rows below the headers, to be read cell by cell; custom fields with columns of their own among them. */
function readingsOf(seen: Values): readonly UserReading[] {
  const place = custom && findColumns(seen[0] ?? [], [custom]).positions.custom;
  const values = withCustomFields(seen, { place, header: custom?.header ?? '' });
  const headers = (values[0] ?? []).map(visible);
  const { positions } = findColumns(headers, fieldColumns);
  const tab = { positions: { ...positions, ...customPositions(headers) }, headers };
  return values.map((cells, at): UserReading => new RowReading(at + 1, cells, tab)).slice(1);
}

/** Empty tick boxes and people's own columns alone are no wish. */
function wishes(reading: UserReading): boolean {
  return holdsAny(reading, userFields);
}

const templateRests =
  'A template: rows whose Like names it take over what stands here. It becomes no account by itself.';

function rowRead(draft: UserDraft, { name, owns }: { readonly name: string; readonly owns: boolean }): UserRowRead {
  const { reading, email, standing, cells } = draft;
  const wish = wishOf(draft);
  const rests = draft.template === undefined ? {} : { rests: templateRests };
  const complaints: readonly Complaint<UserPlace>[] = reading.complaints;
  return {
    row: reading.row,
    name,
    complaints,
    warnings: reading.warnings,
    hasPassword: draft.hasPassword,
    ...(draft.hashFunction ? { hashFunction: draft.hashFunction } : {}),
    ...rests,
    ...(email === undefined ? {} : { email: cells.newEmail ?? email }),
    ...(cells.userId === undefined || !owns ? {} : { userId: cells.userId }),
    ...waitsOf(standing),
    ...defined({ wish }),
  };
}
