import { ensureAlias } from '../../ensure/alias';
import { ensureCloudIdentity, knowLicences } from '../../ensure/cloud-identity';
import { ensureLicence, licencesOf } from '../../ensure/licence';
import { ensureOrgUnit, spellOrgUnit } from '../../ensure/org-unit';
import { personOf, type Person } from '../../ensure/person';
import { ensureRole, heldRoles, holdsRole } from '../../ensure/role';
import { ensureSuperAdmin } from '../../ensure/super-admin';
import { createUser, updateUser } from '../../ensure/user';
import { say, together, type Procedure } from '../../engine/procedure';
import { cloudIdentityFree, isWorkspaceSku, listing, type Sku } from '../../google/products';
import type { User } from '../../google/resources';
import { roleLabel } from '../../google/roles';
import { changesOf, newUserBody } from './changes';
import { tookAway } from './compare';
import { findUser, madeInFlight } from './find';
import { deleted, forgotten } from './memory';
import type { CloudIdentityMode, UserRow } from './row';
import type { UserWish } from './wish';

/** What the row ended with, for the journal: who it is now, and what was left as Google has it. */
export interface Provisioned {
  readonly userId: string;
  readonly drift: readonly string[];
  /** The account was made in this run, perhaps by a request whose answer was lost. */
  readonly madeNow: boolean;
  readonly cloudIdentity?: CloudIdentityMode;
}

/** The product whose paid licences automatic licensing gives. */
export const workspaceProduct = 'Google-Apps';

/** A user as the row wishes: created or adopted, placed, licensed, given roles. */
export function* provisionUser(row: UserRow): Procedure<Provisioned> {
  const found = yield* findUser(row);
  // Somebody who cleared the User ID of a deleted person wants a new account.
  if (found === 'gone')
    return yield* row.wish.userId === undefined
      ? provisionUser({ ...row, memory: forgotten(row.memory) })
      : deletedAtGoogle(row);
  const drift: string[] = [];
  const user = found ? yield* adopt(row, found, drift) : yield* create(row);
  const madeNow = !found || madeInFlight(row, found);
  const createdHere = row.memory.created === true || madeNow;
  const person = personOf({
    account: row.wish.account,
    user,
    email: row.wish.email,
    createdHere,
    untouched: !found || row.untouched === true,
  });
  const about = { row, person, drift };
  const [, cloudIdentity] = yield* together(superAdmin(about), licences(about), roles(about), aliases(about));
  return { userId: user.id, drift, madeNow, ...(cloudIdentity ? { cloudIdentity } : {}) };
}

function* create(row: UserRow): Procedure<User> {
  const { wish } = row;
  const orgUnit = yield* ensureOrgUnit(wish.account, wish.orgUnit ?? '/');
  const inFlight = row.memory.mark ? { inFlightSince: row.memory.mark.since } : {};
  return yield* createUser({ account: wish.account, email: wish.email, body: newUserBody(row, orgUnit), ...inFlight });
}

function* adopt(row: UserRow, user: User, drift: string[]): Procedure<User> {
  const { wish } = row;
  const orgUnit = wish.orgUnit === undefined ? undefined : yield* spellOrgUnit(wish.account, wish.orgUnit);
  const changes = changesOf(row, user, orgUnit);
  drift.push(...changes.drift.map((one) => one.field));
  for (const one of changes.drift) yield* say(one.says);
  for (const says of changes.overrides) yield* say(says);
  if (changes.body.primaryEmail !== undefined) {
    yield* knowLicences({ account: wish.account, email: user.primaryEmail, products: productsOf(wish) });
  }
  // Only who is moved needs the org unit: a row whose unit was renamed at Google must not bring the old one back.
  const moved =
    changes.body.orgUnitPath === undefined || wish.orgUnit === undefined
      ? {}
      : { orgUnitPath: yield* ensureOrgUnit(wish.account, wish.orgUnit) };
  return yield* updateUser({
    account: wish.account,
    user,
    name: `user:${wish.email}`,
    body: { ...changes.body, ...moved },
    words: changes.words,
  });
}

/**
 * The products whose licences a row looks at: those that it wishes, and the paid editions that stand in the way of
 * others.
 */
function productsOf({ licences }: UserWish): readonly string[] {
  return licences ? [...new Set([workspaceProduct, ...licences.map((sku) => sku.productId)])] : [];
}

function* deletedAtGoogle(row: UserRow): Procedure<Provisioned> {
  yield* say(
    'The account was deleted at Google since. It is left so. Restore it in the Admin console (Directory › Users › Recently deleted), or clear the User ID cell to create a new one.',
  );
  return { userId: row.memory.userId ?? row.wish.userId ?? '', drift: [deleted], madeNow: false };
}

function* superAdmin({ row, person, drift }: About): Procedure<void> {
  if (!row.wish.superAdmin || person.user.isAdmin) return;
  if (row.memory.agreed?.superAdmin && !row.putBack)
    return yield* report(drift, 'Super admin', 'Super administrator rights were withdrawn at Google since.');
  yield* ensureSuperAdmin(person);
}

function* licences(about: About): Procedure<CloudIdentityMode | undefined> {
  const { row, person } = about;
  const wished = row.wish.licences;
  if (!wished) return undefined;
  if (wished.length === 0) return yield* proposeRemoval(person);
  const [cloudIdentity] = yield* together(cloudIdentityOf(row, person), ...wished.map((sku) => licence(about, sku)));
  return cloudIdentity;
}

function* cloudIdentityOf(row: UserRow, person: Person): Procedure<CloudIdentityMode | undefined> {
  const wished = row.wish.licences ?? [];
  if (!wished.some((sku) => sku.skuId === cloudIdentityFree.skuId)) return undefined;
  const remembered = row.cloudIdentity ? { remembered: row.cloudIdentity } : {};
  return yield* ensureCloudIdentity({
    person,
    only: !wished.some(isWorkspaceSku),
    today: row.now.slice(0, 10),
    ...remembered,
  });
}

interface About {
  readonly row: UserRow;
  readonly person: Person;
  readonly drift: string[];
}

function* licence({ row, person, drift }: About, sku: Sku): Procedure<void> {
  if (sku.skuId === cloudIdentityFree.skuId) return;
  const { agreed } = row.memory;
  const [held] = yield* licencesOf(person, sku.productId);
  const instead = held === undefined ? 'taken away' : `replaced by ${nameOf(held)}`;
  if (held !== sku.skuId && tookAway({ member: sku.skuId, agreed: agreed?.licences, putBack: row.putBack })) {
    return yield* report(drift, 'Licences', `${sku.name} was ${instead} at Google since.`);
  }
  const before = agreed?.licences?.find((one) => listing({ skuId: one })?.productId === sku.productId);
  if (before !== undefined && held !== before && held !== sku.skuId)
    yield* say(`${sku.name} overrides a change made at Google: ${nameOf(before)} was ${instead} there.`);
  yield* ensureLicence(person, sku);
}

function nameOf(skuId: string): string {
  return listing({ skuId })?.name ?? skuId;
}

function* proposeRemoval(person: Person): Procedure<undefined> {
  const held = yield* licencesOf(person, workspaceProduct);
  const where = `remove it in Admin console › Directory › Users › ${person.user.primaryEmail} › Licenses`;
  if (held.length)
    yield* say(
      `Holds ${held.map(nameOf).join(', ')} although the row says no licences. It is only pointed out: ${where}.`,
    );
  return undefined;
}

function* roles({ row, person, drift }: About): Procedure<void> {
  if (row.wish.roles?.length === 0) yield* proposeRoleRemoval(person);
  for (const roleName of row.wish.roles ?? []) {
    const gone = tookAway({ member: roleName, agreed: row.memory.agreed?.roles, putBack: row.putBack });
    if (gone && !(yield* holdsRole(person, roleName)))
      yield* report(drift, 'Roles', `The role ${roleLabel(roleName)} was taken away at Google since.`);
    else yield* ensureRole(person, roleName);
  }
}

function* proposeRoleRemoval(person: Person): Procedure<void> {
  const held = (yield* heldRoles(person)).map(roleLabel);
  if (held.length)
    yield* say(
      `Holds ${held.join(', ')} although the row says no roles. It is only pointed out: remove it in Admin console › Directory › Users › ${person.user.primaryEmail} › Admin roles and privileges.`,
    );
}

function* aliases({ row, person, drift }: About): Procedure<void> {
  const had = person.user.aliases.filter((alias) => !isGoogles(alias));
  if (row.wish.aliases?.length === 0 && had.length) {
    yield* say(
      `Has the aliases ${had.join(', ')} although the row says none. It is only pointed out: remove them in Admin console › Directory › Users › ${person.user.primaryEmail} › Alternate email addresses.`,
    );
  }
  for (const alias of row.wish.aliases ?? []) {
    const gone = tookAway({ member: alias, agreed: row.memory.agreed?.aliases, putBack: row.putBack });
    if (gone && !person.user.aliases.includes(alias))
      yield* report(drift, 'Aliases', `The alias ${alias} was removed at Google since.`);
    else yield* ensureAlias(person, alias);
  }
}

/** Everybody has an alias for testing mail, which nobody can take away (Directory API, users: nonEditableAliases). */
function isGoogles(alias: string): boolean {
  return alias.endsWith('.test-google-a.com');
}

function* report(drift: string[], field: string, says: string): Procedure<void> {
  if (!drift.includes(field)) drift.push(field);
  yield* say(`${says} Left as it is; “Put back” restores it.`);
}
