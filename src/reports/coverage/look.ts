import { Blocked } from '../../engine/outcome';
import { ask, together, type Fact, type Procedure } from '../../engine/procedure';
import { Refusal } from '../../engine/request';
import { assignmentsFact, licencesFact, userFact } from '../../google/facts';
import { heldRolesFact } from '../../google/held-roles';
import { cloudIdentityFree, listing, workspaceProduct } from '../../google/products';
import type { Role, RoleAssignment, User } from '../../google/resources';
import { rolesOpening, type RolesOf } from '../../ensure/portal-roles';
import { roleLabel, superAdminRole } from '../../google/roles';
import { reachOf, type Reach } from '../../tabs/reach';
import { peopleRows } from '../../tabs/people-rows';
import { readRoster, rosterAddresses, type RosterPerson } from '../../tabs/team/roster';
import type { ReportAt } from '../report';
import type { Cover } from './cover';
import { keptLines, type Kept } from './kept';
import { isShut, lastSignInOf, twoStepOf } from './person';

/** The tab that the report fills, and what others saw is kept on. */
export const coverageTab = 'Coverage';

/** Everybody's ticked domains, in the order of the roster, and what whoever is signed in reaches. */
export interface Looked {
  readonly domains: readonly string[];
  readonly covers: readonly Cover[];
  readonly reach: Reach;
}

/**
 * Looks at everybody on the roster, on every domain that is ticked for them. Where Google shows nothing to whoever is
 * signed in, there stands what the tab has kept. Throws NobodyServes for who administers none of the domains.
 */
export function* lookAtTeam(at: ReportAt): Procedure<Looked> {
  const { people, domains } = readRoster(at.read('Team'));
  // Domains of the roster that are customers' are looked up by name alone: nobody searches every customer for them.
  const reach = yield* reachOf(at.who.email, { domains, withRoles: domains, customers: domains });
  const addresses = rosterAddresses(people, at.read('Users'));
  const users = new Set(peopleRows(at.read('Users')).map(({ email }) => email));
  const kept = keptLines(at.read(coverageTab));
  const wanted = people.flatMap((person) =>
    (addresses.get(person.name) ?? [])
      .filter(({ ticked, email }) => ticked && !email.startsWith('@'))
      .map(({ domain, email: address }) => ({
        person,
        domain,
        address,
        userRow: users.has(address) ? `Users!${address}` : '',
      })),
  );
  const looks = wanted.map((one) => lookAt({ ...one, kept: kept.get(one.address) }, { at, reach }));
  return { domains, covers: yield* together(...looks), reach };
}

interface Wanted extends Pick<Cover, 'person' | 'domain' | 'address' | 'userRow'> {
  readonly person: RosterPerson;
  readonly kept: Kept | undefined;
}

const unknown = { cloudIdentity: '', role: '', firstSignIn: '', lastSignIn: '', twoStep: '', seen: '' } as const;

function* lookAt(
  { kept, ...who }: Wanted,
  { at, reach }: { readonly at: ReportAt; readonly reach: Reach },
): Procedure<Cover> {
  const account = reach.domains.find(({ name }) => name === who.domain)?.account;
  const user = account === undefined ? unseen : yield* shown(userFact(account, who.address));
  if (account === undefined || user === unseen) {
    const waitsFor = at.administratorOf(who.domain) || `an administrator of ${who.domain}`;
    return { ...who, ...(kept ?? { account: 'not seen yet', ...unknown }), waitsFor };
  }
  const seen = at.now.slice(0, 10);
  if (!user) return { ...who, ...unknown, account: 'missing', seen, waitsFor: '' };
  return {
    ...who,
    account: isShut(user) ? 'suspended' : 'exists',
    cloudIdentity: yield* cloudIdentityOf(user, account, at.siteWide.includes(account)),
    role: yield* portalRole(user, { account, roles: reach.roles[account], answers: at.answersOf(account) }),
    firstSignIn: earliest(kept?.firstSignIn, lastSignInOf(user)),
    lastSignIn: lastSignInOf(user),
    twoStep: twoStepOf(user),
    seen,
    waitsFor: '',
  };
}

/** Google tells the last sign-in alone: an earlier one that was seen once is not forgotten. */
function earliest(kept: string | undefined, last: string): string {
  const before = /^by (\d{4}-\d\d-\d\d)$/.exec(kept ?? '')?.[1];
  if (last === 'never') return before === undefined ? last : `by ${before}`;
  return `by ${before !== undefined && before < last ? before : last}`;
}

function* cloudIdentityOf(user: User, account: string, siteWide: boolean): Procedure<string> {
  const [paid, free] = yield* together(
    shown(licencesFact(account, workspaceProduct, user.primaryEmail)),
    shown(licencesFact(account, cloudIdentityFree.productId, user.primaryEmail)),
  );
  if (paid === unseen) return 'unknown';
  if (paid.length) return `paid licence ${paid.map((skuId) => listing({ skuId })?.name ?? skuId).join(', ')}`;
  const holds = free !== unseen && free.includes(cloudIdentityFree.skuId);
  return holds || siteWide ? 'yes' : 'no paid licence';
}

/** The portal takes a role for the whole account alone. Groups are asked for where no role of one's own opens it. */
function* portalRole(user: User, { account, roles, answers }: RolesSeen): Procedure<string> {
  if (user.isAdmin) return roleLabel(superAdminRole);
  if (!roles) return 'unknown';
  const own = user.isDelegatedAdmin ? yield* shown(assignmentsFact(account, user.id)) : [];
  const open = yield* rolesOpening({ account, roles, answers });
  const opens = own === unseen ? undefined : opening(own, open);
  if (opens) return roleLabel(opens.roleName);
  const all = yield* shown(heldRolesFact(account, user.id));
  if (all === unseen) return 'unknown';
  const byGroup = opening(all, open);
  return byGroup ? `${roleLabel(byGroup.roleName)} (by a group)` : 'none';
}

type RolesSeen = Omit<RolesOf, 'roles'> & { readonly roles: readonly Role[] | undefined };

/** Of the roles that open the portal, the first one that was given for the whole account. */
function opening(given: readonly RoleAssignment[], open: readonly Role[]): Role | undefined {
  const held = given.filter(({ scopeType }) => scopeType === 'CUSTOMER').map(({ roleId }) => roleId);
  return open.find(({ roleId }) => held.includes(roleId));
}

const unseen = Symbol('not shown to whoever is signed in');

/** Throws Blocked where the roster names nobody. */
export function refuseNobody({ covers }: Looked): void {
  if (covers.length === 0)
    throw new Blocked(
      'Nobody on the Team tab is ticked for a domain.',
      'Write the support team there, a person in each row, and tick the domains that each works on.',
    );
}

/** A fact, where Google shows it to whoever is signed in. Throws every other refusal. */
function* shown<T>(fact: Fact<T>): Procedure<T | typeof unseen> {
  try {
    return yield* ask(fact);
  } catch (refusal) {
    if (refusal instanceof Refusal && refusal.status === 403) return unseen;
    throw refusal;
  }
}
