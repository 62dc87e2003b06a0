import type { Mail } from '../calls';
import { Service } from '../execution/facade';
import type { Simulates } from '../execution/simulates';
import { lacking } from '../records';
import { mismatch, onlyKnown, record, text } from './arguments';

const options = ['htmlBody', 'cc', 'bcc', 'replyTo', 'name', 'noReply'];

/** MailApp. Attachments and inline images are not simulated and refused by name. */
export class MailApp extends Service implements Simulates<MailApp, GoogleAppsScript.Mail.MailApp> {
  readonly _class = 'MailApp';

  getRemainingDailyQuota(): number {
    return this._run.invoke('mail.remaining', {});
  }

  /** `(message)`, `(to, subject, body[, options])` or `(to, replyTo, subject, body)` (reference of MailApp). */
  sendEmail(...args: readonly unknown[]): void {
    this._run.invoke('mail.send', mailOf(args));
  }
}

function mailOf(args: readonly unknown[]): Mail {
  const method = 'MailApp.sendEmail';
  if (args.length === 1) {
    const { to, subject = '', body = '', ...rest } = record(args[0], method);
    return { to: text(to, method), subject: text(subject, method), body: text(body, method), ...optional(rest) };
  }
  if (args.length === 4 && args.every((arg) => typeof arg === 'string')) {
    const [to = '', replyTo = '', subject = '', body = ''] = args as string[];
    return { to, replyTo, subject, body };
  }
  if (args.length !== 3 && args.length !== 4) throw mismatch(method, args);
  const [to, subject, body] = args.slice(0, 3).map((arg) => text(arg, method));
  return {
    to: to ?? '',
    subject: subject ?? '',
    body: body ?? '',
    ...optional(args.length === 4 ? record(args[3], method) : {}),
  };
}

function optional(given: Record<string, unknown>): Partial<Mail> {
  onlyKnown(given, options, 'MailApp.sendEmail');
  return Object.fromEntries(
    Object.entries(lacking(given, 'noReply'))
      .filter(([, value]) => value !== undefined && value !== null)
      .map(([key, value]) => [key, text(value, `MailApp.sendEmail ${key}`)]),
  );
}
