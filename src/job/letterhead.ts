import { isObject } from '../engine/request';
import { noLetterhead, type Letterhead } from '../tabs/users/mails/letterhead';
import { passwordMark } from '../tabs/users/mails/words';
import { documentStore } from './keeping/stores';
import type { LetterheadView } from './wire';

/**
 * Name, signature and notes on mails and slips with sign-in details: for everybody of one account who works in the
 * spreadsheet, so in its document properties, under the account. They are no secrets, but people outside read them: who
 * changed them last is kept with them.
 */

const nameOf = (account: string): string => `letterhead:${account}`;

/** The fields as they are typed. */
export const letterheadFields = ['name', 'signature', 'en', 'de', 'es', 'fr'] as const;

/** The most characters of each field. */
const longest: Readonly<Record<keyof Letterhead, number>> = {
  name: 80,
  signature: 500,
  en: 1_000,
  de: 1_000,
  es: 1_000,
  fr: 1_000,
};

interface Kept extends Letterhead {
  readonly changedBy: string;
  readonly changedAt: string;
}

function isKept(value: unknown): value is Kept {
  return (
    isObject(value) && [...letterheadFields, 'changedBy', 'changedAt'].every((name) => typeof value[name] === 'string')
  );
}

const keptOf = (account: string): Kept =>
  documentStore().steady(nameOf(account), isKept) ?? { ...noLetterhead, changedBy: '', changedAt: '' };

/** What an account (customer id) adds to mails and slips. */
export function letterheadOf(account: string): Letterhead {
  return keptOf(account);
}

/** The same for the sidebar. */
export function letterheadView(account: string): LetterheadView {
  return { ...keptOf(account), complaints: [] };
}

/** Takes it as it was typed; where something is wrong, nothing is changed and the complaints say what. */
export function takeLetterhead(
  typed: Letterhead,
  { account, by, at }: { readonly account: string; readonly by: string; readonly at: string },
): LetterheadView {
  const { name, signature, en, de, es, fr } = typed;
  const notes = { en: tidy(en), de: tidy(de), es: tidy(es), fr: tidy(fr) };
  const tidied: Letterhead = { name: tidy(name).replace(/\s+/g, ' '), signature: tidy(signature), ...notes };
  const complaints = letterheadFields.flatMap((field) => {
    const says = complaint(tidied[field], longest[field]);
    return says ? [{ field, says }] : [];
  });
  if (complaints.length) return { ...letterheadView(account), ...typed, complaints };
  documentStore().set(nameOf(account), { ...tidied, changedBy: by, changedAt: at } satisfies Kept);
  return letterheadView(account);
}

/** Ends of lines as mails have them, and no signs that no letter has. */
function tidy(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n]/gu, ' ')
    .trim();
}

function complaint(text: string, most: number): string {
  if (text.length > most) return `Write ${most} characters at most; these are ${text.length}.`;
  return text.includes(passwordMark) ? `${passwordMark} stands for the password in the plan: leave it out here.` : '';
}
