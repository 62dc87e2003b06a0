import { Blocked } from '../engine/outcome';
import type { Procedure } from '../engine/procedure';
import { lineOf, redirectsOf, type Redirect } from '../tabs/team/redirects';
import { reportOf, type ReportAt } from './report';

/** The lines that the recipient address map of each account takes; from the sheet alone. */
export const mailRedirect = reportOf<Redirect>({
  id: 'mail-redirect',
  label: 'Mail redirect',
  help: 'Where mail to each staff account of the Team tab is to go, as lines for Gmail’s recipient address map.',
  columns: [
    { header: 'Line', of: lineOf },
    { header: 'Domain', of: ({ domain }) => domain },
    { header: 'Account', of: ({ from }) => from },
    { header: 'Work address', of: ({ to }) => to },
    { header: 'Needed', of: ({ mailbox }) => (mailbox ? 'only if its mailbox is not read' : 'yes: no mailbox') },
  ],
  entries,
});

// A report is a procedure even where it asks nothing of Google.
// eslint-disable-next-line require-yield
function* entries({ read }: ReportAt): Procedure<readonly Redirect[]> {
  const { redirects } = redirectsOf({ team: read('Team'), users: read('Users') });
  if (redirects.length === 0)
    throw new Blocked(
      'Nobody on the Team tab has an account and a work address that mail could go to.',
      'Fill in Work address and tick domains on the Team tab.',
    );
  return redirects;
}
