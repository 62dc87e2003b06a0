import { columns } from './makers';

/** Accounts that grew out of consumer Gmail are locked to resellers until Google opens them. */
export const fromGmail = columns.tick({
  id: 'fromGmail',
  header: 'From Gmail',
  width: 90,
  synonyms: ['Upgraded from Gmail', 'Von Gmail', 'Desde Gmail', 'Depuis Gmail'],
  note: 'Tick if the customer was upgraded from a business account of consumer Gmail: it has to be unlocked before you can order for it.',
});
