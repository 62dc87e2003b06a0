import { say, together, type Procedure } from '../../engine/procedure';
import { noted } from '../../engine/noted';
import type { Request } from '../../engine/request';
import type { CloudIdentity } from '../../ensure/cloud-identity';
import type { GroupsInReach } from '../../ensure/group';
import type { Person } from '../../ensure/person';
import type { RolesInReach } from '../../ensure/role';
import type { User } from '../../google/resources';
import { gaveSince, keptOf, membersOf, tookAway, type Agreed, type Notes } from '../../table/compare';
import type { Field } from '../../table/field';
import type { At } from './fields/make';

/** Columns whose values take a request each once the person is there: licences, roles, aliases, the super-admin box. */

/** What giving goes by. */
export interface Giving {
  readonly person: Person;
  /** What was agreed last of the column, as the journal keeps it. */
  readonly agreed: string | undefined;
  /** How the person's account has Cloud Identity Free, where that was found out before. */
  readonly cloudIdentity?: CloudIdentity;
  /** What the person holds beyond the column is taken away. */
  readonly exact: boolean;
  /** `2026-03-01`. */
  readonly today: string;
  readonly groups: GroupsInReach;
  readonly roles: RolesInReach;
  /** What the person was in groups before, by their addresses. */
  readonly groupRoles?: Readonly<Record<string, string>>;
  /** Keeps what was found out about the account. */
  learn(found: CloudIdentity): void;
}

/** One thing that a row wishes somebody to have. */
export interface Grant {
  /** One text for what is the same, as the journal keeps it. */
  readonly kept: string;
  /** Sees to it that the person has it; nothing is sent where that is so. */
  grant(giving: Giving): Procedure<void>;
  /**
   * For one that was agreed on before: says that it is gone, undefined where the person has it. Left out: it is given
   * again and again.
   */
  gone?(giving: Giving): Procedure<string | undefined>;
}

/** One thing that somebody holds beyond what a row lists. */
export interface Spare {
  /** One text for what is the same, as the journal keeps it. */
  readonly kept: string;
  /** Another text for the same: a group by its name. */
  readonly also?: string;
  /** `the role Help Desk Admin`. */
  readonly shown: string;
  /** Rights over the account: whose they are taken from matters. */
  readonly rights?: true;
  /** Why nobody can take it, as a sentence. */
  readonly fixed?: string;
  /** Takes it away; it is no failure where it is gone already. */
  take(): Procedure<void>;
}

/** Whose things are looked at. */
export type Whose = Pick<Giving, 'person' | 'groups'>;

/** Somebody by the address that Google knows at present. */
export interface Present {
  readonly account: string;
  readonly email: string;
  /** What they hold beyond the row is taken away. */
  readonly exact: boolean;
}

/** How what somebody has becomes what another row wishes. */
export interface HandOn<Value> {
  /** What the person has, as a row could wish it. */
  held(person: Person): Procedure<Value>;
  /** The value with these members, as they are kept. */
  value(members: readonly string[]): Value;
}

/** How the values of a column are given. */
export interface Grants<Value> {
  members(value: Value): readonly Grant[];
  /** Says what the person holds though the row says none; undefined where that is so. */
  pointOut?(person: Person): Procedure<string | undefined>;
  /** What the person holds beyond these values. Left out: nothing of the column is ever taken away. */
  spare?(value: Value, whose: Whose): Procedure<readonly Spare[]>;
  /** Reads what Google knows by the present address only, before that is changed. */
  lookFirst?(value: Value, present: Present): Procedure<void>;
  /** Where the column is taken over from others. */
  readonly handOn?: HandOn<Value>;
  /** The members agreed on after a write that Google accepted; undefined where it was about something else. */
  afterWrite?(request: Request, agreed: readonly string[]): readonly string[] | undefined;
}

/** A column that is given. */
export interface Granted<Id extends string = string, Value = unknown> extends Field<Id, Value, User, At> {
  readonly grants: Grants<Value>;
}

/** Makes a column one that is given. */
export function granted<const Id extends string, Value>(
  field: Field<Id, Value, User, At>,
  grants: Grants<Value>,
): Granted<Id, Value> {
  return { ...field, grants };
}

/** A value for which nothing has to be asked. */
export function* known<T>(value: T): Procedure<T> {
  yield* [];
  return value;
}

/** The sentence about what only a person takes away; `page` is one of the person's own in the Admin console. */
export function pointedOut(says: string, { user }: Person, { remove, page }: { remove: string; page: string }): string {
  return `${says} It is only pointed out: remove ${remove} in Admin console › Directory › Users › ${user.primaryEmail} › ${page}.`;
}

/** What a row wishes of the columns that are given, and what stands behind it. `wish` by column id. */
export interface Given extends Omit<Giving, 'agreed'> {
  readonly wish: Readonly<Record<string, unknown>>;
  readonly agreed: Agreed;
  /** Ids of the columns that were agreed on as exact lists. */
  readonly exactly: readonly string[];
  readonly putBack: boolean;
  /** Where values come from that no cell of the row says, by column id. */
  readonly notes: Notes;
}

/**
 * Gives what is missing, column by column, member by member, and takes what is beyond where the lists are exact. What
 * was taken away or given at Google since is left, and the headers of these columns are the result.
 */
export function* giveMissing(fields: readonly Granted[], given: Given): Procedure<readonly string[]> {
  const wished = fields.filter(({ id }) => given.wish[id] !== undefined);
  const left = yield* together(...wished.map((field) => giveField(field, given)));
  return wished.filter((_, place) => left[place]).map(({ header }) => header);
}

/** Whether something was left. */
function* giveField(field: Granted, given: Given): Procedure<boolean> {
  const { id, grants } = field;
  const members = grants.members(given.wish[id]);
  const giving = { ...given, agreed: given.agreed[id] };
  if (members.length === 0 && !given.exact) yield* pointOut(grants, given.person);
  const left = yield* together(...members.map((member) => noted(giveMember(member, giving), given.notes[id])));
  // What is switched is given by now, and nothing is taken before what comes in its place is there.
  const beyond = given.exact ? yield* sparesOf(field, given) : [];
  const kept = yield* together(...beyond.map((spare) => takeSpare(spare, isSince(field, given, spare))));
  return [...left, ...kept].includes(true);
}

/** What exact lists of the row would take from the person. */
export function* toTake(fields: readonly Granted[], given: Holding): Procedure<readonly Spare[]> {
  const wished = fields.filter(({ id }) => given.wish[id] !== undefined);
  const spares = yield* together(...wished.map((field) => sparesOf(field, given)));
  return wished.flatMap((field, place) =>
    (spares[place] ?? []).filter((spare) => spare.fixed === undefined && !isSince(field, given, spare)),
  );
}

/** What is looked at to see what somebody holds beyond a row. */
export type Holding = Pick<Given, 'wish' | 'person' | 'groups' | 'agreed' | 'exactly' | 'putBack'>;

function* sparesOf({ id, grants }: Granted, { wish, ...whose }: Holding): Procedure<readonly Spare[]> {
  return grants.spare ? yield* grants.spare(wish[id], whose) : [];
}

/** Whether something was given at Google since its column was agreed on as an exact list. */
function isSince({ id }: Granted, { agreed, exactly, putBack }: Holding, { kept, also = kept }: Spare): boolean {
  return exactly.includes(id) && [kept, also].every((member) => gaveSince({ member, agreed: agreed[id], putBack }));
}

/** Whether something was left as what somebody gave at Google since. */
function* takeSpare({ shown, fixed, take }: Spare, since: boolean): Procedure<boolean> {
  if (fixed !== undefined) yield* say(fixed);
  else if (since) yield* say(`Given at Google since: ${shown}. Left as it is; “Put back” takes it away.`);
  else yield* take();
  return since && fixed === undefined;
}

function* pointOut(grants: Grants<unknown>, person: Person): Procedure<void> {
  const says = grants.pointOut && (yield* grants.pointOut(person));
  if (says !== undefined) yield* say(says);
}

function* giveMember(member: Grant, giving: Giving & Pick<Given, 'putBack'>): Procedure<boolean> {
  const { agreed, putBack } = giving;
  const gone = member.gone && tookAway({ member: member.kept, agreed, putBack }) && (yield* member.gone(giving));
  if (!gone) yield* member.grant(giving);
  else yield* say(`${gone} Left as it is; “Put back” restores it.`);
  return Boolean(gone);
}

/** Reads, for every column, what Google knows by the present address only. */
export function* lookFirst(fields: readonly Granted[], wish: Given['wish'], present: Present): Procedure<void> {
  for (const { id, grants } of fields)
    if (wish[id] !== undefined && grants.lookFirst) yield* grants.lookFirst(wish[id], present);
}

/** What is agreed on after a write that Google accepted. */
export function agreedByWrite(fields: readonly Granted[], request: Request, agreed: Agreed): Agreed {
  const changed = fields.flatMap(({ id, grants }): [string, string][] => {
    const members = grants.afterWrite?.(request, membersOf(agreed[id]));
    return members ? [[id, keptOf(members)]] : [];
  });
  return { ...agreed, ...Object.fromEntries(changed) };
}
