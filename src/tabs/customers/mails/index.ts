import { readableText } from '../../../engine/domain-names';
import { german } from './de';
import { english } from './en';
import { spanish } from './es';
import { french } from './fr';
import type { Mail, MailWords } from './words';

/**
 * Mails to customers. Nothing secret stands in them, and nothing that a check could not know: what is approved is what
 * is sent.
 */

/** The languages that there are words in; the first is for everybody else. */
const languages: readonly MailWords[] = [english, german, spanish, french];

/** Whom a mail is about. */
export interface MailAbout {
  /** Google's code, `es-419`; anything that we have no words in is English. */
  readonly language: string | undefined;
  readonly type: 'domain' | 'team';
  readonly domain: string;
  /** Who can accept the terms: an address. */
  readonly administrator: string;
  readonly verified: boolean;
}

/** Tells a new customer what only the customer can do: accept the terms, and verify the domain. */
export function welcomeMail(about: MailAbout): Mail {
  return withSteps(about, wordsIn(about.language).welcome);
}

/** Reminds a customer whose terms wait. */
export function reminderMail(about: MailAbout): Mail {
  return withSteps(about, wordsIn(about.language).remind);
}

/**
 * Asks a customer of somebody else's for a transfer token, made for our public id
 * (support.google.com/a/answer/7643790).
 */
export function tokenMail(about: {
  readonly language: string | undefined;
  readonly domain: string;
  readonly publicId: string;
}): Mail {
  const words = wordsIn(about.language);
  return mailOf(words, words.token, { domain: readableText(about.domain), publicId: about.publicId });
}

function withSteps({ language, type, domain, administrator, verified }: MailAbout, { subject, text }: Mail): Mail {
  const words = wordsIn(language);
  const isTeam = type === 'team';
  const steps = [...(isTeam ? [words.confirm] : []), words.accept, ...(isTeam || verified ? [] : [words.verify])];
  const list = steps.map((step, at) => `${at + 1}. ${step}`).join('\n');
  return mailOf(words, { subject, text: `${text}\n\n${list}` }, { domain: readableText(domain), administrator });
}

const links = { adminConsole: 'https://admin.google.com', tokenPage: 'https://admin.google.com/TransferToken' };

/** Addresses to sign in with stand in the mail as Google has them; a domain that is named, as people write it. */
function mailOf({ hello, bye }: MailWords, { subject, text }: Mail, about: Readonly<Record<string, string>>): Mail {
  const fill = (words: string): string =>
    words.replace(/\{(\w+)\}/g, (whole, name: string) => ({ ...links, ...about })[name] ?? whole);
  return { subject: fill(subject), text: fill(`${hello}\n\n${text}\n\n${bye}\n`) };
}

function wordsIn(language = ''): MailWords {
  const code = language.slice(0, 2).toLowerCase();
  return languages.find((one) => one.language === code) ?? english;
}
