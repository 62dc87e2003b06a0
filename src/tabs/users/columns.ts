import type { Column } from '../../table/column';
import { detailsColumn, resultColumn, statusColumn, updatedColumn } from '../../table/field';
import { userFields, type UserField } from './fields';

/** Ids of the columns of the Users tab. */
export type UserColumn = UserField | 'status' | 'details' | 'updated' | 'from';

/** Where a row comes from that no person wrote. Set-up leaves it out: it is made with the first such row. */
const fromColumn: Column<'from'> = {
  ...resultColumn({ id: 'from', header: 'From', note: 'Written by Seatsheet: where the row comes from.' }),
  optional: true,
};

/** Where something stands: custom fields of the account may have columns of their own. */
export type UserPlace = UserColumn | `custom:${string}`;

/** The columns of the Users tab, in the order in which set-up makes them: people's own, then ours. */
export const userColumns: readonly Column<UserColumn>[] = [
  ...userFields.filter(({ ours }) => !ours),
  statusColumn,
  detailsColumn,
  ...userFields.filter(({ ours }) => ours),
  updatedColumn,
  fromColumn,
];
