import { noteOpening } from '../../job/keeping/opening';
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
