import { detailsColumn, resultColumn, statusColumn, updatedColumn } from '../../table/field';
import type { Column } from '../../table/column';
import { subscriptionFields } from './fields';

const googleSays = resultColumn({
  id: 'googleSays',
  header: 'Google says',
  width: 260,
  note: 'Written by Seatsheet: the subscription as Google had it when it was looked at last.',
});
const all = [...subscriptionFields, statusColumn, detailsColumn, googleSays, updatedColumn] as const;

/** Ids of the columns of the Subscriptions tab. */
export type SubscriptionColumn = (typeof all)[number]['id'];

/** The columns of the Subscriptions tab, in the order in which set-up makes them. */
export const subscriptionColumns: readonly Column<SubscriptionColumn>[] = all;
