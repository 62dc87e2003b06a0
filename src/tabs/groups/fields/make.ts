import type { Group } from '../../../google/resources';
import { Fields } from '../../../table/field';

/** Makes the columns of the Groups tab. */
export const groupColumn = new Fields<Group>();
