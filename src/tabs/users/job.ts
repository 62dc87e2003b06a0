import { defined } from '../../engine/defined';
import { say, type Procedure } from '../../engine/procedure';
import { failuresIn } from '../../engine/outcome';
import { isUncertain, Refusal, type Request } from '../../engine/request';
import { licencesFact, userFact } from '../../google/facts';
import { workspaceProduct } from '../../google/products';
import { asUser, type User } from '../../google/resources';
import type { Line, Memory } from '../line';
import { byPlace, type RowOf } from '../open-rows';
import type { Approval, Ended } from '../ended';
import type { JobAt, OpenTab, Row, TabJob } from '../tab';
import { settleClaims } from './claims';
import { findUser, memoryAfterFailure } from './find';
import { GivenPasswords, hasUsedPassword, passwordUsedBefore } from './given-passwords';
import { groupsInReach } from './groups-in-reach';
import { doWith, type DeedRow } from './deeds/deed';
import { waitingSecret } from './deeds/hand-off';
import { leave } from './deeds/leave';
import { leavingOf, ownersOf } from './among-rows';
import { hasLeftWhole, leaversBecome, type LeaveTo } from './leaving';
import { afterDeed, afterEnd, afterPlan, afterRefusedMail, afterWrite, beforeMail, marked, memoryIn } from './memory';
import { isMail, MailsLeft } from './mails-left';
import { Partings } from './partings';
import { PasswordSpace } from './password-space';
import { provisionIn, provisionUser } from './provision';
import { rolesInReach } from './roles-in-reach';
import type { UserRowRead } from './read';
import { returns } from './give-back';
import type { Memory as UserMemory, Provisioned, UserRow } from './row';
import { seatWatches } from './seats';
import { watches } from './units';
import type { UserWish } from './wish';

type UsersRow = RowOf<UserRowRead>;

/** What the job on the Users tab works at. `cellOf`: the text of a cell; undefined where the column is missing. */
export interface UsersAt {
  readonly open: Pick<OpenTab, 'values'> & { readonly rows: readonly UsersRow[] };
  cellOf(row: UserRowRead, id: string): string | undefined;
}

/** Rows of the Users tab in a check or, with the passwords that are approved, in a run. */
export class UsersJob implements TabJob {
  private readonly owners: ReadonlyMap<string, string>;
  private readonly leaving: ReadonlySet<string>;
  private readonly partings: Partings;
  private readonly watched: ReturnType<typeof watches>;
  private readonly seats: ReturnType<typeof seatWatches>;
  private readonly armed: boolean;
  private readonly groups: UserRow['groups'];
  private readonly roles: UserRow['roles'];
  private readonly own: (row: Row) => UsersRow;
  private readonly given: GivenPasswords | undefined;
  private readonly room: PasswordSpace | undefined;
  private readonly mails: MailsLeft;

  constructor(
    private readonly users: UsersAt,
    private readonly at: JobAt,
  ) {
    const { rows } = users.open;
    this.own = byPlace(rows);
    this.mails = new MailsLeft(at, rows);
    this.owners = ownersOf(rows);
    const { deed } = at.action;
    this.leaving = leavingOf(
      rows,
      (row) => (deed?.leaves === true && at.inScope(row)) || this.endOf(row) !== undefined,
    );
    this.partings = new Partings(at.id, users.cellOf);
    const wishing = rows.filter((row) => at.inScope(row));
    const wishes = wishing.flatMap(({ place, read: { wish } }) => (wish ? [{ place, wish }] : []));
    this.watched = watches(wishes, { known: at.cloudIdentity, now: at.now(), running: at.running });
    this.seats = seatWatches(wishes, at);
    this.groups = groupsInReach(() => rows.flatMap((row) => (at.inScope(row) ? (row.read.wish ?? []) : [])), at);
    this.roles = rolesInReach(rows, at);
    // A run does what was approved, and only an armed check can have planned to delete anybody.
    const deletes =
      (deed?.leaves === true && at.leaveTo === 'deleted') ||
      rows.some((row) => this.endOf(row) === 'deleted' || (!deed && row.read.wish?.state === 'Deleted'));
    this.armed = at.running || (deletes && at.armed());
    const { passwords, digest, room } = at.secrets;
    const { passwordOf } = this;
    const resets = deed?.setsPassword === true;
    this.room = at.running ? undefined : new PasswordSpace({ room, digest, passwordOf, rows, job: at.id, resets });
    const open = rows.filter(({ line }) => line?.work === at.id && ['planned', 'running'].includes(line.outcome));
    const mayPass = passwords && (!deed || resets) ? passwords : undefined;
    this.given = mayPass && new GivenPasswords(open, { run: at.id, passwords: mayPass, digest, passwordOf });
  }

  private readonly passwordOf = (row: UserRowRead): string => this.users.cellOf(row, 'password') ?? '';

  *procedure(row: Row, memory: Memory): Procedure<Ended> {
    const own = this.own(row);
    const wish = wishOf(own);
    const user = this.rowOf(own, memoryIn(memory));
    const { deed } = this.at.action;
    const isParted = this.parts(own) !== undefined && !hasLeftWhole(user.memory);
    if (deed || isParted) yield* settleClaims(wish.account, user.claims);
    if (deed) return this.didWith(own, yield* doWith(deed, this.deedRow(own, user)));
    if (isParted) return yield* this.part(own, user);
    if (returns(user)) this.partings.comesBack(own, user.memory.left ?? {});
    const customer = this.at.brought?.serving(wish.account);
    const done = yield* customer ? provisionIn(customer, user) : provisionUser(user);
    return this.ended(own, done);
  }

  /** How the roster parts with the row's person; undefined where it does not. */
  private parts({ read: { email } }: UsersRow): string | undefined {
    return email === undefined ? undefined : this.at.belonging('leaver', email)[0]?.what;
  }

  /** What becomes of the row's person who leaves by the roster: as somebody answered, or as the setting says. */
  private endOf(row: UsersRow): LeaveTo | undefined {
    const parts = this.parts(row);
    return parts === 'leaves' ? this.at.leaveTo : leaversBecome.find((one) => one === parts);
  }

  /** Somebody leaves by the roster: all at once, as by the action; for whom there is no account, none is made. */
  private *part(row: UsersRow, user: UserRow): Procedure<Ended> {
    const end = this.endOf(row);
    const person = end ? yield* findUser(user) : undefined;
    if (end && person && person !== 'gone') {
      yield* leave({ ...this.deedRow(row, user), leaveTo: end }, person);
      return this.didWith(row, person);
    }
    yield* say(
      person ? 'The account was deleted at Google since.' : 'No account is made: the Team tab has no tick for it.',
    );
    return { made: '', remember: (memory) => memory };
  }

  failed(row: Row, memory: Memory, error: unknown): Memory {
    const { wish } = this.own(row).read;
    if (!wish) return memory;
    const user = this.at.facts.valueOf(userFact(wish.account, wish.email));
    const known = memoryIn(memory);
    const sent = this.sentAt(known);
    const after = memoryAfterFailure({ wish, memory: known, ...sent }, user);
    const isLost = failuresIn(error).some((one) => one instanceof Refusal && isUncertain(one));
    this.given?.ended(wish, after, isLost || sent.sentAt !== undefined ? 'unknown' : 'known');
    return { ...afterRefusedMail(after, error) };
  }

  wrote(row: Row, memory: Memory, { request, value }: { readonly request: Request; readonly value: unknown }): Memory {
    const isDeleted = request.op === 'directory.users.delete';
    const email = this.own(row).read.email ?? '';
    const known = memoryIn(memory);
    if (isMail(request)) return this.mailed(email, known, request);
    const after = isDeleted ? { ...known, deletedAt: this.at.now() } : afterWrite(known, request, value);
    const about = { email, id: asUser(value).id, me: this.at.me, now: this.at.now(), run: this.at.id };
    return { ...this.partings.afterWrite(row, this.given?.afterWrite(request, after, about) ?? after) };
  }

  /** What went out by mail waits no more. */
  private mailed(email: string, memory: UserMemory, { params: { to = '' } }: Request): Memory {
    this.at.secrets.waiting.erase(email);
    return { ...memory, handedOff: { at: this.at.now(), to } };
  }

  sending(memory: Memory, request: Request, now: string): Memory | undefined {
    return isMail(request) ? { ...beforeMail(memoryIn(memory), now) } : undefined;
  }

  /** A check wipes what a run sent along that did not live to do so, where the row has nothing more to do. */
  wipe(row: Row, outcome: Row['status']): string | undefined {
    const own = this.own(row);
    // A deed that turned out not to be needed has used nothing.
    const ended = this.at.action.deed && outcome === 'settled' ? undefined : outcome;
    if (this.given) return this.given.usedBy(own.read.email ?? '', ended);
    const used = outcome === 'settled' && this.passwordUsed(own, memoryIn(own.line?.memory ?? {})) === true;
    return used ? this.passwordOf(own.read) : undefined;
  }

  approveSecrets(): void {
    this.given?.approve();
  }

  /** A row whose user is created is marked: an account of its name that is not older is its own. */
  approved(row: Row, memory: Memory, { writes, run, since, by }: Approval): Memory {
    const { wish } = this.own(row).read;
    const creates = writes.some(({ op }) => op === 'directory.users.insert');
    const makes = creates || (this.at.action.deed !== undefined && writes.length > 0);
    if (wish) this.given?.expect(wish, makes);
    return creates && wish ? { ...marked(memoryIn(memory), wish, { id: run, since, by }) } : memory;
  }

  secret(name: string): string | undefined {
    return this.given?.secret(name) ?? waitingSecret(name, this.at.secrets.waiting);
  }

  leftovers(lineOf: (key: string) => Line | undefined): ReadonlyMap<string, string> {
    return this.given?.leftovers(this.users.open.rows, ({ key }) => hasUsedPassword(lineOf(key), this.at)) ?? new Map();
  }

  private deedRow(row: UsersRow, user: UserRow): DeedRow {
    const { me, id, letterhead, leaveTo } = this.at;
    const passwordSent = user.memory.passwordSent === id;
    const waits = this.at.secrets.waiting.has(user.wish.email);
    const leaves: DeedRow['leaves'] = (state, belongings) => this.partings.leaves(row, state, belongings);
    const takeMail = (): boolean => this.mails.take();
    return { ...user, others: this.owners, me, passwordSent, waits, letterhead, takeMail, leaveTo, leaves };
  }

  /** What a deed leaves behind: nothing of what the row wishes was looked at. A yes to it was for this once. */
  private didWith(row: UsersRow, { id }: User): Ended {
    return {
      made: '',
      remember: (memory, how) => {
        const before = memoryIn(memory);
        if (how !== 'done') return { ...this.partings.planned(row, before) };
        this.given?.ended(wishOf(row), { ...before, userId: id }, 'known');
        return { ...this.partings.ended(row, afterDeed(before)) };
      },
    };
  }

  private ended(row: UsersRow, done: Provisioned): Ended {
    const wish = wishOf(row);
    return {
      made: done.madeNow ? 'Created the user.' : '',
      remember: (memory, how) => {
        const before = memoryIn(memory);
        if (how === 'planned') return { ...afterPlan(before, done) };
        const rest = { exact: this.at.exact, cameBack: this.partings.isBack(row), now: this.at.now() };
        const wished = done.wished ?? wish;
        const after = this.partings.ended(row, afterEnd({ ...done, memory: before, wish: wished, ...rest }));
        if (how === 'settled') return { ...this.withMark(row, before, after) };
        this.given?.ended(wish, after, 'known');
        if (done.cloudIdentity) this.at.cloudIdentity.remember(wish.account, done.cloudIdentity);
        return { ...after };
      },
    };
  }

  /** While a used password still stands in its cell, the mark stays: it tells that the cell is to be wiped. */
  private withMark(row: UsersRow, before: UserMemory, after: UserMemory): UserMemory {
    return before.mark && this.passwordUsed(row, before) ? { ...after, mark: before.mark } : after;
  }

  private rowOf(row: UsersRow, memory: UserMemory): UserRow {
    const { at, given } = this;
    const wish = wishOf(row);
    const mode = at.cloudIdentity.of(wish.account);
    const passwordUsed = this.passwordUsed(row, memory);
    const watch = this.watched.get(row.place);
    const seats = this.seats.get(row.place);
    const { room } = this;
    const common = {
      memory,
      putBack: at.action.putBack === true,
      armed: this.armed,
      me: at.me,
      protect: at.protect,
      exact: at.exact,
      approved: at.running,
      leaving: this.leaving,
      groups: this.groups,
      roles: this.roles,
      now: at.now(),
      answersOfAccount: () => at.answersOf(wish.account),
      ...(at.reach.who.reseller ? { seller: at.reach.who.account } : {}),
      ...this.sentAt(memory),
      ...defined({ claims: row.read.claims }),
      ...(at.running && memory.takenOver ? { approvedOver: memory.takenOver } : {}),
      ...defined({ cloudIdentity: mode, watch, seats }),
      ...(room ? { takeRoom: () => room.take(row) } : {}),
      ...defined({ passwordUsed }),
    };
    if (!given) return { ...common, wish, others: this.owners };
    const untouched = at.facts.assumes(licencesFact(wish.account, workspaceProduct, wish.email));
    return { ...common, ...given.asApproved(wish, memory, at.id), untouched };
  }

  private sentAt({ mark }: UserMemory): Pick<UserRow, 'sentAt'> {
    const sentAt = mark && this.at.sentAt(mark.run, mark.address);
    return sentAt === undefined ? {} : { sentAt };
  }

  private passwordUsed(row: UsersRow, memory: UserMemory): boolean | undefined {
    return passwordUsedBefore({ row, memory, run: this.at.id }, { ...this.at.secrets, passwordOf: this.passwordOf });
  }
}

function wishOf({ read, key }: UsersRow): UserWish {
  if (!read.wish) throw new Error(`${key} has no wish.`);
  return read.wish;
}
