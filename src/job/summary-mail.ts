import { ports } from './ports';
import type { Outcome } from '../engine/outcome';
import { statusWord } from '../table/status';
import { spreadsheet } from './rows/spreadsheet';
import { settings } from './keeping/settings';
import type { Progress } from './wire';

/** The mail that tells the runner how a run ended, if wished. It holds counts and a link, no names and no secrets. */

/** Sends it, or says in a sentence why it could not be sent; '' where it was sent or is not wished. */
export function mailSummary(me: string, progress: Progress): string {
  if (!settings().mailWhenDone) return '';
  if (ports().mail.left() < 1) return 'The summary mail was not sent: today’s mails are used up.';
  ports().mail.send(me, subjectOf(progress), bodyOf(progress));
  return '';
}

function subjectOf(progress: Progress): string {
  const open = (progress.counts.blocked ?? 0) + (progress.counts.failed ?? 0);
  return `Seatsheet: ${progress.rows} rows, ${open ? `${open} need you` : 'all as planned'}`;
}

function bodyOf(progress: Progress): string {
  const counts = (Object.entries(progress.counts) as [Outcome, number][]).map(
    ([outcome, count]) => `${statusWord(outcome) || 'Not checked'}: ${count}`,
  );
  return [
    `The run that you started at ${progress.startedAt} has ended.`,
    '',
    ...counts,
    '',
    progress.stopped,
    progress.adrift,
    `What needs you stands in the columns Status and Details: ${spreadsheet().getUrl()}`,
  ]
    .filter((line, i, all) => line !== '' || all[i - 1] !== '')
    .join('\n');
}
