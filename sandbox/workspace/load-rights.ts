import { archivedUserProduct, archivedUserSkus, catalogue, workspaceProduct } from './catalogue';
import { ownerOf } from './directory/addresses';
import { unitFor } from './directory/org-unit-tree';
import { assignmentId } from './ids';
import { dropLicence, heldLicences, setLicence } from './licensing/seats';
import { loadFailure, type Place } from './loading';
import type { TenantLicence, TenantRoleAssignment, TenantSeatHeld } from './tenant';

/** What the people of a tenant file hold: roles and licences. */

/** Enters a role assignment, by the names in it. */
export function loadAssignment({ state, account }: Place, file: TenantRoleAssignment, where: string): void {
  const role =
    Object.values(account.roles).find((known) => known.name === file.roleName) ??
    loadFailure(`${where}.roleName`, `names no role: ${file.roleName}`);
  const owner = ownerOf(state, file.assignedTo);
  if (!owner || owner.account !== account.id)
    return loadFailure(`${where}.assignedTo`, `names nobody in the account: ${file.assignedTo}`);
  const unit =
    file.scopeType === 'ORG_UNIT'
      ? (unitFor(account, file.orgUnitPath ?? '') ??
        loadFailure(`${where}.orgUnitPath`, `names no org unit: ${file.orgUnitPath ?? ''}`))
      : null;
  const id =
    file.roleAssignmentId ??
    assignmentId(`${account.id}/${role.id}/${owner.id}/${unit?.id ?? ''}${file.condition ?? ''}`);
  account.assignments[id] = {
    id,
    role: role.id,
    assignedTo: owner.id,
    assigneeType: owner.kind === 'group' ? 'group' : 'user',
    orgUnit: unit?.id ?? null,
    ...(file.condition === undefined ? {} : { condition: file.condition }),
  };
  const user = state.users[owner.id];
  if (user && role.superAdmin) user.isAdmin = true;
}

/** Enters a seat that is held for somebody who was archived. Throws where the user is unknown. */
export function loadSeatHeld({ state, account }: Place, file: TenantSeatHeld, where: string): void {
  const owner = ownerOf(state, file.userId);
  if (!owner || owner.account !== account.id || owner.kind === 'group')
    return loadFailure(`${where}.userId`, `names nobody in the account: ${file.userId}`);
  account.seatsHeld.push({ user: owner.id, sku: file.skuId, until: Date.parse(file.until) });
}

/**
 * Gives archived people the Archived User licence that a tenant file has not named: that of the edition they are given
 * there, else the first one that the account has ordered.
 */
export function fillArchived({ state, account }: Place): void {
  const ordered = account.subscriptions
    .map(({ sku }) => sku)
    .find((sku) => catalogue.get(sku)?.productId === archivedUserProduct);
  for (const user of Object.values(state.users)) {
    if (user.account !== account.id || !user.archived) continue;
    const { [archivedUserProduct]: named, [workspaceProduct]: edition = '' } = heldLicences(account, user.id);
    const skuId = archivedUserSkus[edition] ?? ordered;
    if (named !== undefined || skuId === undefined) continue;
    if (archivedUserSkus[edition] !== undefined) dropLicence(account, user.id, workspaceProduct);
    setLicence(account, { user: user.id, productId: archivedUserProduct, skuId });
  }
}

/** Enters a licence. Throws where the user is unknown or has another SKU of the product. */
export function loadLicence({ state, account }: Place, file: TenantLicence, where: string): void {
  const owner = ownerOf(state, file.userId);
  if (!owner || owner.account !== account.id || owner.kind === 'group')
    return loadFailure(`${where}.userId`, `names nobody in the account: ${file.userId}`);
  const held = heldLicences(account, owner.id)[file.productId];
  if (held !== undefined && held !== file.skuId)
    loadFailure(where, `gives ${file.userId} a second SKU of ${file.productId}`);
  setLicence(account, { user: owner.id, productId: file.productId, skuId: file.skuId });
  if (!catalogue.has(file.skuId)) state.extraSkus[file.skuId] = file.productId;
}
