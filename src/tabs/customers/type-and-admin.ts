import { readText } from '../../table/cell';
import type { RowReading } from '../../table/reading';
import type { CustomerField } from './fields';

/** Type and Primary admin go together: only a team has an administrator on its own row. */

type Reading = RowReading<CustomerField>;

/** Complains about cells that contradict each other. What cannot be changed later is not guessed. */
export function checkTypeAndAdmin(reading: Reading, type: 'domain' | 'team' | undefined): void {
  const admin = readText(reading.text('primaryAdmin')).kind;
  if (type === 'team' && admin === 'blank')
    reading.complain(
      'primaryAdmin',
      'A team needs the business address of its first administrator: Google mails the link there that makes the account work.',
    );
  // An administrator on a row without a type may mean either.
  if (admin === 'value' && readText(reading.text('type')).kind === 'blank')
    reading.complain(
      'type',
      'Primary admin is for teams only, and Type is empty. Write Team, or write Domain and put the first administrator on the Users tab (tick Super admin).',
    );
  if (admin === 'value' && type === 'domain')
    reading.warn(
      'Primary admin is for teams only and not used here: the first administrator of a domain is a row of the Users tab (tick Super admin).',
    );
}
