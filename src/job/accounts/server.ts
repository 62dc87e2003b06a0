import { maybeIn, textIn } from '../arguments';
import { locked } from '../carry-on';
import { identity, signedIn } from '../reach/identity';
import { areThere } from '../rows/sheets';
import { Slice } from '../slice';
import { envelope } from '../trouble';
import type { Server } from '../wire';
import { copyOf } from './copy';
import { sendInvitation as send, writeInvitation as write } from './invite';
import { invitationLanguages } from './mails';
import { waitingAccounts } from './waiting';

/**
 * What the sidebar may call about other accounts' administrators. Everybody who can open the spreadsheet can call
 * these, with any argument: each checks both, and works for an administrator of a Google account alone.
 */

function administrator(): string {
  const slice = new Slice(signedIn());
  identity(slice);
  return slice.me;
}

/** Whom rows wait for. */
export const getOtherAdministrators: Server['getOtherAdministrators'] = () =>
  envelope(() => {
    administrator();
    const languages = invitationLanguages.map(({ language, name }) => ({ language, name }));
    return { accounts: areThere() ? waitingAccounts() : [], languages };
  });

/** Writes an invitation and sends nothing. */
export const writeInvitation: Server['writeInvitation'] = (ask: unknown) =>
  envelope(() => {
    const asked = { account: textIn(ask, 'account'), email: textIn(ask, 'email'), language: textIn(ask, 'language') };
    return write(asked, administrator());
  });

/** Sends the invitation that was shown, once. */
export const sendInvitation: Server['sendInvitation'] = (ask: unknown) =>
  envelope(() => {
    const sending = { id: textIn(ask, 'id'), again: maybeIn(ask, 'again') };
    const me = administrator();
    return locked(() => ({ says: send(sending, me) }));
  });

/** The rows of an account, for a spreadsheet of its administrator's own. */
export const copyForAccount: Server['copyForAccount'] = (ask: unknown) =>
  envelope(() => {
    const account = textIn(ask, 'account');
    administrator();
    return copyOf(account.trim().toLowerCase());
  });
