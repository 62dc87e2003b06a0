import { ask, together, type Fact, type Procedure } from '../../engine/procedure';
import { Refusal } from '../../engine/request';
import { groupFact, membersFact, orgUnitsFact, rolesFact, userFact } from '../../google/facts';
import { everyAssignmentFact } from '../../google/held-roles';
import type { RoleAssignment, User } from '../../google/resources';
import { roleLabel } from '../../google/roles';
import type { TwoStep } from '../coverage/cover';
import { isShut, lastSignInOf, twoStepOf } from '../coverage/person';

/** Somebody with an admin role. Texts are '' where Google does not tell. */
export interface RoleHolder {
  /** The account's primary domain. */
  readonly account: string;
  readonly address: string;
  readonly name: string;
  readonly role: string;
  /** `whole account`, or the path of an org unit. */
  readonly scope: string;
  /** `directly`, or `through` a group's address. */
  readonly given: string;
  readonly twoStep: TwoStep | '';
  readonly lastSignIn: string;
}

/** An account by its customer id and primary domain. */
interface Named {
  readonly id: string;
  readonly name: string;
}

/** The one line of an account that is not shown to whoever is signed in: `says` stands in place of an address. */
export function notShown(account: string, says: string): RoleHolder {
  return { account, address: says, name: '', role: '', scope: '', given: '', twoStep: '', lastSignIn: '' };
}

/** Everybody who holds a role in an account, by address and role; one line where Google does not show that. */
export function* holdersIn(account: Named): Procedure<readonly RoleHolder[]> {
  const all = yield* shown(everyAssignmentFact(account.id));
  const roles = all && (yield* shown(rolesFact(account.id)));
  if (!all || !roles) return [notShown(account.name, '(not shown by Google)')];
  const labels = new Map(roles.map(({ roleId, roleName }) => [roleId, roleLabel(roleName)]));
  const scopes = yield* unitPaths(account.id, all);
  const found = yield* together(
    ...all.map((one) => holdersOf(account, one, { role: labels.get(one.roleId) ?? one.roleId, scope: scopes(one) })),
  );
  const text = ({ address, role, scope, given }: RoleHolder): string => `${address} ${role} ${scope} ${given}`;
  return found.flat().sort((one, other) => (text(one) < text(other) ? -1 : 1));
}

/** What an assignment is for. An org unit that nobody sees any more goes by its id. */
function* unitPaths(
  account: string,
  all: readonly RoleAssignment[],
): Procedure<(assignment: RoleAssignment) => string> {
  const isInUnit = ({ scopeType }: RoleAssignment): boolean => scopeType === 'ORG_UNIT';
  const units = all.some(isInUnit) ? ((yield* shown(orgUnitsFact(account))) ?? []) : [];
  const paths = new Map(units.map(({ orgUnitId, orgUnitPath }) => [orgUnitId.replace(/^id:/, ''), orgUnitPath]));
  return (one) => (isInUnit(one) ? (paths.get(one.orgUnitId) ?? `org unit ${one.orgUnitId}`) : 'whole account');
}

function* holdersOf(
  { id: account, name }: Named,
  { assignedTo, assigneeType }: RoleAssignment,
  what: Pick<RoleHolder, 'role' | 'scope'>,
): Procedure<readonly RoleHolder[]> {
  if (assigneeType !== 'group')
    return [
      { account: name, ...what, given: 'directly', ...(yield* personOf(account, { id: assignedTo, email: '' })) },
    ];
  const group = yield* shown(groupFact(account, assignedTo));
  const given = `through ${group?.email ?? assignedTo}`;
  const members = yield* peopleIn(account, assignedTo);
  const people = yield* together(...members.map((one) => personOf(account, one)));
  const lines = people.length ? people : [{ ...nobody, address: '(nobody in the group, or not shown)' }];
  return lines.map((person) => ({ account: name, ...what, given, ...person }));
}

/** Somebody as a group has them; the address is '' where it is not known. */
interface Somebody {
  readonly id: string;
  readonly email: string;
}

/** Everybody in a group and in the groups in it, each once: roles of a group are those of all of them. */
function* peopleIn(account: string, group: string): Procedure<readonly Somebody[]> {
  const people = new Map<string, Somebody>();
  const groups = [group];
  for (const one of groups)
    for (const { id, email, type } of (yield* shown(membersFact(account, one))) ?? []) {
      if (type === 'GROUP' && !groups.includes(id)) groups.push(id);
      if (type === 'CUSTOMER') people.set(id, { id: '', email: '(everybody of the account)' });
      if (type !== 'GROUP' && type !== 'CUSTOMER') people.set(id, { id, email });
    }
  return [...people.values()];
}

type Person = Pick<RoleHolder, 'address' | 'name' | 'twoStep' | 'lastSignIn'>;

const nobody: Person = { address: '', name: '', twoStep: '', lastSignIn: '' };

/** Whoever is no user of the account is a guest of a group, a service account, or deleted. */
function* personOf(account: string, { id, email }: Somebody): Procedure<Person> {
  const user = id === '' ? undefined : yield* shown(userFact(account, id));
  if (!user) return { ...nobody, address: email || `(no person of the account: ${id})` };
  return { address: user.primaryEmail, name: nameOf(user), twoStep: twoStepOf(user), lastSignIn: lastSignInOf(user) };
}

function nameOf(user: User): string {
  const { givenName, familyName } = user.name;
  return `${givenName} ${familyName}`.trim() + (isShut(user) ? ' (suspended)' : '');
}

/** A fact, where Google shows it to whoever is signed in; undefined where it is out of reach, or gone. */
function* shown<T>(fact: Fact<T>): Procedure<T | undefined> {
  try {
    return yield* ask(fact);
  } catch (refusal) {
    if (refusal instanceof Refusal && (refusal.status === 403 || refusal.status === 404)) return undefined;
    throw refusal;
  }
}
