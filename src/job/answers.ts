import { defined } from '../engine/defined';
import { answersIn, withAnswer, type Answer } from '../engine/question';
import { isNewAccount } from '../google/new-accounts';
import type { Line } from '../tabs/line';
import { titleOf } from '../tabs/line';
import { reachOf, type Reach } from '../tabs/reach';
import { refused } from './arguments';
import { locked } from './carry-on';
import { Journal } from './journal/journal';
import { answerForAccount } from './reach/account-answers';
import { signedIn } from './reach/identity';
import { seeksOn } from './rows/rows';
import { openSheets } from './rows/sheets';
import { Slice } from './slice';
import { Trouble } from './trouble';
import type { Server } from './wire';

/**
 * Keeps the answer of the person signed in to what these rows asked, with that person's name. Throws Trouble for a row
 * that this person could not run, or that offers no such choice: nothing is kept then.
 */
export function takeAnswers({ keys, yes, choice }: Parameters<Server['answerQuestion']>[0]): void {
  const slice = new Slice(signedIn());
  const reach = slice.answer(reachOf(slice.me, seeksOn(openSheets())));
  locked(() => {
    const journal = Journal.open();
    const asking = keys.flatMap((key) => journal.line(key) ?? []).filter(({ question }) => question !== undefined);
    const beyond = asking.find((line) => !mayRun(line, reach));
    if (beyond)
      throw new Trouble('notYours', {
        says: `${titleOf(beyond.key)} asks whoever can run the row.`,
        remedy: 'Sign in as an administrator of its account, check the row, then answer.',
      });
    if (choice !== undefined && !asking.every((line) => offers(line, choice))) throw refused('choice');
    const given = { yes, by: slice.me, ...defined({ choice }) };
    for (const line of asking) {
      journal.set({ ...line, memory: answered(line, given) });
      if (line.question && line.question.about.account === line.account)
        answerForAccount(line.question, { yes, by: slice.me });
    }
    journal.save();
  });
}

function offers({ question }: Line, choice: string): boolean {
  return question?.choices?.some(({ id }) => id === choice) === true;
}

function answered({ memory, question }: Line, given: Omit<Answer, 'kind' | 'about'>): Line['memory'] {
  return question ? { ...memory, answers: withAnswer(answersIn(memory.answers), question, given) } : memory;
}

function mayRun({ account, by }: Line, { who, customers, domains }: Reach): boolean {
  if (account === undefined) return by === who.email;
  if (isNewAccount(account)) return who.reseller;
  return (
    account === who.account ||
    customers.some(({ id }) => id === account) ||
    domains.some((domain) => domain.account === account)
  );
}
