import { placed } from '../../../table/compare';
import type { RowReading } from '../../../table/reading';
import { email } from './email';
import { externalMembers } from './external-members';
import { owners } from './owners';
import { state } from './state';
import { description, name } from './texts';

/** The columns that people fill in on the Groups tab, in the order of the sheet. */
export const groupFields = [email, name, description, owners, externalMembers, state] as const;

/** Those that are a place in Google's group: compared, and written with the group. */
export const placedFields = placed(groupFields);

/** Ids of these columns. */
type InputId = (typeof groupFields)[number]['id'];

/** The cells of a row while they are read. */
export type GroupReading = RowReading<InputId>;
