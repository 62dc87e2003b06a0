import { defined } from '../../engine/defined';
import { Blocked, Waiting } from '../../engine/outcome';
import { after, allTogether, say, type Procedure } from '../../engine/procedure';
import type { Lines, Memory } from '../line';
import { byPlace, type RowOf } from '../open-rows';
import type { Ended } from '../ended';
import type { JobAt, Row, TabJob } from '../tab';
import { memoryIn, type TeamMemory } from './memory';
import type { TeamRowRead } from './read';
import type { RosterPerson } from './roster';
import {
  accountStateOf,
  isInReach,
  isLeaving,
  leavingStateOf,
  offRosterAnswer,
  offRosterQuestion,
  partingOf,
  stateIn,
  type Parting,
  type RosterAccount,
  type AccountState,
} from './accounts';
import { isTheirs } from './theirs';
import type { followed } from './users-cells';
import { followingsOf } from './users-cells';

type TeamRow = RowOf<TeamRowRead>;

/** What the job works at. */
export interface TeamAt {
  readonly rows: readonly TeamRow[];
  readonly lines: Lines;
  /** The accounts of somebody, by the name of the row. */
  accountsOf(name: string): readonly RosterAccount[];
}

/** An account with what becomes of it. */
interface Judged extends RosterAccount {
  readonly parting: Parting | undefined;
}

/** Rows of the Team tab: each waits for the rows of its accounts and tells how they ended. It writes nothing itself. */
export class TeamJob implements TabJob {
  private readonly own: (row: Row) => TeamRow;

  constructor(
    private readonly team: TeamAt,
    private readonly at: Pick<JobAt, 'id' | 'running'>,
  ) {
    this.own = byPlace(team.rows);
  }

  *procedure(row: Row, memory: Memory): Procedure<Ended> {
    const { read } = this.own(row);
    const known = memoryIn(memory);
    const accounts = this.judged(read, known);
    yield* after(accounts.flatMap(({ asRow }) => asRow?.place ?? []));
    askAboutUnticked(read.person, accounts);
    for (const one of accounts) this.askAgain(one, read.person, known);
    for (const says of kept(read.person, accounts, known)) yield* say(says);
    const follows = yield* this.told(read.person, accounts, known);
    return { made: '', follows, remember: (before) => this.learnt(row, before) };
  }

  failed(row: Row, memory: Memory): Memory {
    return this.learnt(row, memory);
  }

  wrote(_row: Row, memory: Memory): Memory {
    return memory;
  }

  /**
   * How somebody's accounts are, and how far they have left. Whether any has something to do that was checked with
   * them.
   */
  private *told(person: RosterPerson, accounts: readonly Judged[], memory: TeamMemory): Procedure<boolean> {
    const open = accounts.filter(isStaffed);
    const staffed = person.left
      ? yield* allTogether(open.map((one) => this.withoutRow(person, one)))
      : open.map((one) => accountStateOf(one, this.team.lines));
    const leaving = accounts.filter(({ parting }) => isLeaving(parting));
    const parted = leaving.map((one) => this.leavingState(one, memory));
    const proofs = leaving.flatMap((one, at) =>
      parted[at]?.kind === 'ready' ? [`${one.domain}: ${this.proofOf(one, memory)}`] : [],
    );
    const none = person.left ? noneThere(open, staffed) : [];
    const says = [person.left ? 'Left.' : readyInWords(staffed), ...proofs, ...none].join(' ');
    return yield* this.ends([...staffed, ...parted], says);
  }

  /** An account that no row is about, of somebody who has left. */
  private *withoutRow(person: RosterPerson, one: Judged): Procedure<AccountState> {
    if (one.state.kind !== 'account' || !isInReach(one)) return accountStateOf(one, this.team.lines);
    if (!(yield* isTheirs(person, one.email, one.state.account))) return { kind: 'ready' };
    return { kind: 'waits', says: `${one.email} is there: a check of everything makes its row on Users.` };
  }

  private leavingState(account: RosterAccount, { left = {} }: TeamMemory): AccountState {
    return leavingStateOf(account, this.team.lines, { id: this.at.id, left });
  }

  /** What was answered and cannot be done, as the account's row says, may be answered in another way. */
  private askAgain(account: Judged, { left }: RosterPerson, memory: TeamMemory): void {
    const { asRow, domain, parting } = account;
    const line = asRow && this.team.lines.line(asRow.key);
    if (left || !line || line.question || !isLeaving(parting)) return;
    if (line.work !== this.at.id || !['blocked', 'failed'].includes(line.outcome)) return;
    throw new Blocked(
      `${asRow.key}: ${line.details}`,
      'Do what it says and check again, or choose what else is to become of the account.',
      { column: `domain:${domain}`, question: offRosterQuestion(account, offRosterAnswer(account, memory)) },
    );
  }

  private *ends(states: readonly AccountState[], says: string): Procedure<boolean> {
    const stuckAt = states.flatMap((one) => (one.kind === 'stuck' ? [one] : []));
    const stuck = stuckAt.map((one) => one.says);
    const waits = states.flatMap((one) => (one.kind === 'waits' ? [one.says] : []));
    const pending = states.some(({ kind }) => kind === 'pending');
    if (pending && !this.at.running) {
      for (const text of [says, ...stuck, ...waits]) yield* say(text);
      return true;
    }
    const [first] = stuckAt;
    if (first) throw new Blocked(says, [...stuck, ...waits].join(' '), { column: `domain:${first.domain}` });
    if (pending) throw new Waiting(says, 'The other rows are not finished: check again.');
    if (waits.length) throw new Waiting(says, [...new Set(waits)].join(' '));
    yield* say(says);
    return false;
  }

  /** What was done when somebody left: as the row of Users told it, from then on remembered. */
  private proofOf({ email, asRow, users, ...rest }: RosterAccount, { left = {} }: TeamMemory): string {
    const state = stateIn({ email, ...rest, ...defined({ users }) });
    const line = asRow && this.team.lines.line(asRow.key);
    return left[email] ?? (line?.outcome === 'done' ? line.details : `${state || 'No account'}.`);
  }

  private judged(read: TeamRowRead, memory: TeamMemory): readonly Judged[] {
    const accounts = this.team.accountsOf(read.name);
    return accounts.map((one) => ({ ...one, parting: partingOf(one, read.person, memory) }));
  }

  /** The memory of a row, however it ended: what of Users says by now what the roster says, and who has left. */
  private learnt(row: Row, json: Memory): Memory {
    const { read } = this.own(row);
    const memory = memoryIn(json);
    const accounts = this.judged(read, memory);
    const wrote = accounts.filter(isStaffed).flatMap((one) => this.wroteIn(read.person, one, memory));
    const left = accounts
      .filter(({ parting, asRow }) => isLeaving(parting) && asRow)
      .filter((one) => this.leavingState(one, memory).kind === 'ready')
      .map((one) => [one.email, this.proofOf(one, memory)] as const);
    const ticked = new Set(accounts.filter(isStaffed).map(({ email }) => email));
    const answers = (memory.answers ?? []).filter(({ about }) => !ticked.has(about.email ?? ''));
    return {
      wrote: { ...memory.wrote, ...Object.fromEntries(wrote) },
      ...(left.length ? { left: Object.fromEntries(left) } : {}),
      ...(answers.length ? { answers } : {}),
    };
  }

  private wroteIn(
    person: RosterPerson,
    { email, users }: RosterAccount,
    { wrote = {} }: TeamMemory,
  ): readonly (readonly [string, Readonly<Record<string, string>>])[] {
    return users ? [[email, followingsOf(person, users, wrote[email]).wrote]] : [];
  }
}

/** Whether somebody is to have the account. */
function isStaffed({ ticked, parting }: Judged): boolean {
  return ticked && parting === undefined;
}

function noneThere(accounts: readonly Judged[], states: readonly AccountState[]): readonly string[] {
  return accounts.flatMap(({ domain }, at) => (states[at]?.kind === 'ready' ? [`${domain}: No account.`] : []));
}

function readyInWords(states: readonly AccountState[]): string {
  if (!states.length) return 'No domain is ticked.';
  const ready = states.filter(({ kind }) => kind === 'ready').length;
  return `${ready} of ${states.length} accounts ${ready === states.length ? 'are ready' : 'so far'}.`;
}

/** Nothing is done to an account whose tick is gone until somebody says what. */
function askAboutUnticked({ given, family }: RosterPerson, accounts: readonly Judged[]): void {
  const asks = accounts.find(({ parting }) => parting === 'asks');
  if (!asks) return;
  const { domain, email } = asks;
  throw new Blocked(
    `${domain} is not ticked any more for ${given} ${family}, and ${email} is there.`,
    'Say in the sidebar what becomes of it. Suspend, Archive, Delete: it is signed out, and loses roles, groups and licences. Leave as it is: it stays, and follows the roster no more. Until then nothing is done.',
    { column: `domain:${domain}`, question: offRosterQuestion(asks) },
  );
}

const headers: Readonly<Record<(typeof followed)[number], string>> = {
  firstName: 'First name',
  lastName: 'Last name',
  orgUnit: 'Org unit',
  roles: 'Roles',
  language: 'Language',
  sendTo: 'Send details to',
};

/** What people changed in rows of Users stays, and is told; and accounts that stay though they are not ticked. */
function kept(person: RosterPerson, accounts: readonly Judged[], { wrote = {} }: TeamMemory): readonly string[] {
  return accounts.flatMap((one) => {
    if (one.parting === 'stays')
      return [`${one.email} stays as it is, though ${one.domain} is not ticked: it does not follow the roster.`];
    if (!one.users || !isStaffed(one)) return [];
    const { own } = followingsOf(person, one.users, wrote[one.email]);
    if (!own.length) return [];
    return [`${own.map((id) => headers[id]).join(', ')} of ${one.email} stays as it was typed on Users.`];
  });
}
