import { languages } from './languages';
import { noteIn, signedBy, type Letterhead } from './letterhead';
import { passwordMark, type DetailsWords, type Purpose } from './words';

/** Whom a mail or slip with sign-in details is about. */
export interface DetailsAbout {
  readonly purpose: Purpose;
  /** Google's code, `es-419`; anything that we have no words in is English. */
  readonly language: string | undefined;
  readonly name: string;
  readonly email: string;
  /** Whether a password stands in it; without one that of before serves. */
  readonly withPassword: boolean;
  /** Whether the password has to be changed at sign-in. */
  readonly changes: boolean;
  readonly letterhead: Letterhead;
}

/** Where everybody signs in. */
export const signInAt = 'https://accounts.google.com';

/** The mail with the sign-in details of a person: plain text, with a mark in the place of the password. */
export function detailsMail(about: DetailsAbout): { readonly subject: string; readonly text: string } {
  const words = wordsIn(about.language);
  const { email, letterhead, withPassword } = about;
  const fill = filling({ name: withoutMark(about.name), email, link: signInAt });
  const { subject, text } = words[about.purpose];
  const colon = words.language === 'fr' ? ' : ' : ': ';
  const access = [
    `${words.link}${colon}${signInAt}`,
    `${words.address}${colon}${email}`,
    ...(withPassword ? [`${words.password}${colon}${passwordMark}`] : []),
  ].join('\n');
  const then = !withPassword ? words.asBefore : about.changes ? words.changes : '';
  const own = withoutMark(noteIn(letterhead, words.language));
  const parts = [fill(words.hello), text, access, then, own, words.bye, withoutMark(signedBy(letterhead))];
  return { subject: fill(subject), text: `${parts.filter(Boolean).join('\n\n')}\n` };
}

/** What stands between braces in words of ours; what is put there is not looked at again. */
export function filling(told: Readonly<Record<string, string>>): (words: string) => string {
  return (words) => words.replace(/\{(\w+)\}/g, (whole, name: string) => told[name] ?? whole);
}

/** Text from outside, which must not be taken for the place of the password. */
function withoutMark(text: string): string {
  return text.split(passwordMark).join('');
}

/** The words in a language by Google's code; English where there are none. */
export function wordsIn(language = ''): DetailsWords {
  const code = language.slice(0, 2).toLowerCase();
  const [first] = languages;
  const found = languages.find((one) => one.language === code) ?? first;
  if (!found) throw new Error('There are no words in any language.');
  return found;
}
