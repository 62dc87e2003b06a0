import { german } from './de';
import { english } from './en';
import { spanish } from './es';
import { french } from './fr';
import type { InvitationWords } from './words';

/**
 * The mail that invites another account's administrator: no data of any row but how many there are, and their domains.
 */

/** The languages that there are words in; the first is for everybody else. */
export const invitationLanguages: readonly Pick<InvitationWords, 'language' | 'name'>[] = languages();

function languages(): readonly InvitationWords[] {
  return [english, german, spanish, french];
}

/** What the mail tells. */
export interface InvitationAbout {
  readonly language: string;
  readonly by: string;
  readonly account: string;
  readonly rows: number;
  readonly domains: readonly string[];
  readonly link: string;
}

/** Writes the mail in a language, or in English where there are no words in it. */
export function invitationMail({ language, rows, domains, ...about }: InvitationAbout): {
  readonly subject: string;
  readonly text: string;
} {
  const words = languages().find((one) => one.language === language) ?? english;
  const told: Readonly<Record<string, string>> = { ...about, rows: String(rows), domains: domains.join(', ') };
  const fill = (text: string): string => text.replace(/\{(\w+)\}/g, (whole, name: string) => told[name] ?? whole);
  return { subject: fill(words.subject), text: fill(words.text) };
}
