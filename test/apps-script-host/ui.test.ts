import { open } from './bench';

const ui = 'const ui = SpreadsheetApp.getUi();';

test('menus: separators, sub-menus, and a second menu of the same name takes the place of the first', () => {
  const host = open(
    `function onOpen() { ${ui}
    ui.createMenu('Seatsheet').addItem('Old', 'old').addToUi();
    ui.createMenu('Seatsheet').addItem('Open', 'openSidebar').addSeparator().addSubMenu(ui.createMenu('Check').addItem('All', 'checkAll')).addToUi();
  }
    function onInstall() { SpreadsheetApp.getUi().createAddonMenu().addItem('Help', 'help').addToUi(); }`,
    { manifest: { addOns: { common: { name: 'Seats' } } } },
  );
  host.call('onOpen', [], 'open');
  expect(host.menu).toEqual([
    { path: ['Seatsheet', 'Open'], handler: 'openSidebar' },
    { path: ['Seatsheet', 'Check', 'All'], handler: 'checkAll' },
  ]);
  expect(host.menus).toEqual([
    {
      label: 'Seatsheet',
      items: [
        { label: 'Open', handler: 'openSidebar' },
        { separator: true },
        { label: 'Check', items: [{ label: 'All', handler: 'checkAll' }] },
      ],
    },
  ]);
  host.call('onInstall', [], 'menu');
  expect(host.menu[2]).toEqual({ path: ['Seats', 'Help'], handler: 'help' });
});

test('sidebar and dialogs show the pages of the project', () => {
  const host = open(
    `function show() { ${ui} ui.showSidebar(HtmlService.createHtmlOutputFromFile('sidebar').setTitle('Seatsheet')); ui.showModalDialog(HtmlService.createHtmlOutput('<p>hello</p>').setWidth(400).setHeight(200), 'Details'); }
    function quiet() {} function missing() { HtmlService.createHtmlOutputFromFile('nope'); }`,
    { html: { sidebar: '<b>side</b>' } },
  );
  const showings: unknown[] = [];
  host.onShow = (showing) => showings.push(showing);
  host.call('show', [], 'menu');
  expect(host.shown).toMatchObject({ sidebar: '<b>side</b>', dialogs: ['<p>hello</p>'] });
  expect(showings).toEqual([
    { kind: 'sidebar', title: 'Seatsheet', html: '<b>side</b>', width: 300, height: 0 },
    { kind: 'dialog', title: 'Details', html: '<p>hello</p>', width: 400, height: 200 },
  ]);
  host.call('quiet', [], 'sidebar');
  expect(host.shown).toMatchObject({ sidebar: '<b>side</b>', dialogs: [] });
  host.call('quiet', [], 'menu');
  expect(host.shown.sidebar).toBe('');
  expect(() => host.call('missing')).toThrow('No HTML file named nope was found.');
});

test('alerts and prompts get the answers laid ready, then OK', () => {
  const host = open(`function ask() { ${ui}
    const sure = ui.alert('Delete', 'Really?', ui.ButtonSet.YES_NO) === ui.Button.YES;
    const typed = ui.prompt('Domain', ui.ButtonSet.OK_CANCEL);
    const closed = ui.prompt('Again').getSelectedButton() === ui.Button.CLOSE;
    return [sure, typed.getSelectedButton() === ui.Button.OK, typed.getResponseText(), closed, ui.alert('Done') === ui.Button.OK];
  }`);
  host.answers.push('YES', 'shop.example', 'CLOSE');
  expect(host.call('ask')).toEqual([true, true, 'shop.example', true, true]);
  expect(host.shown.alerts).toEqual(['Delete\nReally?', 'Domain', 'Again', 'Done']);
});

test('an answer that names no button is a mistake of the test', () => {
  const host = open(`function ask() { ${ui} ui.alert('Sure?', ui.ButtonSet.YES_NO); }`);
  host.answers.push('OK');
  expect(() => host.call('ask')).toThrow('"OK" is no button of "Sure?": YES, NO.');
});

test('toasts are shown and do not stop the script', () => {
  const host = open("function toast() { SpreadsheetApp.getActive().toast('5 rows done', 'Seatsheet', 3); }");
  host.call('toast');
  expect(host.shown.toasts).toEqual(['5 rows done']);
});

test.each(['trigger', 'card'] as const)('there is no user interface in a %s', (surface) => {
  const host = open('function show() { SpreadsheetApp.getUi(); }');
  expect(() => host.call('show', [], surface)).toThrow('Cannot call SpreadsheetApp.getUi() from this context.');
});
