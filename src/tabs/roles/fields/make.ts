import type { Role } from '../../../google/resources';
import { Fields } from '../../../table/field';

/** Makes the columns of the Roles tab. */
export const roleColumn = new Fields<Role>();
