import { languages } from './languages';
import type { DetailsWords } from './words';

/** Whom a mail with sign-in details is about. */
export interface DetailsAbout {
  readonly purpose: 'new' | 'reset';
  /** Google's code, `es-419`; anything that we have no words in is English. */
  readonly language: string | undefined;
  readonly name: string;
  readonly email: string;
  /** Whether the password has to be changed at sign-in. */
  readonly changes: boolean;
}

const link = 'https://accounts.google.com';

/** The mail with the sign-in details of a person: plain text, with a mark in the place of the password. */
export function detailsMail(about: DetailsAbout): { readonly subject: string; readonly text: string } {
  const words = wordsIn(about.language);
  const { subject, text } = words[about.purpose];
  const parts = [words.hello, text, words.access, ...(about.changes ? [words.changes] : []), words.bye];
  const told: Readonly<Record<string, string>> = { name: about.name, email: about.email, link };
  const fill = (one: string): string => one.replace(/\{(\w+)\}/g, (whole, name: string) => told[name] ?? whole);
  return { subject: fill(subject), text: `${fill(parts.join('\n\n'))}\n` };
}

function wordsIn(language = ''): DetailsWords {
  const code = language.slice(0, 2).toLowerCase();
  const [first] = languages;
  const found = languages.find((one) => one.language === code) ?? first;
  if (!found) throw new Error('There are no words in any language.');
  return found;
}
