import { detailsColumn, resultColumn, statusColumn, updatedColumn } from '../../table/field';
import { customerFields } from './fields';

/**
 * The columns of the Customers tab, in the order in which set-up makes them: what a row says, and what Seatsheet writes
 * beside it. Synonyms are common words in English, German, Spanish and French.
 */

const terms = resultColumn({
  id: 'terms',
  header: 'Terms',
  note: 'Written by Seatsheet: whether the customer has accepted Google’s terms, and how long they wait.',
});

const verified = resultColumn({
  id: 'verified',
  header: 'Domain verified',
  note: 'Written by Seatsheet: yes, or how many days are left.',
});

const adminConsole = resultColumn({
  id: 'console',
  header: 'Admin console',
  width: 200,
  note: 'Written by Seatsheet: the link to the customer’s Admin console.',
});

/** Ids of the columns of the Customers tab. */
export type CustomerColumn = (typeof customerColumns)[number]['id'];

const [said, written] = [customerFields.filter(({ ours }) => !ours), customerFields.filter(({ ours }) => ours)];

/** Every column. */
export const customerColumns = [
  ...said,
  statusColumn,
  detailsColumn,
  ...written,
  terms,
  verified,
  adminConsole,
  updatedColumn,
];
