import type { Letterhead } from '../../tabs/users/mails/letterhead';
import { now, ports } from '../ports';
import { Trouble } from '../trouble';
import { staff, type StaffPerson } from './accounts';
import { instructionsFor, type Instructions } from './letter';
import { noteTold, toldOf } from './told';
import { letterTo, markOf } from './view';
import type { Chosen, Letter, Told } from './wire';

/** Instructions on their way to people: what goes out is what was seen, and once for the same accounts. */

/** So many go out in one execution, well within its minutes; the sidebar asks again. */
const mostAtOnce = 50;
/** More sheets than anybody prints at once. */
const mostPages = 300;

interface Asked {
  readonly chosen: readonly Chosen[];
  readonly letterhead: Letterhead;
  /** Who sends. */
  readonly me: string;
}

/**
 * Mails these people, those who were told of the same accounts already only with `again`. Needs the lock. Each is
 * noted before it goes: where an execution dies in between it counts as doubtful, and is not sent twice by itself.
 * Throws Trouble before anything is sent, where a row says something else than what was seen.
 */
export function sendInstructions({ chosen, letterhead, me, again }: Asked & { readonly again: boolean }): string {
  atMost(chosen, mostAtOnce);
  const people = peopleChosen(chosen, letterhead);
  const toSend = people.filter(({ person }) => again || !knowsAll(person));
  const nowhere = toSend.find(({ letter }) => letter.to === '');
  if (nowhere)
    throw new Trouble('noRecipient', {
      says: `The row of ${nowhere.person.name} has no work address that a mail could go to.`,
      remedy: 'Write it on the Team tab, or hand on a page instead.',
    });
  if (toSend.length > ports().mail.left())
    throw new Trouble('mailQuota', {
      says: `${toSend.length} mails are to go out, and ${ports().mail.left()} are left for today.`,
      remedy: 'Choose fewer people, or send them tomorrow.',
    });
  for (const { person, letter } of toSend) mail(person, letter, me);
  const skipped = people.length - toSend.length;
  return `Sent to ${toSend.length} ${toSend.length === 1 ? 'person' : 'people'}.${skipped ? ` ${skipped} had them already.` : ''}`;
}

function mail(person: StaffPerson, letter: Letter, me: string): void {
  const told = toldNow(person, { me, to: letter.to });
  const before = toldOf(person.person);
  noteTold(person.person, { ...told, doubtful: true });
  try {
    ports().mail.send(letter.to, letter.subject, letter.text);
  } catch (error) {
    // The platform says no before anything goes out.
    noteTold(person.person, before);
    throw error;
  }
  noteTold(person.person, told);
}

/**
 * Notes that these people were handed a page. Needs the lock. Throws Trouble where a row says something else by now.
 */
export function notePages({ chosen, letterhead, me }: Asked): void {
  atMost(chosen, mostPages);
  for (const { person } of peopleChosen(chosen, letterhead)) noteTold(person.person, toldNow(person, { me, to: '' }));
}

/** What stands on the pages of these people. Throws Trouble where a row says something else than what was seen. */
export function pagesOf(chosen: readonly Chosen[], letterhead: Letterhead): readonly Instructions[] {
  atMost(chosen, mostPages);
  return peopleChosen(chosen, letterhead).map(({ person }) => instructionsFor(person, letterhead));
}

function atMost(chosen: readonly Chosen[], most: number): void {
  if (chosen.length > most)
    throw new Trouble('tooManyPeople', {
      says: `These are ${chosen.length} people; ${most} can be done at once.`,
      remedy: 'Choose fewer people.',
    });
}

/** Only accounts that are ready count: of others the person is told again when they are. */
function toldNow({ accounts }: StaffPerson, { me, to }: { readonly me: string; readonly to: string }): Told {
  const ready = accounts.filter(({ missing }) => !missing).map(({ email }) => email);
  return { at: new Date(now()).toISOString(), by: me, to, accounts: ready };
}

function knowsAll({ person, accounts }: StaffPerson): boolean {
  const told = toldOf(person);
  return told !== undefined && accounts.every(({ email, missing }) => missing || told.accounts.includes(email));
}

function peopleChosen(
  chosen: readonly Chosen[],
  letterhead: Letterhead,
): readonly { readonly person: StaffPerson; readonly letter: Letter }[] {
  const all = new Map(staff().map((one) => [one.person, one]));
  const marks = new Map(chosen.map(({ person, mark }) => [person, mark]));
  return [...marks].map(([name, mark]) => {
    const person = all.get(name);
    const letter = person && letterTo(person, letterhead);
    if (!letter || markOf(letter) !== mark)
      throw new Trouble('mailChanged', {
        says: `What is to be told to ${name.slice(name.indexOf('!') + 1)} is not what you saw any more: nothing was sent.`,
        remedy: 'Look at the list again.',
      });
    return { person, letter };
  });
}

/** The mail to one person, to be read before it is sent. Throws Trouble where nobody of that name is on the roster. */
export function readLetter(name: string, letterhead: Letterhead): Letter {
  const person = staff().find((one) => one.person === name);
  if (!person)
    throw new Trouble('unknownPerson', {
      says: `${name.slice(name.indexOf('!') + 1)} is not on the Team tab any more, or has no domain ticked.`,
      remedy: 'Look at the list again.',
    });
  return letterTo(person, letterhead);
}
