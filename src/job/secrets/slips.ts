import { purposeOf } from '../../tabs/users/deeds/hand-off';
import { slipsPage } from '../../tabs/users/mails/slips';
import { memoryIn } from '../../tabs/users/memory';
import { ownAccount } from '../customers/own-settings';
import { Journal } from '../journal/journal';
import { letterheadOf } from '../letterhead';
import { Trouble } from '../trouble';
import { passwordsOf } from './hand-off';
import { keyOf, peopleOnSheet } from './handed-off';
import { waiting } from './waiting';

/** More sheets than anybody prints at once. */
const mostSlips = 300;

/**
 * The page with the slips of these people, for the person who made their passwords. Throws Trouble for somebody whose
 * password is not this person's, and for more people than anybody prints at once.
 */
export function slipsFor(emails: readonly string[], me: string): string {
  if (emails.length > mostSlips)
    throw new Trouble('tooManySlips', {
      says: `These are ${emails.length} slips; ${mostSlips} can be printed at once.`,
      remedy: 'Choose a customer, a run or some people.',
    });
  const people = passwordsOf(emails, me);
  const letterhead = letterheadOf(ownAccount());
  const names = new Map(waiting(me).map(({ address, name }) => [address, name]));
  const memories = new Map(Journal.look().map(({ key, memory }) => [key, memoryIn(memory)]));
  const rows = new Map(peopleOnSheet().map((one) => [one.email, one]));
  return slipsPage(
    people.map(({ email, password }) => ({
      email,
      password,
      letterhead,
      name: names.get(email) ?? '',
      purpose: purposeOf(memories.get(keyOf(email)) ?? {}),
      language: rows.get(email)?.language,
      changes: rows.get(email)?.changes ?? true,
    })),
  );
}
