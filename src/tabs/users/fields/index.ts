import { placed } from '../../../table/compare';
import type { RowReading } from '../../../table/reading';
import type { Granted } from '../grants';
import { aliases } from './aliases';
import { address, employeeId, manager, mobilePhone, workPhone } from './contact';
import { building } from './desk';
import { customFields } from './custom-fields';
import { email } from './email';
import { groups } from './groups';
import { hashFunction } from './hash-function';
import { language } from './language';
import { like } from './like';
import { licences } from './licences';
import { firstName, lastName } from './names';
import { newEmail } from './new-email';
import { orgUnit } from './org-unit';
import { costCentre, department, title } from './organization';
import { changePassword, password } from './password';
import { recoveryEmail, recoveryPhone } from './recovery';
import { roles } from './roles';
import { secondaryEmail } from './secondary-email';
import { sendTo } from './send-to';
import { state } from './state';
import { superAdmin } from './super-admin';
import { userId } from './user-id';

/**
 * The columns of the Users tab that are read, in the order of the sheet. Synonyms are the headers of the file that the
 * Admin console offers for adding users in bulk, and common words in English, German, Spanish and French.
 */
export const userFields = [
  email,
  firstName,
  lastName,
  orgUnit,
  licences,
  roles,
  superAdmin,
  aliases,
  groups,
  state,
  language,
  recoveryEmail,
  recoveryPhone,
  sendTo,
  changePassword,
  password,
  title,
  department,
  costCentre,
  manager,
  workPhone,
  mobilePhone,
  address,
  building,
  employeeId,
  secondaryEmail,
  customFields,
  like,
  newEmail,
  hashFunction,
  userId,
] as const;

/** The id of a column that is read. */
export type UserField = (typeof userFields)[number]['id'];

/** The cells of a row while they are read; custom fields may have columns of their own. */
export type UserReading = RowReading<UserField | `custom:${string}`>;

/** Those that are a place in Google's user: compared, and written with the user. */
export const placedFields = placed(userFields);

/** Those that take requests of their own. */
export const grantedFields: readonly Granted[] = userFields.flatMap((field) => ('grants' in field ? [field] : []));
