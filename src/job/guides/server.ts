import { textIn, yesIn } from '../arguments';
import { locked } from '../carry-on';
import { now } from '../ports';
import { identity, signedIn } from '../reach/identity';
import { Slice } from '../slice';
import { envelope, Trouble } from '../trouble';
import type { Server } from '../wire';
import { keepTick } from './ticks';
import { guidesView } from './view';

/**
 * What the page Set up by hand may call. Everybody who can open the spreadsheet can, with any argument: only
 * administrators are answered, and they tick lines of the accounts that they reach. Nothing is sent to Google.
 */

const me = () => identity(new Slice(signedIn()));

/** Everything that is done by hand in the accounts in reach. */
export const getGuides: Server['getGuides'] = () => envelope(() => guidesView(me()));

/** Ticks a line, or takes the tick back. */
export const tickGuide: Server['tickGuide'] = (ask: unknown) =>
  envelope(() => {
    const [account, id] = [textIn(ask, 'account'), textIn(ask, 'id')];
    const [on, below] = [yesIn(ask, 'on'), yesIn(ask, 'below')];
    const who = me();
    const line = guidesView(who)
      .accounts.find((one) => one.account === account)
      ?.lines.find((one) => one.id === id);
    if (!line)
      throw new Trouble('noGuide', {
        says: 'Nothing like that is to be set up by hand in an account of yours. Nothing was noted.',
        remedy: 'Open Team › Set up by hand… again: the rows may have changed.',
      });
    return locked(() => {
      const ticked = { by: who.email, at: new Date(now()).toISOString(), below: below && line.unit };
      keepTick(account, id, on ? ticked : undefined);
      return guidesView(who);
    });
  });
