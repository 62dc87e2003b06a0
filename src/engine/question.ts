import { isObject, isTexts } from './request';

/**
 * What a row asks a person before it can go on, as data: kept in the journal, shown in the sidebar, answered by somebody
 * with a name. `kind` names the question, `says` asks it in words, `about` holds what exactly the answer is about.
 */
export interface Question {
  readonly kind: string;
  readonly says: string;
  readonly about: Readonly<Record<string, string>>;
}

/** A person's answer: to which question, and whose it is. */
export interface Answer extends Pick<Question, 'kind' | 'about'> {
  readonly yes: boolean;
  /** The address of whoever answered. */
  readonly by: string;
}

type Asked = Pick<Question, 'kind' | 'about'>;

/** What was answered to exactly this question; undefined where nobody did. */
export function answerTo(answers: readonly Answer[] = [], question: Asked): boolean | undefined {
  return answers.find((one) => isSame(one, question))?.yes;
}

/** A row asks few questions; what was answered long ago is asked again. */
const mostAnswers = 8;

/** The answers with one more, in the place of an earlier one to the same question. */
export function withAnswer(
  answers: readonly Answer[],
  { kind, about }: Asked,
  given: Pick<Answer, 'yes' | 'by'>,
): readonly Answer[] {
  const others = answers.filter((one) => !isSame(one, { kind, about }));
  return [...others, { kind, about, ...given }].slice(-mostAnswers);
}

/** The answers in whatever a memory holds. */
export function answersIn(value: unknown): readonly Answer[] {
  return Array.isArray(value) ? value.filter(isAnswer) : [];
}

function isAnswer(value: unknown): value is Answer {
  if (!isObject(value) || !isTexts(value.about)) return false;
  return typeof value.kind === 'string' && typeof value.by === 'string' && typeof value.yes === 'boolean';
}

function isSame(one: Asked, other: Asked): boolean {
  const names = Object.keys(one.about);
  return (
    one.kind === other.kind &&
    names.length === Object.keys(other.about).length &&
    names.every((name) => one.about[name] === other.about[name])
  );
}
