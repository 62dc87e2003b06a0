import type { Column } from '../../table/column';
import { detailsColumn, statusColumn, updatedColumn } from '../../table/field';
import { groupFields } from './fields';

const all = [...groupFields, statusColumn, detailsColumn, updatedColumn] as const;

/** Ids of the columns of the Groups tab. */
export type GroupColumn = (typeof all)[number]['id'];

/** The columns of the Groups tab, in the order in which set-up makes them. */
export const groupColumns: readonly Column<GroupColumn>[] = all;
