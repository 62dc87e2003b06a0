import { ask, together, type Procedure } from '../engine/procedure';
import { Refusal } from '../engine/request';
import { deletedUsersFact, subscriptionsFact } from '../google/facts';
import type { User } from '../google/resources';
import { reportOf, type ReportAt } from './report';

/** Somebody who was deleted and can still be restored. Google's lists may show no more than id and address. */
export interface DeletedPerson {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly given: string;
  readonly family: string;
  /** `2026-03-01`, or '' where Google does not tell. */
  readonly deletedOn: string;
  /** Days left of 20, whole ones; undefined where Google does not tell. */
  readonly daysLeft: number | undefined;
}

const day = 86_400_000;
const keptDays = 20;

/** Deleted people as the list of an account has them, the latest first. `now`: milliseconds since the epoch. */
export function deletedPeople(users: readonly User[], now: number): readonly DeletedPerson[] {
  const latest = [...users].sort((one, other) => (one.deletionTime < other.deletionTime ? 1 : -1));
  return latest.map(({ id, primaryEmail: email, name, deletionTime }) => ({
    id,
    email,
    given: name.givenName,
    family: name.familyName,
    name: `${name.givenName} ${name.familyName}`.trim(),
    deletedOn: deletionTime.slice(0, 10),
    daysLeft:
      deletionTime === '' ? undefined : Math.max(0, Math.ceil((Date.parse(deletionTime) + keptDays * day - now) / day)),
  }));
}

interface Entry {
  readonly customer: string;
  /** Undefined: Google does not show this account's people to whoever asks. */
  readonly person: DeletedPerson | undefined;
}

/** Everybody who was deleted in the last 20 days, of one's own account and of every customer. */
export const deletedPeopleReport = reportOf<Entry>({
  id: 'deleted-people',
  label: 'Deleted people',
  help: 'Who was deleted in the last 20 days and can be restored, of all your customers.',
  columns: [
    { header: 'Name', of: ({ person }) => person?.name ?? '(not shown by Google)' },
    { header: 'Address', of: ({ person }) => person?.email ?? '' },
    { header: 'Deleted on', of: ({ person }) => person?.deletedOn ?? '' },
    { header: 'Days left', of: ({ person }) => person?.daysLeft ?? '' },
    { header: 'Customer', of: ({ customer }) => customer },
    { header: 'User ID', of: ({ person }) => person?.id ?? '' },
  ],
  entries,
});

function* entries({ who, now }: ReportAt): Procedure<readonly Entry[]> {
  const sold = who.reseller ? yield* ask(subscriptionsFact(who.account)) : [];
  const customers = new Map(sold.map((one) => [one.customerId, one.customerDomain]));
  const accounts = new Map([[who.account, who.primaryDomain], ...[...customers].sort(byName)]);
  const all = yield* together(...[...accounts].map(([id, name]) => entriesOf({ id, name }, Date.parse(now))));
  return all.flat();
}

function byName([, one]: readonly [string, string], [, other]: readonly [string, string]): number {
  return one < other ? -1 : 1;
}

/** One account that Google does not show must not keep the others from being read. */
function* entriesOf(
  { id, name }: { readonly id: string; readonly name: string },
  now: number,
): Procedure<readonly Entry[]> {
  try {
    const people = deletedPeople(yield* ask(deletedUsersFact(id)), now);
    return people.map((person) => ({ customer: name, person }));
  } catch (refusal) {
    if (!(refusal instanceof Refusal) || refusal.status !== 403) throw refusal;
    return [{ customer: name, person: undefined }];
  }
}
