import { defined } from '../../engine/defined';
import { givenTo, type Question } from '../../engine/question';
import { visible } from '../../table/text';
import type { DomainState } from '../domains';
import type { Lines } from '../line';
import type { Row } from '../tab';
import { hadAccount, hasBegunToLeave } from '../people-rows';
import { unconfirmedWhy } from './columns';
import type { TeamMemory } from './memory';
import type { RosterAddress, RosterPerson } from './roster';

/** How the accounts of somebody on the roster stand, domain by domain. */

/** An account that somebody is to have, or has. */
export interface RosterAccount extends RosterAddress {
  readonly state: DomainState;
  /** The row of Users as it was read. */
  readonly asRow?: Row;
}

/** `pending`: its row has something to do; `stuck`: a person has to act; `waits`: somebody else has to. */
export type AccountState =
  | { readonly kind: 'ready' }
  | { readonly kind: 'pending' }
  | { readonly kind: 'stuck'; readonly says: string; readonly domain: string }
  | { readonly kind: 'waits'; readonly says: string };

/** How an account stands that is to be there, by what the journal says of its row at the moment. */
export function accountStateOf({ domain, asRow, state }: RosterAccount, lines: Lines): AccountState {
  const unsuited = withoutRow(domain, state);
  if (!asRow) return unsuited ?? { kind: 'waits', says: `${domain}: its row is made by a check of everything.` };
  const line = lines.line(asRow.key);
  if (!line || line.outcome === 'notChecked')
    return unsuited ?? { kind: 'waits', says: `${asRow.key} was not checked yet.` };
  switch (line.outcome) {
    case 'settled':
    case 'done':
      return { kind: 'ready' };
    case 'planned':
    case 'running':
      return { kind: 'pending' };
    case 'waiting':
      return { kind: 'waits', says: unsuited?.says ?? `${asRow.key}: ${line.details}` };
    default:
      return { kind: 'stuck', says: `${asRow.key}: ${line.details}`, domain };
  }
}

/**
 * How far somebody has left an account, in this job: what the row of Users said before says nothing of it. One that is
 * in `left` was proved before.
 */
export function leavingStateOf(account: RosterAccount, lines: Lines, at: LeavingAt): AccountState {
  const { domain, email, asRow, state } = account;
  const now = accountStateOf(account, lines);
  const line = asRow && lines.line(asRow.key);
  if (now.kind !== 'ready' || !line || at.left[email] !== undefined) return now;
  if (line.work === at.id || hasBegunToLeave(line.memory)) return now;
  return withoutRow(domain, state) ?? { kind: 'waits', says: `${email} was not checked since.` };
}

/** Where somebody leaves: id of the job, and what was done before, by address. */
export interface LeavingAt {
  readonly id: string;
  readonly left: Readonly<Record<string, string>>;
}

/** Why no account can be made on a domain by whoever works; undefined where one can. */
function withoutRow(
  domain: string,
  state: DomainState,
): Exclude<AccountState, { kind: 'ready' } | { kind: 'pending' }> | undefined {
  if (state.kind === 'waits') return { kind: 'waits', says: state.says };
  if (state.kind === 'unknown')
    return { kind: 'waits', says: `${domain} is unconfirmed: ${unconfirmedWhy} ${state.slip ?? ''}`.trim() };
  return state.complaint === undefined ? undefined : { kind: 'stuck', says: state.complaint, domain };
}

/** Whether an account is made on a domain by whoever works. */
export function isInReach({ state }: Pick<RosterAccount, 'state'>): boolean {
  return state.kind === 'account' && state.complaint === undefined;
}

/** What may become of an account whose tick is gone. */
const becomes = [
  { id: 'suspend', says: 'Suspend', parting: 'suspended' },
  { id: 'archive', says: 'Archive', parting: 'archived' },
  { id: 'delete', says: 'Delete', parting: 'deleted' },
  { id: 'leave', says: 'Leave as it is', parting: 'stays' },
] as const;

/**
 * What is asked of an account whose tick is gone. A yes is what the setting for leavers says, a no leaves it as it is.
 */
export function offRosterQuestion({ domain, email }: RosterAddress, given?: string): Question {
  return {
    kind: 'offRoster',
    says: `${domain} is not ticked any more: what becomes of ${email}?`,
    about: { email },
    choices: becomes.map(({ id, says }) => ({ id, says })),
    ...defined({ given }),
  };
}

/** What was answered to it, by name; undefined where nothing was. */
export function offRosterAnswer(account: RosterAddress, { answers }: TeamMemory): string | undefined {
  const given = givenTo(answers, offRosterQuestion(account));
  return given && (given.choice ?? (given.yes ? 'yes' : 'leave'));
}

/** Whether the row has had its account at Google. */
function isMade({ asRow }: RosterAccount): boolean {
  return asRow?.line !== undefined && hadAccount(asRow.line.memory);
}

/**
 * What becomes of a row of Users that the roster has no tick for, or whose person left: `leaves` as the setting says.
 */
export type Parting = 'leaves' | (typeof becomes)[number]['parting'] | 'rests' | 'asks';

/** Whether the person is to leave the account. */
export function isLeaving(parting: Parting | undefined): boolean {
  return parting !== undefined && !['rests', 'asks', 'stays'].includes(parting);
}

/** Undefined where somebody is to have the account. */
export function partingOf(account: RosterAccount, person: RosterPerson, memory: TeamMemory): Parting | undefined {
  if (!account.asRow) return undefined;
  if (person.left) return 'leaves';
  if (account.ticked) return undefined;
  if (!isMade(account)) return 'rests';
  const answer = offRosterAnswer(account, memory);
  if (answer === undefined) return 'asks';
  return becomes.find(({ id }) => id === answer)?.parting ?? 'leaves';
}

/** What the State cell of the account's row says. */
export function stateIn({ users }: RosterAccount): string {
  return visible(users?.text('state') ?? '');
}
