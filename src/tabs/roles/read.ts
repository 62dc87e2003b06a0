import { defined } from '../../engine/defined';
import { asciiDomain } from '../../engine/domain-names';
import { foldName } from '../../google/names';
import { systemRoleNamed } from '../../google/roles';
import { checkCondition } from '../../google/scoped-roles';
import { readText } from '../../table/cell';
import type { FoundColumns } from '../../table/column';
import { digestText } from '../../table/digest';
import { readFields } from '../../table/read-row';
import { readingsOf } from '../../table/readings';
import type { ReadRow } from '../../table/row';
import { visible } from '../../table/text';
import { domainStates, waitsOf, type DomainState } from '../domains';
import { namesFor } from '../names';
import type { KnownDomains } from '../reach';
import type { Values } from '../sheet';
import type { RoleOfRow } from '../tab';
import { roleColumns, type RoleColumn } from './columns';
import { roleFields, type RoleReading } from './fields';
import type { RoleWish } from './row';

/** Reads the Roles tab: display values in, wishes and complaints out. */

/** One row as it was read. `wish` is there only where nothing is wrong and the row waits for nothing. */
export interface RoleRowRead extends ReadRow<RoleWish, RoleColumn> {
  /** `Roles!shop.example/Customer Care`, in the own account `Roles!Customer Care`. */
  readonly name: string;
  /** The role with its account's customer id, and where and under what people get it, where the row says so. */
  readonly makes?: RoleOfRow;
  /** The role that the row was about when its Role ID was written, whatever the row is called by now. */
  readonly shownId: string;
  readonly waits?: string;
  readonly elsewhere?: string;
}

/** What rows are read with. `own`: customer id of the account of whoever checks. */
export interface RolesReadWith extends KnownDomains {
  readonly own: string;
}

/** A row by what it is called, without judging it. */
interface Named {
  readonly row: number;
  readonly name: string;
  /** '' for the own account. */
  readonly domain: string;
  readonly reading: RoleReading;
}

/** Reads the tab. `values` are the display values of all of it, headers in the first row. */
export function readRoles(
  values: Values,
  around: RolesReadWith,
): FoundColumns<RoleColumn> & { readonly rows: readonly RoleRowRead[] } {
  const { found, rows } = nameRoles(values);
  const standingOf = domainStates(around);
  const first = new Map<string, number>();
  const read = rows.map((row) => {
    const standing: DomainState = row.domain === '' ? { kind: 'account', account: around.own } : standingOf(row.domain);
    const role = `${standing.kind === 'account' ? standing.account : row.domain}/${foldName(roleOf(row.reading))}`;
    const before = first.get(role);
    if (before === undefined) first.set(role, row.row);
    else
      row.reading.complain(
        'roleName',
        `This role stands on row ${before} too, and that row is the one that is worked on. Delete this row.`,
      );
    return rowRead({ ...row, shownId: visible(values[row.row - 1]?.[found.positions.roleId ?? -1] ?? '') }, standing);
  });
  return { ...found, rows: read };
}

/** The rows by name: what writing results back and counting need. */
export function nameRoles(values: Values): {
  readonly found: FoundColumns<RoleColumn>;
  readonly rows: readonly Named[];
} {
  const { found, readings } = readingsOf(values, { columns: roleColumns, fields: roleFields });
  const keyed = readings.map((reading) => ({
    reading,
    row: reading.row,
    domain: domainIn(reading),
    key: keyOf(reading),
  }));
  const names = namesFor('Roles', keyed);
  return { found, rows: keyed.map(({ key: _, ...rest }, at) => ({ ...rest, name: names[at] ?? '' })) };
}

/** The wish as one text, to take a digest of. Equal wishes give equal text. */
export function wishDigestInput(wish: RoleWish): string {
  return `${wish.account}\n${digestText(roleFields, wish, ['account'])}`;
}

function domainIn(reading: RoleReading): string {
  return asciiDomain(visible(reading.text('account'))).toLowerCase();
}

function roleOf(reading: RoleReading): string {
  const cell = readText(reading.text('roleName'));
  return cell.kind === 'value' ? cell.value : '';
}

function keyOf(reading: RoleReading): string | undefined {
  const [domain, role] = [domainIn(reading), visible(reading.text('roleName'))];
  if (role === '') return undefined;
  return domain === '' ? role : `${domain}/${role}`;
}

const unclear = true as const;

function rowRead(
  { reading, row, name, shownId }: Named & Pick<RoleRowRead, 'shownId'>,
  standing: DomainState,
): RoleRowRead {
  const { account: _, roleName, ...cells } = readFields(roleFields, reading, {});
  if (standing.kind === 'unknown') reading.complain('account', standing.complaint);
  const { scope, condition } = cells;
  const bad = condition === undefined ? undefined : checkCondition(systemRoleNamed(roleName ?? '') ?? roleName ?? '');
  if (bad !== undefined) reading.complain('condition', bad);
  const account = standing.kind === 'account' ? standing.account : undefined;
  const held = {
    ...defined({ orgUnit: scope, condition }),
    ...(reading.complaints.some(({ column }) => column === 'scope' || column === 'condition') ? { unclear } : {}),
  };
  const makes = account === undefined || roleName === undefined ? undefined : { account, roleName };
  return {
    row,
    name,
    shownId,
    complaints: reading.complaints,
    warnings: reading.warnings,
    ...waitsOf(standing),
    ...(makes ? { makes: { ...makes, ...held } } : {}),
    ...(makes && reading.complaints.length === 0 ? { wish: { ...cells, ...makes } } : {}),
  };
}
