import { checkMailAddress } from '../../google/limits';
import { textIn, textsIn, yesIn } from '../arguments';
import { locked } from '../carry-on';
import { ownAccount } from '../customers/own-settings';
import { letterheadOf } from '../letterhead';
import { now, ports } from '../ports';
import { signedIn } from '../reach/identity';
import { envelope, Trouble } from '../trouble';
import type { Server } from '../wire';
import { notePages, readLetter, sendInstructions as send } from './send';
import { noteSecurityGroup, securityGroup } from './told';
import { instructionsLines, pasteView } from './view';
import type { Chosen, InstructionsView } from './wire';

/**
 * What the sidebar may call about instructions. Everybody who can open the spreadsheet can call these, with any
 * argument: only administrators of an account are answered. Nothing is sent to Google but mails.
 */

function view(account: string): InstructionsView {
  const lines = instructionsLines(letterheadOf(account));
  return { lines, left: ports().mail.left(), ...securityGroup(account) };
}

/** People and marks side by side, as they were seen. Throws Trouble. */
export function chosenIn(ask: unknown): readonly Chosen[] {
  const marks = textsIn(ask, 'marks');
  return textsIn(ask, 'people').map((person, at) => ({ person, mark: marks[at] ?? '' }));
}

/** Everybody on the roster, and how they stand. */
export const getInstructions: Server['getInstructions'] = () => envelope(() => view(ownAccount()));

/** The mail to one person. */
export const readInstructions: Server['readInstructions'] = (ask: unknown) =>
  envelope(() => readLetter(textIn(ask, 'person'), letterheadOf(ownAccount())));

/** Mails these people. */
export const sendInstructions: Server['sendInstructions'] = (ask: unknown) =>
  envelope(() => {
    const asked = { chosen: chosenIn(ask), again: yesIn(ask, 'again') };
    const letterhead = letterheadOf(ownAccount());
    return { says: locked(() => send({ ...asked, letterhead, me: signedIn() })) };
  });

/** Notes that these people got a page. */
export const noteInstructions: Server['noteInstructions'] = (ask: unknown) =>
  envelope(() => {
    const chosen = chosenIn(ask);
    const letterhead = letterheadOf(ownAccount());
    locked(() => {
      notePages({ chosen, letterhead, me: signedIn() });
    });
    return null;
  });

/** Writes down Google's security group of one's own account. */
export const setSecurityGroup: Server['setSecurityGroup'] = (ask: unknown) =>
  envelope(() => {
    const group = textIn(ask, 'group').trim().toLowerCase();
    const account = ownAccount();
    if (group !== '' && checkMailAddress(group) !== undefined)
      throw new Trouble('noAddress', {
        says: `${group.slice(0, 80)} is no address of a group.`,
        remedy: 'Write it as it stands in the Admin console under Directory › Groups.',
      });
    const [changedBy, changedAt] = [signedIn(), new Date(now()).toISOString()];
    return locked(() => {
      noteSecurityGroup(account, { group, changedBy, changedAt });
      return view(account);
    });
  });

/** Lists and texts to paste elsewhere. */
export const getPaste: Server['getPaste'] = () =>
  envelope(() => {
    ownAccount();
    return pasteView();
  });
