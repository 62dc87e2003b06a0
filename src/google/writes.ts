import type { PlannedWrite } from '../engine/plan';
import { isChange } from '../engine/words';

/** What writes do, for plans: in which order they are listed, and which of them a person is asked about once more. */

/** The beginnings of operation ids, as writes happen one after another, with the stage of a run that they belong to. */
const order: readonly (readonly [string, string])[] = [
  ['reseller.customers', 'Customers'],
  ['directory.customers', 'Languages of customers'],
  ['reseller.subscriptions', 'Orders and seats'],
  ['directory.orgunits.insert', 'Org units'],
  ['directory.groups.insert', 'New groups'],
  ['directory.users.insert', 'New people'],
  ['directory.users.undelete', 'Restored people'],
  ['directory.users.signOut', 'Sign-outs'],
  ['directory.users.update', 'Changes to people'],
  ['directory.tokens', 'Applications'],
  ['directory.asps', 'Application passwords'],
  ['licensing', 'Licences'],
  ['directory.roles.', 'Roles that are made'],
  ['directory.roleAssignments', 'Roles'],
  ['directory.users.aliases', 'Aliases'],
  ['directory.members', 'Memberships'],
  ['directory.groups.patch', 'Changes to groups'],
  ['directory.users.delete', 'Deletions'],
  ['directory.groups.delete', 'Deleted groups'],
  ['directory.users', 'Super administrators'],
  ['mail', 'Mails'],
];

/**
 * The commonest writes of plans, for short forms in cells. A journal is read with the list that it was written with:
 * new ones go to the end.
 */
export const commonWrites = [
  'directory.users.insert',
  'directory.users.update',
  'directory.users.aliases.insert',
  'directory.users.makeAdmin',
  'directory.roleAssignments.insert',
  'licensing.licenseAssignments.insert',
  'licensing.licenseAssignments.update',
  'licensing.licenseAssignments.delete',
  'directory.orgunits.insert',
  'mail.send',
  'directory.users.signOut',
  'directory.members.insert',
  'directory.groups.insert',
  'directory.roles.insert',
] as const;

/** The place of an operation among the kinds of writes; -1 for one that is not listed. */
export function placeOf(op: string): number {
  return order.findIndex(([beginning]) => op.startsWith(beginning));
}

/** The stage of a run that an operation belongs to. */
export function stageOf(op: string): string {
  return order[placeOf(op)]?.[1] ?? 'Other changes';
}

/** What a run does to people, and takes away from them, in numbers that a person may limit. */
export const limited = ['created', 'suspended', 'archived', 'deleted', 'taken'] as const;
/** One of them. */
export type Limited = (typeof limited)[number];

/** What of these a write is; states are told by the change that its plan words. */
export function limitedBy({ op, words }: Pick<PlannedWrite, 'op' | 'words'>): Limited | undefined {
  if (op === 'directory.users.insert') return 'created';
  if (op === 'directory.users.delete') return 'deleted';
  if (takes.includes(op)) return 'taken';
  const [, , state] = (words.values ?? []).filter(isChange).find(([what]) => what === 'state') ?? [];
  return op === 'directory.users.update' && state !== undefined ? stateLimits[state] : undefined;
}

/** What takes something that people hold away from them. */
const takes: readonly string[] = [
  'licensing.licenseAssignments.delete',
  'directory.roleAssignments.delete',
  'directory.users.aliases.delete',
  'directory.members.delete',
];

const stateLimits: Readonly<Record<string, Limited>> = { Suspended: 'suspended', Archived: 'archived' };

/** What ends for good: how a run does it, what is ended, and by which write. */
export const endings = [
  { does: 'ends', what: 'subscription', op: 'reseller.subscriptions.delete' },
  { does: 'deletes', what: 'group', op: 'directory.groups.delete' },
] as const;
