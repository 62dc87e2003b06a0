import type { Belongings } from '../../ensure/delete-user';
import type { CloudIdentity } from '../../ensure/cloud-identity';
import type { GroupsInReach } from '../../ensure/group';
import type { RolesInReach } from '../../ensure/role';
import type { Answer } from '../../engine/question';
import type { Agreed } from '../../table/compare';
import type { Claim } from './claims';
import type { TakenOver } from './like/taken-over';
import type { Rewrites, RewritesOf } from '../rewrites';
import type { SaidOff, UnitLicensing } from '../../ensure/automatic-licensing';
import type { UserWish } from './wish';

/** A row of the Users tab on its way: the wish, and what the journal remembers of earlier runs. */

/**
 * A first password that waits for hand-off by `by`, named and never kept: run and address derive it, or the vault has
 * it.
 */
export interface PasswordName {
  readonly run: string;
  readonly address: string;
  readonly by: string;
  readonly at: string;
}

/** Set when a plan is approved that creates the row's user: which first password a user gets that the run makes. */
export interface Mark {
  readonly run: string;
  readonly since: string;
  readonly by: string;
  readonly address: string;
  readonly password: 'derived' | 'given' | 'hash';
}

/** What the journal remembers of a row. No secrets: a first password is named by run and address only. */
export interface Memory {
  readonly userId?: string;
  /** The User ID that the row had and that was cleared: whoever had it is not meant any more. */
  readonly former?: string;
  /** The account was made by this sheet, not met. */
  readonly created?: boolean;
  /** What people answered to what the row asked. */
  readonly answers?: readonly Answer[];
  /** The values that Seatsheet wrote last, or found as wished, by column id. */
  readonly agreed?: Agreed;
  /** Ids of columns that were agreed on as exact lists. */
  readonly exactly?: readonly string[];
  /** Headers of columns that differ at Google from what Seatsheet wrote, and were left. */
  readonly drift?: readonly string[];
  readonly password?: PasswordName;
  /** The run that is under way and has sent the row's password, with the account or as a reset. */
  readonly passwordSent?: string;
  readonly mark?: Mark;
  /** What belonged to somebody whom the row deletes or has deleted, for giving it back. */
  readonly belongings?: Belongings;
  /** What was taken over from whom the row is like. */
  readonly takenOver?: TakenOver;
  /** When the row deleted them: RFC 3339. */
  readonly deletedAt?: string;
  /** When the row gave somebody back whom it had deleted: RFC 3339. */
  readonly restoredAt?: string;
  /** Of somebody who left: what their row said before, and says since. */
  readonly left?: Rewrites;
  readonly rewrites?: RewritesOf;
  /** When a mail that must not be sent twice was begun, by its name: RFC 3339. */
  readonly begun?: Readonly<Record<string, string>>;
  /** When sign-in details were handed off last, RFC 3339. */
  readonly handedOff?: HandedOff;
}

/** `to`: where a mail went; '' where somebody handed them on otherwise, as `by` says. */
export interface HandedOff {
  readonly at: string;
  readonly to: string;
  readonly by?: 'slips' | 'csv';
}

/** How an account has Cloud Identity Free; found out once. */
export type CloudIdentityMode = CloudIdentity;

/** What the rows of one org unit know of it, and of each other. */
export interface UnitWatch {
  /** Rows of the unit that stand before this one, by place. */
  readonly before: readonly number[];
  known(): UnitLicensing | undefined;
  /** Who said that automatic licensing is off there. */
  readonly saidOff: SaidOff | undefined;
  learn(found: UnitLicensing): void;
}

/** The Cloud Identity seats of an account, as rows of one job know them. */
export interface SeatWatch {
  /** The account by its primary domain. */
  readonly domain: string;
  /** How many there are, as far as anybody said. */
  readonly seats: number | undefined;
  /** What the account's rows know of each other: one was refused because all seats are taken; one has told of it. */
  readonly cap: { reached: boolean; told: boolean };
}

/** All that the procedure of a row is given. */
export interface UserRow {
  readonly wish: UserWish;
  readonly memory: Memory;
  /** What was answered for all rows of the account. */
  readonly answersOfAccount: () => readonly Answer[];
  /** Differences that arose at Google are put back instead of reported. */
  readonly putBack: boolean;
  /** Whether somebody may be deleted. */
  readonly armed: boolean;
  /** The address of whoever works. */
  readonly me: string;
  /** Addresses of people whom that person protects. */
  readonly protect: readonly string[];
  /** What they hold beyond a filled list of the row is taken away. */
  readonly exact: boolean;
  /** A plan was approved: what has to be asked about was asked before. */
  readonly approved: boolean;
  /** Addresses of people whose rows keep them from signing in. */
  readonly leaving: ReadonlySet<string>;
  /** User IDs that belong to other rows, with the addresses on those rows. */
  readonly others?: ReadonlyMap<string, string>;
  /** What another row claims, too. */
  readonly claims?: readonly Claim[];
  readonly cloudIdentity?: CloudIdentityMode;
  /** Of somebody with Cloud Identity alone: what is known of their org unit. */
  readonly watch?: UnitWatch;
  /** Of somebody with Cloud Identity alone: the seats of the account. */
  readonly seats?: SeatWatch;
  readonly groups: GroupsInReach;
  readonly roles: RolesInReach;
  /**
   * Google tells hardly anything of who is restored before they are there: what is to be changed then may be nothing.
   */
  readonly unseen?: true;
  /** What somebody who is restored was in groups, by their addresses. */
  readonly groupRoles?: Readonly<Record<string, string>>;
  /** Whether the Password cell holds what was sent along when an earlier run made the account; it is no reset then. */
  readonly passwordUsed?: boolean;
  /** The password that was approved is gone: its cell was changed or emptied since. */
  readonly passwordGone?: boolean;
  /**
   * Takes room for the password that is about to be planned. Throws Blocked where none is left; a run has it already.
   */
  readonly takeRoom?: () => void;
  /** An earlier slice made the account, and of its licences nothing was read or written since. */
  readonly untouched?: boolean;
  /** When the run of the mark sent the creation of this user without an answer, in milliseconds since the epoch. */
  readonly sentAt?: number;
  /** What the check that was approved took over from somebody: that is given, and nothing else. */
  readonly approvedOver?: TakenOver;
  /** The reseller's account, where whoever works is of one. */
  readonly seller?: string;
  /** A time, for remembering what was found out: RFC 3339. */
  readonly now: string;
}

/** What the row ended with, for the journal: who it is now, and what was left as Google has it. */
export interface Provisioned {
  readonly userId: string;
  readonly drift: readonly string[];
  /** The account was made in this run, perhaps by a request whose answer was lost. */
  readonly madeNow: boolean;
  readonly cloudIdentity?: CloudIdentityMode;
  /** What belonged to somebody whom the row deletes. */
  readonly belongings?: Belongings;
  /** The row gave somebody back whom it had deleted. */
  readonly restored?: true;
  readonly takenOver?: TakenOver;
  /** The wish with what it took over, where it did. */
  readonly wished?: UserWish;
}
