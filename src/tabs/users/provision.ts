import { ensureAlias } from '../../ensure/alias';
import { ensureCloudIdentity, knowLicences } from '../../ensure/cloud-identity';
import { ensureLicence, licencesOf } from '../../ensure/licence';
import { ensureOrgUnit } from '../../ensure/org-unit';
import { personOf, type Person } from '../../ensure/person';
import { ensureRole, holdsRole } from '../../ensure/role';
import { ensureSuperAdmin } from '../../ensure/super-admin';
import { createUser, updateUser } from '../../ensure/user';
import { say, together, type Procedure } from '../../engine/procedure';
import { cloudIdentityFree, isWorkspaceSku } from '../../google/products';
import type { User } from '../../google/resources';
import { roleLabel } from '../../google/roles';
import { changesOf, newUserBody } from './changes';
import { tookAway } from './compare';
import { findUser, madeInFlight } from './find';
import type { CloudIdentityMode, UserRow } from './row';

/** What the row ended with, for the journal: who it is now, and what was left as Google has it. */
export interface Provisioned {
  readonly userId: string;
  readonly drift: readonly string[];
  /** The account was made in this run, perhaps by a request whose answer was lost. */
  readonly madeNow: boolean;
  readonly cloudIdentity?: CloudIdentityMode;
}

/** A user as the row wishes: created or adopted, placed, licensed, given roles. */
export function* provisionUser(row: UserRow): Procedure<Provisioned> {
  const found = yield* findUser(row);
  if (found === 'gone') return yield* deletedAtGoogle(row);
  const drift: string[] = [];
  const user = found ? yield* adopt(row, found, drift) : yield* create(row);
  const madeNow = !found || madeInFlight(row, found);
  const createdHere = row.memory.created === true || madeNow;
  const person = personOf({ account: row.wish.account, user, email: row.wish.email, createdHere });
  const [, cloudIdentity] = yield* together(superAdmin(row, person, drift), licences(row, person, drift), roles(row, person, drift), aliases(row, person, drift));
  return { userId: user.id, drift, madeNow, ...(cloudIdentity ? { cloudIdentity } : {}) };
}

function* create(row: UserRow): Procedure<User> {
  const { wish } = row;
  const orgUnit = yield* ensureOrgUnit(wish.account, wish.orgUnit ?? '/');
  const inFlight = row.memory.mark ? { inFlightSince: row.memory.mark.since } : {};
  return yield* createUser({ account: wish.account, email: wish.email, body: newUserBody(wish, orgUnit), ...inFlight });
}

function* adopt(row: UserRow, user: User, drift: string[]): Procedure<User> {
  const { wish } = row;
  const orgUnit = wish.orgUnit === undefined ? undefined : yield* ensureOrgUnit(wish.account, wish.orgUnit);
  const changes = changesOf(row, user, orgUnit);
  drift.push(...changes.drift.map((one) => one.field));
  for (const one of changes.drift) yield* say(one.says);
  for (const says of changes.overrides) yield* say(says);
  if (changes.body.primaryEmail !== undefined) {
    yield* knowLicences({ account: wish.account, email: user.primaryEmail, products: [...new Set((wish.licences ?? []).map((sku) => sku.productId))] });
  }
  return yield* updateUser({ account: wish.account, user, name: `user:${wish.email}`, body: changes.body, words: changes.words });
}

function* deletedAtGoogle(row: UserRow): Procedure<Provisioned> {
  yield* say('The account was deleted at Google since. It is left so. Restore it in the Admin console (Directory › Users › Recently deleted), or clear the User ID cell to create a new one.');
  return { userId: row.memory.userId ?? row.wish.userId ?? '', drift: ['deleted'], madeNow: false };
}

function* superAdmin(row: UserRow, person: Person, drift: string[]): Procedure<void> {
  if (!row.wish.superAdmin || person.user.isAdmin) return;
  if (row.memory.agreed?.superAdmin && !row.putBack) return yield* report(drift, 'Super admin', 'Super administrator rights were withdrawn at Google since.');
  yield* ensureSuperAdmin(person);
}

function* licences(row: UserRow, person: Person, drift: string[]): Procedure<CloudIdentityMode | undefined> {
  const wished = row.wish.licences;
  if (!wished) return undefined;
  if (wished.length === 0) return yield* proposeRemoval(person);
  const [cloudIdentity] = yield* together(cloudIdentityOf(row, person), ...wished.map((sku) => licence({ row, person, drift }, sku)));
  return cloudIdentity;
}

function* cloudIdentityOf(row: UserRow, person: Person): Procedure<CloudIdentityMode | undefined> {
  const wished = row.wish.licences ?? [];
  if (!wished.some((sku) => sku.skuId === cloudIdentityFree.skuId)) return undefined;
  const remembered = row.cloudIdentity ? { remembered: row.cloudIdentity } : {};
  return yield* ensureCloudIdentity({ person, only: !wished.some(isWorkspaceSku), today: row.now.slice(0, 10), ...remembered });
}

function* licence(about: { row: UserRow; person: Person; drift: string[] }, sku: NonNullable<UserRow['wish']['licences']>[number]): Procedure<void> {
  const { row, person, drift } = about;
  if (sku.skuId === cloudIdentityFree.skuId) return;
  const gone = tookAway({ member: sku.skuId, agreed: row.memory.agreed?.licences, putBack: row.putBack });
  if (gone && !(yield* licencesOf(person, sku.productId)).includes(sku.skuId)) {
    return yield* report(drift, 'Licences', `${sku.name} was taken away at Google since.`);
  }
  yield* ensureLicence(person, sku);
}

function* proposeRemoval(person: Person): Procedure<undefined> {
  const held = yield* licencesOf(person, 'Google-Apps');
  if (held.length) yield* say(`Holds a paid licence although the row says none. It is only pointed out: remove it in Admin console › Directory › Users › ${person.user.primaryEmail} › Licenses.`);
  return undefined;
}

function* roles(row: UserRow, person: Person, drift: string[]): Procedure<void> {
  for (const roleName of row.wish.roles ?? []) {
    const gone = tookAway({ member: roleName, agreed: row.memory.agreed?.roles, putBack: row.putBack });
    if (gone && !(yield* holdsRole(person, roleName))) yield* report(drift, 'Roles', `The role ${roleLabel(roleName)} was taken away at Google since.`);
    else yield* ensureRole(person, roleName);
  }
}

function* aliases(row: UserRow, person: Person, drift: string[]): Procedure<void> {
  for (const alias of row.wish.aliases ?? []) {
    const gone = tookAway({ member: alias, agreed: row.memory.agreed?.aliases, putBack: row.putBack });
    if (gone && !person.user.aliases.includes(alias)) yield* report(drift, 'Aliases', `The alias ${alias} was removed at Google since.`);
    else yield* ensureAlias(person, alias);
  }
}

function* report(drift: string[], field: string, says: string): Procedure<void> {
  if (!drift.includes(field)) drift.push(field);
  yield* say(`${says} Left as it is; “Put back” restores it.`);
}
