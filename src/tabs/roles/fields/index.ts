import type { RowReading } from '../../../table/reading';
import { account } from './account';
import { groups } from './groups';
import { privileges } from './privileges';
import { condition, scope } from './scope';
import { description, roleName } from './texts';

/** The columns that people fill in on the Roles tab, in the order of the sheet. */
export const roleFields = [account, roleName, description, privileges, scope, condition, groups] as const;

/** The cells of a row while they are read. */
export type RoleReading = RowReading<(typeof roleFields)[number]['id']>;
