import type { Request } from '../../engine/request';
import { asUser } from '../../google/resources';
import type { Agreed, Memory } from './row';
import type { UserWish } from './wish';

/** The drift of a row whose account is gone: nothing of its wish was compared. */
export const deleted = 'deleted';

/** What the journal learns about a row: from each write that Google accepted, and from a row that ended as wished. */

/** The memory after a write that Google accepted in the row's name. */
export function afterWrite(memory: Memory, request: Request, value: unknown): Memory {
  if (request.op === 'directory.users.insert') return claimed(memory, asUser(value).id);
  const agreed = memory.agreed ?? {};
  const change = agreedBy(request, agreed);
  return change ? { ...memory, agreed: { ...agreed, ...change } } : memory;
}

/** The memory of a row whose account is gone and that is to have a new one. */
export function forgotten({ mark, samePerson }: Memory): Memory {
  return { ...(samePerson ? { samePerson } : {}), ...(mark ? { mark } : {}) };
}

/**
 * The memory of a row whose account was made by the run that marked it: with the first password that was sent along.
 * What was agreed of an earlier account of the row, which is gone, says nothing about this one.
 */
export function claimed(memory: Memory, userId: string): Memory {
  if (memory.created && memory.userId === userId) return memory;
  const { mark } = memory;
  const own: Memory = { ...forgotten(memory), userId, created: true };
  // A hash cannot be handed off: nobody here knows its password.
  if (!mark || mark.password === 'hash') return own;
  const { run, address, by, since: at, password } = mark;
  return { ...own, password: { run, address, generation: 0, by, at, given: password === 'given' } };
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

/** The memory of a row whose run ended in good order: from `now` on nothing is in flight for it any more. */
export function landed(memory: Memory, now: string): Memory {
  const { mark } = memory;
  return mark && mark.until === undefined ? { ...memory, mark: { ...mark, until: now } } : memory;
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
}): Memory {
  const { wish, drift } = ask;
  const { mark: _ended, passwordSent: _sent, ...memory } = ask.madeNow ? claimed(ask.memory, ask.userId) : ask.memory;
  if (drift.includes(deleted)) return { ...memory, drift };
  const kept = (field: string): boolean => drift.includes(field);
  const agreed: Agreed = {
    ...memory.agreed,
    ...(kept('Email') ? {} : { email: wish.email }),
    ...field('firstName', kept('First name'), wish.firstName),
    ...field('lastName', kept('Last name'), wish.lastName),
    ...field('orgUnit', kept('Org unit'), wish.orgUnit),
    ...field('state', kept('State'), wish.state),
    ...field('language', kept('Language'), wish.language),
    ...field(
      'recoveryEmail',
      kept('Recovery email'),
      wish.recoveryEmail ?? (wish.recoveryEmail === null ? '' : undefined),
    ),
    ...field(
      'recoveryPhone',
      kept('Recovery phone'),
      wish.recoveryPhone ?? (wish.recoveryPhone === null ? '' : undefined),
    ),
    ...field('superAdmin', kept('Super admin'), wish.superAdmin),
    ...field(
      'licences',
      kept('Licences'),
      wish.licences?.map((sku) => sku.skuId),
    ),
    ...field('roles', kept('Roles'), wish.roles),
    ...field('aliases', kept('Aliases'), wish.aliases),
  };
  return { ...memory, userId: ask.userId, agreed, drift };
}

function field<K extends keyof Agreed>(name: K, kept: boolean, value: Agreed[K]): Partial<Agreed> {
  return kept || value === undefined ? {} : ({ [name]: value } as Partial<Agreed>);
}

function agreedBy(request: Request, agreed: Agreed): Partial<Agreed> | undefined {
  const { params, body, named } = request;
  switch (request.op) {
    case 'licensing.licenseAssignments.insert':
      return { licences: [...(agreed.licences ?? []), params.skuId ?? ''] };
    case 'licensing.licenseAssignments.update':
      return { licences: [...(agreed.licences ?? []).filter((sku) => sku !== params.skuId), String(body?.skuId)] };
    case 'directory.roleAssignments.insert':
      return { roles: [...(agreed.roles ?? []), (named?.roleId ?? '').replace(/^role:/, '')] };
    case 'directory.users.aliases.insert':
      return { aliases: [...(agreed.aliases ?? []), String(body?.alias)] };
    default:
      return undefined;
  }
}

/** The memory with a person's answer to `Same person?`. */
export function answered(memory: Memory, name: string, same: boolean): Memory {
  return { ...memory, samePerson: { name, same } };
}

/** The memory in a line of the journal, which nobody but Seatsheet writes. */
export function memoryIn(json: object): Memory {
  return json;
}
