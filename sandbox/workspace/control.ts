import type { Clock } from '../clock';
import { actorFor } from './access';
import { enterUser, ownerOf } from './directory/addresses';
import { enterSeedAssignment } from './directory/admins';
import { signIn } from './directory/sign-in';
import { userId } from './ids';
import { clearReason, settle } from './reseller/subscription-life';
import { count, type Account, type State, type UserRecord } from './state';
import { at, type Json } from './json';
import { checkSwitch, switches, type SwitchName } from './switches';
import { switchValue } from './switch-values';

/** What people do inside Google without any API, and what tests arrange: the other side of the simulation. */

/**
 * A refusal to be given instead of an answer. Status 0: no answer comes. `applied`: Google has done what was asked all
 * the same.
 */
export interface Failure {
  readonly status: number;
  readonly reason?: string;
  readonly message?: string;
  readonly applied?: boolean;
  /** What is answered instead with a status of 200, whatever was asked: a proxy or a fault of Google's does so. */
  readonly answer?: Json;
  /** How many requests go through before the first one fails. */
  readonly after?: number;
}

/** The controls. All throw for a customer that does not exist. */
export interface Control {
  /**
   * An administrator of the customer signs in and accepts the terms; a team's first administrator confirms the account.
   */
  acceptTerms(customerId: string): void;
  /** A domain of the customer is verified. A team whose domain is verified becomes a domain customer. */
  verifyDomain(customerId: string, domain: string): void;
  /**
   * Somebody signs in, by any of their addresses: takes a new password where that is asked of them. Throws for a
   * stranger, and for somebody who is suspended or archived.
   */
  signIn(address: string): void;
  /** Somebody turns 2-step verification on, by any of their addresses. Throws for a stranger. */
  enrol(address: string): void;
  /** The customer makes a token with which this reseller may take its subscriptions over for some days. */
  makeTransferToken(customerId: string, resellerCustomerId: string): string;
  /** An administrator turns automatic licensing off, in every org unit of the customer. */
  licenseNobody(customerId: string): void;
  /** An administrator labels a group of the customer as a security group. */
  labelSecurity(customerId: string, address: string): void;
  /** Turns a switch for everybody. Throws for one that does not exist or a value that it does not take. */
  setSwitch(name: string, value: string): void;
  /** Makes the next `times` requests of an operation fail. */
  failNext(op: string, failure: Failure, times?: number): void;
  /** The state, for display and for tests: not to be written to. */
  readonly state: Readonly<State>;
  /** What one switch stands at for everybody. */
  valueOf(name: SwitchName): string;
  /** What one switch stands at for the account of this person. */
  valueFor(name: SwitchName, email: string): string;
  /** What every switch stands at. */
  readonly switches: Readonly<Record<SwitchName, string>>;
}

const day = 24 * 60 * 60 * 1000;

/** The controls over the state that a simulation has at the moment of the call. */
export function control(current: () => State, clock: Clock): Control {
  const customer = (id: string): Account => {
    const account = at(current().accounts, id);
    if (!account) throw new Error(`There is no customer ${id}.`);
    return account;
  };
  return {
    acceptTerms: (id) => acceptTerms(current(), customer(id), Math.floor(clock.now())),
    verifyDomain: (id, domain) => verifyDomain(customer(id), domain),
    signIn: (address) => signIn(somebody(current(), address), Math.floor(clock.now())),
    enrol: (address) => {
      const user = somebody(current(), address);
      user.isEnrolledIn2Sv = true;
      user.version += 1;
    },
    makeTransferToken: (id, reseller) =>
      makeTransferToken(current(), customer(id), { reseller: customer(reseller).id, now: Math.floor(clock.now()) }),
    licenseNobody: (id) => {
      customer(id).autoLicensing = [];
    },
    labelSecurity: (id, address) => {
      const group = customer(id).groups.find(({ email }) => email === address);
      if (!group) throw new Error(`There is no group ${address}.`);
      group.security = true;
    },
    setSwitch: (name, value) => {
      current().overrides[checkSwitch(name, value)] = value;
    },
    failNext: (op, { status, reason = '', message = reason, applied = false, after = 0, answer }, times = 1) => {
      const garbled = answer === undefined ? {} : { answer };
      current().failures.push({ op, status, reason, message, applied, skip: after, times, ...garbled });
    },
    get state() {
      return current();
    },
    valueOf: (name) => switchValue(current(), name),
    valueFor: (name, email) => switchValue(current(), name, actorFor(current(), email).account ?? undefined),
    get switches() {
      const names = Object.keys(switches) as SwitchName[];
      return Object.fromEntries(names.map((name) => [name, switchValue(current(), name)])) as Record<
        SwitchName,
        string
      >;
    },
  };
}

function somebody(state: State, address: string): UserRecord {
  const owner = ownerOf(state, address);
  const user = owner && at(state.users, owner.id);
  if (!user) throw new Error(`Nobody has the address ${address}.`);
  return user;
}

function acceptTerms(state: State, account: Account, now: number): void {
  account.acceptedTerms = true;
  settle(account, now);
  for (const subscription of account.subscriptions) clearReason(subscription, 'PENDING_TOS_ACCEPTANCE');
  if (account.primaryAdmin !== undefined) confirmTeam(state, account, { email: account.primaryAdmin, now });
}

function confirmTeam(
  state: State,
  account: Account,
  { email, now }: { readonly email: string; readonly now: number },
): void {
  const owner = ownerOf(state, email);
  const user = owner ? at(state.users, owner.id) : firstAdmin(state, account, { email, now });
  if (!user) return;
  user.isAdmin = true;
  enterSeedAssignment(account, user.id);
}

function firstAdmin(
  state: State,
  account: Account,
  { email, now }: { readonly email: string; readonly now: number },
): UserRecord {
  const [givenName = '', ...rest] = (account.postalAddress['contactName'] ?? email).split(' ');
  const user: UserRecord = {
    id: userId(`${account.id}/${count(state, 'users')}/${email}`),
    account: account.id,
    primaryEmail: email,
    givenName,
    familyName: rest.join(' ') || givenName,
    isAdmin: true,
    suspended: false,
    archived: false,
    orgUnit: account.rootOrgUnit,
    aliases: [],
    changePasswordAtNextLogin: false,
    includeInGlobalAddressList: true,
    agreedToTerms: true,
    languages: [{ languageCode: account.language, preference: 'preferred' }],
    createdAt: now,
    profile: {},
    version: 1,
  };
  state.users[user.id] = user;
  enterUser(state, user);
  return user;
}

function verifyDomain(account: Account, domain: string): void {
  const known = account.domains.find((record) => record.name === domain.toLowerCase());
  if (!known) throw new Error(`${domain} is no domain of ${account.id}.`);
  known.verified = true;
  if (known.primary) account.type = 'domain';
}

function makeTransferToken(
  state: State,
  account: Account,
  { reseller, now }: { readonly reseller: string; readonly now: number },
): string {
  const token = userId(`token/${account.id}/${reseller}/${count(state, 'tokens')}`);
  const days = Number(switchValue(state, 'transferTokenDays', account));
  account.transferTokens.push({ token, reseller, expires: now + days * day });
  return token;
}
