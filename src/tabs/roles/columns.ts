import type { Column } from '../../table/column';
import { detailsColumn, resultColumn, statusColumn, updatedColumn } from '../../table/field';
import { roleFields } from './fields';

const roleId = resultColumn({
  id: 'roleId',
  header: 'Role ID',
  width: 160,
  note: 'Written by Seatsheet: what Google calls the role.',
});

const all = [...roleFields, statusColumn, detailsColumn, roleId, updatedColumn] as const;

/** Ids of the columns of the Roles tab. */
export type RoleColumn = (typeof all)[number]['id'];

/** The columns of the Roles tab, in the order in which set-up makes them. */
export const roleColumns: readonly Column<RoleColumn>[] = all;
