import { isObject, isTexts } from './request';

/**
 * What a row asks a person before it can go on, as data: kept in the journal, shown in the sidebar, answered by
 * somebody with a name. `kind` names the question, `says` asks it in words, `about` holds what exactly the answer is
 * about: where that has an `account`, a yes holds for every row of the account. `choices` are there where yes and no
 * are not enough; `given`: what was chosen before, and could not be done.
 */
export interface Question {
  readonly kind: string;
  readonly says: string;
  readonly about: Readonly<Record<string, string>>;
  readonly choices?: readonly Choice[];
  readonly given?: string;
}

/** One of the answers to a question: its name, and what a button says. */
export interface Choice {
  readonly id: string;
  readonly says: string;
}

/** A person's answer: to which question, and whose it is. */
export interface Answer extends Pick<Question, 'kind' | 'about'> {
  readonly yes: boolean;
  /** Which of the choices; left out where nobody chose, and `yes` alone counts. */
  readonly choice?: string;
  /** The address of whoever answered. */
  readonly by: string;
}

type Asked = Pick<Question, 'kind' | 'about'>;

/** What was answered to exactly this question; undefined where nobody did. */
export function answerTo(answers: readonly Answer[] = [], question: Asked): boolean | undefined {
  return givenTo(answers, question)?.yes;
}

/** The same with what was chosen, and by whom. */
export function givenTo(answers: readonly Answer[] = [], question: Asked): Answer | undefined {
  return answers.find((one) => isSame(one, question));
}

/** A row asks few questions, of a roster one for each domain; what was answered long ago is asked again. */
const mostAnswers = 32;

/** The answers with one more, in the place of an earlier one to the same question. */
export function withAnswer(
  answers: readonly Answer[],
  { kind, about }: Asked,
  given: Omit<Answer, keyof Asked>,
): readonly Answer[] {
  return [...withoutAnswer(answers, { kind, about }), { kind, about, ...given }].slice(-mostAnswers);
}

/** The answers without any to this question. */
export function withoutAnswer(answers: readonly Answer[], question: Asked): readonly Answer[] {
  return answers.filter((one) => !isSame(one, question));
}

/** The answers in whatever a memory holds. */
export function answersIn(value: unknown): readonly Answer[] {
  return Array.isArray(value) ? value.filter(isAnswer) : [];
}

function isAnswer(value: unknown): value is Answer {
  if (!isObject(value) || !isTexts(value.about)) return false;
  if (value.choice !== undefined && typeof value.choice !== 'string') return false;
  return typeof value.kind === 'string' && typeof value.by === 'string' && typeof value.yes === 'boolean';
}

/** The choices in whatever a line holds. */
export function choicesIn(value: unknown): readonly Choice[] | undefined {
  return Array.isArray(value) && value.every(isChoice) ? value : undefined;
}

function isChoice(value: unknown): value is Choice {
  return isTexts(value) && typeof value.id === 'string' && typeof value.says === 'string';
}

function isSame(one: Asked, other: Asked): boolean {
  const names = Object.keys(one.about);
  return (
    one.kind === other.kind &&
    names.length === Object.keys(other.about).length &&
    names.every((name) => one.about[name] === other.about[name])
  );
}
