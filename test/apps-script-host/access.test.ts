import { evaluate, fullManifest, open } from './bench';

const scope = (name: string): string => `https://www.googleapis.com/auth/${name}`;

describe('scopes', () => {
  const uses: [string, string, string][] = [
    ['spreadsheets.currentonly', 'SpreadsheetApp.getActiveSpreadsheet();', 'SpreadsheetApp.getActiveSpreadsheet'],
    ['script.container.ui', "SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput(''));", 'Ui.showSidebar'],
    ['script.external_request', "UrlFetchApp.fetch('https://admin.googleapis.com/');", 'UrlFetchApp.fetch'],
    ['script.scriptapp', 'ScriptApp.getProjectTriggers();', 'ScriptApp.getProjectTriggers'],
    ['script.send_mail', 'MailApp.getRemainingDailyQuota();', 'MailApp.getRemainingDailyQuota'],
    ['userinfo.email', 'Session.getEffectiveUser();', 'Session.getEffectiveUser'],
  ];

  test.each(uses)('without %s, a call throws Google’s text', (name, code, member) => {
    const text = `You do not have permission to call ${member}. Required permissions: `;
    expect(() => evaluate(code, { refusedScopes: [scope(name)] })).toThrow(text);
    expect(() =>
      evaluate(code, {
        manifest: { ...fullManifest, oauthScopes: fullManifest.oauthScopes.filter((one) => one !== scope(name)) },
      }),
    ).toThrow(scope(name));
  });

  test('a manifest without scopes has those the code needs', () => {
    expect(evaluate('return ScriptApp.getProjectTriggers().length;', { manifest: {} })).toBe(0);
  });

  test('requests carry the scopes that were granted', () => {
    const host = open("function get() { AdminDirectory.Users.get('a'); }", { refusedScopes: [scope('apps.order')] });
    host.call('get');
    expect(host.google[0]?.scopes).toContain(scope('admin.directory.user'));
    expect(host.google[0]?.scopes).not.toContain(scope('apps.order'));
  });

  test('a script can ask what it may do, and insist on it', () => {
    const code = (name: string): string =>
      `const info = ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL, ['${scope(name)}']); return [info.getAuthorizationStatus() === ScriptApp.AuthorizationStatus.REQUIRED, info.getAuthorizationUrl() !== null];`;
    const refusedScopes = [scope('apps.order')];
    expect([
      evaluate(code('apps.order'), { refusedScopes }),
      evaluate(code('apps.licensing'), { refusedScopes }),
    ]).toEqual([
      [true, true],
      [false, false],
    ]);
    expect(() =>
      evaluate(`ScriptApp.requireScopes(ScriptApp.AuthMode.FULL, ['${scope('apps.order')}']);`, { refusedScopes }),
    ).toThrow('Authorization is required to perform that action.');
    expect(() => evaluate('ScriptApp.requireAllScopes(ScriptApp.AuthMode.FULL);', { refusedScopes })).toThrow(
      scope('apps.order'),
    );
  });
});

describe('authorisation when the spreadsheet is opened', () => {
  const opening = (body: string): string => `function onOpen(e) { ${body} }`;
  const menu = "SpreadsheetApp.getUi().createMenu('Seatsheet').addItem('Open', 'open').addToUi();";

  test.each(['LIMITED', 'NONE'] as const)('%s: the menu can be built, and the event says the mode', (openMode) => {
    const host = open(opening(`${menu} return [e.authMode === ScriptApp.AuthMode.${openMode}, String(e.authMode)];`), {
      openMode,
    });
    expect(host.call('onOpen', [], 'open')).toEqual([true, openMode]);
    expect(host.menu).toEqual([{ path: ['Seatsheet', 'Open'], handler: 'open' }]);
  });

  const refused: [string, boolean, boolean][] = [
    ['PropertiesService.getDocumentProperties()', true, false],
    ['SpreadsheetApp.getActiveSpreadsheet()', true, false],
    ['Session.getActiveUser()', true, true],
    ["UrlFetchApp.fetch('https://admin.googleapis.com/')", true, true],
    ["AdminDirectory.Users.get('a')", true, true],
    ["SpreadsheetApp.getUi().alert('hello')", true, true],
    ["SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput(''))", true, true],
    ['Session.getActiveUserLocale()', false, false],
    ["Logger.log('x')", false, false],
  ];

  test.each(refused)('%s', (code, none, limited) => {
    const run = (openMode: 'NONE' | 'LIMITED') => (): unknown =>
      open(opening(`${code};`), { openMode }).call('onOpen', [], 'open');
    for (const [mode, throws] of [
      ['NONE', none],
      ['LIMITED', limited],
    ] as const) {
      if (throws) expect(run(mode)).toThrow('You do not have permission to call');
      else expect(run(mode)).not.toThrow();
    }
  });

  test('a service that is touched while the code loads kills the menu', () => {
    const host = open(`const store = PropertiesService.getUserProperties(); function onOpen() { ${menu} }`, {
      openMode: 'NONE',
    });
    expect(() => host.call('onOpen', [], 'open')).toThrow('PropertiesService.getUserProperties');
    expect(host.menu).toEqual([]);
  });
});

describe('advanced services', () => {
  test('are undefined where they are switched off or not in the manifest', () => {
    const look = 'return [typeof AdminDirectory, typeof AdminReseller, AdminLicenseManager === undefined];';
    expect(evaluate(look)).toEqual(['object', 'object', false]);
    expect(evaluate(look, { disabledServices: ['AdminReseller'] })).toEqual(['object', 'undefined', false]);
    expect(evaluate(look, { manifest: {} })).toEqual(['undefined', 'undefined', true]);
  });

  test('an API whose service is off is not configured for UrlFetch either', () => {
    const code =
      "const reply = UrlFetchApp.fetch('https://reseller.googleapis.com/apps/reseller/v1/subscriptions', { headers: { Authorization: 'Bearer ' + ScriptApp.getOAuthToken() }, muteHttpExceptions: true }); return [reply.getResponseCode(), JSON.parse(reply.getContentText()).error.errors[0].reason];";
    expect(evaluate(code, { disabledServices: ['AdminReseller'] })).toEqual([403, 'accessNotConfigured']);
  });
});

test('who is at the keyboard, and under whose authority the script runs', () => {
  const host = open(
    'function who() { return [Session.getActiveUser().getEmail(), Session.getEffectiveUser().getEmail(), Session.getActiveUserLocale(), Session.getScriptTimeZone()]; }',
    { errorLanguage: 'es' },
  );
  expect(host.call('who')).toEqual(['ana@shop.example', 'ana@shop.example', 'es', 'Etc/UTC']);
  expect(host.call('who', [], 'trigger')).toEqual(['', 'ana@shop.example', 'es', 'Etc/UTC']);
});
