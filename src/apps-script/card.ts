import { identity, signedIn } from './identity';
import { Room } from './room';
import { troubleOf } from './trouble';
import { countsOn, openUsersTab } from './users-desk';
import { statusWord, type RowOutcome } from '../table/status';

/** The homepage card of the Workspace add-on: who am I, counts, next step. Google gives it 30 seconds; this takes one or two. */

/** The card. Where the document cannot be seen from a card, it says so and stays useful. */
export function onHomepage(): GoogleAppsScript.Card_Service.Card {
  const section = CardService.newCardSection();
  for (const text of [whoSays(), ...countsSay()]) section.addWidget(CardService.newTextParagraph().setText(escaped(text)));
  return CardService.newCardBuilder().setHeader(CardService.newCardHeader().setTitle('Seatsheet')).addSection(section).build();
}

function whoSays(): string {
  return said(() => {
    const who = identity(new Room(signedIn()));
    return [`${who.email}, ${who.superAdmin ? 'super administrator' : 'administrator'} of ${who.primaryDomain}${who.reseller ? ' (reseller)' : ''}`];
  })[0] ?? '';
}

function countsSay(): readonly string[] {
  return said(() => {
    const counts = countsOn(openUsersTab());
    const parts = (Object.entries(counts) as [RowOutcome, number][]).map(([outcome, count]) => `${count} ${statusWord(outcome) || 'not checked'}`);
    const open = (counts.blocked ?? 0) + (counts.failed ?? 0);
    const next = open ? `Next: ${open} rows need you.` : counts.planned ? 'Next: run the checked plan.' : 'Next: check the rows.';
    return [parts.join(', ') || 'No rows yet.', `${next} Open the sheet’s menu Seatsheet › Open Seatsheet.`];
  });
}

function said(look: () => readonly string[]): readonly string[] {
  try {
    return look();
  } catch (error) {
    const trouble = troubleOf(error);
    // Whether a card may see the document is not settled in Google's pages: without it the card stays neutral.
    return [trouble ? `${trouble.says} ${trouble.remedy}` : 'Open a Seatsheet spreadsheet and its menu Seatsheet › Open Seatsheet.'];
  }
}

/** Text paragraphs read a little HTML. */
function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
