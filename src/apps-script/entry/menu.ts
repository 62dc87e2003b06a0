import { actions } from '../../actions';
import { actionHandler, reportHandler } from '../../job/handlers';
import { makeReport } from '../../job/reports';
import { reports } from '../../reports';
import { noteOpening } from '../../job/keeping/opening';
import { refreshLists } from '../../job/drop-downs';
import { setUp } from '../sheet/set-up';
import { stopUnderWay } from '../../job/server';
import { envelope } from '../../job/trouble';
import type { Scope, StartPage } from '../../job/wire';

/** The menu. `onOpen` may run before anybody has granted anything, so it builds the menu and does nothing else. */

const menuName = 'Seatsheet';

/** Builds the menu; works in every authorisation mode. */
export function onOpen(): void {
  const ui = SpreadsheetApp.getUi();
  const menu = ui
    .createMenu(menuName)
    .addItem('Open Seatsheet', 'openSidebar')
    .addSeparator()
    .addSubMenu(
      ui
        .createMenu('Set up')
        .addItem('Set up this spreadsheet', 'setUpFromMenu')
        .addItem('Refresh drop-downs', 'refreshDropDowns')
        .addItem('Limits…', 'askLimits')
        .addItem('Protected people…', 'askProtected')
        .addItem('What rows do not list…', 'askLists')
        .addItem('People who leave…', 'askLeaving')
        .addItem('Mail me when a run ends', 'switchMail')
        .addItem('Pace…', 'switchPace')
        .addItem('Customers…', 'openCustomerSettings')
        .addItem('Mails and slips…', 'openLetterhead')
        .addItem('Arm deleting and cancelling…', 'askArming'),
    )
    .addSubMenu(
      ui
        .createMenu('Import')
        .addItem('From a file…', 'openImportFile')
        .addItem('From a tab…', 'openImportTab')
        .addItem('People list for a customer…', 'openPeopleList'),
    )
    .addSubMenu(
      ui
        .createMenu('Check')
        .addItem('Everything', 'checkEverything')
        .addItem('Selected rows', 'checkSelected')
        .addItem('Visible rows', 'checkVisible')
        .addItem('Rows that need a retry', 'checkRetry'),
    )
    .addSubMenu(ui.createMenu('Run').addItem('Run the checked plan…', 'openPlan'))
    .addSubMenu(
      ui
        .createMenu('Customers')
        .addItem('New customer…', 'openNewCustomer')
        .addItem('Overview', 'openCustomerOverview')
        .addItem('Read customers from Google', 'readCustomersFromMenu')
        .addItem('Refresh', 'refreshCustomersFromMenu')
        .addItem('Refresh every day', 'switchDailyRefresh'),
    )
    .addItem('Hand-off…', 'openHandOff');
  const entries = listedMenus();
  for (const title of new Set(entries.map((one) => one.title))) {
    const subMenu = ui.createMenu(title);
    for (const one of entries) if (one.title === title) subMenu.addItem(one.label, one.handler);
    menu.addSubMenu(subMenu);
  }
  menu
    .addSeparator()
    .addItem('Stop', 'stopFromMenu')
    .addItem('Readiness', 'openReadiness')
    .addItem('Help', 'showHelp')
    .addToUi();
}

/** Pages about people, below the actions on them. */
const peoplePages = [
  { title: 'People', label: 'Propose addresses…', handler: 'openAddresses' },
  { title: 'People', label: 'Give or take a licence…', handler: 'openGiveLicence' },
  { title: 'People', label: 'Deleted people…', handler: 'openDeletedPeople' },
  { title: 'People', label: 'Read people from Google…', handler: 'openReadPeople' },
];

/** Pages about a team on several accounts. */
const teamPages = [
  { title: 'Team', label: 'Coverage…', handler: 'openCoverage' },
  { title: 'Team', label: 'Set up by hand…', handler: 'openGuides' },
  { title: 'Team', label: 'Instructions…', handler: 'openInstructions' },
  { title: 'Team', label: 'Other administrators…', handler: 'openAdministrators' },
];

/** Entries of the lists, by the menu that they stand in: they call functions that the build makes of them. */
function listedMenus(): readonly { readonly title: string; readonly label: string; readonly handler: string }[] {
  const started = actions.flatMap(({ id, label, menu }) =>
    menu ? [{ title: menu, label, handler: actionHandler(id) }] : [],
  );
  return [
    ...started,
    ...peoplePages,
    ...teamPages,
    ...reports.map(({ id, label }) => ({ title: 'Reports', label, handler: reportHandler(id) })),
  ];
}

/** Fills the tab of a report and shows it. */
export const startReport = (id: string): void => {
  tell(() => makeReport(id));
};

/** Opens the sidebar and checks the selected rows for an action. */
export const startAction = (id: string): void => {
  noteOpening({ page: 'check', scope: { kind: 'selected' }, action: id });
  openSidebar();
};

/** Opens the sidebar, once everything that Seatsheet may do was allowed: Google asks for what was left out before. */
export function openSidebar(): void {
  ScriptApp.requireAllScopes(ScriptApp.AuthMode.FULL);
  SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile('sidebar').setTitle(menuName));
}

/** Opens the sidebar and checks every row. */
export const checkEverything = (): void => {
  openCheck({ kind: 'everything' });
};
/** Opens the sidebar and checks the selected rows. */
export const checkSelected = (): void => {
  openCheck({ kind: 'selected' });
};
/** Opens the sidebar and checks the rows that are not hidden. */
export const checkVisible = (): void => {
  openCheck({ kind: 'visible' });
};
/** Opens the sidebar and checks the rows that need a retry. */
export const checkRetry = (): void => {
  openCheck({ kind: 'retry' });
};

function openCheck(scope: Scope): void {
  noteOpening({ page: 'check', scope });
  openSidebar();
}

/** Opens the sidebar at the checked plan. */
export const openPlan = (): void => {
  openAt('plan');
};
/** Opens the sidebar at the first passwords. */
export const openHandOff = (): void => {
  openAt('handOff');
};
/** Opens the sidebar at what mails and slips are signed with. */
export const openLetterhead = (): void => {
  openAt('letterhead');
};
/** Opens the sidebar at the Readiness page. */
export const openReadiness = (): void => {
  openAt('readiness');
};

/** Opens the sidebar at importing a file. */
export const openImportFile = (): void => {
  openAt('importFile');
};
/** Opens the sidebar at importing a tab. */
export const openImportTab = (): void => {
  openAt('importTab');
};
/** Opens the sidebar at the list that a customer fills in. */
export const openPeopleList = (): void => {
  openAt('peopleList');
};

/** Opens the sidebar at addresses for people who have none. */
export const openAddresses = (): void => {
  openAt('addresses');
};
/** Opens the sidebar at the deleted people. */
export const openDeletedPeople = (): void => {
  openAt('deletedPeople');
};
/** Opens the sidebar at reading people from Google. */
export const openReadPeople = (): void => {
  openAt('readPeople');
};
/** Opens the sidebar at giving or taking a licence. */
export const openGiveLicence = (): void => {
  openAt('giveLicence');
};

/** Opens the sidebar at the administrators whom rows wait for. */
export const openAdministrators = (): void => {
  openAt('administrators');
};

/** Opens the sidebar at a page. */
export function openAt(page: Exclude<NonNullable<StartPage['opens']>['page'], 'check' | 'needs'>): void {
  noteOpening({ page });
  openSidebar();
}

/** Sets the spreadsheet up and says what was made. */
export const setUpFromMenu = (): void => {
  tell(setUp);
};
/** Fills the drop-downs anew and says so. */
export const refreshDropDowns = (): void => {
  tell(refreshLists);
};

/** Stops what is under way before its next step. */
export const stopFromMenu = (): void => {
  tell(stopUnderWay);
};

/** Says the result of a menu entry, or what went wrong and what to do. */
export function tell(work: () => string): void {
  const said = envelope(work);
  SpreadsheetApp.getActiveSpreadsheet().toast(said.ok ? said.value : `${said.message} ${said.remedy}`, menuName, 10);
}

/** The first steps, for somebody who has just opened the sheet. */
export function showHelp(): void {
  SpreadsheetApp.getUi().alert(
    'Seatsheet',
    'Set up › Set up this spreadsheet makes the tabs. Write customers on Customers, what they order on Subscriptions and people on Users, one in each row; resellers may choose Customers › New customer… instead. Then Check: nothing is changed at Google, and you see every change before it is made. Run makes exactly those. What needs you stands in Status and Details.',
    SpreadsheetApp.getUi().ButtonSet.OK,
  );
}
