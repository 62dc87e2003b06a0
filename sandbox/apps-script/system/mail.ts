import type { Handlers, Mail } from '../calls';
import { limits } from '../limits';
import { PlatformError } from '../exceptions';
import { quotaLeft, useQuota } from './quotas';
import type { QuotaHost } from './quotas';

/** Mail: nothing leaves the machine, it is kept with the state. */

/** The handlers of MailApp for one person. */
export function mailCalls(host: QuotaHost & { readonly user: string }): Handlers<'mail'> {
  return {
    'mail.send': (mail) => {
      const recipients = check(mail, limits.mailBody[host.tier]);
      if (!useQuota(host, { quota: 'mailRecipients', user: host.user, amount: recipients })) {
        throw new PlatformError('Service invoked too many times for one day: email.');
      }
      host.state.counters.mailRecipients += recipients;
      host.state.mails.push({ at: new Date(host.now()).toISOString(), from: host.user, ...mail });
    },
    'mail.remaining': () => quotaLeft(host, 'mailRecipients', host.user),
  };
}

/** The number of recipients. Throws Google's texts where a mail cannot be sent. */
function check(mail: Mail, mostBody: number): number {
  const addresses = [mail.to, mail.cc ?? '', mail.bcc ?? '']
    .flatMap((list) => list.split(','))
    .map((one) => one.trim())
    .filter((one) => one !== '');
  if (addresses.length === 0) throw new PlatformError('Failed to send email: no recipient');
  const wrong = addresses.find((one) => !/^(?:[^<>]*<)?[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+>?$/.test(one));
  if (wrong !== undefined) throw new PlatformError(`Invalid email: ${wrong}`);
  if (addresses.length > limits.mailRecipientsPerMessage)
    throw new PlatformError('Limit Exceeded: Email Recipients Per Message.');
  if (Buffer.byteLength(mail.body) > mostBody || Buffer.byteLength(mail.htmlBody ?? '') > mostBody)
    throw new PlatformError('Limit Exceeded: Email Body Size.');
  return addresses.length;
}
