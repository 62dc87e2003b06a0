import { noteOpening } from '../../job/keeping/opening';
import { ownAccount } from '../../job/customers/own-settings';
import { instructionsPage } from '../../job/instructions/page';
import { pagesOf } from '../../job/instructions/send';
import { chosenIn } from '../../job/instructions/server';
import { letterheadOf } from '../../job/letterhead';
import { envelope } from '../../job/trouble';
import type { Server } from '../../job/wire';
import { openAt } from './menu';

/** The pages below Seatsheet › Team. */

/** Opens the sidebar at who of the support team can work where. */
export const openCoverage = (): void => {
  openAt('coverage');
};

/** Pixels; many domains want more room than a sidebar has. The grid stays usable behind it. */
const [wide, high] = [940, 620];

/** Opens the Coverage page in a dialog. */
export const showCoverage: Server['showCoverage'] = () =>
  envelope(() => {
    noteOpening({ page: 'coverage', wide: true });
    const page = HtmlService.createHtmlOutputFromFile('sidebar').setWidth(wide).setHeight(high);
    SpreadsheetApp.getUi().showModelessDialog(page, 'Team coverage');
    return null;
  });

/** Opens the sidebar at what is set up by hand. */
export const openGuides = (): void => {
  openAt('guides');
};

/** Opens the sidebar at what people of the team are told. */
export const openInstructions = (): void => {
  openAt('instructions');
};

/** Shows the instructions of these people in a dialog, from where they are printed. */
export const showInstructions: Server['showInstructions'] = (ask: unknown) =>
  envelope(() => {
    const people = pagesOf(chosenIn(ask), letterheadOf(ownAccount()));
    const page = HtmlService.createHtmlOutput(instructionsPage(people));
    SpreadsheetApp.getUi().showModalDialog(page.setWidth(760).setHeight(560), 'Instructions');
    return { pages: people.length };
  });
