import { primaryDomainOf } from '../reach';
import type { JobAt } from '../tab';
import type { SeatWatch } from './row';
import { isWatched } from './units';
import type { UserWish } from './wish';

/** What rows of people with nothing but Cloud Identity know of the seats of their account, by place. */
export function seatWatches(
  rows: readonly { readonly place: number; readonly wish: UserWish }[],
  { reach, cloudIdentity }: Pick<JobAt, 'reach' | 'cloudIdentity'>,
): ReadonlyMap<number, SeatWatch> {
  const accounts = new Map<string, SeatWatch>();
  const watched = new Map<number, SeatWatch>();
  for (const { place, wish } of rows.filter((row) => isWatched(row.wish))) {
    const { account } = wish;
    const seats = accounts.get(account) ?? {
      domain: primaryDomainOf(reach, account),
      seats: cloudIdentity.seatsOf(account),
      cap: { reached: false, told: false },
    };
    accounts.set(account, seats);
    watched.set(place, seats);
  }
  return watched;
}
