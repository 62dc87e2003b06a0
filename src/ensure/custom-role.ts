import { defined } from '../engine/defined';
import { Blocked, Waiting } from '../engine/outcome';
import { ask, confirm, say, send, type Procedure } from '../engine/procedure';
import type { Answer } from '../engine/question';
import { Refusal } from '../engine/request';
import { shownValue } from '../engine/words';
import { consoles } from '../google/consoles';
import { complaintOf } from '../google/find';
import { rolesFact } from '../google/facts';
import { privilegesFact } from '../google/privileges-fact';
import { limits } from '../google/limits';
import { foldName } from '../google/names';
import { pairOf, privilegesIn, withChildren, type Privilege, type PrivilegeName } from '../google/privileges';
import { asRole, type Role } from '../google/resources';
import { isDuplicate } from '../google/retry';
import { findRole, roleLabel, systemRoleNamed } from '../google/roles';
import { bothCareWords, carePrivileges, confirmedPair, isCareRole, isCareWord, pathShown } from './care-privileges';

/** A role of an account: what it is to be called and to allow. */
export interface RoleAsked {
  readonly account: string;
  readonly roleName: string;
  readonly description?: string;
  /** Words of the console, names, or `name@serviceId`; left out where the name says it, or the role is there. */
  readonly privileges?: readonly string[];
}

/** What is known of the row of a role. */
export interface RoleKnown {
  readonly answers: readonly Answer[];
  /** The id that a check found the role under before; left out where it may be made. */
  readonly wasThere?: string;
  /** It was approved that the role is made: one that is there by now says what was done, and no more. */
  readonly making?: true;
}

/** A role as it stands. `left`: it was renamed or deleted at Google since, which is told and not undone. */
export interface RoleMet {
  readonly roleId: string;
  readonly left?: true;
}

/**
 * Sees to it that an account has a role: one of that name is left as it is, otherwise it is made, unless it was there
 * and is no more. Throws Blocked where the privileges are not clear, with a question where a person can tell.
 */
export function* ensureCustomRole(asked: RoleAsked, known: RoleKnown): Procedure<RoleMet> {
  const { answers, wasThere } = known;
  const roles = yield* ask(rolesFact(asked.account));
  const found = findRole(asked.roleName, roles);
  if ('found' in found) return { roleId: yield* adopt(asked, found.found, known) };
  if (wasThere !== undefined && !found.ambiguous) {
    yield* say(goneSince(roles.find(({ roleId }) => roleId === wasThere)));
    return { roleId: wasThere, left: true };
  }
  if (found.ambiguous) throw new Blocked(complaintOf('role', asked.roleName, found), '', { column: 'roleName' });
  const prebuilt = systemRoleNamed(asked.roleName);
  if (prebuilt !== undefined)
    throw new Blocked(
      `${roleLabel(prebuilt)} is one of Google's own roles, and this account does not have it.`,
      'Choose another name for a role of your own.',
      { column: 'roleName' },
    );
  yield* refuseTooMany(asked.account);
  const tree = yield* ask(privilegesFact(asked.account));
  const names = yield* wishedPrivileges(asked, tree, answers);
  return { roleId: yield* makeRole(asked, withChildren(names, tree)) };
}

function goneSince(now: Role | undefined): string {
  return now
    ? `The role is called “${shownValue(now.roleName)}” at Google since. Left as it is: write that name into Role name and into the Roles cells of people, or “Put back” makes another role of this name.`
    : 'The role was deleted at Google since. Left as it is: delete the row, or “Put back” makes the role again; people get it by “Put back” of their rows.';
}

/** Throws Waiting where the account has as many roles of its own as Google allows, with those that this check makes. */
function* refuseTooMany(account: string): Procedure<void> {
  const own = (yield* ask(rolesFact(account))).filter(({ isSystemRole }) => !isSystemRole);
  if (own.length < limits.roles.customPerAccount) return;
  throw new Waiting(
    `The account has as many roles of its own as Google allows: ${limits.roles.customPerAccount}.`,
    'Delete roles that nobody needs (Admin console › Account › Admin roles), then check again.',
  );
}

/** What is there is told, never changed: people may hold the role. */
function* adopt(asked: RoleAsked, role: Role, { answers, making }: RoleKnown): Procedure<string> {
  if (role.isSystemRole) {
    yield* say(`${roleLabel(role.roleName)} is one of Google's own roles: nothing to make.`);
    return role.roleId;
  }
  const { privileges = [] } = asked;
  const plain = privileges.filter((text) => !isCareWord(text));
  const care = asksForCare(asked) ? confirmedPair(asked.account, answers) : [];
  const tree = plain.length + care.length > 0 ? yield* ask(privilegesFact(asked.account)) : [];
  const wished = withChildren(
    plain.flatMap((text) => matching(text, tree)),
    tree,
  ).map(pairOf);
  const has = withChildren(role.rolePrivileges, tree).map(pairOf);
  const lacks = [...new Set([...wished, ...care])].filter((pair) => !has.includes(pair));
  // Without a person's word on the pair nobody can say what is besides.
  const isClear = privileges.length > 0 && (plain.length === privileges.length || care.length > 0);
  const beyond = isClear ? has.filter((pair) => ![...wished, ...care].includes(pair)) : [];
  const unknown = plain.filter((text) => matching(text, tree).length === 0);
  if (unknown.length)
    yield* say(`The account has no privilege ${unknown.map((text) => `“${shownValue(text)}”`).join(', ')}.`);
  if (lacks.length) yield* say(`The role lacks ${lacks.join(', ')}, and is left as it is.`);
  if (beyond.length) yield* say(`The role has ${beyond.join(', ')} besides, and is left as it is.`);
  if (lacks.length || beyond.length) yield* say(`What it allows is changed under ${consoles.adminRoles.path}.`);
  if (!lacks.length && !beyond.length && !making)
    yield* say(`The role is there, with ${has.join(', ') || 'no privileges'}.`);
  return role.roleId;
}

function* wishedPrivileges(
  { account, roleName, privileges }: RoleAsked,
  tree: readonly Privilege[],
  answers: readonly Answer[] | undefined,
): Procedure<readonly PrivilegeName[]> {
  const texts = privileges ?? [];
  const [word, another] = texts.filter(isCareWord);
  // The pair is known as a pair alone: nobody is given both for one of them.
  if (word !== undefined && another === undefined)
    throw unclear(
      `Google does not tell which privilege “${shownValue(word)}” is: the two of the portal are known as a pair alone.`,
      `Write both (${bothCareWords}), or this one alone as name@serviceId.`,
    );
  const care = asksForCare({ roleName, ...defined({ privileges }) });
  if (texts.length === 0 && !care)
    throw unclear('The row says no privileges, and a role without any allows nothing.', 'Write what it is to allow.');
  const plain = texts.filter((text) => !isCareWord(text));
  const named = plain.map((text) => theOne(text, tree));
  return care ? [...named, ...(yield* carePrivileges({ account, tree, answers }))] : named;
}

/** Whether a role is to have the two privileges of the portal, as its cell or else its name says. */
function asksForCare({ roleName, privileges }: Pick<RoleAsked, 'roleName' | 'privileges'>): boolean {
  return privileges === undefined ? isCareRole(roleName) : privileges.some(isCareWord);
}

/** A text's privileges: by `name@serviceId`, or by the name, in whatever case and with blanks for `_`. */
function matching(text: string, tree: readonly Privilege[]): readonly Privilege[] {
  const all = privilegesIn(tree).map(({ privilege }) => privilege);
  const exact = all.filter((one) => pairOf(one).toLowerCase() === text.toLowerCase());
  return exact.length ? exact : all.filter((one) => folded(one.privilegeName) === folded(text));
}

function folded(text: string): string {
  return foldName(text.replace(/_/g, ' '));
}

function theOne(text: string, tree: readonly Privilege[]): Privilege {
  const [first, ...others] = matching(text, tree);
  if (first && others.length === 0) return first;
  const shown = shownValue(text);
  if (first)
    throw unclear(`“${shown}” can be ${[first, ...others].map(pairOf).join(' or ')}.`, 'Write which one is meant.');
  const words = folded(text).split(' ');
  const like = privilegesIn(tree).filter(({ privilege }) =>
    words.some((word) => folded(privilege.privilegeName).split(' ').includes(word)),
  );
  const near = like.length ? ` It may be ${like.slice(0, 10).map(pathShown).join('; ')}.` : '';
  throw unclear(`The account has no privilege “${shown}”.${near}`, 'Write it as name@serviceId.');
}

function unclear(says: string, remedy: string): Blocked {
  return new Blocked(says, remedy, { column: 'privileges' });
}

function* makeRole(
  { account, roleName, description = '' }: RoleAsked,
  privileges: readonly PrivilegeName[],
): Procedure<string> {
  const body = {
    roleName,
    ...(description === '' ? {} : { roleDescription: description }),
    rolePrivileges: privileges.map(({ privilegeName, serviceId }) => ({ privilegeName, serviceId })),
  };
  const shown = shownValue(roleName);
  const values = [`with ${privileges.map(pairOf).join(', ')}`];
  try {
    const made = yield* send(
      { op: 'directory.roles.insert', account, params: { customer: account }, body },
      { plan: 'create the role', what: shown, values, many: 'create roles', done: `created the role ${shown}` },
    );
    return asRole(made).roleId;
  } catch (refusal) {
    if (!(refusal instanceof Refusal) || !isDuplicate(refusal)) throw refusal;
    const there = (yield* confirm(rolesFact(account))).find((one) => foldName(one.roleName) === foldName(roleName));
    if (!there) throw refusal;
    return there.roleId;
  }
}
