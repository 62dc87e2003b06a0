import { defined } from '../../engine/defined';
import { shortened } from '../../engine/shorten';
import { complaintOf } from '../../google/find';
import { checkOrgUnitPath } from '../../google/limits';
import { findRole, roleLabel, superAdminRole, systemRoleNamed } from '../../google/roles';
import {
  checkCondition,
  conditionNamed,
  roleIn,
  roleShown,
  roleText,
  sameRole,
  separators,
  type ScopedRole,
} from '../../google/scoped-roles';
import type { Cell } from '../../table/cell';
import { piecesIn, type Piece } from './pieces';

/** What a Roles cell says: names of roles, each perhaps `@ /Org unit` and `(Security groups only)`. */

/** A role of an account. `orgUnit`, `condition`: what its row on Roles says for people's rows that say nothing. */
export interface KnownRole extends ScopedRole {
  /** Its row does not say clearly where or under what. */
  readonly unclear?: true;
}

/** A reading of one or more pieces. */
type Read = Cell<string>;

/** The roles of a cell, as texts; any name passes where `roles` is undefined: nobody read those of the account. */
export function rolesInCell(text: string, roles: readonly KnownRole[] | undefined): Cell<readonly string[]> {
  const pieces = piecesIn(text);
  if (typeof pieces === 'string') return { kind: 'wrong', says: pieces };
  if (pieces.some((piece) => /^[-–—−]$/.test(piece.text)))
    return { kind: 'wrong', says: 'A - means none and stands alone in its cell.' };
  const one = (piece: Piece): Read => readPiece(piece, roles);
  const joins = roles?.some(({ roleName }) => separators.test(roleName))
    ? readingsOf(pieces, { text, roles, one })
    : [];
  const [first, second] = joins;
  if (first && second) return { kind: 'wrong', says: twoWays(text, first, second) };
  const found = first ? first.map((value): Read => ({ kind: 'value', value })) : pieces.map(one);
  const [says, ...also] = found.flatMap((cell) => (cell.kind === 'wrong' ? [cell.says] : []));
  if (says !== undefined) return { kind: 'wrong', says, also };
  const values = new Map(found.flatMap((cell) => (cell.kind === 'value' ? [[sameRole(cell.value), cell.value]] : [])));
  return values.size ? { kind: 'value', value: [...values.values()] } : { kind: 'blank' };
}

interface Reading {
  readonly text: string;
  readonly roles: readonly KnownRole[] | undefined;
  one(piece: Piece): Read;
}

/** More would be no list of roles. */
const mostPieces = 20;

/** The ways to read a cell as roles that are all there, where names have commas: two of them at most. */
function readingsOf(pieces: readonly Piece[], cell: Reading, from = 0): readonly (readonly string[])[] {
  if (from === pieces.length) return [[]];
  if (pieces.length > mostPieces) return [];
  const ways: (readonly string[])[] = [];
  for (let to = from; to < pieces.length && ways.length < 2; to++) {
    const head = to === from ? cell.one(pieces[from] as Piece) : joined(pieces.slice(from, to + 1), cell);
    if (head.kind === 'value') ways.push(...readingsOf(pieces, cell, to + 1).map((rest) => [head.value, ...rest]));
  }
  return ways.slice(0, 2);
}

/** Pieces that a separator of the name itself parts. */
function joined(pieces: readonly Piece[], { text, roles }: Reading): Read {
  const [first, last] = [pieces[0], pieces[pieces.length - 1]];
  if (!first || !last || pieces.some(({ rest }) => rest !== undefined)) return { kind: 'blank' };
  const read = readPiece({ ...first, text: text.slice(first.from, last.to).trim() }, roles);
  return read.kind === 'value' && separators.test(roleIn(read.value).roleName) ? read : { kind: 'blank' };
}

function twoWays(text: string, ...ways: readonly (readonly string[])[]): string {
  const [one, other] = ways.map((way) => way.map(roleShown).join(' and '));
  return `"${text.trim()}" can be ${one ?? ''}, or ${other ?? ''}. Put each name that has a comma in quotes, and others too where they stand beside it: ${ways
    .map((way) => way.map((role) => `"${roleShown(role).replace(/"/g, '')}"`).join(', '))
    .join(' or ')}.`;
}

function readPiece({ text, rest }: Piece, roles: readonly KnownRole[] | undefined): Read {
  const whole = rest ? undefined : exactly(text, roles);
  if (whole) return whole;
  const { name, orgUnit, condition } = rest ? { ...partsOf(rest), name: text } : partsOf(text);
  if (rest && partsOf(rest).name !== '')
    return wrong(`"${text}"${rest} is not understood: behind a name in quotes there stands @ /Org unit alone.`);
  const bad = orgUnit === undefined ? undefined : checkOrgUnitPath(orgUnit);
  if (bad !== undefined) return wrong(bad);
  const found = named(name, roles);
  return 'role' in found ? scoped(found.role, { orgUnit, condition }) : wrong(found.says);
}

/** A role whose name is the whole text, whatever stands in it. */
function exactly(text: string, roles: readonly KnownRole[] | undefined): Read | undefined {
  const role = roles?.find(({ roleName }) => roleName.toLowerCase() === text.toLowerCase());
  return role && role.roleName !== superAdminRole ? scoped(role, {}) : undefined;
}

interface Parts {
  readonly orgUnit?: string | undefined;
  readonly condition?: string | undefined;
}

/** `Name @ /Org unit (Condition)`, of which the last two may be missing. */
function partsOf(text: string): Parts & { readonly name: string } {
  const [, before = '', words = ''] = /^(.*?)\s*\(([^()]+)\)$/s.exec(text.trim()) ?? [];
  const condition = conditionNamed(words);
  const left = condition === undefined ? text.trim() : before;
  const [, name = left, orgUnit] = /^(.*?)\s*@\s*(\/.*)$/s.exec(left) ?? [];
  return { name, orgUnit, condition };
}

/** The whole account is said with `@ /` where the role's own row says an org unit. */
function scoped(role: KnownRole, { orgUnit = role.orgUnit, condition = role.condition }: Parts): Read {
  if (role.unclear)
    return wrong(
      `${roleLabel(role.roleName)}: its row on Roles has a mistake in Scope or Condition. Put it right first.`,
    );
  const bad = condition === undefined ? undefined : checkCondition(role.roleName);
  if (bad !== undefined) return wrong(bad);
  return {
    kind: 'value',
    value: roleText({
      roleName: role.roleName,
      ...(orgUnit === undefined || orgUnit === '/' ? {} : { orgUnit }),
      ...defined({ condition }),
    }),
  };
}

function named(text: string, roles: readonly KnownRole[] | undefined): { role: KnownRole } | { says: string } {
  const prebuilt = systemRoleNamed(text);
  if (prebuilt === superAdminRole) return { says: 'Super Admin is not given as a role: tick Super admin instead.' };
  if (roles === undefined) return { role: { roleName: prebuilt ?? text } };
  const found = findRole(text, roles);
  if ('found' in found) return { role: found.found };
  return { says: hint(text) ?? (found.nearest.length ? complaintOf('role', text, found) : lackedSays(text)) };
}

/** Somebody with several accounts has one role in all of them, and one of these may lack it. */
function lackedSays(text: string): string {
  return `The account of this row has no role "${shortened(text, 60)}". Choose one from the list of the cell, or make it there with a row on Roles.`;
}

/** Where the name is followed by something that is nearly a scope or a condition. */
function hint(text: string): string | undefined {
  const [, before, unit] = /^(.*\S)\s+@\s*([^/@\s].*)$/s.exec(text) ?? [];
  if (before !== undefined && unit !== undefined)
    return `The org unit "${unit}" has no / in front. Write the whole path, as ${before} @ /${unit}.`;
  const [, words] = /\(([^()]*groups?[^()]*)\)$/i.exec(text) ?? [];
  return words === undefined
    ? undefined
    : `"${words}" is no condition. Write (Security groups only) or (No security groups) behind Groups Editor or Groups Reader.`;
}

function wrong(says: string): Read {
  return { kind: 'wrong', says };
}
