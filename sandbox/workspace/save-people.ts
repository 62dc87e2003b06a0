import { domainOf } from './directory/addresses';
import { pathOf } from './directory/org-unit-tree';
import { seedAdminRole } from './directory/system-roles';
import { userResource } from './directory/user-resource';
import { at, without } from './json';
import { formerGroupFiles } from './save-groups';
import type { Account, AspRecord, ReturnRecord, State, UserRecord } from './state';
import type { TenantAccount, TenantAsp, TenantUser } from './tenant';

/** The people of an account as a tenant file has them, and what they hold. */

/** A user in Google's shape, with the password's hash and without what Google works out. */
export function userFile(state: State, user: UserRecord, now: number): TenantUser {
  const resource = without(
    userResource(state, user, now),
    'etag',
    'kind',
    'isDelegatedAdmin',
    'nonEditableAliases',
    'isMailboxSetup',
    'emails',
  );
  const { profile, passwordHash, tokens, asps, hold, returning, formerGroups } = user;
  const name = {
    givenName: user.givenName,
    familyName: user.familyName,
    ...(user.displayName !== undefined && { displayName: user.displayName }),
  };
  return {
    ...(resource as object),
    ...profile,
    primaryEmail: user.primaryEmail,
    name,
    suspended: user.suspended,
    ...(passwordHash && { passwordHash }),
    ...(hold && { hold }),
    ...(returning && { returning: returnFile(state, returning) }),
    ...(formerGroups && { formerGroups: formerGroupFiles(state, formerGroups) }),
    ...(tokens && { tokens: structuredClone(tokens) }),
    ...(asps && { asps: asps.map(aspFile) }),
  };
}

function returnFile(state: State, { at: time, aliases, groups }: ReturnRecord): NonNullable<TenantUser['returning']> {
  return { time: new Date(time).toISOString(), aliases, groups: formerGroupFiles(state, groups) };
}

function aspFile({ codeId, name, createdAt, usedAt }: AspRecord): TenantAsp {
  return { codeId, name, creationTime: String(createdAt), lastTimeUsed: String(usedAt) };
}

/** Role assignments by names; those of super administrators follow from the people. */
export function assignmentFiles(state: State, account: Account): NonNullable<TenantAccount['roleAssignments']> {
  return Object.values(account.assignments).flatMap((assignment) => {
    const roleName = account.roles[assignment.role]?.name;
    const assignedTo =
      at(state.users, assignment.assignedTo)?.primaryEmail ??
      account.groups.find((group) => group.id === assignment.assignedTo)?.email;
    if (roleName === undefined || assignedTo === undefined || roleName === seedAdminRole) return [];
    const scope =
      assignment.orgUnit === null
        ? { scopeType: 'CUSTOMER' as const }
        : { scopeType: 'ORG_UNIT' as const, orgUnitPath: pathOf(account, assignment.orgUnit) };
    const { id: roleAssignmentId, condition } = assignment;
    return [{ roleAssignmentId, roleName, assignedTo, ...scope, ...(condition === undefined ? {} : { condition }) }];
  });
}

/** Licences by primary address. */
export function licenceFiles(state: State, account: Account): NonNullable<TenantAccount['licences']> {
  return Object.entries(account.licences).flatMap(([productId, held]) =>
    Object.entries(held).flatMap(([user, skuId]) => {
      const email = at(state.users, user)?.primaryEmail;
      return email === undefined || domainOf(email) === '' ? [] : [{ userId: email, productId, skuId }];
    }),
  );
}
