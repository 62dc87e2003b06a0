import { answerTo } from '../../engine/question';
import { visible } from '../../table/text';
import type { DomainState } from '../domains';
import type { Lines } from '../line';
import type { Row } from '../tab';
import { hadAccount } from '../people-rows';
import { unconfirmed } from './columns';
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
  | { readonly kind: 'stuck'; readonly says: string }
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
      return { kind: 'stuck', says: `${asRow.key}: ${line.details}` };
  }
}

/** Why no account can be made on a domain by whoever works; undefined where one can. */
function withoutRow(
  domain: string,
  state: DomainState,
): Exclude<AccountState, { kind: 'ready' } | { kind: 'pending' }> | undefined {
  if (state.kind === 'waits') return { kind: 'waits', says: state.says };
  if (state.kind === 'unknown')
    return { kind: 'waits', says: `${domain} is unconfirmed. ${unconfirmed} ${state.complaint}` };
  return state.complaint === undefined ? undefined : { kind: 'stuck', says: state.complaint };
}

/** Whether an account is made on a domain by whoever works. */
export function isInReach({ state }: Pick<RosterAccount, 'state'>): boolean {
  return state.kind === 'account' && state.complaint === undefined;
}

/** What is asked of accounts on domains that are ticked no more. */
export const offRoster = 'offRoster';

/** Whether the row has had its account at Google. */
export function isMade({ asRow }: RosterAccount): boolean {
  return asRow?.line !== undefined && hadAccount(asRow.line.memory);
}

/** What becomes of a row of Users that the roster has no tick for, or whose person left. */
export type Parting = 'leaves' | 'rests' | 'asks' | 'stays';

/** Undefined where somebody is to have the account. */
export function partingOf(account: RosterAccount, person: RosterPerson, memory: TeamMemory): Parting | undefined {
  if (!account.asRow) return undefined;
  if (person.left) return 'leaves';
  if (account.ticked) return undefined;
  if (!isMade(account)) return 'rests';
  const answer = answerTo(memory.answers, { kind: offRoster, about: { email: account.email } });
  if (answer === undefined) return 'asks';
  return answer ? 'leaves' : 'stays';
}

/** What the State cell of the account's row says. */
export function stateIn({ users }: RosterAccount): string {
  return visible(users?.text('state') ?? '');
}
