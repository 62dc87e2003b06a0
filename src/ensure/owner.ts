import { Blocked, Waiting } from '../engine/outcome';
import { after, ask, confirm, send, type Fact, type Procedure, type Words } from '../engine/procedure';
import { aboutIt, Refusal, type Request } from '../engine/request';
import { groupFact, memberFact, userFact } from '../google/facts';
import type { Group } from '../google/resources';
import { isForbidden, isMemberAlready } from '../google/retry';

/** Owners of groups (Directory API "Manage group members"): people, who are added or made owners. */

/** Who is to own what. `owner`: an address in lower case. */
export interface Owning {
  readonly account: string;
  readonly group: Group;
  readonly owner: string;
}

/** The same with what is known of the owner. */
export interface Owned extends Owning {
  /** The owner may be of another account. */
  readonly outside: boolean;
  /** Rows (numbers of the drive) about that person, which come first. */
  readonly rows: readonly number[];
}

/** Whether somebody owns a group. */
export function* isOwner(to: Owning): Procedure<boolean> {
  return (yield* roleOf(to)) === 'OWNER';
}

function* roleOf({ account, group, owner }: Owning): Procedure<string | undefined> {
  return (yield* ask(memberFact(account, { group: group.email, member: owner })))?.role;
}

/**
 * Makes somebody an owner. Throws Blocked for a group and for nobody, Waiting for somebody whose row has not made them
 * so far.
 */
export function* ensureOwner(owned: Owned): Procedure<void> {
  // A row that puts the same person into the group comes first: what is left is to make them an owner.
  yield* after(owned.rows);
  const role = yield* roleOf(owned);
  if (role === 'OWNER') return;
  if (role === undefined) yield* mustBeSomebody(owned);
  try {
    yield* role === undefined
      ? send(addition(owned), added(owned.owner))
      : send(promotion(owned), promoted(owned.owner));
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    if (!isMemberAlready(refusal)) throw aboutIt(refusal, owned.group.email);
    yield* mustOwnByNow(owned);
  }
}

function addition({ account, group, owner }: Owning): Request {
  const body = { email: owner, role: 'OWNER' };
  return { op: 'directory.members.insert', account, params: { groupKey: group.email }, body };
}

function promotion({ account, group, owner }: Owning): Request {
  const params = { groupKey: group.email, memberKey: owner };
  return { op: 'directory.members.patch', account, params, body: { role: 'OWNER' } };
}

const added = (owner: string): Words => ({
  plan: 'add as owner',
  what: owner,
  many: 'give groups owners',
  done: `added ${owner} as owner`,
});

const promoted = (owner: string): Words => ({
  plan: 'make owner',
  what: owner,
  many: 'make members owners',
  done: `made ${owner} owner`,
});

function* mustBeSomebody({ account, owner, rows, outside }: Owned): Procedure<void> {
  if (yield* isThere(userFact(account, owner))) return;
  if (yield* isThere(groupFact(account, owner)))
    throw new Blocked(
      `${owner} is a group, and only people own groups.`,
      'Write the addresses of people into Owners.',
      { column: 'owners' },
    );
  if (rows.length) throw new Waiting(`${owner} is not there yet: see the row on Users.`, 'Check both rows together.');
  if (!outside) throw new Blocked(`There is nobody ${owner}.`, 'Correct the address in Owners.', { column: 'owners' });
}

/** A repeat finds its own first effect; anybody else has put them in as something else. */
function* mustOwnByNow({ account, group, owner }: Owning): Procedure<void> {
  const now = yield* confirm(memberFact(account, { group: group.email, member: owner }));
  if (now && now.role !== 'OWNER') throw new Waiting(`${owner} became a member meanwhile.`, 'Check the row again.');
}

/** What is on a domain of nobody in reach is forbidden ground (Directory API, common errors). */
function* isThere(fact: Fact<unknown>): Procedure<boolean> {
  try {
    return (yield* ask(fact)) !== undefined;
  } catch (refusal) {
    if (refusal instanceof Refusal && isForbidden(refusal)) return false;
    throw refusal;
  }
}
