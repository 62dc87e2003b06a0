import { ask, together, type Procedure } from '../../engine/procedure';
import { Refusal } from '../../engine/request';
import { superAdminsFact, userFact } from '../../google/facts';
import type { User } from '../../google/resources';
import { findColumns } from '../../table/column';
import { readTick } from '../../table/cell';
import { cellText, visible } from '../../table/text';
import { customerColumns, type CustomerColumn } from '../../tabs/customers/columns';
import { peopleRows } from '../../tabs/people-rows';
import type { Values } from '../../tabs/sheet';
import { nameOf, type Cover, type TwoStep } from '../coverage/cover';
import { lookAtTeam } from '../coverage/look';
import { lastSignInOf, twoStepOf } from '../coverage/person';
import type { ReportAt } from '../report';
import { keptTwoStep, twoStepTab, type KeptTwoStep } from './kept';

/** Somebody whose account opens more than their own mail. Texts are '' where nobody knows. */
export interface AccountHolder {
  readonly address: string;
  readonly name: string;
  readonly is: 'Support team' | 'Super administrator' | 'First administrator';
  /** A domain of the account. */
  readonly account: string;
  readonly twoStep: TwoStep | '';
  /** The first day on which it was seen to stand so. */
  readonly since: string;
  readonly lastSignIn: string;
  readonly seen: string;
  /** Who could look, where whoever is signed in cannot; else ''. */
  readonly waitsFor: string;
}

type Standing = Omit<AccountHolder, 'since'>;

/** The roster, one's own super administrators, and customers' first administrators; each address once. */
export function* accountHolders(at: ReportAt): Procedure<readonly AccountHolder[]> {
  const { covers, reach } = yield* lookAtTeam(at);
  const customers = new Map(reach.customers.map(({ id, name }) => [name, id]));
  const [own, first] = yield* together(ownSuperAdmins(at), firstAdmins(at, customers));
  const team = covers.filter(({ person }) => !person.left).map(ofTeam);
  const kept = keptTwoStep(at.read(twoStepTab));
  const all = new Map([...first, ...team, ...own].map((one) => [one.address, one]));
  return [...all.values()].map((one) => withSince(one, kept.get(one.address)));
}

/** Google gives no date: what stood so at an earlier look has stood so since then at least. */
function withSince(one: Standing, kept: KeptTwoStep | undefined): AccountHolder {
  if (one.twoStep === '' && kept && one.waitsFor !== '') return { ...one, ...kept, is: one.is };
  if (one.twoStep === '') return { ...one, since: '' };
  return { ...one, since: kept?.twoStep === one.twoStep && kept.since < one.seen ? kept.since : one.seen };
}

function ofTeam({ person, domain, ...cover }: Cover): Standing {
  const { address, twoStep, lastSignIn, seen, waitsFor } = cover;
  return { address, name: nameOf(person), is: 'Support team', account: domain, twoStep, lastSignIn, seen, waitsFor };
}

function* ownSuperAdmins({ who, now }: ReportAt): Procedure<readonly Standing[]> {
  const admins = yield* ask(superAdminsFact(who.account));
  return admins
    .filter(({ suspended }) => !suspended)
    .map((user) => standing({ user, is: 'Super administrator', account: who.primaryDomain, now }));
}

interface Of {
  readonly user: User;
  readonly is: AccountHolder['is'];
  readonly account: string;
  readonly now: string;
}

function standing({ user, is, account, now }: Of): Standing {
  const { givenName, familyName } = user.name;
  return {
    address: user.primaryEmail,
    name: `${givenName} ${familyName}`.trim(),
    is,
    account,
    twoStep: twoStepOf(user),
    lastSignIn: lastSignInOf(user),
    seen: now.slice(0, 10),
    waitsFor: '',
  };
}

/** Of teams the Primary admin, of other customers the people of Users that are ticked Super admin. */
function* firstAdmins(at: ReportAt, customers: ReadonlyMap<string, string>): Procedure<readonly Standing[]> {
  const ofRows = customerRows(at.read('Customers'));
  const known = new Set([...customers.keys(), ...ofRows.map((row) => row('domain').toLowerCase())]);
  const teams = ofRows.map((row) => row('primaryAdmin'));
  const ticked = peopleRows(at.read('Users')).filter(({ text }) => isTicked(text('superAdmin')));
  const addresses = [...new Set([...teams.map((one) => one.toLowerCase()), ...ticked.map(({ email }) => email)])];
  const theirs = addresses.filter((address) => known.has(domainOf(address)));
  return yield* together(...theirs.map((address) => firstAdmin(address, customers.get(domainOf(address)), at.now)));
}

const domainOf = (address: string): string => address.slice(address.indexOf('@') + 1);

function isTicked(text: string): boolean {
  const cell = readTick(text);
  return cell.kind === 'value' && cell.value;
}

/** Each row of Customers, as what a column of it says. */
function customerRows(values: Values): readonly ((id: CustomerColumn) => string)[] {
  const { positions } = findColumns((values[0] ?? []).map(visible), customerColumns);
  return values.slice(1).map(
    (cells) =>
      (id: CustomerColumn): string =>
        cellText(cells[positions[id] ?? -1] ?? ''),
  );
}

/** A customer may have closed its account to the reseller, or be none yet. */
function* firstAdmin(address: string, customer: string | undefined, now: string): Procedure<Standing> {
  const account = domainOf(address);
  const nobody = {
    address,
    name: '',
    is: 'First administrator',
    account,
    twoStep: '',
    lastSignIn: '',
    seen: '',
  } as const;
  if (customer === undefined) return { ...nobody, waitsFor: `an administrator of ${account}` };
  try {
    const user = yield* ask(userFact(customer, address));
    if (!user) return { ...nobody, waitsFor: '' };
    return { ...standing({ user, is: 'First administrator', account, now }), address };
  } catch (refusal) {
    if (!(refusal instanceof Refusal) || refusal.status !== 403) throw refusal;
    return { ...nobody, waitsFor: `${account}, which has closed its account to resellers` };
  }
}
