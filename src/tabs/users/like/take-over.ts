import { defined } from '../../../engine/defined';
import { Blocked, NotApproved } from '../../../engine/outcome';
import { ask, type Procedure } from '../../../engine/procedure';
import { shownValue } from '../../../engine/words';
import { personOf } from '../../../ensure/person';
import { userFact } from '../../../google/facts';
import type { User } from '../../../google/resources';
import { sameRole } from '../../../google/scoped-roles';
import { headerInWords, membersOf } from '../../../table/compare';
import { askForRolesLike } from '../ask-first';
import { grantedFields, placedFields } from '../fields';
import type { At } from '../fields/make';
import { lookupsIn } from '../read-lookups';
import type { UserRow } from '../row';
import { likeNote } from './owed';
import type { TakenOver } from './taken-over';
import { takenOverFields } from './template';

/** What Google has of the person whom a row is like, where no cell of the sheet says it. It is taken over once. */

/**
 * The row with all that it takes over. Throws Blocked where the person is nobody, and until somebody has agreed to
 * hand on a person's roles; NotApproved where that person changed since the check.
 */
export function* takeOver(row: UserRow): Procedure<{ readonly row: UserRow; readonly takenOver?: TakenOver }> {
  const { wish, memory } = row;
  const { owed } = wish;
  if (!owed) return { row };
  const takenOver = owed.person && (yield* known(row, owed.person));
  const whole = takenOver ? withTexts(row, takenOver) : row;
  const { roles = [], owed: { people = {} } = {} } = whole.wish;
  const agreed = membersOf(memory.agreed?.roles);
  if (people.roles !== undefined && roles.some((role) => !agreed.includes(sameRole(role))))
    askForRolesLike(row, { person: people.roles, roles });
  return { row: whole, ...defined({ takenOver }) };
}

function* known(row: UserRow, person: { readonly email: string; readonly hasRow: boolean }): Procedure<TakenOver> {
  const { wish, memory, approvedOver } = row;
  const { like = '' } = wish;
  const before = memory.takenOver;
  if (before?.ended && before.like === like) return before;
  if (approvedOver?.person === '') return approvedOver;
  const user = yield* personAt(wish.account, person);
  const texts = user ? yield* textsOf(row, user) : {};
  if (approvedOver) refuseChanged(approvedOver, texts);
  return { like, person: user?.primaryEmail ?? '', texts };
}

/** Somebody who only comes with this sheet has nothing at Google yet. */
function* personAt(
  account: string,
  { email, hasRow }: { readonly email: string; readonly hasRow: boolean },
): Procedure<User | undefined> {
  const found = yield* ask(userFact(account, email));
  const user = found?.id.startsWith('planned:') ? undefined : found;
  if (!user && !hasRow)
    throw new Blocked(`${email} does not exist.`, 'Correct the address under Like, or name a template row.', {
      column: 'like',
    });
  if (user?.more.archived === true)
    throw new Blocked(
      `${email} is archived, and has nothing to hand on.`,
      'Name somebody who works, or a template row.',
      { column: 'like' },
    );
  return user;
}

/** What the person has in columns that this row leaves open, as it is kept. */
function* textsOf({ wish }: UserRow, user: User): Procedure<Readonly<Record<string, string>>> {
  const { account } = wish;
  const person = personOf({ account, user, email: user.primaryEmail, createdHere: false, untouched: false });
  const texts: Record<string, string> = {};
  for (const { id } of openIn(wish)) {
    const granted = grantedFields.find((field) => field.id === id);
    const placed = placedFields.find((field) => field.id === id);
    const { handOn } = granted?.grants ?? {};
    if (granted && handOn) texts[id] = granted.kept(yield* handOn.held(person));
    else if (placed) texts[id] = placed.shown(placed.place.read(user, undefined));
  }
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== ''));
}

/** Columns of which neither the row nor anybody else in the sheet says anything. */
function openIn({ owed, ...wish }: UserRow['wish']): typeof takenOverFields {
  return takenOverFields.filter(({ id }) => !(id in wish) && !(id in (owed?.notes ?? {})));
}

function refuseChanged(approved: TakenOver, now: Readonly<Record<string, string>>): void {
  const changed = takenOverFields.find(({ id }) => (approved.texts[id] ?? '') !== (now[id] ?? ''));
  if (changed)
    throw new NotApproved(
      `the ${headerInWords(changed)} of ${approved.person} is ${shownValue(now[changed.id] ?? '')} by now`,
    );
}

/** The row as if it wished these. What cannot be understood any more is left. */
function withTexts(row: UserRow, { person, texts }: TakenOver): UserRow {
  const { wish } = row;
  const [values, notes, people] = [{} as Record<string, unknown>, { ...wish.owed?.notes }, { ...wish.owed?.people }];
  for (const { id, read } of openIn(wish)) {
    const text = texts[id];
    const value = text === undefined ? undefined : valueOf({ id, read }, text, wish.account);
    if (value === undefined) continue;
    values[id] = value;
    notes[id] = likeNote(person);
    people[id] = person;
  }
  return { ...row, wish: { ...wish, ...values, owed: { ...wish.owed, notes, people } } };
}

function valueOf(
  { id, read }: Pick<(typeof takenOverFields)[number], 'id' | 'read'>,
  text: string,
  account: string,
): unknown {
  const { handOn } = grantedFields.find((field) => field.id === id)?.grants ?? {};
  if (handOn) return handOn.value(membersOf(text));
  const at: At = { lookups: lookupsIn({ roles: {}, skus: [] }), standing: { kind: 'account', account } };
  const cell = read(text, at);
  return cell.kind === 'value' ? cell.value : undefined;
}
