import { licenceToTake, withSeat } from '../../../ensure/archive';
import { revokeAppPasswords, revokeTokens } from '../../../ensure/access';
import { belongingsOf, deleteUser } from '../../../ensure/delete-user';
import { personOf, type Person } from '../../../ensure/person';
import { withdrawSuperAdmin } from '../../../ensure/super-admin';
import { updateUser } from '../../../ensure/user';
import { Failures } from '../../../engine/outcome';
import { confirm, say, together, type Procedure } from '../../../engine/procedure';
import { userFact } from '../../../google/facts';
import type { User } from '../../../google/resources';
import type { Rewrites } from '../../rewrites';
import { askForProtected } from '../ask-first';
import { lost, refuseUnarmed } from '../delete';
import { grantedFields } from '../fields';
import { stateOf, type State } from '../fields/state';
import type { Whose } from '../grants';
import { takenFrom, withEarlier, type LeaveTo } from '../leaving';
import { refuseShutOut } from '../shut-out';
import type { DeedRow } from './deed';
import { endSessions } from './sign-out';

/**
 * Somebody leaves: signed out, shut out, and what they hold is taken step by step, deletion last. Whatever fails, the
 * other steps are done; nobody is deleted from whom something could not be taken. What they had is kept with the row.
 */
export function* leave(row: DeedRow, user: User): Procedure<void> {
  const { account, email } = row.wish;
  const state = endOf(user, row.leaveTo);
  if (state === 'Deleted') refuseUnarmed(row);
  yield* refuseShutOut(row, user);
  askForProtected(row, user, [deedOf(state)]);
  const person = personOf({ account, user, email, createdHere: row.memory.created === true, untouched: false });
  const now = yield* belongingsOf(person);
  const belongings = row.approved || row.memory.left ? withEarlier(now, row.memory) : now;
  const cells = row.leaves(state, belongings);
  yield* endSessions({ account, email, user, values: cellsInWords(cells) });
  yield* withdrawSuperAdmin(person);
  const out = { ...person, user: yield* shutOut(person, state) };
  yield* inTurn([
    () => revokeTokens(out),
    () => revokeAppPasswords(out),
    ...takenFrom.map((column) => () => takeAll(column, { person: out, groups: row.groups })),
  ]);
  if (user.isAdmin) yield* lookForRights(out);
  if (state !== 'Deleted') return;
  yield* deleteUser(out);
  yield* say(lost);
}

function deedOf(end: State): string {
  if (end === 'Deleted') return 'take everything from the account and delete it';
  return `${end === 'Archived' ? 'archive' : 'suspend'} the account and take everything from it`;
}

const ends: Readonly<Record<LeaveTo, State>> = { suspended: 'Suspended', archived: 'Archived', deleted: 'Deleted' };

/** Whoever is in the archive is shut out there, and stays. */
function endOf(user: User, leaveTo: LeaveTo): State {
  const end = ends[leaveTo];
  return end === 'Suspended' && stateOf(user) === 'Archived' ? 'Archived' : end;
}

/** What the row says afterwards, for the plan: `then the row says state Suspended, licences -`. */
function cellsInWords(cells: Rewrites): readonly string[] {
  const texts = Object.entries(cells).map(([id, { to }]) => `${id === 'superAdmin' ? 'super admin' : id} ${to}`);
  return texts.length ? [`then the row says ${texts.join(', ')}`] : [];
}

/** Somebody who is to be deleted is suspended until then. */
function* shutOut(person: Person, end: State): Procedure<User> {
  const { account, user, name } = person;
  const state = end === 'Archived' ? end : 'Suspended';
  const before = stateOf(user);
  if (before === state || before === 'Archived') return user;
  const taken = state === 'Archived' ? yield* licenceToTake(account, user, true) : undefined;
  const update = updateUser({
    account,
    user,
    name,
    body: state === 'Archived' ? { archived: true } : { suspended: true },
    words: {
      plan: 'change',
      values: [['state', before, state], ...(taken ? [['takes a seat of', taken.name] as const] : [])],
      many: state === 'Archived' ? 'archive users' : 'suspend users',
      done: `changed state ${before} → ${state}`,
    },
    ...(taken ? { seat: `${account} ${taken.skuId}` } : {}),
  });
  return yield* withSeat(user, taken, update);
}

/** Takes all that somebody holds of a column. */
function* takeAll(column: string, whose: Whose): Procedure<void> {
  const field = grantedFields.find(({ id }) => id === column);
  const spares = field?.grants.spare ? yield* field.grants.spare([], whose) : [];
  for (const { fixed } of spares) if (fixed !== undefined) yield* say(fixed);
  yield* together(...spares.filter(({ fixed }) => fixed === undefined).map(({ take }) => take()));
}

/** One after another, each whatever became of those before; the failures of all are thrown at the end. */
function* inTurn(steps: readonly (() => Procedure<void>)[]): Procedure<void> {
  const failures: unknown[] = [];
  for (const step of steps) {
    try {
      yield* step();
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length) throw new Failures(failures);
}

function* lookForRights({ account, user }: Person): Procedure<void> {
  const now = yield* confirm(userFact(account, user.id));
  if (now?.isAdmin)
    yield* say(
      'Google has taken the super administrator rights back but still shows them: look again in some minutes.',
    );
}
