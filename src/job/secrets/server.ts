import { formOf, partIn, textsIn, wordIn } from '../arguments';
import { locked } from '../carry-on';
import { ownAccount } from '../customers/own-settings';
import { letterheadFields, letterheadView, takeLetterhead } from '../letterhead';
import { signedIn } from '../reach/identity';
import { Slice } from '../slice';
import { envelope } from '../trouble';
import type { Server } from '../wire';
import { erasePasswords as erase, handOffLines, passwordsOf } from './hand-off';
import { notSignedIn } from './not-signed-in';

/**
 * What the sidebar may call about handing off. Everybody who can open the spreadsheet can call these, with any
 * argument: each checks both.
 */

/** People whose first password waits for the person signed in. */
export const getHandOff: Server['getHandOff'] = () => envelope(() => handOffLines(signedIn()));
/** The first passwords of these people, to the person who made them alone. */
export const showPasswords: Server['showPasswords'] = (ask: unknown) =>
  envelope(() => passwordsOf(textsIn(ask, 'emails'), signedIn()));

/** Forgets first passwords that were handed off. */
export const erasePasswords: Server['erasePasswords'] = (ask: unknown) =>
  envelope(() => {
    const by = partIn(ask, 'handedOff') === undefined ? undefined : wordIn(ask, 'handedOff', ['slips', 'csv']);
    erase(textsIn(ask, 'emails'), signedIn(), by);
    return null;
  });

/** Who was handed sign-in details and has not signed in since. */
export const getNotSignedIn: Server['getNotSignedIn'] = () => envelope(() => notSignedIn(new Slice(signedIn())));

/** What mails and slips are signed with. */
export const getLetterhead: Server['getLetterhead'] = () => envelope(() => letterheadView(ownAccount()));

/** Changes it, for everybody of the account at the spreadsheet. */
export const setLetterhead: Server['setLetterhead'] = (letterhead: unknown) =>
  envelope(() => {
    const typed = formOf(letterhead, letterheadFields);
    const slice = new Slice(signedIn());
    const account = ownAccount();
    return locked(() => takeLetterhead(typed, { account, by: slice.me, at: slice.now() }));
  });
