import { Blocked } from '../engine/outcome';
import { answerTo, type Answer, type Question } from '../engine/question';
import { meantAddress } from '../google/mail-slips';

/** Addresses elsewhere that look like a slip are used only on a person's word. */

/** What there is to ask, in words and as data. */
export interface AskedAddress {
  readonly says: string;
  readonly remedy: string;
  readonly question?: Question;
}

/**
 * What has to be asked or corrected before the address is used; undefined where nothing speaks against it or somebody
 * said yes. With an `account` a yes holds for every row of the account.
 */
export function askedOfAddress(
  address: string | undefined,
  { answers = [], account }: { readonly answers?: readonly Answer[] | undefined; readonly account?: string },
): AskedAddress | undefined {
  const meant = address === undefined ? undefined : meantAddress(address);
  if (address === undefined || meant === undefined) return undefined;
  const question: Question = {
    kind: 'mailSlip',
    says: `Use ${address}, not ${meant}?`,
    about: { address, ...(account === undefined ? {} : { account }) },
  };
  const answer = answerTo(answers, question);
  if (answer === true) return undefined;
  if (answer === false)
    return { says: `${address} is not used.`, remedy: `Write the one that is meant, such as ${meant}.` };
  return {
    says: `${address} looks like a slip of ${meant}. Use ${address} all the same?`,
    remedy: 'Answer in the sidebar, or correct the cell.',
    question,
  };
}

/** Throws Blocked where there is something to ask or to correct; `column`: where the address stands. */
export function refuseAsked(asked: AskedAddress | undefined, column: string): void {
  if (asked)
    throw new Blocked(asked.says, asked.remedy, { column, ...(asked.question ? { question: asked.question } : {}) });
}
