import { defined } from '../../engine/defined';
import type { Belongings } from '../../ensure/delete-user';
import { answersIn } from '../../engine/question';
import { failuresIn } from '../../engine/outcome';
import { isObject, isTexts, Refusal, type Request } from '../../engine/request';
import { asUser } from '../../google/resources';
import { agreedAfter, agreedIn } from '../../table/compare';
import { grantedFields, placedFields } from './fields';
import { newEmail } from './fields/new-email';
import { agreedByWrite } from './grants';
import { takenOverIn, type TakenOver } from './like/taken-over';
import { cellsIn, rewritesIn } from '../rewrites';
import type { HandedOff, Mark, Memory, PasswordName, Provisioned } from './row';
import type { UserWish } from './wish';

const comparedFields = [...placedFields, ...grantedFields, newEmail];

/** The drift of a row whose account is gone: nothing of its wish was compared. */
export const deleted = 'deleted';

/** What the journal learns about a row: from each write that Google accepted, and from a row that ended as wished. */

/** The memory after a write that Google accepted in the row's name. */
export function afterWrite(memory: Memory, request: Request, value: unknown): Memory {
  if (request.op === 'directory.users.insert') return claimed(memory, asUser(value).id);
  const agreed = agreedByWrite(grantedFields, request, memory.agreed ?? {});
  return Object.keys(agreed).length ? { ...memory, agreed } : memory;
}

/** The memory of a row whose account is gone and that is to have a new one. */
export function forgotten({ mark, answers, userId, former = userId }: Memory): Memory {
  return { ...defined({ answers, mark, former }) };
}

/**
 * The memory of a row whose account was made by the run that marked it: with the first password that was sent along.
 * What was agreed of an earlier account of the row, which is gone, says nothing about this one.
 */
export function claimed(memory: Memory, userId: string): Memory {
  if (memory.created && memory.userId === userId) return memory;
  const { mark } = memory;
  const { takenOver } = memory;
  const { former: _gone, ...kept } = forgotten(memory);
  const own: Memory = { ...kept, userId, created: true, ...defined({ takenOver }) };
  // A hash cannot be handed off: nobody here knows its password.
  if (!mark || mark.password === 'hash') return own;
  const { run, address, by, since: at } = mark;
  return { ...own, password: { run, address, by, at } };
}

/** The mark that an approved creation leaves in the journal before anything is sent. */
export function marked(
  memory: Memory,
  wish: UserWish,
  run: { readonly id: string; readonly since: string; readonly by: string },
): Memory {
  const password = wish.password === undefined ? 'derived' : wish.password.kind === 'hash' ? 'hash' : 'given';
  return { ...memory, mark: { run: run.id, since: run.since, by: run.by, address: wish.email, password } };
}

/**
 * The memory of a planned row. One that has more to do keeps its mark; an account that its own dead run made is its own
 * already.
 */
export function afterPlan(before: Memory, done: Provisioned): Memory {
  const { madeNow, userId, drift, takenOver } = done;
  const taken = takenOver ? { takenOver } : {};
  const memory = { ...withBelongings(before, done), drift, ...taken };
  if (!madeNow) return memory;
  // A row that is to make an account has none by now, whatever it had before.
  return userId.startsWith('planned:') ? { ...forgotten(memory), ...taken } : claimed(memory, userId);
}

/**
 * The memory of a row that ended: fields as wished are agreed, those that drifted stay as Seatsheet wrote them last.
 */
export function afterEnd(ask: {
  memory: Memory;
  wish: UserWish;
  userId: string;
  drift: readonly string[];
  madeNow: boolean;
  exact: boolean;
  /** The row gave back what had belonged to the person. */
  cameBack: boolean;
  belongings?: Belongings;
  restored?: true;
  now: string;
  takenOver?: TakenOver;
}): Memory {
  const { wish, drift, takenOver } = ask;
  const { mark: _ended, passwordSent: _sent, ...memory } = ask.madeNow ? claimed(ask.memory, ask.userId) : ask.memory;
  if (drift.includes(deleted)) return { ...memory, drift };
  // Of a row that deletes, nothing else is done.
  const done = wish.state === 'Deleted' ? { state: wish.state } : wish;
  const agreed = agreedAfter(comparedFields, { wish: done, agreed: memory.agreed ?? {}, drift });
  const { belongings: _before, deletedAt: _then, left, ...others } = memory;
  // Once the person is there again, nothing is kept of what belonged to them.
  const isAway = wish.state === 'Deleted' || (left !== undefined && wish.state !== 'Active' && !ask.cameBack);
  const kept = isAway ? memory : others;
  const back = ask.restored ? { restoredAt: ask.now } : {};
  const taken: Pick<Memory, 'takenOver'> = takenOver ? { takenOver: { ...takenOver, ended: true } } : {};
  const { exactly, drift: _formerly, ...bare } = kept;
  const lists = exactlyAfter(exactly, ask);
  return {
    ...withBelongings(bare, ask),
    ...back,
    ...lists,
    userId: ask.userId,
    agreed,
    ...(drift.length ? { drift } : {}),
    ...taken,
  };
}

/** Whether somebody was given back and was not told since. */
export function isBack({ restoredAt, handedOff }: Memory): boolean {
  return restoredAt !== undefined && (handedOff === undefined || handedOff.at < restoredAt);
}

/**
 * Which lists are agreed on as exact now. Of an account made in this run nobody knows yet what comes to it by itself.
 */
function exactlyAfter(
  before: Memory['exactly'] = [],
  { wish, drift, exact, madeNow }: Pick<Parameters<typeof afterEnd>[0], 'wish' | 'drift' | 'exact' | 'madeNow'>,
): Pick<Memory, 'exactly'> {
  const told: readonly string[] = grantedFields
    .filter(
      ({ id, header, grants }) => grants.spare && wish[id as keyof UserWish] !== undefined && !drift.includes(header),
    )
    .map(({ id }) => id);
  const others = before.filter((id) => !told.includes(id));
  const exactly = exact && !madeNow ? [...others, ...told] : others;
  return exactly.length ? { exactly } : {};
}

/** The memory with what belongs to somebody who is to be deleted, from the check on: a run may die at any point. */
export function withBelongings(memory: Memory, { belongings }: Pick<Memory, 'belongings'>): Memory {
  return belongings ? { ...memory, belongings } : memory;
}

/**
 * What asks whether a mail that may have gone out is to be sent again, and the name under which it is noted as begun.
 */
export const mailKind = 'handOffMail';

/** The memory right before a mail goes out. `now`: RFC 3339. */
export function beforeMail(memory: Memory, now: string): Memory {
  return { ...memory, begun: { ...memory.begun, [mailKind]: now } };
}

/** The memory of a row whose mail was refused for certain: it was not begun, and may be tried again. */
export function afterRefusedMail(memory: Memory, error: unknown): Memory {
  const isRefused = (one: unknown): boolean =>
    one instanceof Refusal && one.options.op === 'mail.send' && one.status >= 400 && one.status < 500;
  if (!failuresIn(error).some(isRefused)) return memory;
  const { begun: _none, ...rest } = memory;
  return rest;
}

/**
 * The memory of a row after a deed that was done: the next one is asked about anew, and sends a password of its own.
 */
export function afterDeed({ passwordSent: _sent, begun: _done, answers, ...memory }: Memory): Memory {
  const left = answers?.filter(({ kind }) => kind !== 'administrator' && kind !== mailKind) ?? [];
  return left.length ? { ...memory, answers: left } : memory;
}

/** The memory in a line of the journal, from whatever stands there: what is not understood is left out. */
export function memoryIn(json: object): Memory {
  const { userId, created, answers, agreed, drift, password, passwordSent, mark, ...rest } = isObject(json) ? json : {};
  const { belongings, deletedAt, restoredAt, begun, handedOff, takenOver, exactly, former } = rest;
  const [left, rewrites] = [cellsIn(rest.left), rewritesIn(rest.rewrites)];
  return {
    ...(typeof userId === 'string' ? { userId } : {}),
    ...(created === true ? { created } : {}),
    ...(answers === undefined ? {} : { answers: answersIn(answers) }),
    ...(agreed === undefined ? {} : { agreed: agreedIn(agreed) }),
    ...(Array.isArray(exactly) && exactly.length ? { exactly: exactly.filter(isText) } : {}),
    ...(Array.isArray(drift) ? { drift: drift.filter(isText) } : {}),
    ...(isPasswordName(password) ? { password } : {}),
    ...(typeof passwordSent === 'string' ? { passwordSent } : {}),
    ...(isMark(mark) ? { mark } : {}),
    ...(isBelongings(belongings) ? { belongings } : {}),
    ...(isText(deletedAt) ? { deletedAt } : {}),
    ...(isText(restoredAt) ? { restoredAt } : {}),
    ...(isText(former) ? { former } : {}),
    ...takenOverIn(takenOver),
    ...defined({ left, rewrites }),
    ...(isTexts(begun) ? { begun } : {}),
    ...(hasTexts(handedOff, ['at', 'to']) ? { handedOff: handedOffIn(handedOff) } : {}),
  };
}

function handedOffIn({ at, to, by }: Readonly<Record<string, unknown>>): HandedOff {
  return { at: String(at), to: String(to), ...(by === 'slips' || by === 'csv' ? { by } : {}) };
}

/** How sign-in details were handed off, in words. */
export function handedOffInWords({ to, by }: HandedOff): string {
  if (by) return by === 'slips' ? 'on paper' : 'as a CSV file';
  return to ? `by mail to ${to}` : 'by mail';
}

function isPasswordName(value: unknown): value is PasswordName {
  return hasTexts(value, ['run', 'address', 'by', 'at']);
}

function isMark(value: unknown): value is Mark {
  const { password } = isObject(value) ? value : {};
  const isKind = password === 'derived' || password === 'given' || password === 'hash';
  return hasTexts(value, ['run', 'since', 'by', 'address']) && isKind;
}

function isBelongings(value: unknown): value is Belongings {
  const { superAdmin, aliases, licences, roles, groups = [] } = isObject(value) ? value : {};
  const lists = [aliases, licences, roles, groups];
  const areTexts = lists.every((list) => Array.isArray(list) && list.every(isText));
  return hasTexts(value, ['userId', 'orgUnit']) && typeof superAdmin === 'boolean' && areTexts;
}

function hasTexts(value: unknown, fields: readonly string[]): value is Record<string, unknown> {
  return isObject(value) && fields.every((field) => isText(value[field]));
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
