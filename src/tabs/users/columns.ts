import type { Column } from '../../table/column';
import { detailsColumn, statusColumn, updatedColumn } from '../../table/field';
import { userFields, type UserField } from './fields';

/** Ids of the columns of the Users tab. */
export type UserColumn = UserField | 'status' | 'details' | 'updated';

/** Where something stands: custom fields of the account may have columns of their own. */
export type UserPlace = UserColumn | `custom:${string}`;

/** The columns of the Users tab, in the order in which set-up makes them: people's own, then ours. */
export const userColumns: readonly Column<UserColumn>[] = [
  ...userFields.filter(({ ours }) => !ours),
  statusColumn,
  detailsColumn,
  ...userFields.filter(({ ours }) => ours),
  updatedColumn,
];
