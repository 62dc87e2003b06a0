import { textsIn } from '../job/arguments';
import { signedIn } from '../job/reach/identity';
import { slipsFor } from '../job/secrets/slips';
import { envelope } from '../job/trouble';
import type { Server } from '../job/wire';

/** Shows the slips of these people in a dialog, from where they are printed. Nothing of them is kept. */
export const showSlips: Server['showSlips'] = (ask: unknown) =>
  envelope(() => {
    const emails = textsIn(ask, 'emails');
    const page = HtmlService.createHtmlOutput(slipsFor(emails, signedIn()));
    SpreadsheetApp.getUi().showModalDialog(page.setWidth(760).setHeight(560), 'Sign-in slips');
    return { slips: emails.length };
  });
