import { at } from '../json';
import type { Account, OrgUnitRecord } from '../state';

/** Org units as a tree: paths, look-up without regard to case, and who stands below whom. */

/** A unit's full path; the root is `/`. */
export function pathOf(account: Account, id: string): string {
  const unit = at(account.orgUnits, id);
  if (!unit || unit.parent === null) return '/';
  const above = pathOf(account, unit.parent);
  return above === '/' ? `/${unit.name}` : `${above}/${unit.name}`;
}

/** The units directly below one, in order of creation. */
export function childrenOf(account: Account, id: string): OrgUnitRecord[] {
  return Object.values(account.orgUnits).filter((unit) => unit.parent === id);
}

/** The child of that name, whatever its case. */
export function childNamed(account: Account, parent: string, name: string): OrgUnitRecord | undefined {
  const wanted = name.toLowerCase();
  return childrenOf(account, parent).find((unit) => unit.name.toLowerCase() === wanted);
}

/** The unit at a path, with or without its leading slash; undefined when there is none. */
export function unitAt(account: Account, path: string): OrgUnitRecord | undefined {
  const names = path.split('/').filter((name) => name !== '');
  let unit = at(account.orgUnits, account.rootOrgUnit);
  for (const name of names) unit = unit && childNamed(account, unit.id, name);
  return unit;
}

/** The unit for `id:…` or a path. */
export function unitFor(account: Account, pathOrId: string): OrgUnitRecord | undefined {
  return pathOrId.startsWith('id:') ? at(account.orgUnits, pathOrId.slice(3)) : unitAt(account, pathOrId);
}

/** The unit and everything above it, itself first. */
export function lineage(account: Account, id: string): OrgUnitRecord[] {
  const unit = at(account.orgUnits, id);
  if (!unit) return [];
  return unit.parent === null ? [unit] : [unit, ...lineage(account, unit.parent)];
}

/** Whether a unit is another one or stands below it. */
export function isWithin(account: Account, id: string, ancestor: string): boolean {
  return lineage(account, id).some((unit) => unit.id === ancestor);
}

/** Every unit below one, parents before children. */
export function descendantsOf(account: Account, id: string): OrgUnitRecord[] {
  return childrenOf(account, id).flatMap((unit) => [unit, ...descendantsOf(account, unit.id)]);
}
