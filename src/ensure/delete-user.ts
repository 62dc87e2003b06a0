import { ask, send, together, type Procedure } from '../engine/procedure';
import { Refusal } from '../engine/request';
import { groupsOfFact, memberFact } from '../google/facts';
import { allLicences } from './licence';
import type { Person } from './person';
import { heldRoles } from './role';
import { updateUser } from './user';

/** Deleting somebody, and what is kept to know them by afterwards. */

/**
 * What belonged to somebody when they were to be deleted: no secrets. Google gives back neither licences nor rights.
 */
export interface Belongings {
  readonly userId: string;
  readonly orgUnit: string;
  readonly superAdmin: boolean;
  readonly aliases: readonly string[];
  /** SKU ids. */
  readonly licences: readonly string[];
  /** Roles, each as one text with where and under what it holds. */
  readonly roles: readonly string[];
  /** Addresses of groups, each with the role there: `sales@shop.example OWNER`. Left out: nobody looked. */
  readonly groups?: readonly string[];
}

/** What belongs to somebody now. */
export function* belongingsOf(person: Person): Procedure<Belongings> {
  const { user } = person;
  const [licences, roles, groups] = yield* together(allLicences(person), heldRoles(person), groupsWithRoles(person));
  return {
    userId: user.id,
    orgUnit: user.orgUnitPath,
    superAdmin: user.isAdmin,
    aliases: user.aliases,
    licences: [...new Set(licences)],
    roles,
    groups,
  };
}

function* groupsWithRoles({ account, user }: Person): Procedure<readonly string[]> {
  const groups = yield* ask(groupsOfFact(account, user.id));
  return yield* together(
    ...groups.map(function* ({ email }): Procedure<string> {
      const member = yield* ask(memberFact(account, { group: email, member: user.id }));
      return `${email} ${member?.role ?? 'MEMBER'}`;
    }),
  );
}

/**
 * Deletes somebody, who is kept from signing in first: sessions end, and nothing comes in between. One who is not there
 * any more is deleted as well.
 */
export function* deleteUser({ account, user, name }: Person): Procedure<void> {
  const isOut = user.suspended || user.more.archived === true;
  const body = isOut ? {} : { suspended: true };
  const words = { plan: 'suspend first', many: 'suspend before deleting', done: 'suspended' };
  yield* updateUser({ account, user, name, body, words });
  try {
    yield* send(
      { op: 'directory.users.delete', account, params: { userKey: user.id }, named: { userKey: name } },
      { plan: 'delete the user', many: 'delete users', done: 'deleted the user' },
    );
  } catch (refusal) {
    if (!(refusal instanceof Refusal) || refusal.status !== 404) throw refusal;
  }
}
