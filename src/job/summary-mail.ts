import { ports } from './ports';
import { spreadsheet } from './rows/spreadsheet';
import { settings } from './keeping/settings';
import type { Progress } from './wire';
import { atUtc, countsInWords } from './words';

/** The mail that tells the runner how a run ended, if wished. It holds counts and a link, no names and no secrets. */

/** Sends it, or says in a sentence why it could not be sent; '' where it was sent or is not wished. */
export function mailSummary(me: string, progress: Progress): string {
  if (!settings().mailWhenDone) return '';
  if (ports().mail.left() < 1) return 'The summary mail was not sent: today’s mails are used up.';
  ports().mail.send(me, subjectOf(progress), bodyOf(progress));
  return '';
}

function subjectOf({ counts, stopped }: Progress): string {
  return `Seatsheet: ${stopped ? 'stopped, ' : ''}${countsInWords(counts)}`;
}

function bodyOf({ since, endedAt = '', stages, counts, stopped, adrift }: Progress): string {
  return [
    `The run that you started at ${atUtc(since)} has ended${endedAt && ` at ${atUtc(endedAt)}`}.`,
    '',
    `Rows: ${countsInWords(counts)}.`,
    ...stages.map(({ says, done, of }) => `${says}: ${done} of ${of}`),
    '',
    stopped,
    adrift,
    `What needs you stands in the columns Status and Details: ${spreadsheet().getUrl()}`,
  ]
    .filter((line, i, all) => line !== '' || all[i - 1] !== '')
    .join('\n');
}
