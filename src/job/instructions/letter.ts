import { filling } from '../../tabs/users/mails';
import { noteIn, signedBy, type Letterhead } from '../../tabs/users/mails/letterhead';
import { pages, teamWordsIn } from '../../tabs/team/mails';
import type { Section, TeamWords } from '../../tabs/team/mails/words';
import type { StaffAccount, StaffPerson } from './accounts';

/** Instructions to a person: what a mail says, and a page. No password is ever among it. */

/** A part of a letter: a heading or none, a text, and lines below it. */
export interface Part {
  readonly title: string;
  readonly text: string;
  readonly lines: readonly string[];
}

/** What is told to somebody, before it is a mail or a page. */
export interface Instructions {
  readonly language: string;
  readonly subject: string;
  readonly hello: string;
  readonly parts: readonly Part[];
  readonly bye: string;
  readonly signed: string;
}

/** Tells a person about all accounts; what is missing is named. */
export function instructionsFor({ name, language, accounts }: StaffPerson, letterhead: Letterhead): Instructions {
  const words = teamWordsIn(language);
  const fill = filling({ ...pages, name, missing: namesOf(accounts.filter(({ missing }) => missing)) });
  const soFar = accounts.some(({ missing }) => missing);
  const section = ({ title, text }: Section, lines: readonly string[] = []): Part => ({
    title,
    text: fill(text),
    lines,
  });
  return {
    language: words.language,
    subject: soFar ? words.subjectSoFar : words.subject,
    hello: fill(words.hello),
    parts: [
      { title: '', text: words.accounts, lines: accounts.map((one) => accountLine(one, words)) },
      ...(soFar ? [{ title: '', text: fill(words.soFar), lines: [] }] : []),
      { title: '', text: words.passwords, lines: [] },
      section(
        words.portal,
        accounts.map((one) => filling(textsOf(one))(words.sees)),
      ),
      ...(accounts.length > 1 ? [section(words.profiles)] : []),
      section(words.secondStep, groupLines(accounts, words)),
      section(
        words.console,
        accounts.flatMap((one) => consoleLine(one, words)),
      ),
      section(words.permission),
      section(words.cloud),
      { title: '', text: noteIn(letterhead, words.language), lines: [] },
    ].filter(({ text }) => text !== ''),
    bye: words.bye,
    signed: signedBy(letterhead),
  };
}

const textsOf = ({ email, domain, role, primary, group }: StaffAccount) => ({ email, domain, role, primary, group });

function namesOf(accounts: readonly StaffAccount[]): string {
  return accounts.map(({ email }) => email).join(', ');
}

function accountLine(one: StaffAccount, { role, noRole, notReady }: TeamWords): string {
  const what = one.role ? filling(textsOf(one))(role) : noRole;
  return [one.email, what, ...(one.missing ? [notReady] : [])].join(' – ');
}

function groupLines(accounts: readonly StaffAccount[], { group }: TeamWords): readonly string[] {
  return [...new Set(accounts.flatMap((one) => (one.group ? [filling(textsOf(one))(group)] : [])))];
}

/** Only where the primary domain is known: nothing is claimed of the others. */
function consoleLine(one: StaffAccount, { opens, opensNot }: TeamWords): readonly string[] {
  if (!one.primary) return [];
  return [filling(textsOf(one))(one.primary === one.domain ? opens : opensNot)];
}

/** As plain text. */
export function textOf({ hello, parts, bye, signed }: Instructions): string {
  const told = parts.map(({ title, text, lines }) =>
    [...(title ? [title.toUpperCase()] : []), text, ...lines.map((line) => `- ${line}`)].join('\n'),
  );
  return `${[hello, ...told, bye, signed].filter(Boolean).join('\n\n')}\n`;
}
