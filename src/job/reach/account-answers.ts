import { answersIn, withAnswer, withoutAnswer, type Answer, type Question } from '../../engine/question';

import { documentStore } from '../keeping/stores';

/**
 * What administrators of an account said yes to for all of it, whichever row asked: kept in the document's properties,
 * one for each account, so that nobody is asked again. No secrets.
 */

const prefix = 'answers:';
/** Longer ones are asked row by row: a property takes 9 KB, all of them 500 (Apps Script quotas page). */
const longest = 1_000;

function isAnswers(value: unknown): value is readonly Answer[] {
  return Array.isArray(value) && answersIn(value).length === value.length;
}

/** What was answered for all of an account; the latest stands last. */
export function answersOf(account: string): readonly Answer[] {
  return documentStore().steady(`${prefix}${account}`, isAnswers) ?? [];
}

/**
 * Keeps a yes to a question about an account; a no takes an earlier yes back. Other questions are their rows' alone.
 */
export function answerForAccount(question: Question, given: Pick<Answer, 'yes' | 'by'>): void {
  const { account } = question.about;
  if (account === undefined || JSON.stringify(question.about).length > longest) return;
  const before = answersOf(account);
  const after = given.yes ? withAnswer(before, question, given) : withoutAnswer(before, question);
  if (given.yes || after.length < before.length) documentStore().set(`${prefix}${account}`, after);
}
