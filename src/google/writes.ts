/** What writes do, for plans: in which order they are listed, and which of them a person is asked about once more. */

/** The beginnings of operation ids, as writes happen one after another, with the stage of a run that they belong to. */
const order: readonly (readonly [string, string])[] = [
  ['reseller.customers', 'Customers'],
  ['directory.customers', 'Languages of customers'],
  ['reseller.subscriptions', 'Orders and seats'],
  ['directory.orgunits.insert', 'Org units'],
  ['directory.users.insert', 'New people'],
  ['directory.users.update', 'Changes to people'],
  ['licensing', 'Licences'],
  ['directory.roleAssignments', 'Roles'],
  ['directory.users.aliases', 'Aliases'],
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
] as const;

/** The place of an operation among the kinds of writes; -1 for one that is not listed. */
export function placeOf(op: string): number {
  return order.findIndex(([beginning]) => op.startsWith(beginning));
}

/** The stage of a run that an operation belongs to. */
export function stageOf(op: string): string {
  return order[placeOf(op)]?.[1] ?? 'Other changes';
}

/** Whether a write makes a person. */
export function createsPerson(op: string): boolean {
  return op === 'directory.users.insert';
}

/** Whether a write ends a subscription for good. */
export function endsSubscription(op: string): boolean {
  return op === 'reseller.subscriptions.delete';
}
